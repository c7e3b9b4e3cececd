"""A logo drawn with PDF's operators, held against resvg's picture of the same SVG."""

from io import BytesIO
from pathlib import Path
from time import perf_counter

import page
import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from PIL import Image, ImageChops, ImageStat
from resvg_py import svg_to_bytes
from writing_samples import document, file, paint

from postingkit.exporters.pdf.drawings import drawing
from postingkit.exporters.pdf.sheets import Sheet
from postingkit.exporters.pdf.writing import Drawing
from postingkit.look import Logo

ZOO = sorted(Path(__file__).with_name("drawings").glob("*.svg"))
WIDTH, HEIGHT = 50.0, 30.0
USE, GROUP = "<use href='#a'/>", "<g class='a'/>"
SCALE = 4
"""Pixels per point of the pictures that are compared."""


def logo(svg: str) -> Logo:
    return Logo(svg.encode(), "image/svg+xml", WIDTH, HEIGHT)


def inner(svg: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60">{svg}</svg>'


def pdf(svg: str) -> bytes:
    """Make a file of one page, as large as the drawing and with nothing else on it."""
    drawn = drawing(logo(svg))
    assert drawn is not None
    sheet, root = Sheet(0, drawn.width, drawn.height), document()
    figure = root.add("Figure")
    figure.alternative, figure.box = "The mark", (0, 0, drawn.width, drawn.height)
    paint(sheet, figure, "/X1 Do")
    return file([sheet], root, pictures=[Drawing("X1", drawn)])


def picture(data: bytes) -> Image.Image:
    (sheet,) = pypdfium2.PdfDocument(data)
    drawn: Image.Image = sheet.render(scale=SCALE).to_pil()
    return drawn.convert("RGB")


def expected(svg: str, size: tuple[int, int]) -> Image.Image:
    shown = svg_to_bytes(svg, width=size[0], dpi=96, skip_system_fonts=True)
    drawn = Image.open(BytesIO(shown)).convert("RGBA")
    ground = Image.new("RGBA", drawn.size, "white")
    return Image.alpha_composite(ground, drawn).convert("RGB").resize(size)


def difference(svg: str) -> float:
    """Give how far the two pictures of a drawing are apart on average, of 255."""
    mine = picture(pdf(svg))
    apart = ImageChops.difference(mine, expected(svg, mine.size))
    return sum(ImageStat.Stat(apart).mean) / 3


LEAST = 1.5
"""How far all others may be."""
TOLERANCE = {
    "dashes": 3,  # pdfium gives dashes of no length a little
    "gradient-spread": 12,  # pdfium knows 256 places of a gradient, so that hard edges move
    "linear-gradients": 3,  # pdfium draws hard the edges of what has a pattern
}
"""How far pictures may be apart on average where it is the viewer that is not exact."""


@pytest.mark.parametrize("path", ZOO, ids=lambda path: path.stem)
def test_a_drawing_looks_as_resvg_draws_it(path: Path) -> None:
    assert difference(path.read_text("utf-8")) < TOLERANCE.get(path.stem, LEAST)


@pytest.mark.parametrize("path", ZOO, ids=lambda path: path.stem)
def test_a_drawing_turned_around_would_be_told_apart(path: Path) -> None:
    svg = path.read_text("utf-8")
    mine = picture(pdf(svg))
    apart = ImageChops.difference(mine.rotate(180), expected(svg, mine.size))
    assert sum(ImageStat.Stat(apart).mean) / 3 > TOLERANCE.get(path.stem, LEAST)


@pytest.mark.parametrize("path", ZOO, ids=lambda path: path.stem)
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_a_drawing_may_stand_in_files_for_everyone_and_for_archives(
    path: Path, profile: str
) -> None:
    assert page.validate_pdf_bytes(pdf(path.read_text("utf-8")), profile=profile).is_compliant


def test_a_drawing_has_its_size_on_paper_in_points() -> None:
    drawn = drawing(logo(inner("<rect width='9' height='9'/>")))
    assert drawn is not None
    assert [drawn.width, drawn.height] == pytest.approx([WIDTH / 25.4 * 72, HEIGHT / 25.4 * 72])


def test_a_drawing_needs_no_font_and_no_picture() -> None:
    drawings = [drawing(logo(path.read_text("utf-8"))) for path in ZOO]
    kinds = {kind for drawn in drawings if drawn for kind in drawn.resources}
    assert kinds <= {"ExtGState", "Pattern"}


def test_equal_drawings_are_equal_in_code() -> None:
    assert [drawing(logo(path.read_text("utf-8"))) for path in ZOO] == [
        drawing(logo(path.read_text("utf-8"))) for path in ZOO
    ]


@pytest.mark.parametrize(
    "svg",
    [
        "<mask id='a'><rect width='9' height='9'/></mask><g mask='url(#a)'/>",
        "<filter id='a'/><rect width='9' height='9' style='filter:url(#a)'/>",
        "<pattern id='a'/><rect width='9' height='9' fill='url(#a)'/>",
        "<marker id='a'/><path d='M0 0h9' marker-end='url(#a)'/>",
        "<g style='mix-blend-mode:multiply'><rect width='9' height='9'/></g>",
        "<path d='M0 0h9' paint-order='stroke'/>",
        "<path d='M0 0h9' vector-effect='non-scaling-stroke'/>",
        "<path d='M0 0h9' stroke-dasharray='1' pathLength='9'/>",
        "<path d='M0 0h9' stroke='red' stroke-linejoin='arcs'/>",
        "<rect width='9em' height='9'/>",
        "<rect width='9' height='9' fill='var(--a)'/>",
        "<rect width='9' height='9' fill='lab(50% 40 20)'/>",
        "<rect width='9' height='9' fill='url(#missing) red'/>",
        "<rect width='9' height='9' style='transform:rotate(9deg)'/>",
        "<rect width='9' height='9' transform='turn(9)'/>",
        "<rect width='9' height='9' style='fill:red !important'/>",
        "<rect width='9' height='9' transform-origin='center'/>",
        "<style>g > rect{fill:red}</style><rect width='9' height='9'/>",
        "<style>rect:first-child{fill:red}</style><rect width='9' height='9'/>",
        "<style>@media print{rect{fill:red}}</style><rect width='9' height='9'/>",
        "<style>rect{width:20px}</style><rect width='9' height='9'/>",
        "<switch><rect width='9' height='9'/></switch>",
        "<rect width='9' height='9' systemLanguage='de'/>",
        "<text>A</text>",
        "<image href='data:image/png;base64,AA'/>",
        "<use href='other.svg#a'/>",
        "<use href='#missing'/>",
        "<g id='a'><use href='#a'/></g>",
        "<g id='a'/><g id='a'/>",
        "<path d='L9 9'/>",
        "<path d='M0 0L9'/>",
        "<path d='M0 0A1 1 0 2 0 9 9'/>",
        "<path d='M0 0L1e400 9'/>",
        "<polygon points='1 2 3'/>",
        "<clipPath id='a' clip-path='url(#b)'/><clipPath id='b'/><g clip-path='url(#a)'/>",
        "<clipPath id='a' clipPathUnits='objectBoundingBox'/><g clip-path='url(#a)'/>",
        "<linearGradient id='a' href='#a'/><rect width='9' height='9' fill='url(#a)'/>",
        "<radialGradient id='a' fx='0'><stop/></radialGradient><circle r='9' fill='url(#a)'/>",
        "<g>" * 70 + "</g>" * 70,
    ],
)
def test_what_would_not_come_out_right_is_not_drawn(svg: str) -> None:
    assert drawing(logo(inner(svg))) is None


@pytest.mark.parametrize(
    "svg",
    [
        "",
        "no XML",
        "<svg/>",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + inner("<title>&a;</title>"),
        "<?xml-stylesheet href='a.css'?>" + inner(""),
        inner("").replace("100", "0"),
    ],
)
def test_what_is_no_sound_drawing_is_not_drawn(svg: str) -> None:
    assert drawing(logo(svg)) is None


def test_a_picture_of_pixels_is_no_drawing() -> None:
    assert drawing(Logo(b"", "image/png", WIDTH, HEIGHT)) is None


@pytest.mark.parametrize(
    "svg",
    [
        f"<rect width='{'1' * 100_000}x'/>",
        f"<path d='M{'1 ' * 100_001}'/>",
        f"<path d='M0 0{'L1.2.3' * 20_000}x'/>",
        f"<g transform='{'scale(1)  ' * 20_000}x'/>",
        f"<style>{'/*' * 50_000}</style>",
        f"<style>{'a' * 100_000}</style>",
        f"<g style='{'a:b;' * 20_000}!'/>",
        f"<g fill='url({' ' * 50_000}'/>",
        f"<path id='a' d='M0 0{'h1' * 9_000}'/>{USE * 4_000}",
        f"<style>{'.a{fill:red}' * 9_000}</style>{GROUP * 4_000}",
    ],
)
def test_a_hostile_drawing_takes_no_long_time(svg: str) -> None:
    begun = perf_counter()
    drawing(logo(inner(svg)))
    assert perf_counter() - begun < 2

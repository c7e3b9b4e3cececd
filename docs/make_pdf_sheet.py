"""Makes the contact sheet of PDF pages in the docs, from files that are exported for it.

A first page in each shipped language and three more, comparisons, a poster, and every template.

Needs poppler (pdftoppm) and the extra `fonts`. Run: python docs/make_pdf_sheet.py
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from make_pictures import BACKGROUND, FICTIONAL, FONT, GAP, ROOT, from_pdf, save
from PIL import Image, ImageDraw, ImageFont, ImageOps

from postingkit.model.templates import shipped_names

sys.path[:0] = [str(ROOT / "tests" / "exporters" / part) for part in (".", "pdf")]
from pdf_samples import OTHERS, PROJECT  # noqa: E402 - the samples stand with the tests

ACROSS = 6
WIDTH, HEIGHT = 350, 495
LEGEND = 40
SIZE = 20
INK = "#2c3947"


def exported(template: str, folder: Path) -> Path:
    """Export a posting of the fictional project in *template*."""
    out = folder / template
    subprocess.run(
        [
            *(sys.executable, "-m", "postingkit", "export", "toolmaker", "--lang", "en"),
            *("--project", str(FICTIONAL), "-t", template, "-o", str(out), "-q", "-f", "pdf"),
        ],
        check=True,
    )
    return out / "roles" / "toolmaker.pdf"


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Make each file of the sheet, and yield it with its legend."""
    postings = {path: each for path, each in PROJECT.items() if path.startswith("roles/baker.")}
    samples = [*postings.values(), *(OTHERS[code]() for code in ("hi", "ko", "th"))]
    for sample in sorted(samples, key=lambda each: _name(each.document.meta.language)):
        language = sample.document.meta.language
        path = folder / f"{language}.pdf"
        path.write_bytes(sample.export().data)
        yield _name(language), path
    for name in ("bakers", "bakers.ar", "bakers.ja"):
        sample = PROJECT[f"comparisons/{name}.pdf"]
        comparison = folder / f"comparison-{sample.document.meta.language}.pdf"
        comparison.write_bytes(sample.export().data)
        yield f"Comparison, {_name(sample.document.meta.language)}", comparison
    poster = folder / "poster.pdf"
    poster.write_bytes(OTHERS["A3"]().export().data)
    yield "Poster, A3", poster
    for template in shipped_names():
        yield f"Template “{template}”", exported(template, folder)


def _name(language: str) -> str:
    return Locale.parse(language, sep="-").get_display_name("en") or language


def framed(page: Image.Image, legend: str, font: ImageFont.FreeTypeFont) -> Image.Image:
    """Put *page* on a tile of the sheet, above its *legend*."""
    tile = Image.new("RGB", (WIDTH + GAP, HEIGHT + LEGEND + GAP), BACKGROUND)
    small = ImageOps.contain(page, (WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    left, top = (tile.width - small.width) // 2, GAP + HEIGHT - small.height
    tile.paste(small, (left, top))
    middle = (tile.width // 2, GAP + HEIGHT + LEGEND // 2)
    ImageDraw.Draw(tile).text(middle, legend, INK, font, anchor="mm")
    return tile


def main() -> None:
    """Make the sheet."""
    font = ImageFont.truetype(FONT, SIZE)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        made = [framed(from_pdf(path, folder), legend, font) for legend, path in files(folder)]
    width, height = made[0].size
    rows = -(-len(made) // ACROSS)
    sheet = Image.new("RGB", (width * ACROSS + GAP, height * rows + GAP), BACKGROUND)
    for number, tile in enumerate(made):
        sheet.paste(tile, (GAP // 2 + number % ACROSS * width, number // ACROSS * height))
    save(sheet, "pdf-sheet.png", 128)


if __name__ == "__main__":
    main()

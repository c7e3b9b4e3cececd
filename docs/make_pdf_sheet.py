"""Makes the contact sheet of PDF pages in the docs, from files that are exported for it.

A first page in each shipped language and three more; then a comparison, a poster, justified text on
Letter paper, and one of the templates that come with postingkit.

Needs poppler (pdftoppm) and the extra `fonts`. Run: python docs/make_pdf_sheet.py
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel import Locale
from make_pictures import BACKGROUND, FONT, GAP, ROOT, from_pdf, save
from PIL import Image, ImageDraw, ImageFont, ImageOps

sys.path[:0] = [str(ROOT / "tests" / "exporters" / part) for part in (".", "pdf")]
from pdf_samples import OTHERS, PROJECT, Sample  # noqa: E402 - the samples stand with the tests

ACROSS = 5
WIDTH, HEIGHT = 430, 556  # pixels; of A4 upright, the lower eighth is cut off
LEGEND = 44
SIZE = 24
INK = "#2c3947"
POSTER = ("theme.page.size=A3", "theme.fonts.size=20", "theme.page.margins=25mm")
JUSTIFIED = ("theme.page.size=Letter", "theme.text.align=justify", "theme.text.hyphenate=true")


@dataclass(frozen=True)
class Tile:
    """A picture of a file's first page, as many columns of the sheet wide as *columns* says."""

    legend: str
    pdf: Path
    columns: int = 1

    def draw(self, folder: Path, font: ImageFont.FreeTypeFont) -> Image.Image:
        """Draw the page above its legend."""
        tile = Image.new("RGB", (_span(self.columns) + GAP, HEIGHT + LEGEND + GAP), BACKGROUND)
        page = from_pdf(self.pdf, folder)
        if page.width < page.height:
            page = page.crop((0, 0, page.width, page.width * HEIGHT // WIDTH))
        small = ImageOps.contain(page, (_span(self.columns), HEIGHT), Image.Resampling.LANCZOS)
        tile.paste(small, ((tile.width - small.width) // 2, GAP + (HEIGHT - small.height) // 2))
        middle = (tile.width // 2, GAP + HEIGHT + LEGEND // 2)
        ImageDraw.Draw(tile).text(middle, self.legend, INK, font, anchor="mm")
        return tile


def _span(columns: int) -> int:
    return columns * WIDTH + (columns - 1) * GAP


def languages(folder: Path) -> Iterator[Tile]:
    """Make a posting in each language, by the languages' English names."""
    samples = [each for path, each in PROJECT.items() if path.startswith("roles/baker.")]
    samples += [OTHERS[code]() for code in ("hi", "ko", "th")]
    for name, sample in sorted((_language(each), each) for each in samples):
        path = folder / f"{name}.pdf"
        path.write_bytes(sample.export().data)
        yield Tile(name, path)


def _language(sample: Sample) -> str:
    locale = Locale.parse(sample.document.meta.language, sep="-")
    return locale.get_language_name("en") or locale.language


def designs(folder: Path) -> Iterator[Tile]:
    """Make files of this project's own roles, each in a design of its own."""
    comparison = exported("comparison", folder, "-t", "default") / "comparisons" / "overview.pdf"
    yield Tile("A comparison, landscape", comparison, columns=2)
    yield Tile("A poster, A3", _role("fullstack-developer", "poster", folder, *_set(POSTER)))
    justified = _role("data-engineer", "justified", folder, "-t", "classic", *_set(JUSTIFIED))
    yield Tile("Letter, justified", justified)
    bold = _role("machine-learning-engineer", "bold", folder, "-t", "bold")
    yield Tile("The template “bold”", bold)


def _set(settings: Iterable[str]) -> list[str]:
    return [word for setting in settings for word in ("--set", setting)]


def _role(role: str, name: str, folder: Path, *arguments: str) -> Path:
    return exported(name, folder, role, *arguments) / "roles" / f"{role}.pdf"


def exported(name: str, folder: Path, *arguments: str) -> Path:
    """Export this project's postings as *arguments* ask, into a folder of that *name*."""
    out = folder / name
    command = ("postingkit", "export", "-p", str(ROOT), "-o", str(out), "-q", "-f", "pdf")
    subprocess.run([sys.executable, "-m", *command, *arguments], check=True)
    return out


def main() -> None:
    """Make the sheet."""
    font = ImageFont.truetype(FONT, SIZE)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        tiles = [*languages(folder), *designs(folder)]
        made = [tile.draw(folder, font) for tile in tiles]
    column, height = WIDTH + GAP, made[0].height
    rows = -(-sum(tile.columns for tile in tiles) // ACROSS)
    sheet = Image.new("RGB", (column * ACROSS + GAP, height * rows + GAP), BACKGROUND)
    place = 0
    for tile, picture in zip(tiles, made, strict=True):
        sheet.paste(picture, (GAP // 2 + place % ACROSS * column, place // ACROSS * height))
        place += tile.columns
    save(sheet, "pdf-sheet.png", 128)


if __name__ == "__main__":
    main()

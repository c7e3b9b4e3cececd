"""Makes the pictures of the README and the docs from real files.

Those of the README are of the files in out/; the sheet of templates is of the fictional project of
the tests, exported anew in each template that comes with postingkit.

Needs LibreOffice (soffice), poppler (pdftoppm) and Chromium. Run: python docs/make_pictures.py
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, ImageOps

from postingkit.model.templates import shipped_names

ROOT = Path(__file__).parent.parent
OUT = ROOT / "out"
HEIGHT = 900
SHEET_WIDTH = 1800
FICTIONAL = ROOT / "tests" / "fictional"
FONT = ROOT / "src" / "postingkit" / "exporters" / "pdf" / "fonts" / "files" / "NotoSans-Bold.ttf"
GAP = 24
BACKGROUND = "#d9dde3"
CHROMIUM = (
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--disable-background-networking",
)


def from_pdf(pdf: Path, folder: Path) -> Image.Image:
    """Draw the first page of *pdf*."""
    stem = folder / pdf.stem
    subprocess.run(
        ["pdftoppm", "-png", "-r", "110", "-singlefile", str(pdf), str(stem)], check=True
    )
    return Image.open(stem.with_suffix(".png")).convert("RGB")


def from_docx(docx: Path, folder: Path) -> Image.Image:
    """Draw the first page of *docx* as LibreOffice prints it."""
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(docx)]
    subprocess.run(command, check=True, capture_output=True)
    return from_pdf(folder / f"{docx.stem}.pdf", folder)


def from_html(html: Path, folder: Path, width: int, height: int) -> Image.Image:
    """Draw *html* in a window of *width* and *height* pixels."""
    picture = folder / "page.png"
    size = [f"--window-size={width},{height}", f"--screenshot={picture}"]
    profile = f"--user-data-dir={folder / 'profile'}"
    subprocess.run([*CHROMIUM, profile, *size, html.as_uri()], check=True, capture_output=True)
    return Image.open(picture).convert("RGB")


def site(folder: Path) -> Image.Image:
    """Draw the list of the sample project's openings on a wide screen and on a narrow one."""
    out = folder / "site"
    command = [sys.executable, "-m", "postingkit", "site", "-q", "-o", str(out)]
    subprocess.run([*command, "--project", str(ROOT)], check=True)
    index = out / "index.html"
    return side_by_side([from_html(index, out, 1200, 1000), from_html(index, out, 500, 1000)])


def side_by_side(pictures: list[Image.Image]) -> Image.Image:
    """Put *pictures* beside each other, at one height, with a gap around each."""
    scaled = [ImageOps.contain(each, (10_000, HEIGHT)) for each in pictures]
    width = sum(each.width for each in scaled) + GAP * (len(scaled) + 1)
    sheet = Image.new("RGB", (width, HEIGHT + 2 * GAP), BACKGROUND)
    left = GAP
    for each in scaled:
        sheet.paste(each, (left, GAP))
        left += each.width + GAP
    return sheet


def template_row(template: str, folder: Path) -> Image.Image:
    """Draw the first pages of one posting in *template*: Word, PDF, HTML; its name beside them."""
    out = folder / template
    formats = [argument for name in ("docx", "pdf", "html") for argument in ("-f", name)]
    subprocess.run(
        [
            *(sys.executable, "-m", "postingkit", "export", "toolmaker", "--lang", "en"),
            *("--project", str(FICTIONAL), "-t", template, "-o", str(out), "-q", *formats),
        ],
        check=True,
    )
    made = out / "roles" / "toolmaker"
    row = side_by_side(
        [
            from_docx(made.with_suffix(".docx"), out),
            from_pdf(made.with_suffix(".pdf"), out),
            from_html(made.with_suffix(".html"), out, 900, 1273),
        ]
    )
    return named(row, template)


def named(row: Image.Image, name: str) -> Image.Image:
    """Put *name* above *row*."""
    sheet = Image.new("RGB", (row.width, row.height + 2 * GAP), BACKGROUND)
    sheet.paste(row, (0, 2 * GAP))
    font = ImageFont.truetype(FONT, 32)
    ImageDraw.Draw(sheet).text((GAP, GAP // 2), name, "#2c3947", font)
    return sheet


def in_grid(pictures: list[Image.Image], across: int) -> Image.Image:
    """Put *pictures* of about one size in rows of *across*."""
    width, height = max(each.width for each in pictures), max(each.height for each in pictures)
    rows = -(-len(pictures) // across)
    sheet = Image.new("RGB", (width * across, height * rows), BACKGROUND)
    for number, each in enumerate(pictures):
        sheet.paste(each, (number % across * width, number // across * height))
    return sheet


def save(picture: Image.Image, name: str, colours: int = 64) -> None:
    """Save *picture* under *name* in docs, small: in so many *colours* alone."""
    picture.quantize(colours).save(ROOT / "docs" / name, optimize=True)
    print(f"docs/{name}")


def main() -> None:
    """Make all pictures."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        role = OUT / "roles" / "data-engineer"
        posting = [
            from_docx(role.with_suffix(".docx"), folder),
            from_pdf(role.with_suffix(".pdf"), folder),
            from_html(role.with_suffix(".html"), folder, 900, 1273),
        ]
        save(side_by_side(posting), "pictures/posting.png")
        comparison = OUT / "comparisons" / "overview.pdf"
        save(side_by_side([from_pdf(comparison, folder)]), "pictures/comparison.png")
        save(site(folder), "pictures/site.png")
        rows = [template_row(template, folder) for template in shipped_names()]
        sheet = in_grid(rows, 2)
        small = sheet.resize((SHEET_WIDTH, sheet.height * SHEET_WIDTH // sheet.width))
        save(small, "templates-sheet.png", 255)


if __name__ == "__main__":
    main()

"""Makes the README's pictures from the real files in out/.

Needs LibreOffice (soffice), poppler (pdftoppm) and Chromium. Run: python docs/make_pictures.py
"""

import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageOps

ROOT = Path(__file__).parent.parent
OUT = ROOT / "out"
PICTURES = ROOT / "docs" / "pictures"
HEIGHT = 900
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


def save(picture: Image.Image, name: str) -> None:
    """Save *picture* under *name*, small."""
    PICTURES.mkdir(exist_ok=True)
    picture.quantize(64).save(PICTURES / name, optimize=True)
    print(f"docs/pictures/{name}")


def main() -> None:
    """Make both pictures."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        role = OUT / "roles" / "data-engineer"
        posting = [
            from_docx(role.with_suffix(".docx"), folder),
            from_pdf(role.with_suffix(".pdf"), folder),
            from_html(role.with_suffix(".html"), folder, 900, 1273),
        ]
        save(side_by_side(posting), "posting.png")
        comparison = OUT / "comparisons" / "overview.pdf"
        save(side_by_side([from_pdf(comparison, folder)]), "comparison.png")


if __name__ == "__main__":
    main()

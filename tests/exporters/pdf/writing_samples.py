"""Small finished sheets, drawn by hand, for the tests of the room that writes files."""

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from typing import Any, Literal

import pikepdf
from PIL import Image
from reportlab.pdfbase import pdfdoc

from postingkit.exporters.pdf.fonts.face import Face
from postingkit.exporters.pdf.fonts.used import UsedFonts
from postingkit.exporters.pdf.sheets import FOOTER, Sheet
from postingkit.exporters.pdf.structure import Area, Element
from postingkit.exporters.pdf.writing import Bookmark, Drawing, Picture, Properties, written

PROPERTIES = Properties("Engineer", "Globex", "A role", ("data", "R&D"), "en-GB", False, True)  # noqa: FBT003 - left to right; an archive
BOX = "0 0 9 9 re f"


class NoFonts(UsedFonts):
    """Fonts of a file without text."""

    def embed(
        self,
        document: pdfdoc.PDFDocument,  # noqa: ARG002 - nothing is put into it
    ) -> dict[str, pdfdoc.PDFObjectReference]:
        return {}


def sheets(number: int = 1) -> list[Sheet]:
    return [Sheet(each, 595, 842) for each in range(number)]


def paint(sheet: Sheet, element: Element, code: str = BOX) -> Element:
    """Draw *code* as what *element* says."""
    sheet.begin(element)
    sheet.code.append(code)
    sheet.end()
    return element


def area(sheet: int = 0, target: str = "https://globex.example/", contents: str = "Apply") -> Area:
    return Area(sheet, 50, 700, 90, 712.5, target, contents)


def document() -> Element:
    return Element("Document")


def everything(pages: int = 2, rows: int = 2) -> tuple[list[Sheet], Element, list[Bookmark]]:
    """Make sheets with an element of every kind, a link on each, and elements that run on."""
    made, root, bookmarks = sheets(pages), document(), []
    running = root.add("P")
    for sheet in made:
        heading = root.add("H2" if sheet.number else "H1")
        paint(sheet, heading)
        bookmarks.append(
            Bookmark(f"Page {sheet.number + 1}", min(1, sheet.number), sheet.number, 800)
        )
        paint(sheet, running)
        link = running.add("Link")
        paint(sheet, link)
        sheet.link(area(sheet.number), link)
        items(sheet, root)
        table(sheet, root, rows)
        figure = root.add("Figure")
        figure.alternative, figure.box = "The mark (of Globex)", (50, 50, 100.5, 100)
        paint(sheet, figure)
        paint(sheet, root.add("Note"))
        paint(sheet, root.add("P", "de"))
        sheet.begin_artifact(FOOTER)
        sheet.code.append(BOX)
        sheet.end_artifact()
    return made, root, bookmarks


def items(sheet: Sheet, parent: Element) -> Element:
    whole = parent.add("L")
    whole.numbering = "Disc"
    for _ in range(2):
        item = whole.add("LI")
        paint(sheet, item.add("Lbl"))
        paint(sheet, item.add("LBody").add("P"))
    return whole


def table(sheet: Sheet, parent: Element, rows: int) -> Element:
    whole = parent.add("Table")
    whole.summary = "Duties (all) – 職務"
    head = whole.add("THead").add("TR")
    for _ in range(2):
        cell(sheet, head, "TH").scope = "Column"
    body = whole.add("TBody")
    for _ in range(rows):
        row = body.add("TR")
        cell(sheet, row, "TH").scope = "Row"
        cell(sheet, row, "TD")
    return whole


def cell(sheet: Sheet, row: Element, tag: Literal["TH", "TD"]) -> Element:
    made = row.add(tag)
    paint(sheet, made.add("P"))
    return made


def file(
    made: list[Sheet],
    root: Element,
    bookmarks: Iterable[Bookmark] = (),
    pictures: Iterable[Picture | Drawing] = (),
    properties: Properties = PROPERTIES,
) -> bytes:
    return written(made, root, NoFonts(), list(pictures), list(bookmarks), properties)


def one(code: str = BOX, pictures: Iterable[Picture | Drawing] = ()) -> bytes:
    """Make a file of one sheet with one paragraph, or a figure where there are pictures."""
    made, root = sheets(), document()
    figure = root.add("Figure" if pictures else "P")
    figure.alternative = "A picture" if pictures else ""
    figure.box = (0, 0, 100, 100) if pictures else None
    paint(made[0], figure, code)
    return file(made, root, pictures=pictures)


@cache  # what is read of a file lives no longer than the file
def opened(data: bytes) -> Any:
    return pikepdf.open(BytesIO(data))


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    data = BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def glyphs(sheet: Sheet, fonts: UsedFonts, face: Face, text: str) -> None:
    """Draw *text* in *face*, 10 points high."""
    numbers = [glyph.number for glyph in face.shape(text, rtl=False, language="en")]
    fonts.count(face, numbers)
    codes = "".join(f"{number:04X}" for number in numbers)
    sheet.code.append(f"BT /{fonts.plain(face)} 10 Tf 1 0 0 1 50 700 Tm <{codes}>Tj ET")

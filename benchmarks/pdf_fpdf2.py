"""Writes postings by fpdf2, as its tutorial does; it has no tags."""

from collections.abc import Callable

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace
from peers import COLOURS, FONTS, cell_text, shares, texts

from postingkit.document import Block, Document, List, Paragraph, Table, plain

FACES = {"": "NotoSans-Regular", "B": "NotoSans-Bold"}
LEADING = {10.5: 5.4, 13.65: 6.2, 23.1: 9.8}
"""Millimetres from line to line, by the size of the text in points."""


class Sheet(FPDF):
    """An A4 page with the number of the page below."""

    def __init__(self) -> None:
        super().__init__(format="A4")
        self.set_margin(20)
        self.set_auto_page_break(auto=True, margin=20)
        for style, file in FACES.items():
            self.add_font("Sheet", style, FONTS / f"{file}.ttf")

    def footer(self) -> None:
        """Write the number of the page, as fpdf2 calls it for each."""
        self.set_y(-15)
        self.set_font("Sheet", size=8.4)
        self.set_text_color(COLOURS.muted)
        self.cell(0, 5, f"Page {self.page_no()} of {{nb}}", align="R")

    def line_of(
        self, text: str, size: float = 10.5, *, bold: bool = False, indent: float = 0
    ) -> None:
        """Write a paragraph."""
        self.set_font("Sheet", "B" if bold else "", size)
        self.set_text_color(COLOURS.accent if bold else COLOURS.text)
        self.set_x(self.l_margin + indent)
        self.multi_cell(0, LEADING[size], text, new_x="LMARGIN", new_y="NEXT", align="L")


def fpdf2_writer() -> Callable[[Document], bytes]:
    """Write each document on a sheet of its own; fpdf2 keeps no font from one to the next."""
    return _written


def _written(document: Document) -> bytes:
    sheet = Sheet()
    sheet.set_title(document.meta.title.text)
    sheet.set_lang("en")
    sheet.add_page()
    sheet.line_of(document.meta.title.text, 23.1, bold=True)
    for section in document.sections:
        sheet.ln(4)
        if section.title:
            sheet.line_of(section.title.text, 13.65, bold=True)
            sheet.ln(2)
        for block in section.blocks:
            _write(sheet, block)
    return bytes(sheet.output())


def _write(sheet: Sheet, block: Block) -> None:
    match block:
        case Paragraph():
            for text in texts(block):
                sheet.line_of(text)
        case List():
            for number, text in enumerate(texts(block), 1):
                sign = f"{number}." if block.ordered else "•"
                sheet.line_of(f"{sign}  {text}", indent=3)
        case Table():
            _write_table(sheet, block)
        case _:
            raise NotImplementedError(type(block).__name__)


def _write_table(sheet: Sheet, block: Table) -> None:
    sheet.set_font("Sheet", size=10.5)
    sheet.set_text_color(COLOURS.text)
    head = FontFace(emphasis="BOLD", color=COLOURS.accent, fill_color=COLOURS.band)
    with sheet.table(
        col_widths=[share * 100 for share in shares(block)],
        headings_style=head,
        line_height=LEADING[10.5],
        text_align="LEFT",
        padding=1.5,
        borders_layout=TableBordersLayout.HORIZONTAL_LINES,
    ) as table:
        table.row([plain(column.title) for column in block.columns])
        for row in block.rows:
            table.row([cell_text(each) for each in row])

"""Writes postings by ReportLab's platypus, untagged, as its user guide does."""

import io
from collections.abc import Callable, Iterator, Sequence
from xml.sax.saxutils import escape

from peers import COLOURS, FONTS, html_inlines, shares
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    ListFlowable,
    ListItem,
    SimpleDocTemplate,
    TableStyle,
)
from reportlab.platypus import Paragraph as PlatypusParagraph
from reportlab.platypus import Table as PlatypusTable

from postingkit.document import Block, Document, List, Paragraph, Table

FACES = {"regular": "NotoSans-Regular", "bold": "NotoSans-Bold"}


def platypus_writer() -> Callable[[Document], bytes]:
    """Register the fonts and make the styles once, then a story for each document."""
    for name, file in FACES.items():
        pdfmetrics.registerFont(TTFont(f"Sheet-{name}", str(FONTS / f"{file}.ttf")))
    pdfmetrics.registerFontFamily("Sheet-regular", normal="Sheet-regular", bold="Sheet-bold")
    styles = _Styles()

    def write(document: Document) -> bytes:
        file = io.BytesIO()
        template = SimpleDocTemplate(
            file,
            **dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), 20 * mm),
            title=document.meta.title.text,
            lang="en",
        )
        story = list(_story(document, styles))
        template.build(story, onFirstPage=_footer, onLaterPages=_footer)
        return file.getvalue()

    return write


class _Styles:
    def __init__(self) -> None:
        accent = HexColor(COLOURS.accent)
        font = {"fontName": "Sheet-regular", "fontSize": 10.5, "leading": 15.2}
        body = {**font, "textColor": HexColor(COLOURS.text), "linkColor": accent}
        bold = body | {"fontName": "Sheet-bold", "textColor": accent}
        self.body = ParagraphStyle("body", **body, spaceAfter=5.8)
        self.item = ParagraphStyle("item", **body, spaceAfter=2.6)
        self.cell = ParagraphStyle("cell", **body)
        self.head = ParagraphStyle("head", **bold)
        self.title = ParagraphStyle("title", **(bold | {"fontSize": 23.1, "leading": 27.7}),
                                    spaceAfter=8)  # fmt: skip
        self.heading = ParagraphStyle("heading", **(bold | {"fontSize": 13.65, "leading": 17.7}),
                                      spaceBefore=12.3, spaceAfter=5.5, keepWithNext=1)  # fmt: skip
        band, rule = HexColor(COLOURS.band), HexColor(COLOURS.rule)
        self.table = TableStyle([
            ("ROWBACKGROUNDS", (0, 0), (-1, -1), [band, None]),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, rule),
            ("LINEBELOW", (0, 0), (-1, 0), 1.2, accent),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 7),
            ("RIGHTPADDING", (0, 0), (-1, -1), 7),
            ("TOPPADDING", (0, 0), (-1, -1), 5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
        ])  # fmt: skip


def _footer(canvas: Canvas, template: BaseDocTemplate) -> None:
    canvas.setFont("Sheet-regular", 8.4)
    canvas.setFillColor(HexColor(COLOURS.muted))
    canvas.drawRightString(190 * mm, 10 * mm, f"Page {template.page}")


def _story(document: Document, styles: _Styles) -> Iterator[Flowable]:
    yield PlatypusParagraph(escape(document.meta.title.text), styles.title)
    for section in document.sections:
        if section.title:
            yield PlatypusParagraph(escape(section.title.text), styles.heading)
        for block in section.blocks:
            yield _flowable(block, styles)


def _flowable(block: Block, styles: _Styles) -> Flowable:
    match block:
        case Paragraph(inlines):
            return PlatypusParagraph(html_inlines(inlines, escape), styles.body)
        case List(items):
            texts = [_text(item.blocks, styles.item) for item in items]
            kind = {"bulletType": "1"} if block.ordered else {"bulletType": "bullet", "start": "•"}
            font = {"bulletFontName": "Sheet-regular", "leftIndent": 16}
            return ListFlowable([ListItem(text) for text in texts], **kind, **font)
        case Table(columns, rows):
            head = [PlatypusParagraph(html_inlines(each.title, escape), styles.head)
                    for each in columns]  # fmt: skip
            body = [[_text(each.blocks, styles.cell) for each in row] for row in rows]
            widths = [170 * mm * share for share in shares(block)]
            return PlatypusTable([head, *body], widths, style=styles.table, repeatRows=1)
        case _:
            raise NotImplementedError(type(block).__name__)


def _text(blocks: Sequence[Block], style: ParagraphStyle) -> PlatypusParagraph:
    return PlatypusParagraph(
        "<br/>".join(html_inlines(block.inlines, escape)
                     for block in blocks if isinstance(block, Paragraph)), style)  # fmt: skip

"""Blocks as platypus flowables, each kind in one function; it places nothing on a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from postingkit.document import (
    Block,
    Blocks,
    Callout,
    Cell,
    Column,
    Facts,
    Figure,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Strong,
    Table,
    Text,
    plain,
)
from postingkit.errors import ExportFailed, Problem
from postingkit.exporters.pdf import grids
from postingkit.exporters.pdf.flowables import Grid, Picture, column_widths
from postingkit.exporters.pdf.fonts import BOLD
from postingkit.exporters.pdf.grids import PADDING
from postingkit.exporters.pdf.prose import address, prose
from postingkit.exporters.pdf.styles import ALIGNMENTS, Styles
from postingkit.exporters.pdf.text import drawable
from postingkit.exporters.pdf.walk import placed
from postingkit.look import TableStyle

_NARROW = 36.0  # points a column needs; with less for each, a table's cells stand one below another
_LEAST_FACTS = 216.0  # points of width for two columns, likewise
_FACT_NAMES = 0.4  # at most, of the width
_TALLEST_PICTURE = 0.7  # at most, of the page's height, so that it fits into any cell
_TALLEST_HEAD = 0.3  # of the page's height; a taller head is not repeated


@dataclass(frozen=True, slots=True)
class Setting:
    """What blocks are set in: their column's *width*, and the *indent* of lists from its start.

    *height* is that of the page's text; *text* the style of paragraphs that name none.
    """

    styles: Styles
    look: TableStyle
    width: float
    height: float
    text: ParagraphStyle
    indent: float = 0.0

    @property
    def room(self) -> float:
        """The width that indentation leaves."""
        return self.width - self.indent

    def indented(self, style: ParagraphStyle) -> ParagraphStyle:
        """Give *style* at this setting's indentation."""
        if not self.indent:
            return style
        return ParagraphStyle(style.name, style, leftIndent=self.indent, alignment=TA_LEFT)

    def cell(self, width: float, text: ParagraphStyle) -> "Setting":
        """Give the setting within a cell of *width*."""
        return replace(self, width=width - 2 * PADDING, text=text, indent=0.0)


def flowables(blocks: Blocks, setting: Setting) -> list[Flowable]:
    """Set *blocks*, one after another."""
    return [flowable for block in blocks for flowable in _flowables(block, setting)]


def _flowables(block: Block, setting: Setting) -> list[Flowable]:
    match block:
        case Paragraph(inlines, style):
            named = setting.styles.named.get(style or "", setting.text)
            return prose(inlines, setting.indented(named))
        case List():
            return _list(block, setting)
        case Facts():
            return _facts(block, setting)
        case Table():
            return _table(block, setting)
        case Callout():
            return _callout(block, setting)
        case Figure():
            return _figure(block, setting)


def _list(block: List, setting: Setting) -> list[Flowable]:
    size = setting.text.fontSize
    markers = _markers(block)
    longest = max((stringWidth(marker, BOLD, size) for marker in markers), default=0.0)
    indent = min(setting.indent + longest + 0.75 * size, setting.width / 2)
    text = ParagraphStyle(
        setting.styles.item.name,
        setting.styles.item,
        fontName=setting.text.fontName,
        bulletIndent=min(setting.indent + 0.15 * size, indent),
    )
    inner = replace(setting, text=text, indent=indent)
    items = [
        flowable
        for item, marker in zip(block.items, markers, strict=True)
        for flowable in _item(item, marker, inner)
    ]
    if items and not setting.indent:
        items[-1].spaceAfter = setting.text.spaceAfter
    return items


def _markers(block: List) -> list[str]:
    if block.ordered:
        return [f"{block.start + number}." for number in range(len(block.items))]
    return ["•"] * len(block.items)


def _item(item: ListItem, marker: str, setting: Setting) -> list[Flowable]:
    """Set an item; its marker stands before its first paragraph, or alone where it has none."""
    first, rest = item.blocks[:1], item.blocks[1:]
    match first:
        case (Paragraph(inlines),):
            return [
                *prose(inlines, setting.indented(setting.text), marker),
                *flowables(rest, setting),
            ]
        case _:
            alone = prose((Text("\u00a0"),), setting.indented(setting.text), marker)
            return [*alone, *flowables(item.blocks, setting)]


def _facts(block: Facts, setting: Setting) -> list[Flowable]:
    if not block.facts or setting.room < _LEAST_FACTS:
        return flowables(_facts_as_paragraphs(block), setting)
    style = setting.styles.fact
    longest = max(
        stringWidth(drawable(plain(fact.name)), BOLD, style.fontSize) for fact in block.facts
    )
    first = min(longest + 2 * PADDING, _FACT_NAMES * setting.room)
    inner = setting.cell(setting.room - first, setting.styles.body)
    rows = [(prose(fact.name, style), flowables(fact.value, inner)) for fact in block.facts]
    return [_placed(grids.facts(rows, [first, setting.room - first], setting.styles), setting)]


def _facts_as_paragraphs(block: Facts) -> Blocks:
    return tuple(
        part for fact in block.facts for part in (Paragraph((Strong(fact.name),)), *fact.value)
    )


def _table(block: Table, setting: Setting) -> list[Flowable]:
    caption = prose(block.caption, setting.indented(setting.styles.caption))
    if not block.columns:
        return caption
    if setting.room < _NARROW * len(block.columns):
        return [*caption, *flowables(_table_as_paragraphs(block), setting)]
    widths = _widths(block, setting)
    head = [prose(column.title, _aligned(setting.styles.head, column)) for column in block.columns]
    rows = [_row(row, block, widths, setting) for row in block.rows]
    tallest = max(_height(cell, width) for cell, width in zip(head, widths, strict=True))
    repeated = int(tallest < _TALLEST_HEAD * setting.height)
    grid = grids.table([head, *rows], widths, setting.look, setting.styles, repeated)
    return [*caption, _placed(grid, setting)]


def _row(
    row: tuple[Cell, ...], block: Table, widths: Sequence[float], setting: Setting
) -> list[list[Flowable]]:
    """Set a row of cells; one too few is empty, and one too many has no column to stand in."""
    cells = [*row, *[Cell(())] * (len(widths) - len(row))]
    return [
        flowables(
            cell.blocks,
            setting.cell(width, _aligned(_cell_style(block, number, setting.styles), column)),
        )
        for number, (cell, width, column) in enumerate(
            zip(cells, widths, block.columns, strict=False)
        )
    ]


def _cell_style(block: Table, number: int, styles: Styles) -> ParagraphStyle:
    return styles.row_head if block.row_headers and number == 0 else styles.body


def _aligned(style: ParagraphStyle, column: Column) -> ParagraphStyle:
    if column.alignment == "start":
        return style
    return ParagraphStyle(style.name, style, alignment=ALIGNMENTS[column.alignment])


def _widths(block: Table, setting: Setting) -> list[float]:
    """Divide the room by the columns' shares, but with no word broken that needs not be."""
    most = setting.room / len(block.columns)
    least = [
        min(most, _least_width(column, [row[i] for row in block.rows if i < len(row)], setting))
        for i, column in enumerate(block.columns)
    ]
    return column_widths([column.width for column in block.columns], least, setting.room)


def _least_width(column: Column, cells: Iterable[Cell], setting: Setting) -> float:
    size = setting.styles.body.fontSize
    words, marker = _longest((column.title,), setting.styles.head), 0.0
    for cell in cells:
        words = max(
            words, _longest((text for _, text in placed(cell.blocks)), setting.styles.row_head)
        )
        if any(isinstance(block, List) for block in cell.blocks):
            marker = 2 * size
    return words + marker + 2 * PADDING + 1


def _longest(texts: Iterable[Inlines], style: ParagraphStyle) -> float:
    """Measure the word with the most characters; the words of one text are much alike."""
    words = [max(drawable(plain(text)).split(), key=len, default="") for text in texts]
    return max((stringWidth(word, BOLD, style.fontSize) for word in words), default=0.0)


def _height(cell: list[Flowable], width: float) -> float:
    return sum(flowable.wrap(width - 2 * PADDING, 0)[1] for flowable in cell)


def _table_as_paragraphs(block: Table) -> Blocks:
    titles = (Paragraph((Strong(column.title),)) for column in block.columns)
    return (*titles, *(inner for row in block.rows for cell in row for inner in cell.blocks))


def _callout(block: Callout, setting: Setting) -> list[Flowable]:
    if setting.room < 2 * _NARROW:
        return flowables(block.blocks, setting)
    inner = replace(setting, width=setting.room - 4 * PADDING, text=setting.styles.body, indent=0.0)
    content = flowables(block.blocks, inner)
    if not content:
        return []
    return [_placed(grids.callout(content, setting.room, setting.styles), setting)]


def _placed(grid: Grid, setting: Setting) -> Grid:
    grid.indent = setting.indent
    return grid


def _figure(block: Figure, setting: Setting) -> list[Flowable]:
    try:
        image = ImageReader(BytesIO(block.image.data))
        image.getRGBData()  # type: ignore[no-untyped-call]  # reads all of it now; has no types
    except Exception as error:  # a broken picture may break its reader in any way
        message = f"The picture “{block.alternative}” cannot be read."
        raise ExportFailed(
            Problem.at(block.place, message, "Save it anew as PNG or JPEG.")
        ) from error
    width, height = block.image.width * mm, block.image.height * mm
    scale = min(1, setting.room / width, _TALLEST_PICTURE * setting.height / height)
    size = (width * scale, height * scale)
    link = address(block.link) if block.link else None
    caption = prose(block.caption, setting.indented(setting.styles.legend))
    return [Picture(image, size, setting.indent, link, captioned=bool(caption)), *caption]

"""Tables: columns that no word is broken for, a head that returns, rows kept whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from postingkit.document import Blocks, Column, Fact, Facts, Paragraph, Strong, Table
from postingkit.document import Cell as Content
from postingkit.exporters.pdf.layout.boxes import PADDING
from postingkit.exporters.pdf.layout.columns import divided, least_widths
from postingkit.exporters.pdf.layout.facts import HAIRLINE, padding
from postingkit.exporters.pdf.layout.grids import Cell, Edges, Grid, Row, Rule
from postingkit.exporters.pdf.layout.parts import Filling, Part, stacked
from postingkit.exporters.pdf.layout.prose import prose
from postingkit.exporters.pdf.layout.setting import Inner, Setting
from postingkit.exporters.pdf.layout.styles import TextStyle
from postingkit.exporters.pdf.structure import Element

_NARROW = 36.0  # points a column needs; with less for each, rows stand as facts
_TALLEST_HEAD = 0.3  # of the page's height; a taller head is not repeated
_STRONG = 1.2  # points; the rules of the head


def table_parts(block: Table, parent: Element, setting: Setting, inner: Inner) -> list[Part]:
    """Set a table below its caption."""
    element = parent.add("Table", block.language)
    element.summary = block.summary
    styles = setting.styles
    title = element.add("Caption")
    caption = prose(block.caption, styles.caption, title, setting, keeps=True)
    if not block.columns:
        element.tag, title.tag = "Div", "P"
        return [*caption]
    if setting.width < _NARROW * len(block.columns):
        element.tag, title.tag = "Div", "P"
        return [*caption, *inner(_rows_apart(block), element, setting)]
    shares = [column.width for column in block.columns]
    widths = divided(shares, least_widths(block, setting), setting.width)
    lanes = _lanes(block.columns, widths, mirrored=setting.mirrored)
    holder = element.add("THead") if block.rows else element
    head = _head(lanes, holder.add("TR"), setting)
    body = element.add("TBody")
    rows = [
        _row(row, number, body.add("TR"), block=block, lanes=lanes, setting=setting, inner=inner)
        for number, row in enumerate(block.rows)
    ]
    return [*caption, _grid(head, rows, setting)]


def _grid(head: Row, rows: list[Row], setting: Setting) -> Grid:
    palette, spacing = setting.styles.palette, setting.styles.spacing
    edges = (
        Edges(above=Rule(_STRONG, palette.accent)) if setting.common.table == "ruled" else Edges()
    )
    above, below = 4 * spacing, 10 * spacing
    if head.height > _TALLEST_HEAD * setting.page:
        rows, repeated = [head, *rows], None
    else:
        repeated = head
    return Grid(rows, repeated, setting.left, setting.width, setting.page, above, below, edges)


@dataclass(frozen=True, slots=True)
class _Lane:
    """A column's place in its table: the text of its cells is *width* wide."""

    column: Column
    left: float
    width: float


def _lanes(columns: Sequence[Column], widths: Sequence[float], *, mirrored: bool) -> list[_Lane]:
    """Give the columns their places, the first one where lines begin."""
    lanes = []
    before = 0.0
    total = sum(widths)
    for column, width in zip(columns, widths, strict=True):
        left = total - before - width if mirrored else before
        lanes.append(_Lane(column, left + PADDING, width - 2 * PADDING))
        before += width
    return lanes


def _head(lanes: Sequence[_Lane], element: Element, setting: Setting) -> Row:
    cells = []
    for lane in lanes:
        title = element.add("TH")
        title.scope = "Column"
        style = setting.styles.head.aligned(lane.column.alignment)
        within = setting.within(lane.width, style)
        parts = prose(lane.column.title, style, title.add("P"), within)
        cells.append(Cell(stacked(parts), lane.left))
    palette = setting.styles.palette
    ground = palette.band if setting.common.table == "banded" else ""
    rule = None if setting.common.table == "plain" else Rule(_STRONG, palette.accent)
    return Row(_sunk(cells), *padding(setting.styles.spacing), ground, rule)


def _sunk(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Let the last lines of *cells* stand at one height, whichever has the most."""
    highest = max((cell.filling.height for cell in cells), default=0)
    return tuple(
        replace(cell, filling=_lowered(cell.filling, highest - cell.filling.height))
        for cell in cells
    )


def _lowered(filling: Filling, distance: float) -> Filling:
    placed = tuple(replace(one, offset=one.offset + distance) for one in filling.placed)
    return replace(filling, placed=placed)


def _row(
    row: tuple[Content, ...],
    number: int,
    element: Element,
    *,
    block: Table,
    lanes: Sequence[_Lane],
    setting: Setting,
    inner: Inner,
) -> Row:
    """Set a row of cells; one too few is empty, and one too many has no column to stand in."""
    contents = [*row, *[Content(())] * (len(lanes) - len(row))]
    cells = []
    for index, (content, lane) in enumerate(zip(contents, lanes, strict=False)):
        names = block.row_headers and index == 0
        cell = element.add("TH" if names else "TD")
        cell.scope = "Row" if names else None
        style = _style(setting, lane.column, names=names)
        parts = inner(content.blocks, cell, setting.within(lane.width, style))
        cells.append(Cell(stacked(parts), lane.left))
    palette = setting.styles.palette
    ground = palette.band if setting.common.table == "banded" and number % 2 else ""
    rule = None if setting.common.table == "plain" else Rule(HAIRLINE, palette.rule)
    return Row(tuple(cells), *padding(setting.styles.spacing), ground, rule)


def _style(setting: Setting, column: Column, *, names: bool) -> TextStyle:
    style = setting.styles.row_head if names else setting.styles.cell
    return style.aligned(column.alignment)


def _rows_apart(block: Table) -> Blocks:
    """Give each row as facts, named by the columns."""
    names = [column.title for column in block.columns]
    if not block.rows:
        return tuple(Paragraph((Strong(name),)) for name in names)
    pairs = (zip(names, row, strict=False) for row in block.rows)
    return tuple(Facts(tuple(Fact(name, cell.blocks) for name, cell in row)) for row in pairs)

"""Makes tables HTML around cells that are HTML already; it knows no blocks.

On a narrow screen the stylesheet stacks a row's cells below its name; each then stands after its
column's title, which ``data-label`` holds for that.
"""

from collections.abc import Sequence
from typing import TypeAlias

from postingkit.document import Column, Table, plain
from postingkit.exporters.html.context import Context
from postingkit.exporters.html.elements import (
    NOTHING,
    Attributes,
    Html,
    block,
    classes,
    element,
    stacked,
    void,
)
from postingkit.exporters.html.inlines import render_inlines

Row: TypeAlias = Sequence[Html]

MANY = 6
"""From so many columns on, a table is set smaller where the screen is not wide."""


def render_table(table: Table, rows: Sequence[Row], marks: Attributes, context: Context) -> Html:
    """Give *table*, with *rows* for what its own rows hold."""
    if not table.columns:
        return NOTHING
    size = "many" if len(table.columns) >= MANY else None
    attributes = {"class": classes(table.style, size), **_name(table, context), **marks}
    parts = [
        element("caption", render_inlines(table.caption, context)) if table.caption else NOTHING,
        _widths(table.columns),
        _head(table.columns, context),
        _body(table, rows),
    ]
    return block("table", stacked(parts), attributes)


def _name(table: Table, context: Context) -> Attributes:
    """Name a table to those who do not see it; a caption names it already."""
    if table.summary:
        return {"aria-label": table.summary}
    return {} if table.caption else {"aria-labelledby": context.label}


def _widths(columns: tuple[Column, ...]) -> Html:
    whole = sum(column.width for column in columns)
    widths = [f"width: {column.width / whole:.2%}" for column in columns]
    return block("colgroup", stacked(void("col", {"style": width}) for width in widths))


def _head(columns: tuple[Column, ...], context: Context) -> Html:
    if not any(map(_title, columns)):
        return NOTHING
    cells = stacked(_heading(column, context) for column in columns)
    return block("thead", block("tr", cells))


def _heading(column: Column, context: Context) -> Html:
    """Give a column's head; one without words is an ordinary cell, as there is nothing to hear."""
    alignment = {"class": _alignment(column)}
    if not _title(column):
        return element("td", NOTHING, alignment)
    return element("th", render_inlines(column.title, context), {"scope": "col", **alignment})


def _body(table: Table, rows: Sequence[Row]) -> Html:
    columns = [
        {"class": _alignment(column), "data-label": _label(table, column)}
        for column in table.columns
    ]
    render = _named_row if table.row_headers else _row
    return block("tbody", stacked(render(row, columns) for row in rows))


def _named_row(row: Row, columns: Sequence[Attributes]) -> Html:
    """Give a row whose first cell names it, unless that one is empty."""
    if not row or not row[0].strip():
        return _row(row, columns)
    name = element("th", row[0], {"scope": "row", "class": columns[0]["class"]})
    return block("tr", stacked([name, *_cells(row[1:], columns[1:])]))


def _row(row: Row, columns: Sequence[Attributes]) -> Html:
    return block("tr", stacked(_cells(row, columns)))


def _cells(row: Row, columns: Sequence[Attributes]) -> list[Html]:
    cells = zip(row, columns, strict=False)
    return [element("td", content, attributes) for content, attributes in cells]


def _label(table: Table, column: Column) -> str | None:
    """Give what a cell is called where no head stands above it; beside a row's name alone, none."""
    if table.row_headers and len(table.columns) <= 2:  # noqa: PLR2004 - a name and what it names
        return None
    return _title(column) or None


def _title(column: Column) -> str:
    return plain(column.title).strip()


def _alignment(column: Column) -> str | None:
    return None if column.alignment == "start" else column.alignment

"""Tables as lines of Markdown, and the blocks in their cells as one line each (GFM 4.10)."""

import re
import unicodedata
from collections.abc import Iterable

from postingkit.document import (
    Alignment,
    Block,
    Blocks,
    Callout,
    Cell,
    Inlines,
    List,
    Paragraph,
    Strong,
    Table,
)
from postingkit.exporters.markdown.escape import escape_dollars
from postingkit.exporters.markdown.inlines import inline_lines
from postingkit.exporters.markdown.simpler import simpler

WIDEST = 120
"""Columns are padded to stand below each other where a row is no wider than so many characters."""

INDENT = "&emsp;"
BREAK = "<br>"
BETWEEN_CELLS = " · "

# Characters on whose width, one or two columns, every editor and linter agrees.
MEASURABLE = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027"
    "\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2200-\u22ff\u3001-\u3029\u3041-\u3096"
    "\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*"
)


def table_lines(table: Table) -> list[str]:
    """Give the lines of a *table* without its caption; none for a table without columns.

    Names of rows cannot be marked as such, so they and the heads are strong where there are any.
    """
    if not table.columns:
        return []
    is_strong = table.row_headers
    head = [_one_line(_inlines(column.title, is_strong=is_strong)) for column in table.columns]
    rows = [_row(row, is_strong=is_strong) for row in table.rows]
    return _padded([head, *rows], [column.alignment for column in table.columns])


def _row(row: tuple[Cell, ...], *, is_strong: bool) -> list[str]:
    return [
        _one_line(_cell_lines(cell.blocks, is_strong=is_strong and index == 0))
        for index, cell in enumerate(row)
    ]


def _one_line(lines: Iterable[str]) -> str:
    return escape_dollars(BREAK.join(lines)).replace("|", "\\|")


def _inlines(inlines: Inlines, *, is_strong: bool) -> list[str]:
    return inline_lines((Strong(inlines),) if is_strong else inlines)


def _cell_lines(blocks: Blocks, *, is_strong: bool = False) -> list[str]:
    return [line for block in blocks for line in _block_lines(block, is_strong=is_strong)]


def _block_lines(block: Block, *, is_strong: bool) -> list[str]:
    match simpler(block):
        case Paragraph(inlines):
            return _inlines(inlines, is_strong=is_strong)
        case List() as items:
            return _list_lines(items, is_strong=is_strong)
        case Table() as inner:
            return _inner_table_lines(inner)
        case Callout(inner_blocks):
            return _cell_lines(inner_blocks, is_strong=is_strong)


def _list_lines(block: List, *, is_strong: bool) -> list[str]:
    contents = [_cell_lines(item.blocks, is_strong=is_strong) for item in block.items]
    lines: list[str] = []
    for number, content in enumerate(filter(None, contents), block.start):
        marker = f"{number}." if block.ordered else "-"
        lines.append(f"{marker} {content[0]}")
        lines += [INDENT + line for line in content[1:]]
    return lines


def _inner_table_lines(table: Table) -> list[str]:
    """Give a table within a cell, which Markdown cannot hold, as a line a row."""
    heads = [inline_lines(column.title) for column in table.columns]
    rows = [[_cell_lines(cell.blocks) for cell in row] for row in table.rows]
    lines = [BETWEEN_CELLS.join(" ".join(cell) for cell in row if cell) for row in [heads, *rows]]
    return [*inline_lines(table.caption), *filter(None, lines)]


def _padded(rows: list[list[str]], alignments: list[Alignment]) -> list[str]:
    widths = _widths(rows)
    delimiters = [
        _delimiter(alignment, width) for alignment, width in zip(alignments, widths, strict=True)
    ]
    padded = [
        [
            _aligned(cell, width, alignment)
            for cell, width, alignment in zip(row, widths, alignments, strict=True)
        ]
        for row in rows
    ]
    head, *body = padded
    return [_line(row) for row in (head, delimiters, *body)]


def _widths(rows: list[list[str]]) -> list[int]:
    """Give the columns' widths, or zeros where padding would not make columns to look at."""
    columns = list(zip(*rows, strict=True))
    widths = [max(3, *map(_width, column)) for column in columns]
    is_readable = sum(widths) + 3 * len(widths) + 1 <= WIDEST
    is_measurable = all(MEASURABLE.fullmatch(cell) for row in rows for cell in row)
    return widths if is_readable and is_measurable else [0] * len(widths)


def _width(cell: str) -> int:
    if cell.isascii():
        return len(cell)
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in cell)


def _delimiter(alignment: Alignment, width: int) -> str:
    match alignment:
        case "start":
            return "-" * max(3, width)
        case "center":
            return f":{'-' * max(1, width - 2)}:"
        case "end":
            return f"{'-' * max(2, width - 1)}:"


def _aligned(cell: str, width: int, alignment: Alignment) -> str:
    missing = max(0, width - _width(cell))
    match alignment:
        case "start":
            return cell + " " * missing
        case "center":
            return " " * (missing // 2) + cell + " " * (missing - missing // 2)
        case "end":
            return " " * missing + cell


def _line(cells: Iterable[str]) -> str:
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|"

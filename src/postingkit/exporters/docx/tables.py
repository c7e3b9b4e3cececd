"""Writes tables: the caption, the grid, a head that repeats on each page, rows of cells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from postingkit.document import Cell, Table, plain
from postingkit.errors import ExportFailed, Problem
from postingkit.exporters.docx import escaping
from postingkit.exporters.docx.measures import CHARACTER, TWIPS_PER_POINT, shares
from postingkit.exporters.docx.paragraphs import Form, paragraph
from postingkit.exporters.docx.setting import Setting, Write
from postingkit.exporters.docx.table_styles import PADDING_ACROSS, POSTING_TABLE

TABLE_START = "<w:tbl>"
TABLE_END = "</w:tbl>"
GAP = paragraph(Form("Gap"), "")
"""The paragraph that Word asks for between tables and at the end of a cell."""
MOST_COLUMNS = 63
"""The most that Word opens."""
LINE = 1.4
"""The height of a line, as a share of the type size."""
UNSPLIT = 0.4
"""The share of a page's height up to which a row stays on one page."""
TEXTS = re.compile(r"<w:t [^>]*>([^<]*)")


def table_with_caption(block: Table, setting: Setting, write: Write) -> str:
    """Write *block*; *write* writes what its cells hold.

    Raises `ExportFailed` for more columns than Word opens.
    """
    if len(block.columns) > MOST_COLUMNS:
        raise ExportFailed(_too_wide(block))
    caption = setting.runs(block.caption)
    form = replace(replace(setting, base=0).form("Caption"), keep_next=True)
    above = paragraph(form, caption) if caption else ""
    return above + _table(block, setting, write) if block.columns else above


def _too_wide(block: Table) -> Problem:
    return Problem.at(
        block.place,
        f"The table has {len(block.columns)} columns, and Word opens {MOST_COLUMNS} at most.",
        "Split it into several tables.",
    )


def _table(block: Table, setting: Setting, write: Write) -> str:
    widths = shares([column.width for column in block.columns], setting.room)
    inner = replace(setting, indent=0, base=0, level=0, panel="", plain="TableText", apart=False)
    settings = [
        replace(inner, width=max(1, width - 2 * PADDING_ACROSS), alignment=column.alignment)
        for width, column in zip(widths, block.columns, strict=True)
    ]
    heads = [
        paragraph(each.form("TableHeading"), each.runs(column.title))
        for each, column in zip(settings, block.columns, strict=True)
    ]
    rows = [
        [_cell(cell, each, write) for cell, each in zip(row, settings, strict=True)]
        for row in block.rows
    ]
    description = Description(
        setting.references.style("table", POSTING_TABLE, block.style),
        plain(block.caption) or block.summary,
        block.summary,
        block.row_headers,
        setting.voice.rtl,
    )
    grid = Grid(tuple(widths), setting.indent, setting.page_height, setting.type_size)
    return table(grid, description, heads, rows)


def _cell(cell: Cell, setting: Setting, write: Write) -> str:
    written = write(cell.blocks, setting)
    if not written:
        return paragraph(setting.form("TableText"), "")
    return written + GAP if written.endswith(TABLE_END) else written


@dataclass(frozen=True, slots=True)
class Grid:
    """Where a table stands and how wide its columns are, in twips; *height* is the page's."""

    widths: tuple[int, ...]
    indent: int
    height: int
    type_size: float

    def fits(self, row: Sequence[str]) -> bool:
        """Tell whether *row* is low enough to stay on one page whole, by a rough estimate."""
        line = self.type_size * TWIPS_PER_POINT
        lines = max(
            content.count("<w:p>") + _length(content) * CHARACTER * line / max(width, 1)
            for content, width in zip(row, self.widths, strict=True)
        )
        return lines * LINE * line <= UNSPLIT * self.height


@dataclass(frozen=True, slots=True)
class Description:
    """What a table is called by those who do not see it, and how its rows are to be read."""

    style: str
    caption: str
    summary: str
    row_headers: bool
    rtl: bool


def table(
    grid: Grid, description: Description, heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> str:
    """Write a table of *heads* and *rows*; each cell holds paragraphs and ends in one."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid.widths)
    cells = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in grid.widths]
    header = _row("<w:cantSplit/><w:tblHeader/>", cells, heads)
    body = [_row("<w:cantSplit/>" if grid.fits(row) else "", cells, row) for row in rows]
    return (
        f"<w:tbl>{_properties(grid, description)}<w:tblGrid>{columns}</w:tblGrid>"
        f"{header}{''.join(body)}</w:tbl>"
    )


def _row(properties: str, cells: Sequence[str], contents: Sequence[str]) -> str:
    inner = "".join(
        [f"{cell}{content}</w:tc>" for cell, content in zip(cells, contents, strict=True)]
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def _properties(grid: Grid, description: Description) -> str:
    """Give the ``w:tblPr``, whose elements have a fixed order (ISO/IEC 29500-1, CT_TblPr)."""
    return (
        f'<w:tblPr><w:tblStyle w:val="{description.style}"/>'
        f"{'<w:bidiVisual/>' if description.rtl else ''}"
        f'<w:tblW w:w="{sum(grid.widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{grid.indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"{_look(description)}{_spoken('tblCaption', description.caption)}"
        f"{_spoken('tblDescription', description.summary)}</w:tblPr>"
    )


def _look(description: Description) -> str:
    first_column = int(description.row_headers)
    mask = 0x0420 | 0x0080 * first_column
    return (
        f'<w:tblLook w:val="{mask:04X}" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    )


def _spoken(element: str, words: str) -> str:
    return f'<w:{element} w:val="{escaping.attribute(words)}"/>' if words else ""


def _length(content: str) -> int:
    return sum(map(len, TEXTS.findall(content)))

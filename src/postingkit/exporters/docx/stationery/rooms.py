"""Measures the places where a posting's sections go: the text area, column or cell around them."""

from dataclasses import dataclass
from itertools import takewhile

from postingkit.exporters.docx.stationery.names import Element, W, value

CELL_PADDING = 216
"""Twips that Word keeps free at the sides of a cell, both together."""
A4 = (11906, 16838)
MARGIN = 1440
APART = frozenset(f"{W}{name}" for name in ("p", "sectPr", "tcPr"))
"""What stands beside a paragraph and is no table, nor may hold one."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place for the section *key*, or for the posting; *width* and *height* are twips.

    With *gap_before* and *gap_after* a table would touch another, or end a cell. One *needed* is
    the only paragraph around, so something must be left.
    """

    key: str
    width: int
    height: int
    gap_before: bool
    gap_after: bool
    needed: bool


def place(key: str, paragraph: Element, body: Element | None) -> Place:
    """Measure the place of *paragraph*, for the section *key*."""
    section = _section(paragraph, body)
    width, height = _text_area(section)
    cell = next(paragraph.iterancestors(W + "tc"), None)
    if cell is not None:
        width = _cell_width(cell, width)
    return Place(
        key,
        max(1, width),
        max(1, height),
        touches_table(paragraph.getprevious()),
        touches_table(paragraph.getnext()) or (cell is not None and _is_last(paragraph)),
        _is_only(paragraph),
    )


def touches_table(sibling: Element | None) -> bool:
    """Tell whether a table at *sibling* would touch one that stands beside it."""
    return sibling is not None and sibling.tag not in APART


def _is_last(paragraph: Element) -> bool:
    return paragraph.getnext() is None


def _is_only(paragraph: Element) -> bool:
    parent = paragraph.getparent()
    return parent is not None and parent.tag != W + "body" and len(parent.findall(W + "p")) == 1


def _section(paragraph: Element, body: Element | None) -> Element | None:
    """Give the properties of the section that *paragraph* stands in: the next ones there are."""
    top = paragraph
    for ancestor in takewhile(lambda each: each is not body, paragraph.iterancestors()):
        top = ancestor
    for each in (top, *top.itersiblings()):
        found = each if each.tag == W + "sectPr" else next(each.iter(W + "sectPr"), None)
        if found is not None:
            return found
    return None


def _text_area(section: Element | None) -> tuple[int, int]:
    """Give the width of a column of text, and the height of the text on a page."""
    if section is None:
        return A4[0] - 2 * MARGIN, A4[1] - 2 * MARGIN
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    across = sum(abs(_number(margins, side, MARGIN)) for side in ("left", "right"))
    down = sum(abs(_number(margins, side, MARGIN)) for side in ("top", "bottom"))
    gutter = _number(margins, "gutter", 0)
    width = _number(size, "w", A4[0]) - across - gutter
    return _column_width(section, width), _number(size, "h", A4[1]) - down


def _column_width(section: Element, width: int) -> int:
    columns = section.find(W + "cols")
    first = None if columns is None else columns.find(W + "col")
    if first is not None:
        return _number(first, "w", width)
    count = max(1, _number(columns, "num", 1))
    return (width - (count - 1) * _number(columns, "space", 720)) // count


def _cell_width(cell: Element, around: int) -> int:
    said = cell.find(f"{W}tcPr/{W}tcW")
    if said is not None and value(said, "type") == "dxa":
        return _number(said, "w", around) - CELL_PADDING
    row = cell.getparent()
    cells = 1 if row is None else len(row.findall(W + "tc"))
    return around // max(1, cells) - CELL_PADDING


def _number(element: Element | None, name: str, otherwise: int) -> int:
    try:
        return round(float(value(element, name)))
    except (ValueError, OverflowError):
        return otherwise

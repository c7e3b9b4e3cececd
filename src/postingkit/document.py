"""The neutral tree that postings and comparisons become; it knows no format and reads no file.

Values are frozen and compare by what they say; the place a block came from does not count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from postingkit.errors import Place
from postingkit.inlines import (
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Strong,
    Text,
    lines,
    plain,
)
from postingkit.meta import Direction, Meta, Orientation, Reference

__all__ = [
    "Alignment",
    "Block",
    "Blocks",
    "Callout",
    "Cell",
    "Column",
    "Direction",
    "Document",
    "Emphasis",
    "Fact",
    "Facts",
    "Figure",
    "Image",
    "Inline",
    "Inlines",
    "LineBreak",
    "Link",
    "List",
    "ListItem",
    "Meta",
    "Orientation",
    "Paragraph",
    "Reference",
    "Section",
    "Strong",
    "Table",
    "Text",
    "block_texts",
    "for_format",
    "has_facts",
    "lines",
    "only_inline",
    "plain",
    "section_texts",
    "texts",
]

Alignment: TypeAlias = Literal["start", "center", "end"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. *style* is a semantic name (``lead``), never a look."""

    inlines: Inlines
    style: str | None = None
    language: str | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; a list within it is nested."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class List:
    """Bullets, or numbers that count from *start*."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    style: str | None = None
    language: str | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what it stands for: “Reports to”, “Head of Data”."""

    name: Inlines
    value: "Blocks"


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values, in order.

    *places* says of each fact where it is written, as far as its own blocks do not.
    """

    facts: tuple[Fact, ...]
    style: str | None = None
    language: str | None = None
    place: Place | None = field(default=None, compare=False)
    places: Sequence[Place | None] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head; *width* is its share relative to the other columns' widths, above 0."""

    title: Inlines
    width: float = 1.0
    alignment: Alignment = "start"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell of a table."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their heads, and rows of as many cells as there are columns.

    With *row_headers* the first cell of each row names the row. *caption* is seen, *summary* is
    only for those who hear the table described.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Inlines = ()
    row_headers: bool = False
    summary: str = ""
    style: str | None = None
    language: str | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Callout:
    """Blocks set apart from the text around them."""

    blocks: "Blocks"
    style: str | None = None
    language: str | None = None
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture's bytes and its size on paper in millimetres."""

    data: bytes
    media_type: Literal["image/png", "image/jpeg"]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that says what *alternative* says, leads to *link* if any, above its *caption*."""

    image: Image
    alternative: str
    link: str | None = None
    caption: Inlines = ()
    style: str | None = None
    language: str | None = None
    place: Place | None = field(default=None, compare=False)


Block: TypeAlias = Paragraph | List | Facts | Table | Callout | Figure
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its blocks; without a title the blocks stand alone.

    *only* names the formats that show the section (empty: all of them), *hidden_from* the formats
    that do not. *place* is the title's, where somebody wrote one; *locked* is where the section is
    locked, and says that no file may go without it.
    """

    key: str
    title: Text | None
    blocks: Blocks
    only: frozenset[str] = frozenset()
    hidden_from: frozenset[str] = frozenset()
    place: Place | None = field(default=None, compare=False)
    locked: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Document:
    """One posting or comparison. Order is the sections' order; leaving out is hiding."""

    meta: Meta
    sections: tuple[Section, ...]


def for_format(document: Document, name: str) -> Document:
    """Drop the sections that are not for the format *name*."""
    sections = document.sections
    kept = [
        section
        for section in sections
        if (not section.only or name in section.only) and name not in section.hidden_from
    ]
    return document if len(kept) == len(sections) else Document(document.meta, tuple(kept))


def texts(document: Document) -> Iterator[str]:
    """Yield every visible string in reading order, a line of a paragraph at a time.

    List markers, page furniture, summaries and alternative texts are not among them.
    """
    yield document.meta.title.text
    for section in document.sections:
        yield from section_texts(section)


def has_facts(section: Section) -> bool:
    """Say whether *section* says facts, which hardly two documents share."""
    for block in section.blocks:  # noqa: SIM110 - it is asked of all sections of all openings
        if isinstance(block, Facts):
            return True
    return False


def only_inline(blocks: Blocks) -> Inline | None:
    """Give the one inline that *blocks* consist of, as those of most facts do; None if not so."""
    first = blocks[0] if len(blocks) == 1 else None
    if isinstance(first, Paragraph) and len(first.inlines) == 1:
        return first.inlines[0]
    return None


def section_texts(section: Section) -> Iterator[str]:
    """Yield every visible string of *section* as `texts` does."""
    if section.title:
        yield section.title.text
    yield from block_texts(section.blocks)


def block_texts(blocks: Blocks) -> Iterator[str]:
    """Yield every visible string of *blocks* as `texts` does."""
    for block in blocks:
        match block:
            case Paragraph(inlines):
                yield from _visible(inlines)
            case List(items):
                for item in items:
                    yield from block_texts(item.blocks)
            case Facts(facts):
                for fact in facts:
                    yield from _visible(fact.name)
                    yield from block_texts(fact.value)
            case Table():
                yield from _table_texts(block)
            case Callout(inner):
                yield from block_texts(inner)
            case Figure():
                yield from _visible(block.caption)


def _table_texts(table: Table) -> Iterator[str]:
    yield from _visible(table.caption)
    for column in table.columns:
        yield from _visible(column.title)
    for row in table.rows:
        for cell in row:
            yield from block_texts(cell.blocks)


def _visible(inlines: Inlines) -> Iterator[str]:
    yield from (line for line in lines(inlines) if line.strip())

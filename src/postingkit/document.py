"""The neutral tree that postings and comparisons become; it knows no format and reads no file.

Values are frozen and compare by what they say; the place a block came from does not count.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from postingkit.errors import Place
from postingkit.vacancy import Vacancy

Alignment: TypeAlias = Literal["start", "center", "end"]
Direction: TypeAlias = Literal["ltr", "rtl"]
Orientation: TypeAlias = Literal["portrait", "landscape"]


@dataclass(frozen=True, slots=True)
class Text:
    """Characters, to be shown as they are; *language* (BCP 47) where it is not the document's."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Strong:
    """Inlines of strong importance."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Inlines with stress."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """Inlines that lead to *target*: an absolute address of scheme http, https, mailto or tel."""

    children: "Inlines"
    target: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line within a paragraph."""


Inline: TypeAlias = Text | Strong | Emphasis | Link | LineBreak
Inlines: TypeAlias = tuple[Inline, ...]


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
    """Names with their values, in order."""

    facts: tuple[Fact, ...]
    style: str | None = None
    language: str | None = None
    place: Place | None = field(default=None, compare=False)


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
class Reference:
    """A page or a file that stands beside a page, and what a link to it says.

    *address* is relative to the page. A file has a *media_type*.
    """

    address: str
    label: str
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """What file properties, page titles and running feet need and no block holds.

    *language* is a BCP 47 tag. *page_label* is the running foot's wording with ``{page}`` and
    ``{pages}`` in it. *header* and *footer* stand in the margins of pages on paper, and are empty
    where there is nothing to stand there. *description* is one plain sentence, for file
    properties. *fields* is the flat table of names and plain values that wording and stationery
    share; a known name without a value stands there with an empty one. *section_keys* names the
    sections there could be, shown in this document or not. *vacancy* has the facts of
    an opening, where the document is one's. *home* is the list that a page of a site belongs to,
    and *downloads* are files beside it that say the same; only pages have them. *place* is the
    title's.
    """

    kind: Literal["posting", "comparison"]
    title: Text
    language: str = "en"
    direction: Direction = "ltr"
    orientation: Orientation = "portrait"
    organization: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    page_label: str = "Page {page} of {pages}"
    header: str = ""
    footer: str = ""
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    section_keys: tuple[str, ...] = ()
    vacancy: Vacancy | None = None
    home: Reference | None = None
    downloads: tuple[Reference, ...] = ()
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Document:
    """One posting or comparison. Order is the sections' order; leaving out is hiding."""

    meta: Meta
    sections: tuple[Section, ...]


def for_format(document: Document, name: str) -> Document:
    """Drop the sections that are not for the format *name*."""
    kept = tuple(
        [
            section
            for section in document.sections
            if (not section.only or name in section.only) and name not in section.hidden_from
        ]
    )
    return Document(document.meta, kept)


def lines(inlines: Inlines) -> tuple[str, ...]:
    """Give the plain text of *inlines*, one string a line."""
    return tuple("".join(_characters(inlines)).split("\n"))


def plain(inlines: Inlines) -> str:
    """Give the plain text of *inlines* as one line."""
    return " ".join(lines(inlines))


def _characters(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield text
            case Strong(children) | Emphasis(children) | Link(children):
                yield from _characters(children)
            case LineBreak():
                yield "\n"


def texts(document: Document) -> Iterator[str]:
    """Yield every visible string in reading order, a line of a paragraph at a time.

    List markers, page furniture, summaries and alternative texts are not among them.
    """
    yield document.meta.title.text
    for section in document.sections:
        yield from section_texts(section)


def has_facts(section: Section) -> bool:
    """Say whether *section* says facts, which hardly two documents share."""
    return any(isinstance(block, Facts) for block in section.blocks)


def section_texts(section: Section) -> Iterator[str]:
    """Yield every visible string of *section* as `texts` does."""
    if section.title:
        yield section.title.text
    yield from _block_texts(section.blocks)


def _block_texts(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(inlines):
                yield from _visible(inlines)
            case List(items):
                for item in items:
                    yield from _block_texts(item.blocks)
            case Facts(facts):
                for fact in facts:
                    yield from _visible(fact.name)
                    yield from _block_texts(fact.value)
            case Table():
                yield from _table_texts(block)
            case Callout(inner):
                yield from _block_texts(inner)
            case Figure():
                yield from _visible(block.caption)


def _table_texts(table: Table) -> Iterator[str]:
    yield from _visible(table.caption)
    for column in table.columns:
        yield from _visible(column.title)
    for row in table.rows:
        for cell in row:
            yield from _block_texts(cell.blocks)


def _visible(inlines: Inlines) -> Iterator[str]:
    yield from (line for line in lines(inlines) if line.strip())

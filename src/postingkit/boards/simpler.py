"""Turns blocks into paragraphs and lists, which is all that boards keep; it writes no markup.

No word is lost and none changes its place: a table becomes a line of its columns' heads and a list
of its rows, numbers that a list cannot keep come into its text, and so do addresses of links.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, TypeAlias

from postingkit.document import (
    Block,
    Callout,
    Cell,
    Column,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Strong,
    Table,
    Text,
    plain,
)

Simple: TypeAlias = Paragraph | List
Simples: TypeAlias = tuple[Simple, ...]

COLON, DOT, DASH = Text(": "), Text(" · "), Text("– ")
ENDS = (":", "：", "?", "？")
TWO = 2


@dataclass(frozen=True, slots=True)
class Shape:
    """What paragraphs and lists can say.

    *ordered*: numbers count by themselves; *nested*: a list may stand in a list; *links*: kept,
    given by their address after their text, or by their text alone.
    """

    ordered: bool = True
    nested: bool = True
    links: Literal["kept", "address", "text"] = "kept"
    facts: Literal["list", "paragraphs"] = "list"
    figures: Literal["caption", "alternative"] = "caption"


def simplified(blocks: Iterable[Block], shape: Shape) -> Simples:
    """Give *blocks* as paragraphs and lists; those without words are left out."""
    return tuple(simple for block in blocks for simple in _simplified(block, shape))


def _simplified(block: Block, shape: Shape) -> Simples:
    match block:
        case Paragraph(inlines):
            return _paragraph(inlines, shape)
        case List():
            return _list(block, shape)
        case Facts(facts):
            return _facts(facts, shape)
        case Table():
            return _table(block, shape)
        case Callout(blocks):
            return simplified(blocks, shape)
        case Figure():
            return _paragraph(_figure(block, shape), shape)


def _paragraph(inlines: Inlines, shape: Shape) -> Simples:
    if not _has_words(inlines):
        return ()
    return (Paragraph(inlines if shape.links == "kept" else _without_links(inlines, shape)),)


def _has_words(inlines: Inlines) -> bool:
    match inlines:
        case (Text(text) | Link((Text(text), *_)), *_) if text and not text.isspace():
            return True
        case _:
            return bool(plain(inlines).strip())


def _without_links(inlines: Inlines, shape: Shape) -> Inlines:
    return tuple([part for inline in inlines for part in _unlinked(inline, shape)])


def _unlinked(inline: Inline, shape: Shape) -> Inlines:
    match inline:
        case Text() | LineBreak():
            return (inline,)
        case Strong(children):
            return (Strong(_without_links(children, shape)),)
        case Emphasis(children):
            return (Emphasis(_without_links(children, shape)),)
        case Link(children, target):
            inner = _without_links(children, shape)
            shown = shape.links == "address" and not _says(plain(children), target)
            return (*inner, Text(f" ({_address(target)})")) if shown else inner


def _address(target: str) -> str:
    return target.removeprefix("mailto:").removeprefix("tel:")


def _says(text: str, target: str) -> bool:
    """Tell whether *text* is the address itself, with or without its scheme."""
    if target.startswith("tel:"):
        return _dialled(text) == _dialled(target)
    address = _address(target).rstrip("/")
    return text.strip().rstrip("/") in {address, address.partition("://")[2]}


def _dialled(number: str) -> str:
    return "".join(character for character in number if character in "+0123456789")


def _figure(figure: Figure, shape: Shape) -> Inlines:
    alternative = (Text(figure.alternative),) if shape.figures == "alternative" else ()
    shown = figure.caption or alternative
    return (Link(shown, figure.link),) if figure.link else shown


def _list(block: List, shape: Shape) -> Simples:
    items = (simplified(item.blocks, shape) for item in block.items)
    return _listed(items, shape, start=block.start if block.ordered else None)


def _listed(every: Iterable[Simples], shape: Shape, start: int | None = None) -> Simples:
    """Give a list of items that are simple already, with numbers from *start* on if there is one.

    Numbers come into the text where the list would not come to the same ones by itself.
    """
    items = tuple(filter(None, every))
    is_nested = any(isinstance(each, List) for item in items for each in item)
    counts = start == 1 and shape.ordered and (shape.nested or not is_nested)
    if start is not None and not counts:
        items = tuple(_numbered(items, start))
    if not shape.nested:
        items = tuple(flat for item in items for flat in _flattened(item))
    return (List(tuple(map(ListItem, items)), ordered=counts),) if items else ()


def _numbered(items: Iterable[Simples], start: int) -> Iterator[Simples]:
    return (_led(item, (Text(f"{number}. "),)) for number, item in enumerate(items, start))


def _flattened(item: Simples) -> Iterator[Simples]:
    """Give an item, and the items of lists within it after it, with a dash before each."""
    own: list[Simple] = []
    for block in item:
        match block:
            case Paragraph():
                own.append(block)
            case List(items):
                if own:
                    yield tuple(own)
                own = []
                yield from (_led(_simple(inner), (DASH,)) for inner in items)
    if own:
        yield tuple(own)


def _simple(item: ListItem) -> Simples:
    """Give the blocks of an item that has been simplified already."""
    return tuple(block for block in item.blocks if isinstance(block, Paragraph | List))


def _facts(facts: tuple[Fact, ...], shape: Shape) -> Simples:
    items = tuple(_named(fact.name, simplified(fact.value, shape), shape) for fact in facts)
    if shape.facts == "paragraphs":
        return tuple(block for item in items for block in item)
    return _listed(items, shape)


def _named(name: Inlines, blocks: Simples, shape: Shape) -> Simples:
    """Put a *name* and a colon before what it names."""
    if not blocks:
        return _paragraph((Strong(_words(name, shape)),), shape)
    lead = led_by(name, shape, space=" " if isinstance(blocks[0], Paragraph) else "")
    return _led(blocks, lead) if lead else blocks


def led_by(name: Inlines, shape: Shape, space: str = " ") -> Inlines:
    """Give what stands before the text that a *name* names; nothing for a name without words."""
    inlines = _words(name, shape)
    mark = "" if plain(inlines).rstrip().endswith(ENDS) else ":"
    return (Strong(inlines), Text(f"{mark}{space}")) if inlines else ()


def _words(name: Inlines, shape: Shape) -> Inlines:
    (lead,) = _paragraph(name, shape) or (Paragraph(()),)
    return lead.inlines if isinstance(lead, Paragraph) else ()


def _led(blocks: Simples, lead: Inlines) -> Simples:
    """Put *lead* before the first paragraph."""
    match blocks:
        case (Paragraph(inlines), *rest):
            return (Paragraph((*lead, *inlines)), *rest)
        case _:
            return (Paragraph(lead), *blocks)


def _table(table: Table, shape: Shape) -> Simples:
    caption = (Strong(table.caption),) if plain(table.caption).strip() else ()
    rows = (_row(row, table, shape) for row in table.rows)
    return (
        *_paragraph(caption, shape),
        *_paragraph(_legend(table.columns), shape),
        *_listed(rows, shape),
    )


def _legend(columns: tuple[Column, ...]) -> Inlines:
    """Give the heads on one line, as the cells of a row follow each other."""
    heads = [column.title for column in columns if plain(column.title).strip()]
    between = COLON if len(columns) == TWO else DOT
    parted = [part for head, _ in pairwise([*heads, ()]) for part in (*head, between)]
    return (Strong(tuple(parted[:-1])),) if parted else ()


def _row(row: tuple[Cell, ...], table: Table, shape: Shape) -> Simples:
    """Give a row as one item: its first cell leads, further ones come under their heads."""
    first, *rest = (simplified(cell.blocks, shape) for cell in row) if row else ((),)
    if len(rest) == 1:
        return _pair(first, rest[0], shape, is_name=table.row_headers)
    lead = _strong(first) if table.row_headers else first
    further = (
        _named(column.title, cell, shape) if cell else ()
        for column, cell in zip(table.columns[1:], rest, strict=False)
    )
    return (*lead, *(block for blocks in further for block in blocks))


def _pair(name: Simples, blocks: Simples, shape: Shape, *, is_name: bool) -> Simples:
    match name:
        case (Paragraph(inlines),) if blocks and is_name:
            return _named(inlines, blocks, replace(shape, links="kept"))
        case (Paragraph(inlines),) if blocks:
            return _led(blocks, (*inlines, COLON))
        case _:
            return (*(_strong(name) if is_name else name), *blocks)


def _strong(blocks: Simples) -> Simples:
    return tuple(
        Paragraph((Strong(block.inlines),)) if isinstance(block, Paragraph) else block
        for block in blocks
    )

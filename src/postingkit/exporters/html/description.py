"""Writes a document in the elements that search engines keep: p, ul, li and br.

It has the page's words in the page's order. What else the page says by its looks becomes lists: a
row of a table is an item, a fact is one, and so is each item of a list in a list.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from postingkit.document import (
    Block,
    Blocks,
    Callout,
    Document,
    Facts,
    Figure,
    Inlines,
    List,
    Paragraph,
    Section,
    Table,
    lines,
    plain,
)
from postingkit.exporters.html.elements import NOTHING, Html, element, joined, text, void

BREAK = void("br", {})
BETWEEN_HEADS = " · "


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that belong together, as an item of a list where *listed*."""

    lines: tuple[str, ...]
    listed: bool


def describe(document: Document) -> Html:
    """Give all that *document* says below its title; nothing where that is the title again."""
    passages = [one for section in document.sections for one in _section(section)]
    if _lines(passages) == (document.meta.title.text,):
        return NOTHING
    return joined(
        _list(group) if listed else joined(element("p", _content(one)) for one in group)
        for listed, group in _by_kind(passages)
    )


def _list(passages: Iterable[Passage]) -> Html:
    return element("ul", joined(element("li", _content(one)) for one in passages))


def _content(passage: Passage) -> Html:
    first, *rest = passage.lines
    return joined([text(first), *(joined([BREAK, text(line)]) for line in rest)])


def _section(section: Section) -> Iterator[Passage]:
    if section.title:
        yield from _passage([section.title.text])
    yield from _passages(section.blocks)


def _passages(blocks: Blocks) -> Iterator[Passage]:
    for one in blocks:
        yield from _block(one)


def _block(one: Block) -> Iterable[Passage]:
    match one:
        case Paragraph(inlines):
            return _prose(inlines)
        case List(items):
            return (passage for item in items for passage in _item(item.blocks))
        case Facts(facts):
            return (
                passage
                for fact in facts
                for passage in _entry([*lines(fact.name), *_flat(fact.value)])
            )
        case Table():
            return _table(one)
        case Callout(blocks):
            return _passages(blocks)
        case Figure(caption=caption):
            return _prose(caption)


def _item(blocks: Blocks) -> Iterator[Passage]:
    """Give an item with its own lines, and those of a list within it as items after it."""
    for listed, group in _by_kind(_passages(blocks)):
        if listed:
            yield from group
        else:
            yield from _entry(_lines(group))


def _table(table: Table) -> Iterator[Passage]:
    heads = filter(str.strip, (plain(column.title) for column in table.columns))
    yield from _prose(table.caption)
    yield from _passage([BETWEEN_HEADS.join(heads)])
    for row in table.rows:
        yield from _entry(line for cell in row for line in _flat(cell.blocks))


def _prose(inlines: Inlines) -> Iterator[Passage]:
    return _passage(lines(inlines))


def _passage(own: Iterable[str]) -> Iterator[Passage]:
    if kept := tuple(filter(str.strip, own)):
        yield Passage(kept, listed=False)


def _entry(own: Iterable[str]) -> Iterator[Passage]:
    if kept := tuple(filter(str.strip, own)):
        yield Passage(kept, listed=True)


def _flat(blocks: Blocks) -> tuple[str, ...]:
    return _lines(_passages(blocks))


def _lines(passages: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(line for passage in passages for line in passage.lines)


def _by_kind(passages: Iterable[Passage]) -> Iterator[tuple[bool, Iterator[Passage]]]:
    return groupby(passages, attrgetter("listed"))

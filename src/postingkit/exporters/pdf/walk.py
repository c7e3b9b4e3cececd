"""Goes through blocks for the texts in them; it judges and draws nothing."""

from collections.abc import Iterator
from itertools import zip_longest

from postingkit.document import (
    Block,
    Blocks,
    Callout,
    Facts,
    Figure,
    Inlines,
    List,
    Paragraph,
    Table,
)
from postingkit.errors import Place


def placed(blocks: Blocks, place: Place | None = None) -> Iterator[tuple[Place | None, Inlines]]:
    """Yield the inlines in *blocks* in reading order, each with the place of its nearest block.

    A block without a place of its own counts as being at *place*.
    """
    for block in blocks:
        yield from _placed(block, block.place or place)


def _placed(block: Block, place: Place | None) -> Iterator[tuple[Place | None, Inlines]]:
    match block:
        case Paragraph(inlines):
            yield place, inlines
        case List(items):
            for item in items:
                yield from placed(item.blocks, place)
        case Facts(facts, places=places):
            for fact, own in zip_longest(facts, places):
                yield place, fact.name
                yield from placed(fact.value, own or place)
        case Table():
            yield from _table(block, place)
        case Callout(inner):
            yield from placed(inner, place)
        case Figure():
            yield place, block.caption


def _table(table: Table, place: Place | None) -> Iterator[tuple[Place | None, Inlines]]:
    yield place, table.caption
    for column in table.columns:
        yield place, column.title
    for row in table.rows:
        for cell in row:
            yield from placed(cell.blocks, place)

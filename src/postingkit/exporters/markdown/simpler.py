"""Blocks that Markdown lacks, as blocks that it has; it writes no Markdown."""

from dataclasses import replace
from typing import TypeAlias

from postingkit.document import (
    Block,
    Callout,
    Fact,
    Facts,
    Figure,
    Inlines,
    Link,
    List,
    ListItem,
    Paragraph,
    Strong,
    Table,
    Text,
    plain,
)

SimplerBlock: TypeAlias = Paragraph | List | Table | Callout

NO_BREAK_SPACE = "\u00a0"


def simpler(block: Block) -> SimplerBlock:
    """Give facts as bullets and a figure as its caption, which leads where the figure leads."""
    match block:
        case Paragraph() | List() | Table() | Callout():
            return block
        case Facts(facts):
            return List(tuple(map(_fact_item, facts)))
        case Figure(caption=caption, link=link):
            return Paragraph((Link(caption, link),) if link else caption)


def countable(block: List) -> List:
    """Give a list that begins with another number than 1 as bullets that begin with the numbers.

    A list of GFM can begin anywhere, but markdownlint (MD029) wants it to begin with 1, or 0.
    """
    if not block.ordered or block.start == 1:
        return block
    numbers = range(block.start, block.start + len(block.items))
    return replace(block, items=tuple(map(_numbered, numbers, block.items)), ordered=False)


def _numbered(number: int, item: ListItem) -> ListItem:
    return _led(item, (Text(f"{number}.{NO_BREAK_SPACE}"),))


def _fact_item(fact: Fact) -> ListItem:
    name = plain(fact.name).rstrip()
    colon = "" if name.endswith((":", "：", "?")) else ":"
    return _led(ListItem(fact.value), (Strong((*fact.name, Text(colon))), Text(" ")))


def _led(item: ListItem, lead: Inlines) -> ListItem:
    """Put *lead* before the item's first paragraph."""
    match item.blocks:
        case (Paragraph(inlines), *rest):
            return ListItem((Paragraph((*lead, *inlines)), *rest))
        case blocks:
            return ListItem((Paragraph(lead), *blocks))

"""The forms that a section's content can take besides its usual one."""

from dataclasses import replace

from postingkit.compose.labels import Labels
from postingkit.document import (
    Block,
    Blocks,
    Callout,
    Facts,
    List,
    ListItem,
    Paragraph,
    Strong,
    Text,
)
from postingkit.model.template import Form


def reshaped(blocks: Blocks, form: Form | None, key: str, labels: Labels) -> Blocks:
    """Give *blocks*, in their usual form, in the *form* asked for; *key* is their section's."""
    match form:
        case "callout":
            return _set_apart(blocks, key)
        case "prose":
            return tuple(part for block in blocks for part in _prose(block))
        case "list":
            return tuple(_listed(block, labels) for block in blocks)
        case "table" | "facts" | None:
            return blocks


def _set_apart(blocks: Blocks, key: str) -> Blocks:
    if all(isinstance(block, Callout) for block in blocks):
        return blocks
    return (Callout(blocks, key, place=blocks[0].place),)


def _prose(block: Block) -> Blocks:
    match block:
        case List(items, place=place):
            inner = (each for item in items for each in item.blocks)
            return tuple(each if each.place else replace(each, place=place) for each in inner)
        case Callout(blocks):
            return blocks
        case _:
            return (block,)


def _listed(block: Block, labels: Labels) -> Block:
    """Give facts as bullets, the name of each leading its value."""
    if not isinstance(block, Facts):
        return block
    items: list[ListItem] = []
    for fact in block.facts:
        lead = (Strong(fact.name), Text(labels.phrases["lead_in"]))
        match fact.value:
            case (Paragraph(inlines), *rest):
                items.append(ListItem((Paragraph((*lead, *inlines)), *rest)))
            case value:
                items.append(ListItem((Paragraph(lead), *value)))
    return List(tuple(items), place=block.place)

"""Blocks as parts, with their elements in the tree of tags; most kinds have a file of their own."""

from postingkit.document import (
    Block,
    Blocks,
    Callout,
    Facts,
    Figure,
    List,
    Paragraph,
    Table,
)
from postingkit.exporters.pdf.layout.boxes import callout_parts
from postingkit.exporters.pdf.layout.facts import facts_parts
from postingkit.exporters.pdf.layout.figures import figure_parts
from postingkit.exporters.pdf.layout.lists import list_parts
from postingkit.exporters.pdf.layout.parts import Part
from postingkit.exporters.pdf.layout.prose import prose
from postingkit.exporters.pdf.layout.setting import Setting
from postingkit.exporters.pdf.layout.tables import table_parts
from postingkit.exporters.pdf.structure import Element


def parts(blocks: Blocks, parent: Element, setting: Setting) -> list[Part]:
    """Set *blocks*, one after another, as kids of *parent*."""
    return [part for block in blocks for part in _parts(block, parent, setting)]


def _parts(block: Block, parent: Element, outer: Setting) -> list[Part]:
    setting = outer.speaking(block.language)
    match block:
        case Paragraph(inlines, style):
            element = parent.add("P", block.language)
            named = setting.styles.named.get(style or "", setting.text)
            return [*prose(inlines, named, element, setting)]
        case List():
            return list_parts(block, parent, setting, parts)
        case Facts():
            return facts_parts(block, parent, setting, parts)
        case Table():
            return table_parts(block, parent, setting, parts)
        case Callout():
            return callout_parts(block, parent, setting, parts)
        case Figure():
            return figure_parts(block, parent, setting)

"""Lists: items with their marks before them, nested to any depth."""

from dataclasses import replace

from postingkit.document import Alignment, List, ListItem, Paragraph
from postingkit.exporters.pdf.layout.paragraphs import Label, ParagraphPart
from postingkit.exporters.pdf.layout.parts import Part
from postingkit.exporters.pdf.layout.prose import one_line, set_units, shaped, width
from postingkit.exporters.pdf.layout.setting import Inner, Setting
from postingkit.exporters.pdf.layout.styles import Justified
from postingkit.exporters.pdf.structure import Element

_BULLET = "•"
_BEFORE, _AFTER = 0.15, 0.6  # of the type size, around a mark
_SHORT = 3  # lines; an item of more may be alone on its page


def list_parts(block: List, parent: Element, setting: Setting, inner: Inner) -> list[Part]:
    """Set a list; its marks stand one below another, numbers with their ends."""
    element = parent.add("L", block.language)
    element.numbering = "Decimal" if block.ordered else "Disc"
    size = setting.text.size
    running: Alignment | Justified = "justify" if setting.text.alignment == "justify" else "start"
    style = replace(setting.styles.item, size=size, bold=setting.text.bold, alignment=running)
    mark = replace(style, colour=setting.styles.palette.accent, bold=False)
    marks = [one_line(text, mark, setting) for text in _marks(block)]
    widest = max((width(line, mark) for line in marks), default=0.0)
    indent = min((_BEFORE + _AFTER) * size + widest, setting.width / 2)
    within = setting.indented(indent, style)
    result: list[Part] = []
    for item, line in zip(block.items, marks, strict=True):
        entry = element.add("LI")
        before = _BEFORE * size + (widest - width(line, mark) if block.ordered else 0)
        left = setting.left + before
        if setting.mirrored:
            left = setting.left + setting.width - before - width(line, mark)
        label = Label(line, entry.add("Lbl"), mark, left)
        result += _item(item, label, entry.add("LBody"), within, inner)
    return result if setting.text.name == "item" else _ended(result, setting.text.below)


def _marks(block: List) -> list[str]:
    if block.ordered:
        return [f"{block.start + number}." for number in range(len(block.items))]
    return [_BULLET] * len(block.items)


def _item(
    item: ListItem, label: Label, body: Element, setting: Setting, inner: Inner
) -> list[Part]:
    """Set an item; its mark stands before its first paragraph, or alone where it has none."""
    first = item.blocks[0] if item.blocks else None
    if isinstance(first, Paragraph):
        speaking = setting.speaking(first.language)
        units = shaped(first.inlines, setting.text, speaking)
        element = body.add("P", first.language)
        found = set_units(units, setting.text, element, speaking, label=label)
        if found:
            content = inner(item.blocks[1:], body, setting)
            return [*(map(_kept, found) if content else found), *content]
    content = inner(item.blocks, body, setting)
    return [_alone(label, setting), *content] if content else []


def _alone(label: Label, setting: Setting) -> Part:
    """Set a mark that no text follows on its line."""
    measure = width(label.line, label.style)
    return ParagraphPart(
        [label.line], label.style, label.element, label.left, measure, setting.base,
        keeps=True, above=0, below=0, held={},
    )  # fmt: skip


def _ended(parts: list[Part], below: float) -> list[Part]:
    """Give the last part of a list the white space of a paragraph.

    The first and the last part are not left alone at a page's end.
    """
    last = len(parts) - 1
    return [
        _spaced(part, below) if index == last else _kept(part) if index in (0, last - 1) else part
        for index, part in enumerate(parts)
    ]


def _spaced(part: Part, below: float) -> Part:
    return replace(part, below=below) if isinstance(part, ParagraphPart) else part


def _kept(part: Part) -> Part:
    """Keep *part* with what follows, unless it is long enough to stand alone."""
    if isinstance(part, ParagraphPart) and len(part.lines) <= _SHORT:
        return replace(part, keeps=True)
    return part

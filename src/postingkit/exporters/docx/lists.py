"""Writes lists as numbered paragraphs, each numbered list with a count of its own."""

from dataclasses import replace

from postingkit.document import List, ListItem, Paragraph
from postingkit.exporters.docx.numbering import BULLETS, LEVELS, STEP, marker_room
from postingkit.exporters.docx.paragraphs import Form, Indent, Marker, paragraph
from postingkit.exporters.docx.setting import Setting, Write


def list_paragraphs(block: List, setting: Setting, write: Write) -> str:
    """Write *block*; *write* writes what its items hold besides their first paragraph."""
    level = min(setting.level, LEVELS - 1)
    numbering = setting.references.numbering(level, block.start) if block.ordered else BULLETS
    hanging = marker_room(block.start + len(block.items) - 1) if block.ordered else STEP
    inner = replace(
        setting.indented(hanging),
        level=setting.level + 1,
        plain="ListContinue",
        alignment="start",
        apart=False,
    )
    form = replace(
        inner.form(setting.style("ListNumber" if block.ordered else "ListBullet", block.style)),
        marker=Marker(numbering, level),
        indent=_indent(inner.indent, min(hanging, inner.indent), level),
    )
    opening = replace(form, apart=True) if setting.apart else form
    return "".join(
        [_item(item, form if at else opening, inner, write) for at, item in enumerate(block.items)]
    )


def _indent(start: int, hanging: int, level: int) -> Indent | None:
    """Give the indent where it is not the one that the numbering has for *level*."""
    return None if (start, hanging) == (STEP * (level + 1), STEP) else Indent(start, hanging)


def _item(item: ListItem, form: Form, inner: Setting, write: Write) -> str:
    match item.blocks:
        case (Paragraph(inlines, language=language), *rest):
            first = paragraph(form, inner.speaking(language).runs(inlines))
            return first + write(tuple(rest), inner) if rest else first
        case blocks:
            return paragraph(replace(form, keep_next=True), "") + write(blocks, inner)

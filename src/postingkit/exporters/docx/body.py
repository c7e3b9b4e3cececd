"""Writes the blocks of one document as the paragraphs and tables of a Word file's body.

It knows the ids of styles and numberings and no other part of the package; what it refers to, it
notes in its setting's references.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from postingkit.document import (
    Block,
    Blocks,
    Callout,
    Document,
    Facts,
    Figure,
    List,
    Paragraph,
    Section,
    Table,
    Text,
)
from postingkit.exporters.docx.facts import fact_paragraphs
from postingkit.exporters.docx.figures import Drawing, drawing
from postingkit.exporters.docx.lists import list_paragraphs
from postingkit.exporters.docx.paragraphs import paragraph
from postingkit.exporters.docx.setting import Setting
from postingkit.exporters.docx.styles import CALLOUT_INSET
from postingkit.exporters.docx.tables import GAP, TABLE_END, TABLE_START, table_with_caption

LEAD = "lead"


def body(document: Document, setting: Setting) -> str:
    """Write the title and the sections of *document*."""
    title = title_heading(document.meta.title, setting)
    return _joined((title, write_sections(document.sections, setting)))


def title_heading(title: Text, setting: Setting) -> str:
    """Write the *title* of a document."""
    return _heading("Heading1", title, setting)


def write_sections(sections: Sequence[Section], setting: Setting) -> str:
    """Write *sections* one after the other, each with its heading if it has one."""
    return _joined(_section(section, setting, first=at == 0) for at, section in enumerate(sections))


def _section(section: Section, setting: Setting, *, first: bool) -> str:
    if section.title is None:
        return _blocks(section.blocks, setting, apart=not first)
    return _heading("Heading2", section.title, setting) + write(section.blocks, setting)


def write(blocks: Blocks, setting: Setting) -> str:
    """Write *blocks* one after the other."""
    return _blocks(blocks, setting, apart=False)


def _blocks(blocks: Blocks, setting: Setting, *, apart: bool) -> str:
    """Write *blocks*, the first with space above it if it is to be *apart*."""
    pieces = []
    for block in blocks:
        pieces.append(_block(block, setting.with_apart(apart=apart)))
        apart = isinstance(block, Table | Callout)
    return _joined(pieces)


def _joined(pieces: Iterable[str]) -> str:
    """Join *pieces*; two tables that touch would be one to Word."""
    return "".join(pieces).replace(TABLE_END + TABLE_START, TABLE_END + GAP + TABLE_START)


def _block(block: Block, around: Setting) -> str:
    setting = around.speaking(block.language)
    match block:
        case Paragraph():
            return _paragraph(block, setting)
        case List():
            return list_paragraphs(block, setting, write)
        case Facts():
            return fact_paragraphs(block, setting, write)
        case Table():
            return table_with_caption(block, setting, write)
        case Callout():
            return _callout(block, setting)
        case Figure():
            return _figure(block, setting)


def _heading(style: str, title: Text, setting: Setting) -> str:
    spoken = setting.speaking(title.language)
    return paragraph(spoken.form(style), spoken.runs((title,))) if title.text.strip() else ""


def _paragraph(block: Paragraph, setting: Setting) -> str:
    written = setting.runs(block.inlines)
    form = setting.form(_paragraph_style(block.style, setting))
    return paragraph(form, written) if written else ""


def _paragraph_style(name: str | None, setting: Setting) -> str:
    return setting.style("Lead") if name == LEAD else setting.style(setting.plain, name)


def _callout(block: Callout, setting: Setting) -> str:
    panel = setting.references.style("paragraph", "Callout", block.style)
    inset = CALLOUT_INSET if not setting.panel else 0
    width = setting.width - inset
    inner = replace(setting, panel=panel, width=width, indent=setting.indent + inset)
    return _blocks(block.blocks, replace(inner, base=CALLOUT_INSET), apart=True)


def _figure(block: Figure, setting: Setting) -> str:
    references = setting.references
    used = Drawing(
        references.drawing(),
        references.picture(block.image),
        references.link(block.link) if block.link else None,
    )
    room = (setting.room, setting.page_height * 3 // 4)
    run = drawing(block.image, block.alternative, used, room)
    form = setting.form(setting.style("Figure", block.style))
    caption = setting.runs(block.caption)
    if not caption:
        return paragraph(form, run)
    below = setting.with_apart(apart=False)
    return paragraph(replace(form, keep_next=True), run) + paragraph(
        below.form(below.style("Caption")), caption
    )

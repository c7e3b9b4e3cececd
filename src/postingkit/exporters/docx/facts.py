"""Writes facts as paragraphs: the name, then its value beside it where there is room, or below."""

from dataclasses import replace

from postingkit.document import Fact, Facts, LineBreak, Paragraph, plain
from postingkit.exporters.docx.measures import CHARACTER, TWIPS_PER_POINT
from postingkit.exporters.docx.paragraphs import Indent, paragraph
from postingkit.exporters.docx.setting import Setting, Write
from postingkit.exporters.docx.styles import FACT_COLUMN

TAB = "<w:r><w:tab/></w:r>"
NARROW = FACT_COLUMN * 2
"""Twips up to which values stand below their names."""


def fact_paragraphs(block: Facts, setting: Setting, write: Write) -> str:
    """Write *block*; *write* writes the values."""
    style = setting.style("Fact", block.style)
    below = setting.with_apart(apart=False)
    return "".join(
        [_fact(fact, style, below if at else setting, write) for at, fact in enumerate(block.facts)]
    )


def _fact(fact: Fact, style: str, setting: Setting, write: Write) -> str:
    inner = setting if setting.room < NARROW or setting.panel else setting.indented(FACT_COLUMN)
    match fact.value:
        case (Paragraph() as first, *rest) if _fits_beside(fact, setting):
            return _beside(fact, first, style, setting) + write(tuple(rest), inner)
        case blocks:
            form = replace(setting.form(setting.style("FactName")), keep_next=True)
            return paragraph(form, _name(fact, setting)) + write(blocks, inner)


def _beside(fact: Fact, value: Paragraph, style: str, setting: Setting) -> str:
    own = setting.indent == 0 and not setting.panel
    indent = None if own else Indent(setting.indent + FACT_COLUMN, FACT_COLUMN)
    form = replace(setting.form(style), indent=indent)
    words = setting.speaking(value.language).runs(value.inlines)
    return paragraph(form, _name(fact, setting) + TAB + words)


def _fits_beside(fact: Fact, setting: Setting) -> bool:
    across = len(plain(fact.name)) * CHARACTER * setting.type_size * TWIPS_PER_POINT
    one_line = not any(isinstance(inline, LineBreak) for inline in fact.name)
    return one_line and across < FACT_COLUMN and setting.room >= NARROW


def _name(fact: Fact, setting: Setting) -> str:
    named = replace(setting, voice=replace(setting.voice, style="FactTerm"))
    return named.runs(fact.name)

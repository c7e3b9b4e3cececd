"""Writes paragraphs of WordprocessingML around runs; it knows no block."""

from dataclasses import dataclass

from postingkit.document import Alignment

JUSTIFICATION = {"start": "", "center": '<w:jc w:val="center"/>', "end": '<w:jc w:val="right"/>'}
"""Word's left and right are a paragraph's start and end, in paragraphs from right to left too."""
APART = '<w:spacing w:before="160"/>'
"""Tables have no space below them, so what follows brings it; likewise below panels."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The place of a list's item in a numbering."""

    numbering: int
    level: int


@dataclass(frozen=True, slots=True)
class Indent:
    """Twips from the start to the text, of which the first line hangs out *hanging*."""

    start: int
    hanging: int = 0


@dataclass(frozen=True, slots=True)
class Form:
    """Everything about a paragraph but its words.

    A tab in it leads to *tab* twips from the start, against which what follows it ends.
    """

    style: str = "Normal"
    keep_next: bool = False
    marker: Marker | None = None
    rtl: bool = False
    indent: Indent | None = None
    alignment: Alignment = "start"
    apart: bool = False
    tab: int = 0


def paragraph(form: Form, content: str) -> str:
    """Write a paragraph around *content*, its runs."""
    return f"<w:p>{_properties(form)}{content}</w:p>"


def _properties(form: Form) -> str:
    """Give the ``w:pPr``, whose elements have a fixed order (ISO/IEC 29500-1, CT_PPr)."""
    inner = (
        ("" if form.style == "Normal" else f'<w:pStyle w:val="{form.style}"/>')
        + ("<w:keepNext/>" if form.keep_next else "")
        + (_numbered(form.marker) if form.marker else "")
        + (_tabbed(form.tab) if form.tab else "")
        + ("<w:bidi/>" if form.rtl else "")
        + (APART if form.apart else "")
        + (_indented(form.indent) if form.indent else "")
        + ('<w:jc w:val="left"/>' if form.tab else JUSTIFICATION[form.alignment])
        + ("<w:rPr><w:rtl/></w:rPr>" if form.rtl else "")
    )
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


def _numbered(marker: Marker) -> str:
    return (
        f'<w:numPr><w:ilvl w:val="{marker.level}"/><w:numId w:val="{marker.numbering}"/></w:numPr>'
    )


def _tabbed(position: int) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{position}"/></w:tabs>'


def _indented(indent: Indent) -> str:
    return f'<w:ind w:left="{indent.start}" w:hanging="{indent.hanging}"/>'

"""Writes inlines as runs of WordprocessingML; it knows nothing of the paragraph around them."""

from dataclasses import dataclass, replace
from functools import lru_cache

from postingkit.document import Emphasis, Inline, Inlines, LineBreak, Link, Strong, Text
from postingkit.exporters.docx import escaping
from postingkit.exporters.docx.languages import marking, stretches
from postingkit.exporters.docx.references import References
from postingkit.languages import direction_of

SOFT_HYPHEN = '</w:t><w:softHyphen/><w:t xml:space="preserve">'
"""Word shows the character U+00AD as a hyphen; its own element is the invisible one."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How runs sound and look: a character *style*, strength and stress, language, direction."""

    rtl: bool = False
    language: str | None = None
    style: str = ""
    bold: bool = False
    italic: bool = False
    linked: bool = False

    def speaking(self, language: str | None) -> "Voice":
        """Give this voice in another *language*; None changes nothing."""
        if language is None:
            return self
        return replace(self, language=language, rtl=direction_of(language) == "rtl")


def runs(inlines: Inlines, voice: Voice, references: References) -> str:
    """Write *inlines*; the targets of links are noted in *references*."""
    return "".join([_inline(inline, voice, references) for inline in inlines])


def _inline(inline: Inline, voice: Voice, references: References) -> str:
    match inline:
        case Text(characters, language):
            return _text(characters, voice.speaking(language))
        case Strong(children):
            return runs(children, replace(voice, bold=True), references)
        case Emphasis(children):
            return runs(children, replace(voice, italic=True), references)
        case Link():
            return _link(inline, voice, references)
        case LineBreak():
            return "<w:r><w:br/></w:r>"


def _text(characters: str, voice: Voice) -> str:
    if characters.isascii() and not voice.rtl:  # nothing in it runs the other way
        return run_of(characters, voice)
    return "".join(
        [
            run_of(piece, voice if rtl == voice.rtl else replace(voice, rtl=rtl))
            for piece, rtl in stretches(characters, rtl=voice.rtl)
        ]
    )


def run_of(characters: str, voice: Voice) -> str:
    """Write one run of *characters* that all go in the same direction."""
    written = escaping.text(characters)
    if not characters.isascii():
        written = written.replace("\u00ad", SOFT_HYPHEN)
    return f'<w:r>{properties(voice)}<w:t xml:space="preserve">{written}</w:t></w:r>'


def _link(link: Link, voice: Voice, references: References) -> str:
    if voice.linked:
        return runs(link.children, voice, references)
    inner = runs(link.children, replace(voice, style="Hyperlink", linked=True), references)
    relationship = references.link(link.target) if inner else None
    if relationship is None:
        return runs(link.children, voice, references)
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{inner}</w:hyperlink>'


@lru_cache(maxsize=256)
def properties(voice: Voice) -> str:
    """Give the ``w:rPr`` of *voice*, or nothing.

    Strength and stress are written directly: as character styles they would toggle the bold of a
    row's header off (ISO/IEC 29500-1, 17.7.3).
    """
    inner = (
        (f'<w:rStyle w:val="{voice.style}"/>' if voice.style else "")
        + ("<w:b/><w:bCs/>" if voice.bold else "")
        + ("<w:i/><w:iCs/>" if voice.italic else "")
        + ("<w:rtl/>" if voice.rtl else "")
        + (marking(voice.language) if voice.language else "")
    )
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""

"""Writes what runs along the margins: the page's number in the document's wording, and texts."""

import re

from postingkit.exporters.docx.inlines import Voice, properties, run_of
from postingkit.exporters.docx.languages import stretches
from postingkit.exporters.docx.names import DECLARATION, WORD
from postingkit.exporters.docx.paragraphs import Form, paragraph

FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
"""The fields that Word and LibreOffice count by themselves."""


def header(text: str, voice: Voice) -> str:
    """Write the part of the header, with *text* in it."""
    written = paragraph(Form("Header", rtl=voice.rtl), _piece(text, voice))
    return f"{DECLARATION}<w:hdr {WORD}>{written}</w:hdr>"


def footer(label: str, text: str, width: int, voice: Voice) -> str:
    """Write the part of the footer; *label* has ``{page}`` and ``{pages}`` where the numbers go.

    A *text*, if any, stands before it, at the other end of a line of *width* twips.
    """
    content = "".join(_piece(piece, voice) for piece in re.split(r"(\{pages?\})", label) if piece)
    if text:
        content = f"{_piece(text, voice)}<w:r><w:tab/></w:r>{content}"
    written = paragraph(Form("Footer", rtl=voice.rtl, tab=width if text else 0), content)
    return f"{DECLARATION}<w:ftr {WORD}>{written}</w:ftr>"


def _piece(piece: str, voice: Voice) -> str:
    if piece in FIELDS:
        return _field(FIELDS[piece], voice)
    return "".join(run_of(text, Voice(rtl)) for text, rtl in stretches(piece, rtl=voice.rtl))


def _field(name: str, voice: Voice) -> str:
    """Write a complex field; the number in it is what readers show that do not count."""
    run = f"<w:r>{properties(voice)}"
    return (
        f'{run}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{run}<w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        f'{run}<w:fldChar w:fldCharType="separate"/></w:r>{run}<w:t>1</w:t></w:r>'
        f'{run}<w:fldChar w:fldCharType="end"/></w:r>'
    )

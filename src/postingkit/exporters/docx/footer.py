"""Writes the running foot: the page's number in the document's own wording, and nothing else."""

import re

from postingkit.exporters.docx.inlines import Voice, properties, run_of
from postingkit.exporters.docx.languages import stretches
from postingkit.exporters.docx.names import DECLARATION, WORD
from postingkit.exporters.docx.paragraphs import Form, paragraph

FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
"""The fields that Word and LibreOffice count by themselves."""


def footer(label: str, voice: Voice) -> str:
    """Write the part; *label* has ``{page}`` and ``{pages}`` where the numbers go."""
    content = "".join(_piece(piece, voice) for piece in re.split(r"(\{pages?\})", label) if piece)
    written = paragraph(Form("Footer", rtl=voice.rtl), content)
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

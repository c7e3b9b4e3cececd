"""Puts lines of text in our fonts on the page of a file, to be read by others."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from postingkit.exporters.pdf.fonts.chain import Chain
from postingkit.exporters.pdf.fonts.used import UsedFonts
from postingkit.exporters.pdf.sheets import Sheet
from postingkit.exporters.pdf.structure import Element
from postingkit.exporters.pdf.writing.values import Properties
from postingkit.exporters.pdf.writing.writer import written

PROPERTIES = Properties("Fonts", "", "", (), language="en", right_to_left=False, archive=True)


def page_of(chain: Chain, text: str) -> bytes:
    """Make a file with one line of left-to-right *text* in the faces of *chain*."""
    used, root, sheet = UsedFonts(), Element("Document"), Sheet(0, 595, 842)
    sheet.begin(root.add("P"))
    sheet.code += ["BT 1 0 0 1 40 800 Tm", *_glyphs(used, chain, text), "ET"]
    sheet.end()
    return written([sheet], root, used, [], [], PROPERTIES)


def _glyphs(used: UsedFonts, chain: Chain, text: str) -> Iterator[str]:
    for face, piece in chain.faces(text):
        assert face is not None
        glyphs = face.shape(piece, rtl=False, language="en")
        ends = [*(glyph.cluster for glyph in glyphs[1:]), len(piece)]
        for glyph, end in zip(glyphs, ends, strict=True):
            name = used.named(face, glyph.number, piece[glyph.cluster : end])
            yield f"/{name} 10 Tf <{glyph.number:04X}> Tj"


def fonts_of(data: bytes) -> tuple[pikepdf.Pdf, pikepdf.Object]:
    """Open a file and give it with the fonts of its page; they can be read while it is open."""
    file = pikepdf.open(BytesIO(data))
    return file, file.pages[0].Resources.Font

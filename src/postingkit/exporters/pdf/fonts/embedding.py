"""The PDF objects of a font: program, descriptor, widths, meanings (ISO 32000-1, 9.6 to 9.10).

They enter ReportLab's registry as finished text, each stream compressed.
"""

from collections.abc import Iterator, Mapping
from zlib import compress

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference

from postingkit.exporters.pdf.fonts.descriptor import described
from postingkit.exporters.pdf.fonts.face import Face
from postingkit.exporters.pdf.fonts.meanings import to_numbers, to_unicode
from postingkit.exporters.pdf.fonts.subsetting import Subset, rounded, subset

_SYSTEM = "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"


class Finished(PDFObject):
    """An object for ReportLab's registry that is written already."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - as ReportLab calls it
        """Give the object as it stands in a file."""
        return self._body


def embedded(
    document: PDFDocument, face: Face, fonts: Mapping[str, Mapping[int, str]]
) -> dict[str, PDFObjectReference]:
    """Put *face* into *document* once, as a font for each name with what its glyphs mean there."""
    glyphs = frozenset(glyph for meanings in fonts.values() for glyph in meanings)
    cut = subset(face, rounded(face, glyphs))
    encoding = _encoding(document, cut)
    descendant = _added(document, _descendant(document, face, cut, sorted(glyphs)))
    common = f"/BaseFont/{cut.name}/Encoding{encoding}/DescendantFonts[{descendant}]"
    return {
        name: _entered(document, _composite(document, common, meanings))
        for name, meanings in fonts.items()
    }


def _composite(document: PDFDocument, common: str, meanings: Mapping[int, str]) -> bytes:
    to_text = _stream(document, "", compress(to_unicode(meanings)))
    return f"<</Type/Font/Subtype/Type0{common}/ToUnicode {to_text}>>".encode("ascii")


def _encoding(document: PDFDocument, cut: Subset) -> str:
    """Write how codes become numbers in the font: as they are, or by a map of our own."""
    if cut.renumbered is None:
        return "/Identity-H"
    entries = f"/Type/CMap/CMapName/Postingkit-Identity/WMode 0{_SYSTEM}"
    return " " + _stream(document, entries, compress(to_numbers(cut.renumbered)))


def _descendant(document: PDFDocument, face: Face, cut: Subset, glyphs: list[int]) -> bytes:
    kind = "2/CIDToGIDMap/Identity" if cut.renumbered is None else "0"
    descriptor = _added(document, _descriptor(document, face, cut))
    return (
        f"<</Type/Font/Subtype/CIDFontType{kind}/BaseFont/{cut.name}{_SYSTEM}"
        f"/FontDescriptor {descriptor}/DW 0/W[{''.join(_widths(face, cut, glyphs))}]>>"
    ).encode("ascii")


def _descriptor(document: PDFDocument, face: Face, cut: Subset) -> bytes:
    known = described(face)
    return (
        f"<</Type/FontDescriptor/FontName/{cut.name}/Flags {known.flags}"
        f"/FontBBox[{' '.join(map(str, known.box))}]/ItalicAngle {known.angle:g}"
        f"/Ascent {round(face.ascent)}/Descent {round(face.descent)}"
        f"/CapHeight {round(face.cap_height)}/XHeight {round(face.x_height)}"
        f"/StemV {known.stem}{_program(document, cut)}>>"
    ).encode("ascii")


def _program(document: PDFDocument, cut: Subset) -> str:
    """Add the program; of the forms for PostScript outlines this one allows all (table 126)."""
    if cut.renumbered is None:
        return f"/FontFile2 {_stream(document, f'/Length1 {cut.length}', cut.data)}"
    return f"/FontFile3 {_stream(document, '/Subtype/OpenType', cut.data)}"


def _widths(face: Face, cut: Subset, glyphs: list[int]) -> Iterator[str]:
    """Write the widths of *glyphs* by their numbers in the font as it is cut, in runs."""
    numbers = {cut.renumbered[glyph] if cut.renumbered else glyph: glyph for glyph in glyphs}
    last = None
    for number in sorted(numbers):
        width = face.width(numbers[number])
        if last is None:
            yield f"{number}[{width}"
        else:
            yield f" {width}" if number == last + 1 else f"]{number}[{width}"
        last = number
    if last is not None:
        yield "]"


def _stream(document: PDFDocument, entries: str, data: bytes) -> str:
    """Add a stream of *data*, compressed already, and give the reference to it."""
    head = f"<<{entries}/Filter/FlateDecode/Length {len(data)}>>\nstream\n".encode("ascii")
    return _added(document, b"".join((head, data, b"endstream\n")))


def _added(document: PDFDocument, body: bytes) -> str:
    return _entered(document, body).format(document).decode("ascii")


def _entered(document: PDFDocument, body: bytes) -> PDFObjectReference:
    reference: PDFObjectReference = document.Reference(Finished(body))  # type: ignore[no-untyped-call]  # its types lack it
    return reference

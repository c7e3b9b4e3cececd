"""The fonts of one document: which glyphs it draws, under which names, and what they mean."""

from collections.abc import Iterable, Mapping

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from postingkit.exporters.pdf.fonts.embedding import embedded
from postingkit.exporters.pdf.fonts.face import Face
from postingkit.exporters.pdf.fonts.meanings import NOTHING, meaning


class UsedFonts:
    """Fonts by the names they have in content streams; a glyph's code is its number, two bytes.

    In the plain font of a face a glyph means the character that the face has it for, or, where it
    has it for none, what it meant when it was first drawn. For any other meaning there is a further
    font with the same shapes. Names follow from the order in which fonts are asked for.
    """

    def __init__(self) -> None:
        self._fonts: dict[Face, list[dict[int, str]]] = {}
        self._names: dict[Face, str] = {}

    def plain(self, face: Face) -> str:
        """Name the font in which each glyph means the character that *face* has it for."""
        if face not in self._names:
            self._names[face] = f"F{len(self._names) + 1}"
            self._fonts[face] = [{}]
        return self._names[face]

    def count(self, face: Face, glyphs: Iterable[int]) -> None:
        """Note that *glyphs* are drawn in the plain font of *face*."""
        self.plain(face)
        meanings = self._fonts[face][0]
        for glyph in glyphs:
            if glyph not in meanings:
                meanings[glyph] = face.character(glyph) or NOTHING

    def named(self, face: Face, glyph: int, text: str) -> str:
        """Name the font of *face* in which *glyph* means *text*, and note that it is drawn there.

        Without a text it means what its neighbour says already, and adds nothing to it.
        """
        name = self.plain(face)
        wanted = meaning(text)
        for index, meanings in enumerate(self._fonts[face]):
            own = None if index else face.character(glyph)
            if own in {None, wanted} and meanings.setdefault(glyph, wanted) == wanted:
                return name + _suffix(index)
        self._fonts[face].append({glyph: wanted})
        return name + _suffix(len(self._fonts[face]) - 1)

    def embed(self, document: PDFDocument) -> dict[str, PDFObjectReference]:
        """Put all fonts into *document*, cut down to what is drawn, and give them by their names.

        A font that was named but draws nothing is left out.
        """
        result: dict[str, PDFObjectReference] = {}
        for face in self._fonts:
            if drawn := self._drawn(face):
                result |= embedded(document, face, drawn)
        return result

    def _drawn(self, face: Face) -> Mapping[str, Mapping[int, str]]:
        named = enumerate(self._fonts[face])
        return {self._names[face] + _suffix(i): meanings for i, meanings in named if meanings}


def _suffix(index: int) -> str:
    """Give the letters of a further font of a face: a, b and so on to z, then aa."""
    letters = ""
    while index:
        index, letter = divmod(index - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters

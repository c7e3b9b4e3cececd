"""Words: text shaped once and kept, ready for a content stream; they know no line and no page.

Lengths are thousandths of the type size throughout.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from postingkit.exporters.pdf.fonts.chain import Chain
from postingkit.exporters.pdf.fonts.face import Face, Glyph
from postingkit.exporters.pdf.fonts.library import Library
from postingkit.exporters.pdf.text.breaking import unbroken_script

SOFT_HYPHEN = "\u00ad"
_MOST_WORDS = 50_000
_LEAST_KERN = 0.4
# What steers breaking and order and is never drawn (UAX #9, UAX #14).
_STEERING = re.compile("[\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_TURNED_SPACE = "\u200f "
_SILENT = "\u200b"  # what a glyph means whose cluster's text another glyph has


class Stroke(NamedTuple):
    """A glyph of a word that is drawn glyph by glyph, and the *text* it means.

    The pen moves by *before*, the glyph stands *rise* above the line, the pen moves by *after*.
    """

    face: Face
    glyph: int
    text: str
    before: int
    after: int
    rise: float


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """Text without a space that lines may end in, shaped in one vocabulary, of *width*.

    A plain word is of one *face*, each of its *glyphs* means what the face has it for, and *code*
    is what stands within the brackets of a literal string. Any other has *strokes*, and *said*
    where these alone do not tell its text.
    """

    text: str
    width: float
    face: Face
    vocabulary: "Vocabulary"
    code: str = ""
    glyphs: tuple[int, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    said: str = ""

    @property
    def flows(self) -> bool:
        """Tell whether it is of a script that has no spaces between words."""
        return unbroken_script(self.text)


class Vocabulary(dict[str, Word]):
    """The words met so far in one chain of faces and one direction; new ones are shaped.

    A word that ends in a soft hyphen is drawn with a hyphen there.
    """

    def __init__(self, chain: Chain, language: str, *, rtl: bool) -> None:
        super().__init__()
        self.chain, self.language, self.rtl = chain, language, rtl

    @cached_property
    def line_end(self) -> Word:
        """Give the space that ends a line.

        From right to left it holds a mark too, so that readers who turn the line around take the
        punctuation before it along.
        """
        space = self[" "]
        if not self.rtl:
            return space
        stroke = Stroke(space.face, space.glyphs[0], _TURNED_SPACE, 0, 0, 0)
        return Word(" ", space.width, space.face, self, strokes=(stroke,))

    def __missing__(self, text: str) -> Word:
        """Shape a word that is new."""
        if len(self) > _MOST_WORDS:
            self.clear()
        self[text] = word = self._shaped(text)
        return word

    def _shaped(self, text: str) -> Word:
        drawn, meant = self._drawn(text)
        pieces = self.chain.faces(drawn)
        if not pieces:
            return Word(text, 0, self.chain.first, self)
        if len(pieces) == 1 and pieces[0][0] and drawn is meant:
            word = self._plain(text, drawn, pieces[0][0])
            if word:
                return word
        return self._stroked(text, meant, pieces)

    def _drawn(self, text: str) -> tuple[str, str]:
        """Give what is shaped and, character for character, what it means."""
        drawn = _STEERING.sub("", text)
        if not text.endswith(SOFT_HYPHEN):
            return drawn, drawn
        return f"{drawn}-", drawn + SOFT_HYPHEN

    def _plain(self, text: str, drawn: str, face: Face) -> Word | None:
        """Shape a word of letters; None where it is not just that."""
        letters = face.letters(drawn, rtl=self.rtl, language=self.language)
        if letters is None:
            return None
        code = "".join(
            [f"{letter.literal}){-kern}(" if kern else letter.literal for letter, kern in letters]
        )
        width = sum([letter.width + kern for letter, kern in letters])
        glyphs = tuple([letter.glyph for letter, _ in letters])
        return Word(text, width, face, self, code, glyphs)

    def _stroked(self, text: str, meant: str, pieces: Sequence[tuple[Face | None, str]]) -> Word:
        """Shape a word glyph by glyph; its pieces stand from left to right."""
        strokes: list[list[Stroke]] = []
        start, told = 0, True
        for face, piece in pieces:
            if face:
                glyphs = face.shape(piece, rtl=self.rtl, language=self.language)
                one = list(_strokes(face, glyphs, meant[start : start + len(piece)], rtl=self.rtl))
                told = told and all(map(_is_told, one))
                strokes.append(one)
            start += len(piece)
        ordered = reversed(strokes) if self.rtl else strokes
        flat = tuple(stroke for piece in ordered for stroke in piece)
        width = sum(map(_advance, flat))
        said = "" if self.rtl or told else meant
        return Word(text, width, self.chain.first, self, strokes=flat, said=said)


class Vocabularies:
    """The vocabularies of one library of fonts, each made when it is first asked for."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._known: dict[tuple[str, bool, bool, str, bool], Vocabulary] = {}

    def of(self, family: str, *, bold: bool, italic: bool, language: str, rtl: bool) -> Vocabulary:
        """Give the vocabulary of a family, weight, slope, language (BCP 47) and direction."""
        key = family, bold, italic, language, rtl
        found = self._known.get(key)
        if found is None:
            chain = self.library.chain(family, bold=bold, italic=italic, language=language)
            found = self._known[key] = Vocabulary(chain, language, rtl=rtl)
        return found

    def forget(self) -> None:
        """Forget all words, but not the fonts."""
        for vocabulary in self._known.values():
            vocabulary.clear()


def _kern(face: Face, glyph: Glyph) -> int:
    """Give how much farther than the font's own width the pen moves after *glyph*."""
    kern = glyph.advance - face.width(glyph.number)
    return round(kern) if abs(kern) >= _LEAST_KERN else 0


def _strokes(face: Face, glyphs: Sequence[Glyph], text: str, *, rtl: bool) -> Iterator[Stroke]:
    """Give each glyph its part of the text, in order."""
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts, len(text)][1:], strict=True))
    for cluster, group in groupby(glyphs, key=lambda glyph: glyph.cluster):
        together = list(group)
        meanings = _shared(text[cluster : ends[cluster]], len(together), rtl=rtl)
        for glyph, meaning in zip(together, meanings, strict=True):
            before = round(glyph.dx)
            after = _kern(face, glyph) - before
            yield Stroke(face, glyph.number, meaning, before, after, glyph.dy)


def _shared(text: str, count: int, *, rtl: bool) -> list[str]:
    """Share out a cluster's *text* among *count* glyphs, the last one takes what is left.

    Text that runs from right to left is shared out in the order in which it stands, since readers
    turn the whole line around.
    """
    ordered = text[::-1] if rtl else text
    shares = [*ordered[: count - 1], ordered[count - 1 :]]
    shares += [""] * (count - len(shares))
    return [share or _SILENT for share in shares]


def _is_told(stroke: Stroke) -> bool:
    """Tell whether a reader finds the glyph's text where it belongs: marks stand out of line."""
    return (
        stroke.text != _SILENT
        and not stroke.rise
        and not stroke.before
        and stroke.face.width(stroke.glyph) > 0
    )


def _advance(stroke: Stroke) -> float:
    return stroke.face.width(stroke.glyph) + stroke.before + stroke.after

"""One font program at one weight and slope: what it can draw, and how it sets a text.

It chooses no fonts and writes no file. Lengths are thousandths of the em throughout.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import uharfbuzz

from postingkit.exporters.pdf.fonts.scripts import runs

_CLUSTERS = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
_FLAGS = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
_MEANINGLESS = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\uf8ff\ufeff\ufffe\uffff\U000f0000-\U0010ffff]+"
)
_NAME = uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME


class Glyph(NamedTuple):
    """A shape to draw: its *number* in the font, and its *cluster*, an index into the text.

    The pen moves by *advance*; the shape stands *dx* to the right of the pen and *dy* above it.
    """

    number: int
    cluster: int
    advance: float
    dx: float
    dy: float


_LIGATURES = dict(
    zip("\ufb00\ufb01\ufb02\ufb03\ufb04", ("ff", "fi", "fl", "ffi", "ffl"), strict=True)
)
"""Ligatures of Latin letters that have a character of their own, which nobody means."""


_ESCAPED = {"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r"}
_LITERALS = [_ESCAPED.get(chr(byte), chr(byte)) for byte in range(256)]


class Letter(NamedTuple):
    """A glyph that means *meaning* wherever it stands: its *width* as the file says it.

    *advance* is the width in the font's own units, *literal* the glyph's code in a literal string.
    """

    glyph: int
    width: int
    advance: int
    meaning: str
    literal: str


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """A font file, and which of its faces: *index* counts those of a collection.

    A file of the program's own is named by its path, so that only what is needed of it is read.
    """

    data: bytes | Path
    index: int = 0

    def opened(self) -> uharfbuzz.Face:
        """Open the font for HarfBuzz, which takes damaged tables for missing ones."""
        match self.data:
            case bytes(data):
                blob = uharfbuzz.Blob(data)
            case path:
                blob = uharfbuzz.Blob.from_file_path(str(path))
        return uharfbuzz.Face(blob, self.index)

    def name(self) -> str:
        """Give the PostScript name, by what PDF can write of it as it stands."""
        name = self.opened().get_name(_NAME) or ""
        return "".join(filter(_is_plain, name))[:63] or "Unnamed"


class Face:
    """A face ready to draw with; two faces are equal only if they are one.

    *name* is the PostScript name, unique within a library; *location* pins the axes of a variable
    font. *descent* is negative.
    """

    def __init__(
        self, name: str, program: Program, location: Mapping[str, float] = MappingProxyType({})
    ) -> None:
        self.name = name
        self.location = location
        self.opened = program.opened()
        self.font = uharfbuzz.Font(self.opened)
        if location:
            self.font.set_variations(location)
        self.scale = 1000 / self.opened.upem
        self._covered = self.opened.unicodes
        extents = self.font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self.scale
        self.descent: float = extents.descender * self.scale

    @cached_property
    def cap_height(self) -> float:
        """The height of capitals above the baseline."""
        return self._metric(uharfbuzz.OTMetricsTag.CAP_HEIGHT)

    @cached_property
    def x_height(self) -> float:
        """The height of small letters above the baseline."""
        return self._metric(uharfbuzz.OTMetricsTag.X_HEIGHT)

    def _metric(self, tag: uharfbuzz.OTMetricsTag) -> float:
        return self.font.get_metric_position_with_fallback(tag) * self.scale

    def has(self, character: str) -> bool:
        """Say whether the font has a glyph of its own for *character*."""
        return ord(character) in self._covered

    def width(self, glyph: int) -> int:
        """Give how far the pen moves after *glyph*, as the file says it, in whole thousandths."""
        return round(self.font.get_glyph_h_advance(glyph) * self.scale)

    def shape(self, text: str, *, rtl: bool, language: str) -> list[Glyph]:
        """Set *text*, which reads in one direction, in *language* (BCP 47); leftmost glyph first.

        Characters that draw nothing have no glyph; their cluster is their neighbour's.
        """
        pieces = [
            self._placed(self._shaped(run.text, run.script, rtl=rtl, language=language), run.start)
            for run in runs(text)
        ]
        if rtl:
            pieces.reverse()
        return [glyph for piece in pieces for glyph in piece] if len(pieces) > 1 else pieces[0]

    def letters(self, text: str, *, rtl: bool, language: str) -> list[tuple[Letter, int]] | None:
        """Set *text* as letters, each with how much farther the pen moves after it; leftmost first.

        None where something else is needed than letters side by side, in the order of the text.
        """
        scripts = runs(text)
        if len(scripts) > 1:
            return None
        buffer = self._shaped(text, scripts[0].script, rtl=rtl, language=language)
        known = self._letters
        result: list[tuple[Letter, int]] = []
        start, end = 0, len(text)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            letter = known[info.codepoint]
            meaning = letter.meaning
            length = len(meaning)
            if rtl:
                end -= length
            cluster = end if rtl else start
            start += length
            if (
                info.cluster != cluster
                or place.x_offset
                or place.y_offset
                or not text.startswith(meaning, cluster)
                or not meaning
            ):
                return None
            kern = place.x_advance - letter.advance
            result.append((letter, round(kern * self.scale) if kern else 0))
        return result if start == len(text) else None

    def _shaped(self, text: str, script: str, *, rtl: bool, language: str) -> uharfbuzz.Buffer:
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = _CLUSTERS
        buffer.flags = _FLAGS
        buffer.add_str(text)
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.script = script
        buffer.language = language
        uharfbuzz.shape(self.font, buffer)
        return buffer

    def _placed(self, buffer: uharfbuzz.Buffer, start: int) -> list[Glyph]:
        """Give the glyphs of a piece that stands at *start* of the text."""
        scale = self.scale
        return [
            Glyph(
                info.codepoint,
                info.cluster + start,
                place.x_advance * scale,
                place.x_offset * scale,
                place.y_offset * scale,
            )
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    @cached_property
    def _letters(self) -> "_Letters":
        return _Letters(self)

    def character(self, glyph: int) -> str | None:
        """Give the lowest character that the font draws with *glyph*, if any; fi for U+FB01.

        Controls and characters of private use do not count: they mean nothing outside the font.
        """
        return self._characters.get(glyph)

    @cached_property
    def _characters(self) -> dict[int, str]:
        nominal = self.font.get_nominal_glyph
        covered = "".join(map(chr, sorted(self._covered)))
        characters = reversed(_MEANINGLESS.sub("", covered))
        return {nominal(ord(one)): _LIGATURES.get(one, one) for one in characters}


class _Letters(dict[int, Letter]):
    """The letters of a face by their glyphs, made when they are first met."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, glyph: int) -> Letter:
        face = self._face
        advance = face.font.get_glyph_h_advance(glyph)
        self[glyph] = letter = Letter(
            glyph, face.width(glyph), advance, face.character(glyph) or "", literal(glyph)
        )
        return letter


def literal(glyph: int) -> str:
    """Write a glyph's number as two characters of a literal string (ISO 32000-1, 7.3.4.2)."""
    return _LITERALS[glyph >> 8] + _LITERALS[glyph & 0xFF]


def _is_plain(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter in "-_")

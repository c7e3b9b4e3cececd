"""What a file says of a face itself, for readers that must do without it (ISO 32000-1, 9.8)."""

from dataclasses import dataclass
from struct import iter_unpack

import uharfbuzz

from postingkit.exporters.pdf.fonts.face import Face

_FIXED, _SERIF, _SYMBOLIC, _ITALIC = 1, 2, 4, 64
_SERIF_CLASSES = {1, 2, 3, 4, 5, 7}
_PITCH = slice(12, 16)  # of post, isFixedPitch
_CLASS = slice(30, 31)  # of OS/2, the high byte of sFamilyClass
_BOX = slice(36, 44)  # of head, xMin to yMax


@dataclass(frozen=True, slots=True)
class Descriptor:
    """The figures of a face in thousandths of the em, its angle in degrees; *box* is FontBBox."""

    flags: int
    box: tuple[int, ...]
    angle: float
    stem: int


def described(face: Face) -> Descriptor:
    """Read what *face* says of itself; nothing is known where it lacks a table."""
    angle = round(face.font.get_style_value(uharfbuzz.StyleTag.SLANT_ANGLE), 1)
    return Descriptor(_flags(face, angle), _box(face), angle, _stem(face))


def _flags(face: Face, angle: float) -> int:
    # Identity-H shows no standard character set, so the font counts as symbolic.
    flags = _SYMBOLIC | (_ITALIC if angle else 0)
    if any(_table(face, "post")[_PITCH]):
        flags |= _FIXED
    if not _SERIF_CLASSES.isdisjoint(_table(face, "OS/2")[_CLASS]):
        flags |= _SERIF
    return flags


def _box(face: Face) -> tuple[int, ...]:
    corners = iter_unpack(">h", _table(face, "head")[_BOX])
    return tuple(round(corner * face.scale) for (corner,) in corners)


def _stem(face: Face) -> int:
    """Conclude the width of stems from the weight, as fonts do not say it."""
    weight = face.font.get_style_value(uharfbuzz.StyleTag.WEIGHT)
    return round(10 + 0.244 * (weight - 50))


def _table(face: Face, tag: str) -> bytes:
    return bytes(face.opened.reference_table(tag).data)

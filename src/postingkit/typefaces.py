"""Reads what font files say of themselves: families, weights, styles; it draws and keeps nothing.

The tables are those of OpenType 1.9 (https://learn.microsoft.com/typography/opentype/spec), read
with the standard library alone and only where they stand, so that a mapped file is hardly read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from mmap import mmap
from struct import error as out_of_bounds
from struct import iter_unpack, unpack_from
from typing import TypeAlias

Data: TypeAlias = bytes | mmap
Tables: TypeAlias = Mapping[bytes, int]
"""Where the tables of a face begin in its file, by their tags."""

KINDS = (b"\x00\x01\x00\x00", b"true", b"OTTO")
COLLECTION = b"ttcf"
WEB = (b"wOFF", b"wOF2")
OUTLINES = (b"glyf", b"CFF ", b"CFF2")
NEEDED = (b"cmap", b"head", b"name")
MOST_FACES = 256

FAMILY, TYPOGRAPHIC_FAMILY = 1, 16
MACINTOSH, WINDOWS = 1, 3
ENGLISH = 0x409
ITALIC = 0x0201
"""Of a face's selection (OS/2): italic or oblique."""
MAC_BOLD, MAC_ITALIC = 1, 2
USAGE, RESTRICTED, NO_SUBSETS, BITMAPS_ONLY = 0x000F, 0x0002, 0x0100, 0x0200
"""Of a face's licence (OS/2, fsType)."""
REGULAR, BOLD, NORMAL = 400, 700, 5


@dataclass(frozen=True, slots=True)
class FaceNames:
    """What one face of a file is called.

    *weight* is from 1 to 1000, 400 being regular and 700 bold; *variable* says that any weight can
    be made of it. *index* is its number in a collection, from 0. *width* is from 1, condensed, to
    9, expanded, and 5 normal.
    """

    family: str
    weight: int
    italic: bool
    variable: bool
    index: int
    width: int = NORMAL


def faces(data: Data) -> tuple[FaceNames, ...]:
    """Say which faces a font file holds: one, or those of a collection.

    Raises `ValueError`, with the rest of a sentence about the file, for what is no font with
    outlines, and for a font that may not be embedded, or only whole.
    """
    try:
        return tuple(_face(data, at, index) for index, at in enumerate(_starts(data)))
    except out_of_bounds as error:
        raise ValueError("it is damaged.") from error


def _starts(data: Data) -> tuple[int, ...]:
    """Give where in the file each face's directory of tables begins."""
    kind = data[:4]
    if kind in KINDS:
        return (0,)
    if kind in WEB:
        raise ValueError("it is a web font, which only browsers read.")
    if kind != COLLECTION:
        raise ValueError("it is no TrueType or OpenType font.")
    (count,) = unpack_from(">L", data, 8)
    if not 0 < count <= MOST_FACES:
        raise ValueError("it is damaged.")
    starts: tuple[int, ...] = unpack_from(f">{count}L", data, 12)
    return starts


def _face(data: Data, at: int, index: int) -> FaceNames:
    tables = _tables(data, at)
    if not any(tag in tables for tag in OUTLINES):
        raise ValueError("it holds pictures of letters and no outlines.")
    if not all(tag in tables for tag in NEEDED):
        raise ValueError("it is damaged.")
    family = _family(data, tables[b"name"])
    if not family:
        raise ValueError("it does not say the name of its family.")
    weight, italic, width = _style(data, tables)
    return FaceNames(family, weight, italic, _has_weights(data, tables), index, width)


def _tables(data: Data, at: int) -> Tables:
    (count,) = unpack_from(">H", data, at + 4)
    records = tuple(iter_unpack(">4s4xLL", data[at + 12 : at + 12 + 16 * count]))
    if any(start + length > len(data) for _, start, length in records):
        raise ValueError("it is damaged.")
    return {tag: start for tag, start, _ in records}


def _style(data: Data, tables: Tables) -> tuple[int, bool, int]:
    """Give weight, slope and width; a face of the old Macintosh says only bold and italic."""
    if b"OS/2" not in tables:
        (style,) = unpack_from(">H", data, tables[b"head"] + 44)
        return BOLD if style & MAC_BOLD else REGULAR, bool(style & MAC_ITALIC), NORMAL
    weight, width, licence = unpack_from(">3H", data, tables[b"OS/2"] + 4)
    (selection,) = unpack_from(">H", data, tables[b"OS/2"] + 62)
    _ask(licence)
    return min(max(weight, 1), 1000), bool(selection & ITALIC), width


def _ask(licence: int) -> None:
    """Raise `ValueError` where a *licence* does not let a part of the face stand in a file.

    Of several usages that it names, the most generous holds, as old fonts mean it.
    """
    if licence & USAGE == RESTRICTED or licence & BITMAPS_ONLY:
        raise ValueError("its maker does not let it be embedded in files.")
    if licence & NO_SUBSETS:
        raise ValueError("its maker does not let a part of it be embedded in files.")


def _has_weights(data: Data, tables: Tables) -> bool:
    if b"fvar" not in tables:
        return False
    at = tables[b"fvar"]
    first, count, size = unpack_from(">H2xHH", data, at + 4)
    axes = (unpack_from(">4s", data, at + first + size * number)[0] for number in range(count))
    return b"wght" in axes


def _family(data: Data, at: int) -> str:
    """Give the family that all weights share, in English where the face says it so."""
    names = sorted(_names(data, at))
    return names[0][-1] if names else ""


def _names(data: Data, at: int) -> Iterator[tuple[bool, bool, bool, int, str]]:
    """Yield the names of the family, each behind what speaks against it."""
    count, storage = unpack_from(">HH", data, at + 2)
    records = data[at + 6 : at + 6 + 12 * count]
    for platform, _, language, kind, length, offset in iter_unpack(">6H", records):
        if kind not in {FAMILY, TYPOGRAPHIC_FAMILY} or platform > WINDOWS:
            continue
        start = at + storage + offset
        encoding = "mac_roman" if platform == MACINTOSH else "utf-16-be"
        name = data[start : start + length].decode(encoding, "replace").strip("\0 ")
        if name:
            foreign = platform == WINDOWS and language != ENGLISH
            yield kind == FAMILY, foreign, platform != WINDOWS, language, name

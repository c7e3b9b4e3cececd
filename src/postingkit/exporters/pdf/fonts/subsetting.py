"""Cutting a font program down to the glyphs that a document draws."""

import string
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from types import MappingProxyType

import uharfbuzz

from postingkit.exporters.pdf.fonts.face import Face

_KEPT = 64  # subsets remembered in a process
_FLAGS = (
    uharfbuzz.SubsetFlags.NO_HINTING
    | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    | uharfbuzz.SubsetFlags.CFF_IDENTITY_CHARSET
    | uharfbuzz.SubsetFlags.DOWNGRADE_CFF2
)
_RETAIN = uharfbuzz.SubsetFlags.RETAIN_GIDS
_POSTSCRIPT = {"CFF ", "CFF2"}
_DROPPED = (
    *("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "LTSH", "OS/2", "STAT", "VDMX", "VORG"),
    *("cmap", "gasp", "hdmx", "kern", "kerx", "meta", "morx", "name", "post", "vhea", "vmtx"),
)
_ALPHABETS = (
    string.ascii_lowercase,
    string.ascii_uppercase,
    string.digits,
    " .,:;-()/&'\u2013\u2019\u2022",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
    "αβγδεζηθικλμνξοπρςστυφχψω",
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
)
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Subset:
    """A font program to embed: its *data* is compressed, *length* is without compression.

    A TrueType program keeps the numbers of its glyphs. A PostScript one (CFF) would be large with
    the gaps between them, so its glyphs are numbered anew: *renumbered* has the new by the old.
    """

    name: str
    data: bytes
    length: int
    renumbered: Mapping[int, int] | None


def rounded(face: Face, glyphs: frozenset[int]) -> frozenset[int]:
    """Give *glyphs* with all others of their alphabets, so that files share what is cut once.

    A letter more costs some fifty bytes in the file, to cut a font takes longer than a page.
    """
    return glyphs.union(*(group for group in _groups(face) if not group.isdisjoint(glyphs)))


@lru_cache(maxsize=_KEPT)
def _groups(face: Face) -> tuple[frozenset[int], ...]:
    nominal = face.font.get_nominal_glyph
    return tuple(
        frozenset(nominal(ord(letter)) for letter in alphabet if face.has(letter))
        for alphabet in _ALPHABETS
    )


@lru_cache(maxsize=_KEPT)
def subset(face: Face, glyphs: frozenset[int]) -> Subset:
    """Cut *face* down to *glyphs*, and name it; equal glyphs give equal bytes.

    Its name begins with six capitals that follow from the glyphs (ISO 32000-1, 9.6.4).
    """
    postscript = not _POSTSCRIPT.isdisjoint(face.opened.table_tags)
    wanted = _input(face, glyphs)
    wanted.flags = _FLAGS if postscript else _FLAGS | _RETAIN
    plan = uharfbuzz.SubsetPlan(face.opened, wanted)
    data = bytes(plan.execute().blob.data)
    renumbered = MappingProxyType(dict(plan.old_to_new_glyph_mapping)) if postscript else None
    return Subset(f"{_tag(glyphs)}+{face.name}", zlib.compress(data), len(data), renumbered)


def _input(face: Face, glyphs: frozenset[int]) -> uharfbuzz.SubsetInput:
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(map(_number, _DROPPED))
    for axis, value in face.location.items():
        wanted.pin_axis_location(face.opened, axis, value)
    return wanted


def _number(tag: str) -> int:
    return int.from_bytes(tag.encode("ascii"), "big")


def _tag(glyphs: frozenset[int]) -> str:
    digest = sha256(",".join(map(str, sorted(glyphs))).encode()).digest()
    return "".join(_ALPHABET[byte % 26] for byte in digest[:6])

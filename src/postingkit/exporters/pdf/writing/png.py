"""Reads what PNG files are made of: PDF can hold their compressed data as they are.

See https://www.w3.org/TR/png/ and ISO 32000-1, 7.4.4.4 (predictor functions).
"""

from collections.abc import Iterator
from struct import Struct
from typing import NamedTuple

_SIGNATURE = 8
_FRAME = 12
"""The bytes around a chunk's own: its length, its name, its checksum."""
_header = Struct(">IIBBBBB").unpack
_GREY, _RGB, _PALETTE = 0, 2, 3


class Png(NamedTuple):
    """A PNG file: its header, its *palette* (empty if it has none) and its compressed *data*.

    *clear* is the one colour that is not drawn (empty if all are); *plain* tells that the data
    are rows of pixels from top to bottom, without opacity.
    """

    width: int
    height: int
    depth: int
    components: int
    palette: bytes
    clear: tuple[int, ...]
    data: bytes
    plain: bool


def read(file: bytes) -> Png:
    """Read a *file* that is known to be sound."""
    chunks: dict[bytes, bytes] = {}
    for name, body in _chunks(file):
        chunks[name] = chunks.get(name, b"") + body
    width, height, depth, colours, _, _, interlaced = _header(chunks[b"IHDR"])
    opacity = chunks.get(b"tRNS", b"")
    return Png(
        width,
        height,
        depth,
        components=3 if colours == _RGB else 1,
        palette=chunks[b"PLTE"] if colours == _PALETTE else b"",
        clear=_numbers(opacity),
        data=chunks[b"IDAT"],
        plain=not interlaced and colours in ({_GREY, _RGB} if opacity else {_GREY, _RGB, _PALETTE}),
    )


def _chunks(file: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = _SIGNATURE
    while place + _FRAME <= len(file):
        end = place + 8 + int.from_bytes(file[place : place + 4])
        yield file[place + 4 : place + 8], file[place + 8 : end]
        place = end + 4


def _numbers(data: bytes) -> tuple[int, ...]:
    return tuple(int.from_bytes(data[place : place + 2]) for place in range(0, len(data), 2))

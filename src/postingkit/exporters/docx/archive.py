"""Zips parts with fixed dates in the order given, so that equal parts make equal bytes.

It knows names and bytes, not what they mean. The layout is PKWARE's APPNOTE 6.3, without zip64: at
most 65,535 entries and 4 GB, which no posting reaches.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from struct import pack

MIDNIGHT_1980 = (0, 1 << 5 | 1)
"""The first time and date that a zip can tell, in MS-DOS's form."""
DEFLATED = 8
WINDOW, MEMORY = 14, 7
"""zlib's tables stay so small that no allocator fetches fresh pages for each part, which would take
longer than the packing."""
VERSION = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of an archive, already deflated."""

    name: bytes
    deflated: bytes
    facts: bytes
    """Everything that the local header and the directory say alike."""


def entry(name: str, content: str | bytes) -> Entry:
    """Deflate *content* under an ASCII *name*."""
    data = content.encode() if isinstance(content, str) else content
    packer = zlib.compressobj(level=6, wbits=-WINDOW, memLevel=MEMORY)
    deflated = packer.compress(data) + packer.flush()
    facts = pack(
        "<5H3L2H",
        VERSION,
        0,
        DEFLATED,
        *MIDNIGHT_1980,
        zlib.crc32(data),
        len(deflated),
        len(data),
        len(name),
        0,
    )
    return Entry(name.encode("ascii"), deflated, facts)


def archive(entries: Iterable[Entry]) -> bytes:
    """Give the zip of *entries*, in their order."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for each in entries:
        local = b"PK\x03\x04" + each.facts + each.name
        files += local, each.deflated
        directory += _directory_entry(each, offset), each.name
        offset += len(local) + len(each.deflated)
    listing = b"".join(directory)
    count = len(directory) // 2
    end = b"PK\x05\x06" + pack("<4H2LH", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*files, listing, end))


def _directory_entry(each: Entry, offset: int) -> bytes:
    made_by = pack("<H", VERSION)
    comment_disk_attributes = pack("<2HHL", 0, 0, 0, 0)
    return b"PK\x01\x02" + made_by + each.facts + comment_disk_attributes + pack("<L", offset)

"""Makes font files that say who they are and hold nothing to draw, to be found and read."""

from pathlib import Path
from struct import pack

import postingkit

SFNT = b"\x00\x01\x00\x00"
NOTO_SANS = next((Path(postingkit.__file__).parent / "exporters").rglob("NotoSans-Regular.ttf"))
"""A real font."""


def font(  # each keyword is one thing that a font says
    family: str = "Inter",
    *,
    weight: int = 400,
    italic: bool = False,
    width: int = 5,
    licence: int = 0,
    axes: tuple[bytes, ...] = (),
    names: bytes | None = None,
    without: tuple[bytes, ...] = (),
    kind: bytes = SFNT,
    at: int = 0,
) -> bytes:
    """Make a font of one face, whose tables are placed as if it began *at* a place in its file."""
    selection = 0x0001 if italic else 0x0040
    tables = {
        b"OS/2": pack(">4x3H", weight, width, licence).ljust(62, b"\0") + pack(">H", selection),
        b"cmap": bytes(4),
        b"glyf": bytes(4),
        b"head": bytes(44) + pack(">H", (weight > 500) | italic << 1),
        b"name": table_of_names((3, 0x409, 1, family)) if names is None else names,
    }
    if axes:
        records = b"".join(pack(">4s16x", axis) for axis in axes)
        tables[b"fvar"] = pack(">L4H", 0x10000, 16, 0, len(axes), 20).ljust(16, b"\0") + records
    kept = {tag: data for tag, data in sorted(tables.items()) if tag not in without}
    start = 12 + 16 * len(kept)
    directory, content = kind + pack(">H6x", len(kept)), b""
    for tag, data in kept.items():
        directory += pack(">4s4xLL", tag, at + start + len(content), len(data))
        content += data
    return directory + content


def table_of_names(*names: tuple[int, int, int, str]) -> bytes:
    """Make the table of *names*: platform, language, kind and text of each."""
    records, texts = b"", b""
    for platform, language, kind, text in names:
        written = text.encode("mac_roman" if platform == 1 else "utf-16-be")
        records += pack(">6H", platform, 0, language, kind, len(written), len(texts))
        texts += written
    return pack(">3H", 0, len(names), 6 + len(records)) + records + texts


def collection(*families: str) -> bytes:
    """Make a collection of one face for each of *families*."""
    start = 12 + 4 * len(families)
    starts, content = b"", b""
    for family in families:
        starts += pack(">L", start + len(content))
        content += font(family, at=start + len(content))
    return b"ttcf" + pack(">LL", 0x10000, len(families)) + starts + content

"""Makes the ICC profile of sRGB, which says what the file's colours mean, from published numbers.

The profile follows ICC.1:2004-10 (version 4.2, which PDF 1.7 knows); its curve is that of
IEC 61966-2-1, its primaries are those adapted to D50, as in https://www.color.org/srgb.pdf.
"""

from struct import pack

_D50 = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_ADAPTATION = (
    *(1.0478112, 0.0228866, -0.0501270),
    *(0.0295424, 0.9904844, -0.0170491),
    *(-0.0092345, 0.0150436, 0.7521316),
)
"""From D65 to D50 after Bradford, row by row."""


def profile() -> bytes:
    """Make the profile: a header of 128 bytes, a table of tags, and what they hold."""
    curve = b"para\0\0\0\0\0\3\0\0" + _fixed(*_CURVE)
    held = {
        b"desc": _text("sRGB"),
        b"cprt": _text("CC0"),
        b"wtpt": _xyz(_D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(*_ADAPTATION),
        **{tag: _xyz(primary) for tag, primary in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, data = _tags(held)
    size = 128 + len(table) + len(data)
    return _header(size) + table + data


def _header(size: int) -> bytes:
    date = pack(">6H", 2000, 1, 1, 0, 0, 0)
    kind = b"mntrRGB XYZ " + date + b"acsp"
    head = pack(">I4xI", size, 0x04200000) + kind + bytes(28) + _fixed(*_D50)
    return head.ljust(128, b"\0")


def _tags(held: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Lay out what the tags hold, equal things once; each begins at a multiple of four."""
    start = 128 + 4 + 12 * len(held)
    places: dict[bytes, int] = {}
    data = b""
    for each in held.values():
        if each not in places:
            places[each] = start + len(data)
            data += each + bytes(-len(each) % 4)
    entries = [tag + pack(">II", places[each], len(each)) for tag, each in held.items()]
    return pack(">I", len(held)) + b"".join(entries), data


def _fixed(*values: float) -> bytes:
    return b"".join(pack(">i", round(value * 65536)) for value in values)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*values)


def _text(text: str) -> bytes:
    data = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data

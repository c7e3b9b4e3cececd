"""The maps of a font in a file: from the codes of glyphs to their text, and to other numbers.

A code is the number of the glyph in the font before it was cut, in two bytes. The form is that of
Adobe Technical Note 5014, the values are as ISO 32000-1, 9.10.3, and PDF/UA-1, 7.21.7, have them.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

_LINE = "\n"
_BLOCK = 100  # at most as many entries a block
_FORBIDDEN = dict.fromkeys([0x0, 0xFEFF, 0xFFFE, *range(0xD800, 0xE000)])
NOTHING = "\u200b"
"""What a glyph means that draws a part of what its neighbour means: nothing that is seen."""


def meaning(text: str) -> str:
    """Give *text* as a map can hold it."""
    return text.translate(_FORBIDDEN) or NOTHING


def to_unicode(meanings: Mapping[int, str]) -> bytes:
    """Write the map from codes to their text."""
    entries = (
        f"<{code:04X}> <{text.encode('utf-16-be').hex()}>"
        for code, text in sorted(meanings.items())
    )
    return _map("UCS", 2, _blocks("bfchar", entries))


def to_numbers(numbers: Mapping[int, int]) -> bytes:
    """Write the map from codes to the numbers of glyphs in the font as it is cut."""
    entries = (f"<{code:04X}> {number}" for code, number in sorted(numbers.items()))
    return _map("Identity", 1, _blocks("cidchar", entries))


def _map(ordering: Literal["UCS", "Identity"], kind: Literal[1, 2], blocks: Iterator[str]) -> bytes:
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 0>>def\n"
        f"/CMapName/Postingkit-{ordering} def/CMapType {kind} def/WMode 0 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{''.join(blocks)}"
        "endcmap CMapName currentdict/CMap defineresource pop end end"
    ).encode("ascii")


def _blocks(kind: Literal["bfchar", "cidchar"], entries: Iterable[str]) -> Iterator[str]:
    lines = list(entries)
    for start in range(0, len(lines), _BLOCK):
        block = lines[start : start + _BLOCK]
        yield f"{len(block)} begin{kind}\n{_LINE.join(block)}\nend{kind}\n"

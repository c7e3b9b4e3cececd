"""Orders one line of a paragraph whose levels are known (rules L1 and L2)."""

import re
from collections.abc import Iterator, Sequence

from postingkit.exporters.pdf.text.bidi.classes import classes

SPACES = re.compile("[BS]|[WijfqlrxypZ]+(?=[BS]|$)")


def line_levels(text: str, levels: bytes, base: int) -> bytes:
    """Give the *levels* of a line with *text*: its tabs and the spaces at its end have *base*."""
    result = bytearray(levels)
    for spaces in SPACES.finditer(classes(text)):
        result[spaces.start() : spaces.end()] = bytes([base]) * len(spaces[0])
    return bytes(result)


def visual(levels: Sequence[int]) -> list[int]:
    """Give the indices of what has these *levels* as it stands on the line, from the left."""
    order = list(range(len(levels)))
    lowest_odd = min((level for level in levels if level % 2), default=1)
    for lowest in range(max(levels, default=0), lowest_odd - 1, -1):
        for start, end in _runs(levels, lowest):
            order[start:end] = reversed(order[start:end])
    return order


def _runs(levels: Sequence[int], lowest: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run of levels that are not below *lowest*."""
    start = None
    for index, level in enumerate((*levels, -1)):
        if level >= lowest and start is None:
            start = index
        elif level < lowest and start is not None:
            yield start, index
            start = None

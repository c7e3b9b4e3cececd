"""Resolves the levels of a paragraph: rules P2 and P3, then those of the modules beside it."""

import re

from postingkit.exporters.pdf.text.bidi.classes import REMOVED, classes
from postingkit.exporters.pdf.text.bidi.explicit import explicit, first_strong, pairs
from postingkit.exporters.pdf.text.bidi.resolving import resolve
from postingkit.exporters.pdf.text.bidi.sequences import sequences

MIXED = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of right-to-left scripts (their marks and signs too) and the explicit controls."""


def needs_bidi(text: str) -> bool:
    """Tell whether *text* has a letter or number of a right-to-left script, or a bidi control.

    Any other text has level 0 throughout where the base level is 0.
    """
    return MIXED.search(text) is not None


def base_level(text: str) -> int:
    """Give 1 where the first letter of *text* is of a right-to-left script, else 0 (P2, P3)."""
    kinds = classes(text)
    return first_strong(kinds, pairs(kinds), 0, len(kinds))


def levels(text: str, base: int | None) -> bytes:
    """Give the level of each character of *text*, one paragraph: odd ones run right to left.

    *base* is 0 or 1, or None for `base_level`. A character that rule X9 removes has the level of
    the one before it, the first one *base*.
    """
    kinds = classes(text)
    isolates = pairs(kinds)
    if base is None:
        base = first_strong(kinds, isolates, 0, len(kinds))
    kinds, embedded = explicit(kinds, isolates, base)
    resolved = bytearray(embedded)
    for sequence in sequences(kinds, embedded, isolates, base):
        own = "".join([kinds[index] for index in sequence.indices])
        characters = "".join([text[index] for index in sequence.indices])
        found = resolve(own, characters, sequence)
        for index, level in zip(sequence.indices, found, strict=True):
            resolved[index] = level
    _fill_removed(kinds, resolved, base)
    return bytes(resolved)


def _fill_removed(kinds: str, resolved: bytearray, base: int) -> None:
    for removed in re.finditer(f"[{REMOVED}]+", kinds):
        start = removed.start()
        level = resolved[start - 1] if start else base
        resolved[start : removed.end()] = bytes([level]) * len(removed[0])

"""Cuts a paragraph into isolating run sequences, which are resolved one by one (X9, X10)."""

import re
from dataclasses import dataclass, field

from postingkit.exporters.pdf.text.bidi.classes import REMOVED, direction

KEPT = re.compile(f"[^{REMOVED}]+")


@dataclass(slots=True)
class Sequence:
    """The characters of one level that belong together, by their indices in the text.

    *before* and *after* are the directions at its edges (sos and eos), L or R.
    """

    level: int
    before: str
    after: str = ""
    indices: list[int] = field(default_factory=list)


def sequences(kinds: str, embedded: bytes, isolates: dict[int, int], base: int) -> list[Sequence]:
    """Give the isolating run sequences of a text of these classes and levels (BD13)."""
    found: list[Sequence] = []
    interrupted: dict[int, Sequence] = {}
    runs = _level_runs(kinds, embedded)
    edges = [base, *(embedded[run[0]] for run in runs), base]
    for number, run in enumerate(runs, start=1):
        level = edges[number]
        sequence = interrupted.pop(run[0], None)
        if sequence is None:
            sequence = Sequence(level, before=direction(max(level, edges[number - 1])))
            found.append(sequence)
        sequence.indices += run
        last = run[-1]
        if last in isolates:
            interrupted[isolates[last]] = sequence
        beyond = base if kinds[last] in "ijf" else edges[number + 1]
        sequence.after = direction(max(level, beyond))
    return found


def _level_runs(kinds: str, embedded: bytes) -> list[list[int]]:
    """Give the indices of each level run, without the characters that X9 removes (BD7)."""
    runs: list[list[int]] = []
    level = -1
    for kept in KEPT.finditer(kinds):
        start, end = kept.span()
        while start < end:
            stop = _end_of_level(embedded, start, end)
            if embedded[start] != level:
                runs.append([])
                level = embedded[start]
            runs[-1] += range(start, stop)
            start = stop
    return runs


def _end_of_level(embedded: bytes, start: int, end: int) -> int:
    same = embedded[start:end]
    return start + len(same) - len(same.lstrip(same[:1]))

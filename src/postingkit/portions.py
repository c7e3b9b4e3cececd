"""Takes many values some at a time; it knows no kind of value."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

ValueT = TypeVar("ValueT")
PORTION = 1_000
"""Values that are taken at once: enough to be quick, few enough to hold in memory."""


def in_portions(values: Iterable[ValueT]) -> Iterator[ValueT]:
    """Yield *values* as they are, a portion taken before the first of it is given.

    A step that goes through many values, and not each value through all steps, finds its code and
    its data in the processor's caches: openings become entries of feeds a fifth quicker so. What
    was taken before an error is given before it is raised; after an interruption, nothing is.
    """
    every = iter(values)
    while True:
        taken: list[ValueT] = []
        try:
            taken.extend(islice(every, PORTION))
        except Exception:
            yield from taken
            raise
        yield from taken
        if len(taken) < PORTION:
            return

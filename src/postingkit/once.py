"""Makes something of each value once, whoever asks for it how often; it knows no kind of value."""

from collections.abc import Callable
from typing import TypeVar

MOST_KEPT = 2_000
"""Values that what was made of them is kept for, so memory stays flat."""
MOST_FACTS = 5_000
"""The same of small values: of each opening some are its own, and the others come again soon."""

ValueT = TypeVar("ValueT")
MadeT = TypeVar("MadeT")


def once(
    make: Callable[[ValueT], MadeT],
    passing: Callable[[ValueT], bool] | None = None,
    most: int = MOST_KEPT,
) -> Callable[[ValueT], MadeT]:
    """Let *make* be called once for each frozen value, by which value it is, not by what it says.

    What nobody asked for lately is forgotten: of the sections of postings, those of one opening
    alone, and not those that all openings of a role share. Nothing is kept of a value that is
    *passing*, as nobody will ask for it again. *most* is how many are kept.
    """
    half = most // 2
    lately: dict[int, tuple[ValueT, MadeT]] = {}
    before: dict[int, tuple[ValueT, MadeT]] = {}

    def made(value: ValueT) -> MadeT:
        found = lately.get(id(value))
        return found[1] if found else seldom(value)

    def seldom(value: ValueT) -> MadeT:
        """Give what is made of *value*, which nobody asked for since the last were set aside."""
        nonlocal before, lately
        if passing and passing(value):
            return make(value)
        kept = before.get(id(value)) or (value, make(value))
        if len(lately) >= half:
            before, lately = lately, {}
        lately[id(value)] = kept  # with the value in it, its id is nobody else's
        return kept[1]

    return made

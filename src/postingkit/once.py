"""Makes something of each value once, whoever asks for it how often; it knows no kind of value."""

from collections.abc import Callable
from typing import Generic, TypeVar

MOST_KEPT = 2_000
"""Values that what was made of them is kept for, so memory stays flat."""
MOST_FACTS = 5_000
"""The same of small values: of each opening some are its own, and the others come again soon."""

ValueT = TypeVar("ValueT")
MadeT = TypeVar("MadeT")


class Once(Generic[ValueT, MadeT]):
    """Makes something of each frozen value once, by which value it is and not by what it says.

    What nobody asked for lately is forgotten: of the sections of postings, those of one opening
    alone, and not those that all openings of a role share. Nothing is kept of a value that is
    *passing*, as nobody will ask for it again. *most* is how many are kept.
    """

    def __init__(
        self,
        make: Callable[[ValueT], MadeT],
        passing: Callable[[ValueT], bool] | None = None,
        most: int = MOST_KEPT,
    ) -> None:
        self._make = make
        self._passing = passing
        self._half = most // 2
        self._lately: dict[int, tuple[ValueT, MadeT]] = {}
        self._before: dict[int, tuple[ValueT, MadeT]] = {}

    def __call__(self, value: ValueT) -> MadeT:
        """Give what is made of *value*."""
        found = self._lately.get(id(value))
        return found[1] if found else self._seldom(value)

    def _seldom(self, value: ValueT) -> MadeT:
        """Give what is made of *value*, which nobody asked for since the last were set aside."""
        if self._passing and self._passing(value):
            return self._make(value)
        kept = self._before.get(id(value)) or (value, self._make(value))
        if len(self._lately) >= self._half:
            self._before, self._lately = self._lately, {}
        self._lately[id(value)] = kept  # with the value in it, its id is nobody else's
        return kept[1]

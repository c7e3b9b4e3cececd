"""Makes something of each value once, whoever asks for it how often; it knows no kind of value."""

from collections import OrderedDict
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

    What has not been asked for longest is forgotten first: of the sections of postings, those of
    one opening alone, and not those that all openings of a role share. Nothing is kept of a value
    that is *passing*, as nobody will ask for it again. *most* is how many are kept.
    """

    def __init__(
        self,
        make: Callable[[ValueT], MadeT],
        passing: Callable[[ValueT], bool] | None = None,
        most: int = MOST_KEPT,
    ) -> None:
        self._make = make
        self._passing = passing
        self._most = most
        self._made: OrderedDict[int, tuple[ValueT, MadeT]] = OrderedDict()

    def __call__(self, value: ValueT) -> MadeT:
        """Give what is made of *value*."""
        made_so_far, key = self._made, id(value)
        found = made_so_far.get(key)
        if found is not None:
            made_so_far.move_to_end(key)
            return found[1]
        if self._passing and self._passing(value):
            return self._make(value)
        if len(made_so_far) >= self._most:
            made_so_far.popitem(last=False)
        made = self._make(value)
        made_so_far[key] = value, made  # with it kept, its id is nobody else's
        return made

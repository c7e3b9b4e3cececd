"""Makes something of each value once, whoever asks for it how often; it knows no kind of value."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

MOST_KEPT = 2_000
"""Values that what was made of them is kept for, so memory stays flat."""

ValueT = TypeVar("ValueT")
MadeT = TypeVar("MadeT")


class Once(Generic[ValueT, MadeT]):
    """Makes something of each frozen value once, by which value it is and not by what it says.

    What has not been asked for longest is forgotten first: of the sections of postings, those of
    one opening alone, and not those that all openings of a role share. Nothing is kept of a value
    that is *passing*, as nobody will ask for it again.
    """

    def __init__(
        self, make: Callable[[ValueT], MadeT], passing: Callable[[ValueT], bool] = lambda _: False
    ) -> None:
        self._make = make
        self._passing = passing
        self._made: OrderedDict[int, tuple[ValueT, MadeT]] = OrderedDict()

    def __call__(self, value: ValueT) -> MadeT:
        """Give what is made of *value*."""
        found = self._made.get(id(value))
        if found is not None:
            self._made.move_to_end(id(value))
            return found[1]
        if self._passing(value):
            return self._make(value)
        if len(self._made) >= MOST_KEPT:
            self._made.popitem(last=False)
        made = self._make(value)
        self._made[id(value)] = value, made  # with it kept, its id is nobody else's
        return made

"""Parts stand one below another in a column: on a page, in a cell. Here columns are filled.

It knows no kind of part but by what all can do, and draws none itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from postingkit.exporters.pdf.fonts.used import UsedFonts
from postingkit.exporters.pdf.sheets import Sheet
from postingkit.exporters.pdf.text.words import Word
from postingkit.exporters.pdf.writing import Bookmark

_ROUNDING = 0.01


@dataclass(slots=True, eq=False)
class Paper:
    """The sheet that parts are drawn on, and what the whole document has drawn."""

    sheet: Sheet
    fonts: UsedFonts
    words: set[Word]
    bookmarks: list[Bookmark]


class Part(Protocol):
    """Something that takes *height* in a column, with white space *above* and *below* it.

    A part that *keeps* belongs on the page of what follows it. Less than *least* of it is not worth
    beginning.
    """

    @property
    def above(self) -> float:
        """White space wanted above; between two parts the larger wish is granted."""
        ...

    @property
    def below(self) -> float:
        """White space wanted below."""
        ...

    @property
    def keeps(self) -> bool:
        """Say whether it belongs on the page of what follows."""
        ...

    @property
    def height(self) -> float:
        """The height of all of it."""
        ...

    @property
    def least(self) -> float:
        """The height of as much as can stand alone at the end of a page."""
        ...

    def split(self, room: float) -> "tuple[Part, Part] | None":
        """Part it so that the first half takes at most *room*; None where that looks bad."""
        ...

    def cut(self, room: float) -> "tuple[Part, Part] | None":
        """Part it so at any price; None where nothing fits, or nothing can be parted."""
        ...

    def draw(self, paper: Paper, left: float, top: float) -> None:
        """Draw it below *top*, in a column that begins at *left*."""
        ...


@dataclass(frozen=True, slots=True)
class Placed:
    """A part and how far below the column's upper edge it begins."""

    part: Part
    offset: float


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in a column."""

    placed: tuple[Placed, ...]

    @property
    def height(self) -> float:
        """How much of the column is taken."""
        if not self.placed:
            return 0
        return self.placed[-1].offset + self.placed[-1].part.height


def stacked(parts: Sequence[Part]) -> Filling:
    """Put all *parts* into a column that is as high as they need."""
    placed: list[Placed] = []
    bottom = below = 0.0
    for part in parts:
        offset = bottom + (max(below, part.above) if placed else 0)
        placed.append(Placed(part, offset))
        bottom, below = offset + part.height, part.below
    return Filling(tuple(placed))


class Queue:
    """Parts waiting for columns, first come first served."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = list(parts)
        self._next = 0

    def __bool__(self) -> bool:
        """Say whether parts still wait."""
        return self._next < len(self._parts)

    def rest(self) -> tuple[Part, ...]:
        """Give the parts that still wait."""
        return tuple(self._parts[self._next :])

    def fill(self, room: float, *, fresh: bool) -> tuple[Placed, ...]:
        """Take as much as fits into *room*.

        From a *fresh* column, which is as high as there is one, something is taken at any price.
        """
        placed: list[Placed] = []
        bottom = below = 0.0
        while self:
            part = self._parts[self._next]
            offset = bottom + (max(below, part.above) if placed else 0)
            left = room - offset + _ROUNDING
            forced = fresh and all(one.part.keeps for one in placed)
            if not forced and part.keeps and self.needed() > left:
                break
            if part.height > left:
                halves = part.split(left)
                if halves is None and forced:
                    halves = part.cut(left)
                if halves:
                    placed.append(Placed(halves[0], offset))
                    self._parts[self._next] = halves[1]
                    break
                if placed or not fresh:
                    break
            placed.append(Placed(part, offset))
            self._next += 1
            bottom, below = offset + part.height, part.below
        return tuple(placed)

    def needed(self) -> float:
        """Give the height of the waiting parts that keep together, and the least of the next."""
        needed = below = 0.0
        for index in range(self._next, len(self._parts)):
            part = self._parts[index]
            gap = max(below, part.above) if index > self._next else 0
            if not part.keeps:
                return needed + gap + part.least
            needed += gap + part.height
            below = part.below
        return needed


def draw(placed: Sequence[Placed], paper: Paper, left: float, top: float) -> None:
    """Draw what stands in a column whose upper left corner is given."""
    for one in placed:
        one.part.draw(paper, left, top - one.offset)

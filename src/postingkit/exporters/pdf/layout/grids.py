"""Rows of cells, split over pages between rows or else within one; it sets no text of its own."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import accumulate

from postingkit.exporters.pdf.layout.parts import Filling, Paper, Part, Queue, draw, stacked
from postingkit.exporters.pdf.sheets import PAGINATION

_WORTH = 40.0  # points; less of a row that must be split is not worth beginning


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of *thickness* and *colour* (operands of ``rg``)."""

    thickness: float
    colour: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What fills a cell, *left* from the left edge of its row."""

    filling: Filling
    left: float


@dataclass(frozen=True)
class Row:
    """Cells in reading order, *top* and *bottom* their padding, on a ground of *fill* if any."""

    cells: tuple[Cell, ...]
    top: float
    bottom: float
    fill: str = ""
    rule: Rule | None = None

    @cached_property
    def height(self) -> float:
        """The height of the highest cell, with its padding."""
        return max((cell.filling.height for cell in self.cells), default=0) + self.top + self.bottom

    @property
    def least(self) -> float:
        """The height of a beginning of the row that looks well, with its padding."""
        begun = [queue.needed() for queue in self._queues() if queue]
        return min(begun, default=0) + self.top + self.bottom

    def split(self, room: float, *, fresh: bool) -> "tuple[Row, Row] | None":
        """Part each cell so that the first half of the row takes at most *room*.

        On a *fresh* page something is taken from each cell at any price.
        """
        queues = self._queues()
        filled = [queue.fill(room - self.top - self.bottom, fresh=fresh) for queue in queues]
        if not any(queues) or not any(filled):
            return None
        halves = zip(self.cells, filled, strict=True)
        rest = zip(self.cells, queues, strict=True)
        return (
            replace(
                self, cells=tuple(replace(cell, filling=Filling(half)) for cell, half in halves)
            ),
            replace(
                self, cells=tuple(replace(cell, filling=stacked(q.rest())) for cell, q in rest)
            ),
        )

    def _queues(self) -> list[Queue]:
        return [Queue([one.part for one in cell.filling.placed]) for cell in self.cells]

    def draw(self, paper: Paper, left: float, top: float) -> None:
        """Draw the cells' content."""
        for cell in self.cells:
            draw(cell.filling.placed, paper, left + cell.left, top - self.top)


@dataclass(frozen=True, slots=True)
class Edges:
    """What is drawn along a grid: a rule *above* it, and a *bar* at its *left* or right edge."""

    above: Rule | None = None
    bar: Rule | None = None
    mirrored: bool = False


@dataclass(frozen=True)
class Grid:
    """*rows* below *head*, which is drawn anew on every page.

    *page* is the height of a page's text: a row that fits there is kept whole.
    """

    rows: Sequence[Row]
    head: Row | None
    left: float
    width: float
    page: float
    above: float
    below: float
    edges: Edges = field(default_factory=Edges)
    continued: bool = False
    keeps: bool = False

    @cached_property
    def _ends(self) -> list[float]:
        """The running height of the rows."""
        return list(accumulate(row.height for row in self.rows))

    @property
    def _head_height(self) -> float:
        return self.head.height if self.head else 0

    @property
    def height(self) -> float:
        """The height of the head and all rows."""
        return self._head_height + (self._ends[-1] if self._ends else 0)

    @property
    def least(self) -> float:
        """The height of the head and the first row, or of a row's beginning."""
        if not self._ends:
            return self._head_height
        first = self._ends[0]
        if not self._is_tall(first):
            return self._head_height + first
        return self._head_height + min(first, max(_WORTH, self.rows[0].least))

    def _is_tall(self, height: float) -> bool:
        return height + self._head_height > self.page

    def split(self, room: float) -> "tuple[Part, Part] | None":
        """Part it between two rows, or within one that no page could hold."""
        left = room - self._head_height
        count = bisect_right(self._ends, left)
        taken = self._ends[count - 1] if count else 0
        if count < len(self.rows) and self._is_tall(self.rows[count].height):
            room = left - taken
            halves = self.rows[count].split(room, fresh=False) if room >= _WORTH else None
            if halves:
                return self._parted(
                    [*self.rows[:count], halves[0]], [halves[1], *self.rows[count + 1 :]]
                )
        return self._parted(self.rows[:count], self.rows[count:]) if count else None

    def cut(self, room: float) -> "tuple[Part, Part] | None":
        """Part it within its first row, or else below that."""
        if not self.rows:
            return None
        halves = self.rows[0].split(room - self._head_height, fresh=True)
        if not halves:
            return self._parted(self.rows[:1], self.rows[1:])
        return self._parted([halves[0]], [halves[1], *self.rows[1:]])

    def _parted(self, rows: Sequence[Row], others: Sequence[Row]) -> "tuple[Part, Part] | None":
        if not others:
            return None
        return (
            replace(self, rows=rows, below=0),
            replace(self, rows=others, above=0, continued=True),
        )

    def draw(self, paper: Paper, left: float, top: float) -> None:
        """Draw grounds and rules, then the head, as an artifact where it returns, then the rows."""
        left += self.left
        self._adorn(paper, left, top)
        bottom = top
        if self.head:
            self._draw_head(self.head, paper, left, top)
            bottom -= self.head.height
        for row in self.rows:
            row.draw(paper, left, bottom)
            bottom -= row.height

    def _draw_head(self, head: Row, paper: Paper, left: float, top: float) -> None:
        if not self.continued or paper.sheet.silent:
            head.draw(paper, left, top)
            return
        paper.sheet.begin_artifact(PAGINATION)
        head.draw(paper, left, top)
        paper.sheet.end_artifact()

    def _adorn(self, paper: Paper, left: float, top: float) -> None:
        rows = [self.head, *self.rows] if self.head else self.rows
        grounds: list[str] = []
        rules: list[str] = []
        bottom = top
        for row in rows:
            bottom -= row.height
            if row.fill:
                grounds.append(_box(row.fill, left, bottom, self.width, row.height))
            if row.rule:
                lower = bottom - row.rule.thickness / 2
                rules.append(_box(row.rule.colour, left, lower, self.width, row.rule.thickness))
        if self.edges.above:
            rule = self.edges.above
            lower = top - rule.thickness / 2
            rules.append(_box(rule.colour, left, lower, self.width, rule.thickness))
        if self.edges.bar:
            bar = self.edges.bar
            edge = left + self.width - bar.thickness if self.edges.mirrored else left
            rules.append(_box(bar.colour, edge, bottom, bar.thickness, top - bottom))
        if grounds or rules:
            paper.sheet.decorate(" ".join(grounds + rules))


def _box(colour: str, left: float, bottom: float, width: float, height: float) -> str:
    return f"{colour} rg {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f"

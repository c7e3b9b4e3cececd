"""Columns, pages and rows are filled with parts: here parts of plain heights, with no text."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postingkit.exporters.pdf.fonts.used import UsedFonts
from postingkit.exporters.pdf.layout.columns import divided
from postingkit.exporters.pdf.layout.grids import Cell, Grid, Row, Rule
from postingkit.exporters.pdf.layout.parts import Paper, Part, Placed, Queue, draw, stacked
from postingkit.exporters.pdf.sheets import Sheet

ROOM = 100.0
ROUNDING = 0.02


@dataclass(frozen=True)
class Slab:
    """Lines of one unit each, told apart by *name*; those from *first* on."""

    name: str
    lines: int
    line: float = 10.0
    keeps: bool = False
    above: float = 0.0
    below: float = 0.0
    solid: bool = False
    first: int = 0
    drawn: list[tuple[str, int, float]] = field(default_factory=list, compare=False)

    @property
    def height(self) -> float:
        return self.lines * self.line

    @property
    def least(self) -> float:
        return self.height if self.solid or self.lines < 4 else 2 * self.line

    def split(self, room: float) -> tuple[Part, Part] | None:
        count = min(int(room / self.line), self.lines - 2)
        return None if self.solid or count < 2 else self._parted(count)

    def cut(self, room: float) -> tuple[Part, Part] | None:
        count = min(int(room / self.line), self.lines - 1)
        return None if self.solid or count < 1 else self._parted(count)

    def _parted(self, count: int) -> tuple[Part, Part]:
        return (
            replace(self, lines=count, below=0),
            replace(self, lines=self.lines - count, first=self.first + count, above=0),
        )

    def draw(self, paper: Paper, left: float, top: float) -> None:
        paper.sheet.code.append(f"{self.name} at {left:g} {top:g}")


def filled(*parts: Part, room: float = ROOM) -> list[tuple[Placed, ...]]:
    queue = Queue(parts)
    pages = []
    while queue:
        pages.append(queue.fill(room, fresh=True))
        assert len(pages) < 1000
    return pages


def slabs(placed: tuple[Placed, ...]) -> list[Slab]:
    found = []
    for one in placed:
        assert isinstance(one.part, Slab)
        found.append(one.part)
    return found


def names(pages: list[tuple[Placed, ...]]) -> list[list[tuple[str, int]]]:
    return [[(slab.name, slab.lines) for slab in slabs(page)] for page in pages]


class TestQueue:
    def test_parts_stand_one_below_another_with_the_larger_white_space_between(self) -> None:
        (page,) = filled(Slab("a", 1, above=9, below=5), Slab("b", 1, above=3), Slab("c", 1))
        assert [one.offset for one in page] == [0, 15, 25]

    def test_what_does_not_fit_is_parted_with_two_lines_on_either_side(self) -> None:
        assert names(filled(Slab("a", 7), Slab("b", 4))) == [[("a", 7), ("b", 2)], [("b", 2)]]
        assert names(filled(Slab("a", 8), Slab("b", 3))) == [[("a", 8)], [("b", 3)]]

    def test_what_is_kept_goes_along_with_what_follows(self) -> None:
        title, under = Slab("title", 1, keeps=True), Slab("under", 1, keeps=True)
        pages = filled(Slab("a", 7), title, under, Slab("b", 5))
        assert names(pages) == [[("a", 7)], [("title", 1), ("under", 1), ("b", 5)]]
        pages = filled(Slab("a", 6), title, under, Slab("b", 5))
        assert names(pages)[0] == [("a", 6), ("title", 1), ("under", 1), ("b", 2)]

    def test_what_no_page_holds_stands_alone(self) -> None:
        pages = filled(Slab("a", 1), Slab("huge", 30, solid=True), Slab("b", 1))
        assert names(pages) == [[("a", 1)], [("huge", 30)], [("b", 1)]]

    def test_a_column_that_is_not_fresh_takes_nothing_that_does_not_fit(self) -> None:
        queue = Queue([Slab("title", 1, keeps=True), Slab("a", 3)])
        assert queue.fill(25, fresh=False) == ()
        assert len(queue.rest()) == 2
        assert len(queue.fill(45, fresh=False)) == 2
        assert not queue


parts = st.lists(
    st.builds(
        Slab,
        st.just(""),
        st.integers(1, 25),
        keeps=st.booleans(),
        above=st.floats(0, 20),
        below=st.floats(0, 20),
        solid=st.booleans(),
    ),
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(parts)
def test_every_line_is_placed_once_in_order_and_no_page_is_overfull(
    given_parts: list[Slab],
) -> None:
    named = [replace(part, name=str(number)) for number, part in enumerate(given_parts)]
    pages = filled(*named)
    lines = [(slab.name, slab.first + line) for page in pages for slab in slabs(page)
             for line in range(slab.lines)]  # fmt: skip
    assert lines == [(part.name, line) for part in named for line in range(part.lines)]
    for page in pages:
        assert page
        last = page[-1]
        is_alone = all(one.part.keeps for one in page[:-1])
        assert last.offset + last.part.height <= ROOM + ROUNDING or is_alone
        assert all(
            below.offset >= above.offset + above.part.height for above, below in pairwise(page)
        )


@settings(max_examples=300, deadline=None)
@given(parts)
def test_no_page_ends_with_what_is_kept_unless_it_must(given_parts: list[Slab]) -> None:
    pages = [slabs(page) for page in filled(*given_parts)]
    for page in pages[:-1]:
        if page[-1].keeps and not all(slab.keeps for slab in page):
            assert page[-1].lines < max(slab.first + slab.lines for slab in given_parts)


def grid(*rows: Row, head: Row | None = None) -> Grid:
    return Grid(rows, head, left=0, width=50, page=ROOM, above=0, below=0)


def row(*parts: Slab, top: float = 0) -> Row:
    return Row(tuple(Cell(stacked([part]), 25.0 * n) for n, part in enumerate(parts)), top, 0)


def heights(pages: list[tuple[Placed, ...]]) -> list[list[float]]:
    found = []
    for page in pages:
        (one,) = page
        assert isinstance(one.part, Grid)
        found.append([each.height for each in one.part.rows])
    return found


class TestGrids:
    def test_one_is_parted_between_rows(self) -> None:
        table = grid(*[row(Slab("a", 4), Slab("b", 1))] * 5)
        assert heights(filled(table)) == [[40, 40], [40, 40], [40]]

    def test_a_head_takes_its_room_on_every_page(self) -> None:
        table = grid(*[row(Slab("a", 4))] * 4, head=row(Slab("head", 3)))
        assert heights(filled(table)) == [[40], [40], [40], [40]]
        assert table.height == 190
        assert table.least == 70

    def test_a_row_that_no_page_holds_is_parted_itself(self) -> None:
        table = grid(row(Slab("a", 3)), row(Slab("b", 14), Slab("c", 2)), row(Slab("d", 2)))
        assert heights(filled(table)) == [[30, 70], [70, 20]]

    def test_a_part_of_a_row_that_no_page_holds_waits_for_one_that_holds_more(self) -> None:
        tall = row(Slab("b", 14), Slab("solid", 9, solid=True))
        pages = filled(grid(row(Slab("a", 3)), tall))
        assert heights(pages) == [[30, 70], [90]]

    def test_so_little_of_a_row_is_not_worth_beginning(self) -> None:
        table = grid(row(Slab("a", 7)), row(Slab("b", 14)))
        assert heights(filled(table)) == [[70], [100], [40]]

    def test_rows_follow_one_that_cannot_be_parted(self) -> None:
        table = grid(row(Slab("huge", 12, solid=True)), *[row(Slab("a", 5))] * 3)
        assert heights(filled(table)) == [[120], [50, 50], [50]]

    def test_padding_is_around_each_half_of_a_row(self) -> None:
        table = grid(row(Slab("a", 14), top=15))
        assert heights(filled(table)) == [[95], [75]]

    def test_a_head_is_read_once_and_drawn_on_every_page(self) -> None:
        table = grid(row(Slab("a", 8)), row(Slab("b", 8)), head=row(Slab("head", 1)))
        codes = []
        for number, page in enumerate(filled(table)):
            paper = Paper(Sheet(number, 50, ROOM), UsedFonts(), set(), [])
            draw(page, paper, 0, ROOM)
            codes.append(paper.sheet.code)
        assert codes == [
            ["head at 0 100", "a at 0 90"],
            ["/Artifact<</Type/Pagination>>BDC", "head at 0 100", "EMC", "b at 0 90"],
        ]

    def test_grounds_and_rules_are_as_high_as_their_rows(self) -> None:
        paper = Paper(Sheet(0, 50, ROOM), UsedFonts(), set(), [])
        ruled = replace(row(Slab("a", 2)), fill="1 1 1", rule=Rule(2, "0 0 0"))
        grid(ruled, row(Slab("b", 1))).draw(paper, 5, ROOM)
        assert paper.sheet.code[0] == (
            "/Artifact<</Type/Layout>>BDC "
            "1 1 1 rg 5.00 80.00 50.00 20.00 re f 0 0 0 rg 5.00 79.00 50.00 2.00 re f EMC"
        )


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.tuples(st.integers(1, 25), st.booleans()), min_size=1, max_size=3)))
def test_all_lines_of_all_rows_are_placed_once(given_rows: list[list[tuple[int, bool]]]) -> None:
    rows = [
        row(
            *[Slab(f"{number}.{at}", lines, solid=solid) for at, (lines, solid) in enumerate(cells)]
        )
        for number, cells in enumerate(given_rows)
    ]
    head = row(Slab("head", 1))
    found: dict[str, list[int]] = {}
    for page in filled(grid(*rows, head=head)):
        (one,) = page
        assert isinstance(one.part, Grid)
        for each in one.part.rows:
            for cell in each.cells:
                for slab in slabs(cell.filling.placed):
                    assert each.height <= ROOM - 10 + ROUNDING or has_solid(each)
                    found.setdefault(slab.name, []).extend(
                        range(slab.first, slab.first + slab.lines)
                    )
    assert found == {
        f"{number}.{at}": [*range(lines)]
        for number, cells in enumerate(given_rows)
        for at, (lines, _) in enumerate(cells)
    }


def has_solid(shown: Row) -> bool:
    return any(slab.solid for cell in shown.cells for slab in slabs(cell.filling.placed))


class TestWidths:
    @pytest.mark.parametrize(
        ("shares", "least", "widths"),
        [
            ([1, 3], [10, 10], [25, 75]),
            ([1, 9], [20, 10], [20, 80]),
            ([1, 1, 98], [20, 30, 10], [20, 30, 50]),
            ([1, 1], [50, 50], [50, 50]),
            ([0, 0], [10, 10], [10, 10]),
            ([1], [100], [100]),
        ],
    )
    def test_they_follow_the_shares_above_the_least(
        self, shares: list[float], least: list[float], widths: list[float]
    ) -> None:
        assert divided(shares, least, 100) == pytest.approx(widths)

    @given(
        st.lists(st.tuples(st.floats(0.01, 100), st.floats(0, 1)), min_size=1, max_size=9),
        st.floats(1, 1000),
    )
    def test_they_fill_the_room_and_none_is_below_its_least(
        self, columns: list[tuple[float, float]], total: float
    ) -> None:
        least = [part * total / len(columns) for _, part in columns]
        widths = divided([share for share, _ in columns], least, total)
        assert sum(widths) == pytest.approx(total)
        assert all(width >= floor - ROUNDING for width, floor in zip(widths, least, strict=True))

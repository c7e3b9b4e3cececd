"""Finds what the columns of a grid mean, and what is wrong with its headings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from postingkit.errors import Problem
from postingkit.model.tables.columns import ID, meant, names_by_heading, plain
from postingkit.model.tables.grid import MOST_COLUMNS, Cell, Grid, letters
from postingkit.model.tables.settings import OpeningSettings
from postingkit.model.values import MOST_UNKNOWN

LONGEST_HEADING = 60
SETTINGS = "or say in postingkit.yaml under “openings: columns” which one it is"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its *heading*, or else its letters.

    *name* is None where the heading is unknown or there is none, and empty where it is not read.
    """

    heading: str
    name: str | None
    has_heading: bool = True


@dataclass(frozen=True, slots=True)
class Header:
    """The *columns* of a grid; where there are *problems*, its rows cannot be used."""

    columns: tuple[Column, ...]
    problems: tuple[Problem, ...]

    def column(self, index: int) -> Column:
        """Give the column *index*, which counts from 0; beyond the header there is no heading."""
        if index < len(self.columns):
            return self.columns[index]
        return Column(letters(index), None, has_heading=False)


def read_header(
    grid: Grid, number: int, cells: Sequence[Cell], settings: OpeningSettings
) -> Header:
    """Read the row *number* of *grid* as its header."""
    own = {heading: name.text for heading, name in settings.columns.items()}
    names = names_by_heading(own, (each.text for each in settings.ignore))
    columns = [_column(index, cell, names) for index, cell in enumerate(cells)]
    while not columns[-1].has_heading:
        columns.pop()
    return Header(tuple(columns), tuple(_problems(grid, number, columns)))


def _column(index: int, cell: Cell, names: Mapping[str, str]) -> Column:
    heading = " ".join(cell.split()) if isinstance(cell, str) else ""
    if not heading:
        return Column(letters(index), None, has_heading=False)
    return Column(heading[:LONGEST_HEADING], names.get(plain(heading)))


def _problems(grid: Grid, number: int, columns: Sequence[Column]) -> Iterator[Problem]:
    place = grid.place(number)
    if len(columns) > MOST_COLUMNS:
        message = f"The table has {len(columns):,} columns; at most {MOST_COLUMNS} are read."
        yield Problem.at(place, message, "Check that it is the right file.")
        return
    yield from _unknown(grid, number, columns)
    yield from _twice(grid, number, columns)
    names = {column.name for column in columns}
    if "role" not in names:
        message = "There is no column “role”, which names the role of each opening."
        yield Problem.at(place, message, f"Add one, {SETTINGS}.")
    if names.isdisjoint({ID, "requisition"}):
        message = "There is no column “id” or “requisition”, which tells openings apart."
        yield Problem.at(place, message, f"Add one, {SETTINGS}.")


def _unknown(grid: Grid, number: int, columns: Sequence[Column]) -> Iterator[Problem]:
    unknown = [column for column in columns if column.name is None and column.has_heading]
    for column in unknown[:MOST_UNKNOWN]:
        message = f"The column “{column.heading}” is none that is known."
        hint = meant(column.heading) or (
            "Say in postingkit.yaml what it holds, under “openings: columns”, "
            "or that it is not read, under “openings: ignore”."
        )
        yield Problem.at(grid.place(number, column.heading), message, hint)
    if len(unknown) > MOST_UNKNOWN:
        message = f"Another {len(unknown) - MOST_UNKNOWN} columns are unknown."
        yield Problem.at(grid.place(number), message)


def _twice(grid: Grid, number: int, columns: Sequence[Column]) -> Iterator[Problem]:
    first: dict[str, Column] = {}
    for column in columns:
        if column.name and first.setdefault(column.name, column) is not column:
            other = first[column.name].heading
            message = f"The columns “{other}” and “{column.heading}” hold the same field."
            yield Problem.at(grid.place(number, column.heading), message, "Keep one of them.")

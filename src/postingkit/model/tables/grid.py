"""A table before anybody knows what its columns mean: rows of cells, each a text or a fault."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeAlias

from postingkit.errors import InvalidInput, Problem, SheetPlace

MOST_ROWS = 1_048_576  # what an Excel sheet can hold
MOST_COLUMNS = 500
MOST_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with a cell that has no usable value."""

    message: str
    hint: str = ""


Cell: TypeAlias = str | CellFault


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one sheet, numbered as a spreadsheet program does; a CSV file has no *sheet*.

    The rows can be asked for once. They raise `InvalidInput` where the file cannot be read further.
    """

    file: str
    sheet: str
    rows: Iterator[tuple[int, Sequence[Cell]]]

    def place(self, row: int, column: str = "") -> SheetPlace:
        """Give the place of a row, or of one of its cells."""
        return SheetPlace(self.file, self.sheet, row, column)


def too_large(path: Path) -> bool:
    """Say whether the file at *path* is larger than any table of openings should be."""
    return path.stat().st_size > MOST_BYTES


def refuse(path: Path, message: str, hint: str = "") -> NoReturn:
    """Raise `InvalidInput` for the file at *path* as a whole."""
    place = SheetPlace(path.as_posix(), "", 0, "")
    raise InvalidInput((Problem.at(place, message, hint),))


def letters(index: int) -> str:
    """Name the column *index*, which counts from 0, as a spreadsheet program does: A, B … AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name

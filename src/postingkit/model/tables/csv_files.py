"""Reads CSV files as text, and says plainly where they are none; it guesses no encoding."""

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model.files import unreadable
from postingkit.model.tables.columns import BY_HEADING, plain
from postingkit.model.tables.grid import MOST_ROWS, Cell, Grid, refuse, too_large

DELIMITERS = (",", ";", "\t")
LONGEST_HEADER = 200_000
BLOCK = 1 << 20
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
ANNOUNCED = re.compile(r"sep=([,;|\t])", re.IGNORECASE)
"""A first line that only tells Excel which sign stands between the cells."""
SAVE_AS = "In Excel, save it as “CSV UTF-8”; in LibreOffice, choose “Unicode (UTF-8)” on saving."
FAULTS = {
    "expected after": "A quotation ends in the middle of a cell.",
    "unexpected end": "A quotation that begins in this row or above has no end.",
    "field larger": "A cell holds more text than any opening has; perhaps a quotation has no end.",
}
"""What we say where the reader of CSV says this."""
QUOTES = 'A text with quotes in it stands between quotes, and each inside is doubled: "a ""b"" c".'


def csv_grid(path: Path) -> Grid:
    """Open the CSV file at *path*; raises `InvalidInput` for one that is no UTF-8 text.

    What stands between the cells is found from the header: a comma, a semicolon or a tab.
    """
    try:
        if too_large(path):
            refuse(path, "The file is larger than any table of openings should be.")
        with path.open("rb") as file:
            _refuse_other_encodings(path, file)
        delimiter = _delimiter(_beginning(path))
    except OSError as error:
        raise unreadable(path, error) from error
    return Grid(path.as_posix(), "", _rows(path, delimiter))


def _refuse_other_encodings(path: Path, file: BinaryIO) -> None:
    """Read the whole *file*, block by block, for nothing but whether it is UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    line, before = 1, b""
    while block := file.read(BLOCK):
        if not before and block.startswith(UTF_16):
            refuse(path, "The file is not UTF-8 text, but UTF-16.", SAVE_AS)
        try:
            decoder.decode(block)
        except UnicodeDecodeError as error:
            # What is left over of the block before stands in front of this one.
            line += error.object.count(b"\n", 0, error.start)
            raise _no_text(path, line) from error
        line += block.count(b"\n")
        before = block
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise _no_text(path, line) from error


def _no_text(path: Path, line: int) -> InvalidInput:
    message = "The file is not UTF-8 text; something in this line is none."
    place = FilePlace(path.as_posix(), line, 1)
    return InvalidInput((Problem.at(place, message, SAVE_AS),))


def _beginning(path: Path) -> str:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return file.read(LONGEST_HEADER)


def _delimiter(beginning: str) -> str:
    """Find which sign makes the most headings that are known of the first line, or most cells."""
    announced = ANNOUNCED.match(beginning)
    if announced:
        return announced[1]
    return max(DELIMITERS, key=lambda each: _fitness(beginning, each))


def _fitness(beginning: str, delimiter: str) -> tuple[int, int]:
    try:
        rows = csv.reader(beginning.splitlines(keepends=True), delimiter=delimiter)
        header = next((row for row in rows if any(row)), [])
    except csv.Error:
        return 0, 0
    return sum(plain(each) in BY_HEADING for each in header), len(header)


def _rows(path: Path, delimiter: str) -> Iterator[tuple[int, Sequence[Cell]]]:
    number = 0
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, delimiter=delimiter, strict=True)
            for number, row in enumerate(islice(rows, MOST_ROWS), 1):
                if number > 1 or not _is_announcement(row, delimiter):
                    yield number, row
    except OSError as error:
        raise unreadable(path, error) from error
    except csv.Error as error:
        place = Grid(path.as_posix(), "", iter(())).place(number + 1)
        told = (message for said, message in FAULTS.items() if said in str(error))
        message = next(told, f"The row cannot be read: {error}.")
        raise InvalidInput((Problem.at(place, message, QUOTES),)) from error


def _is_announcement(row: Sequence[str], delimiter: str) -> bool:
    return row == ["sep=", ""] or (len(row) == 1 and row[0].lower() == f"sep={delimiter}")

"""Tables of openings, CSV files and Excel's, read row by row; a row becomes what a YAML file holds.

It judges no opening, and keeps no more than one row.
"""

from collections.abc import Iterator
from pathlib import Path

from postingkit.errors import InvalidInput, Problem
from postingkit.model.tables.csv_files import csv_grid
from postingkit.model.tables.grid import Cell, Grid, refuse
from postingkit.model.tables.rows import RawRow, TableRow, raw_rows
from postingkit.model.tables.settings import OpeningSettings

__all__ = ["SUFFIXES", "Cell", "RawRow", "TableRow", "open_table", "read_table"]

OTHERS = {
    ".xlsm": "The file can hold macros, which are never opened.",
    ".xlsb": "The file is of a kind of Excel's that cannot be read here.",
    ".xls": "The file is of Excel's kind from before 2007, which cannot be read here.",
    ".ods": "The file is a sheet of OpenDocument, which cannot be read here.",
    ".numbers": "The file is a sheet of Apple's Numbers, which cannot be read here.",
    ".tsv": "The file's name ends in .tsv.",
}
SUFFIXES = (".csv", ".xlsx", *OTHERS)


def read_table(path: Path, settings: OpeningSettings) -> Iterator[TableRow | Problem]:
    """Yield the rows of the table at *path*, and the problems of the file as a whole."""
    for row in open_table(path, settings):
        yield row.read() if isinstance(row, RawRow) else row


def open_table(path: Path, settings: OpeningSettings) -> Iterator[RawRow | Problem]:
    """Yield the rows of the table at *path* unread, and the problems of the file as a whole."""
    try:
        yield from raw_rows(_grid(path, settings), settings)
    except InvalidInput as error:
        yield from error.problems


def _grid(path: Path, settings: OpeningSettings) -> Grid:
    suffix = path.suffix.lower()
    if suffix in OTHERS:
        name = "table.csv" if suffix == ".tsv" else "table.xlsx"
        refuse(path, OTHERS[suffix], f"Save it as “{name}”, for example.")
    if suffix == ".csv":
        return csv_grid(path)
    from postingkit.model.tables.xlsx_files import (  # noqa: PLC0415 - few projects have such files
        xlsx_grid,
    )

    return xlsx_grid(path, settings.sheet)

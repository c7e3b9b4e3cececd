"""Reads Excel files by openpyxl, row by row; it runs no formula, and takes the values they had."""

import warnings
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeAlias, TypeVar, cast

from openpyxl import Workbook, load_workbook
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from postingkit.errors import InvalidInput, Problem, SheetPlace
from postingkit.model.files import unreadable
from postingkit.model.tables.excel_values import written
from postingkit.model.tables.grid import MOST_ROWS, Cell, CellFault, Grid, refuse, too_large
from postingkit.model.tables.packages import SAVE_AGAIN, judge_package
from postingkit.model.tables.sheet_scan import SheetScan, scan_sheet
from postingkit.model.values import PlainText, suggestion

AT_ONCE = 500
MOST_TOLD = 20
ERROR, FORMULA = "e", "f"
UNCALCULATED = CellFault(
    "The cell holds a formula that no program has calculated yet.",
    "Open the file in Excel or LibreOffice, and save it again.",
)

RowT = TypeVar("RowT")
AnyCell: TypeAlias = ReadOnlyCell | EmptyCell


def xlsx_grid(path: Path, wanted: PlainText | None) -> Grid:
    """Open the *wanted* sheet of the Excel file at *path*, or the first that is not hidden.

    Raises `InvalidInput` for a file that is none or could do harm, and where there is no such
    sheet, or its cells are merged over rows.
    """
    try:
        if too_large(path):
            refuse(path, "The file is larger than any table of openings should be.")
        judge_package(path)
        sheet = _sheet(path, _opened(path), wanted)
        part = sheet._worksheet_path  # type: ignore[attr-defined] # noqa: SLF001 - nothing public tells it
        found = scan_sheet(path, part)
    except OSError as error:
        raise unreadable(path, error) from error
    grid = Grid(path.as_posix(), sheet.title, _rows(path, sheet, has_formulas=found.has_formulas))
    _refuse_merged(grid, found)
    return grid


def _opened(path: Path, *, formulas: bool = False) -> Workbook:
    try:
        with warnings.catch_warnings(action="ignore"):
            return load_workbook(path, read_only=True, data_only=not formulas, keep_links=False)
    except Exception as error:  # openpyxl raises whatever it stumbles over
        raise _broken(path, error) from error


def _broken(path: Path, error: Exception) -> InvalidInput:
    reason = " ".join(str(error).split())[:100] or type(error).__name__
    message = f"The file is no Excel file, or damaged: {reason}."
    return InvalidInput((Problem.at(SheetPlace(path.as_posix(), "", 0, ""), message, SAVE_AGAIN),))


def _sheet(path: Path, workbook: Workbook, wanted: PlainText | None) -> ReadOnlyWorksheet:
    # The type stubs do not know that a workbook which is only read has sheets of this kind.
    sheets = cast("list[ReadOnlyWorksheet]", workbook.worksheets)
    if wanted:
        titles = {each.title: each for each in sheets}
        if wanted.text in titles:
            return titles[wanted.text]
        message = f"{path.as_posix()} has no sheet “{wanted}”."
        problem = Problem.at(wanted.place, message, suggestion(wanted.text, tuple(titles)))
        raise InvalidInput((problem,))
    visible = (each for each in sheets if each.sheet_state == "visible")
    return next(visible, None) or refuse(path, "The file has no sheet that is not hidden.")


def _refuse_merged(grid: Grid, scan: SheetScan) -> None:
    problems = tuple(
        Problem.at(
            grid.place(first, column),
            f"The cells of rows {first} to {last} are merged here.",
            "Unmerge them, and fill in each row.",
        )
        for column, first, last in scan.merged[:MOST_TOLD]
    )
    if problems:
        raise InvalidInput(problems)


def _rows(
    path: Path, sheet: ReadOnlyWorksheet, *, has_formulas: bool
) -> Iterator[tuple[int, Sequence[Cell]]]:
    values = _read(path, sheet)
    if not has_formulas:
        for number, row in enumerate(values, 1):
            yield number, [_value(cell) for cell in row]
        return
    formulas = _read(path, _opened(path, formulas=True)[sheet.title])
    for number, (row, beside) in enumerate(zip(values, formulas, strict=True), 1):
        yield number, [_calculated(*cells) for cells in zip(row, beside, strict=True)]


def _read(path: Path, sheet: ReadOnlyWorksheet) -> Iterator[Sequence[AnyCell]]:
    """Yield the rows of *sheet*, its own idea of its size aside."""
    sheet.reset_dimensions()
    rows = islice(cast("Iterator[Sequence[AnyCell]]", sheet.rows), MOST_ROWS)
    try:
        while some := _some(path, rows):
            yield from some
    finally:
        sheet.parent.close()


def _some(path: Path, rows: Iterator[RowT]) -> list[RowT]:
    """Take the next *rows*, with openpyxl's remarks about them held back."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return list(islice(rows, AT_ONCE))
    except Exception as error:  # openpyxl raises whatever it stumbles over
        raise _broken(path, error) from error


def _value(cell: AnyCell) -> Cell:
    if cell.value is None:
        return ""
    if cell.data_type == ERROR:
        return CellFault(f"The cell holds the error “{cell.value}”.", "Correct its formula.")
    return written(cell.value, cell.number_format)


def _calculated(cell: AnyCell, beside: AnyCell) -> Cell:
    """Give the value of *cell*, which *beside* is the formula of, if it has one."""
    if cell.value is None and beside.data_type == FORMULA:
        return UNCALCULATED
    return _value(cell)

"""Looks through the XML of a sheet for what openpyxl does not tell while it reads in passing."""

import re
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

MERGED = re.compile(
    rb"""<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)["']"""
)
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
BLOCK = 1 << 20
OVERLAP = 200
"""Bytes that a tag which is looked for has at most."""


@dataclass(frozen=True, slots=True)
class SheetScan:
    """Whether a sheet *has_formulas*; and the cells that are *merged* over rows.

    Each of these is its column's letters, its first row and its last.
    """

    has_formulas: bool
    merged: tuple[tuple[str, int, int], ...]


def scan_sheet(path: Path, part: str) -> SheetScan:
    """Look through the *part* of the Excel file at *path*, block by block."""
    has_formulas = False
    merged: set[tuple[bytes, ...]] = set()
    rest = b""
    with ZipFile(path) as package, package.open(part) as sheet:
        while block := sheet.read(BLOCK):
            text = rest + block
            has_formulas = has_formulas or FORMULA.search(text) is not None
            merged.update(match.groups() for match in MERGED.finditer(text))
            rest = text[-OVERLAP:]
    ranges = ((column.decode(), int(first), int(last)) for column, first, last in merged)
    return SheetScan(has_formulas, tuple(sorted(each for each in ranges if each[1] < each[2])))

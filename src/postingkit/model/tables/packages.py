"""Judges Excel files before anything opens them: their size, and what their XML could bring."""

from pathlib import Path
from typing import IO, NoReturn
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from postingkit.model.tables.grid import refuse

MOST_ENTRIES = 5_000
MOST_UNPACKED = 1_000_000_000
MOST_BY_PART = {
    "xl/worksheets/": 600_000_000,  # read in passing
    "xl/sharedstrings": 200_000_000,  # held in memory
    "xl/media/": 200_000_000,  # not read
}
"""Bytes that parts have at most, by how their names begin."""
HARMLESS = 20_000_000
"""Bytes of any other part."""
MOST_RATIO = 150
"""How many times its packed size a part of more than `HARMLESS` bytes may have."""
PROLOG = 1 << 16
MOST_PROLOG = 1 << 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB], section 2.2
XML = (".xml", ".rels", ".vml")
SAVE_AGAIN = "Open it in Excel and save it again as “Excel workbook (.xlsx)”."


class _Refused(Exception):  # noqa: N818 - it says what is so
    """The reason ends the sentence “The file …”."""


def judge_package(path: Path) -> None:
    """Raise `InvalidInput` where the Excel file at *path* is none, or could do harm."""
    with path.open("rb") as file:
        if file.read(len(OLE)) == OLE:
            message = "The file is locked with a password, or of Excel's kind from before 2007."
            refuse(path, message, "Save it without a password as “Excel workbook (.xlsx)”.")
    try:
        with ZipFile(path) as package:
            _judge_sizes(package.infolist())
            _judge_xml(package)
    except _Refused as error:
        refuse(path, f"The file {error}.", SAVE_AGAIN)
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError) as error:
        _refuse_as_broken(path, error)


def _refuse_as_broken(path: Path, error: Exception) -> NoReturn:
    refuse(path, f"The file is no Excel file, or damaged: {error}.", SAVE_AGAIN)


def _judge_sizes(entries: list[ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise _Refused(f"has {len(entries):,} parts, more than any table needs")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise _Refused("would be larger than 1 GB when it is unpacked")
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise _Refused("holds a part twice")
    for entry in entries:
        _judge_size(entry)


def _judge_size(entry: ZipInfo) -> None:
    if entry.flag_bits & 1:
        raise _Refused("is locked with a password")
    name = entry.filename.lower()
    limits = (limit for part, limit in MOST_BY_PART.items() if name.startswith(part))
    most = next(limits, HARMLESS)
    packed_too_well = entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
    if entry.file_size > most or (entry.file_size > HARMLESS and packed_too_well):
        raise _Refused(f"has a part “{entry.filename}” that grows too large when it is unpacked")
    if "vbaproject" in name:
        raise _Refused("holds macros, which are never opened")


def _judge_xml(package: ZipFile) -> None:
    for name in package.namelist():
        with package.open(name) as part:
            _judge_prolog(part, name)


def _judge_prolog(part: IO[bytes], name: str) -> None:
    """Read *part* up to its first element; what defines entities stands before that, or nowhere.

    A part is judged whatever its name, for a package says elsewhere what its parts are.
    """
    begun: list[str] = []

    def refuse_doctype(*_: object) -> NoReturn:
        raise _Refused(f"has a document type in “{name}”, which can bring text from elsewhere")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = lambda tag, _: begun.append(tag)
    read = 0
    try:
        while not begun and read < MOST_PROLOG and (block := part.read(PROLOG)):
            parser.Parse(block)
            read += len(block)
    except expat.ExpatError as error:
        if name.lower().endswith(XML):
            raise _Refused(f"is damaged in “{name}”: {expat.ErrorString(error.code)}") from error
        return
    if not begun and name.lower().endswith(XML):
        raise _Refused(f"has nothing in “{name}”")

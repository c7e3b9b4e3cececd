"""Places, problems and the exceptions that carry them; below everything, so it imports nothing.

PostingkitError
├── InvalidInput(problems)
│   └── StationeryError
├── ExporterError
│   ├── UnknownExporter
│   ├── ExporterUnavailable
│   └── ExportFailed
└── OutputError

Exceptions carry values, print nothing and know no command line.
"""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A place in a text file.

    *line* and *column* count from 1, in characters; *source* is the whole line as it stands in the
    file; *path* is the dotted path of the value that was loaded from here, as in
    ``responsibilities[2].text``, and empty for the file itself.
    """

    file: str
    line: int
    column: int
    source: str = ""
    path: str = ""

    def __str__(self) -> str:
        """Give the form that editors and terminals link: ``file:line:column``."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A cell of a spreadsheet or CSV file: *row* counts from 1, *column* is a heading or letter.

    A CSV file has no *sheet*; without a *column* it is the whole row, without a *row* the sheet.
    """

    file: str
    sheet: str
    row: int
    column: str

    @property
    def path(self) -> str:
        """The column names the value, as a dotted path does in a text file."""
        return self.column

    def __str__(self) -> str:
        """Give the place in the words of a spreadsheet program."""
        sheet = f"sheet {self.sheet}" if self.sheet else ""
        row = f"row {self.row}" if self.row else ""
        column = f"column {self.column}" if self.column else ""
        return ", ".join(filter(None, (self.file, sheet, row, column)))


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A place in a Word file: a part (body, header …), then a paragraph, or a cell of a table.

    Numbers count from 1; the ones that do not apply are None. An empty part is the whole file.
    """

    file: str
    part: str
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None

    @property
    def path(self) -> str:
        """Word files have no dotted paths."""
        return ""

    def __str__(self) -> str:
        """Give the place in Word's terms: ``letterhead.docx, header, table 1, row 3, cell 2``."""
        numbered = (
            ("table", self.table),
            ("row", self.row),
            ("cell", self.cell),
            ("paragraph", self.paragraph),
        )
        steps = [f"{name} {number}" for name, number in numbered if number is not None]
        return ", ".join(filter(None, (self.file, self.part, *steps)))


Place: TypeAlias = FilePlace | SheetPlace | WordPlace


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or, as a notice, worth knowing.

    *message* is a sentence that names the thing; *hint* says the way out and may be empty; *path*
    is the dotted path of the value, for people and programs that look it up by name.
    """

    place: Place | None
    path: str
    message: str
    hint: str = ""

    @classmethod
    def at(cls, place: Place | None, message: str, hint: str = "") -> "Problem":
        """Make a problem of the value that was loaded from *place*."""
        return cls(place, place.path if place else "", message, hint)

    def __str__(self) -> str:
        """Give the problem on one line, without its source line."""
        where = f"{self.place}: " if self.place else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{where}{self.message}{hint}"


class PostingkitError(Exception):
    """Anything that postingkit reports to its user instead of failing with a traceback."""


class InvalidInput(PostingkitError):  # noqa: N818 - the design's name; it reads as what it says
    """The input has one or more *problems*."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class StationeryError(InvalidInput):
    """A Word file that postings shall be written into cannot be used, for its *problems*."""


class ExporterError(PostingkitError):
    """An exporter is missing, broken, or could not make a file."""


class UnknownExporter(ExporterError):  # noqa: N818 - as above
    """No installed exporter has the *name*; *known* are those that there are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(
            f"There is no format “{name}”. The installed formats are {', '.join(known)}."
        )
        self.name = name
        self.known = known


class ExporterUnavailable(ExporterError):  # noqa: N818 - as above
    """The exporter *name* is installed but cannot be used, for the *reason* given."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"The format “{name}” is installed but cannot be used: {reason}. "
            "Reinstall or update the package that brings it."
        )
        self.name = name
        self.reason = reason


class ExportFailed(ExporterError):  # noqa: N818 - as above
    """One document could not be made into one file; *problem* says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Unreachable(PostingkitError):  # noqa: N818 - as above
    """A place or a cluster beyond this computer cannot be used; it says why, and the way out."""


class OutputError(PostingkitError):
    """A file could not be written; *path* is the one, *reason* the system's own words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"“{path}” could not be written: {reason}.")
        self.path = path
        self.reason = reason

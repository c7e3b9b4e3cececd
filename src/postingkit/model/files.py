"""Finds and reads input files, and says plainly why one, or a folder of them, cannot be read."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model.identity import fault, suggested
from postingkit.model.nodes import MappingNode
from postingkit.model.reading import read_yaml
from postingkit.model.source import MAXIMUM_BYTES, ROLE_LINE

SUFFIXES = (".yaml", ".yml")
HIDDEN = (".", "~$")
"""How the names of files begin that editors and spreadsheet programs leave beside others."""


def read_file(path: Path, example: str = ROLE_LINE) -> MappingNode:
    """Read the YAML file at *path*; raises `InvalidInput` where that cannot be.

    *example* is a line that a file of its kind may hold, for hints.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    return read_yaml(data, path.as_posix(), example)


def unreadable(path: Path, error: OSError) -> InvalidInput:
    """Say that the system would not let *path* be read, in its own words."""
    reason = error.strerror or type(error).__name__
    place = FilePlace(path.as_posix(), 1, 1)
    hint = "Check its name, and that you may open it."
    return InvalidInput((Problem.at(place, f"The file cannot be read: {reason}.", hint),))


def names_below(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Yield the folder and the name of all that is below *folder*, but for what is hidden.

    Folders are among it. Those that cannot be read are added to *problems*: nobody knows what is in
    them, which is something else than nothing.
    """
    for where, folders, names in os.walk(folder, onerror=partial(_tell, problems)):
        within = Path(where).as_posix()
        yield from ((within, name) for name in (*names, *folders) if not name.startswith(HIDDEN))


def paths_in(folder: Path, problems: list[Problem]) -> tuple[Path, ...]:
    """Give what stands in *folder* itself; that it cannot be read is added to *problems*."""
    try:
        with os.scandir(folder) as entries:
            return tuple(Path(entry.path) for entry in entries)
    except OSError as error:
        _tell(problems, error)
        return ()


def _tell(problems: list[Problem], error: OSError) -> None:
    """Add to *problems* that a folder cannot be read; there need be none, but a link leads on."""
    if not os.path.lexists(error.filename):
        return
    place = FilePlace(Path(error.filename).as_posix(), 1, 1)
    message = f"The folder cannot be read: {error.strerror or type(error).__name__}."
    hint = "Check that it is there, and that you may open it."
    problems.append(Problem.at(place, message, hint))


def name_problem(path: Path) -> Problem:
    """Say what is wrong with the name of the file at *path*."""
    message = f"The file's name cannot be used: {fault(path.stem)}."
    hint = f"Rename the file to “{suggested(path.stem)}.yaml”, for example."
    return Problem.at(FilePlace(path.as_posix(), 1, 1), message, hint)

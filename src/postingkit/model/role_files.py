"""Lists the files of roles, of which there may be very many, and reads none of them."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from postingkit.errors import FilePlace, Problem
from postingkit.model.files import HIDDEN, SUFFIXES, name_problem
from postingkit.model.identity import clashes, fault

ROLES = "roles"

_Named: TypeAlias = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class RoleFiles:
    """The paths of roles' files by their ids, *ids* of all there are, and what is wrong with some.

    Of roles with one id, and of those whose id cannot be used, there is no file that could be read.
    """

    ids: tuple[str, ...]
    sound: Mapping[str, str]
    problems: Mapping[str, tuple[Problem, ...]]


NONE = RoleFiles((), {}, {})
"""No files, for whom it is enough that somebody else knows them."""


def role_files(folder: Path) -> RoleFiles:
    """List the roles of the project in *folder*, sorted by their ids."""
    named = sorted(_named(folder / ROLES))
    problems: dict[str, tuple[Problem, ...]] = {}
    for id_, problem in _name_problems(named):
        problems[id_] = (*problems.get(id_, ()), problem)
    clashing = clashes(id_ for id_, _ in named)
    sound = {id_: path for id_, path in named if not fault(id_) and id_.casefold() not in clashing}
    return RoleFiles(tuple(dict.fromkeys(id_ for id_, _ in named)), sound, problems)


def _named(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the id and the path of each file of a role below *folder*."""
    for where, folders, names in os.walk(folder):
        within = Path(where).as_posix()
        for name in (*names, *folders):  # a folder of that name is told of when it is read
            id_, suffix = os.path.splitext(name)  # noqa: PTH122 - a path each would take far longer
            if suffix.lower() in SUFFIXES and not name.startswith(HIDDEN):
                yield id_, f"{within}/{name}"


def _name_problems(named: _Named) -> Iterator[tuple[str, Problem]]:
    """Find the ids that cannot be used, each with what is wrong."""
    for id_, path in named:
        if fault(id_):
            yield id_, name_problem(Path(path))
    for name, positions in clashes(id_ for id_, _ in named).items():
        for position in positions[1:]:
            id_, path = named[position]
            message = f"“{name}” is also the name of {named[positions[0]][1]}."
            hint = "Rename one of them; folders and capitals do not tell two roles apart."
            yield id_, Problem.at(FilePlace(path, 1, 1), message, hint)

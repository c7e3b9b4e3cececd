"""Lists the files of roles, of which there may be very many, and reads none of them."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from postingkit.errors import FilePlace, Problem
from postingkit.model.files import SUFFIXES, name_problem, names_below
from postingkit.model.identity import clashes, fault

ROLES = "roles"

_Named: TypeAlias = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class RoleFiles:
    """The paths of roles' files by their ids, *ids* of all there are, and what is wrong with some.

    Of roles with one id, and of those whose id cannot be used, there is no file that could be read.
    *unreadable* tells of folders that cannot be read: which roles are in them nobody knows.
    """

    ids: tuple[str, ...]
    sound: Mapping[str, str]
    problems: Mapping[str, tuple[Problem, ...]]
    unreadable: tuple[Problem, ...] = ()


NONE = RoleFiles((), {}, {})
"""No files, for whom it is enough that somebody else knows them."""


def role_files(folder: Path) -> RoleFiles:
    """List the roles of the project in *folder*, sorted by their ids."""
    unreadable: list[Problem] = []
    named = sorted(_named(folder / ROLES, unreadable))
    problems: dict[str, tuple[Problem, ...]] = {}
    for id_, problem in _name_problems(named):
        problems[id_] = (*problems.get(id_, ()), problem)
    clashing = clashes(id_ for id_, _ in named)
    sound = {id_: path for id_, path in named if not fault(id_) and id_.casefold() not in clashing}
    ids = tuple(dict.fromkeys(id_ for id_, _ in named))
    return RoleFiles(ids, sound, problems, tuple(unreadable))


def _named(folder: Path, unreadable: list[Problem]) -> Iterator[tuple[str, str]]:
    """Yield the id and the path of each file of a role below *folder*.

    A folder with the name of a file is told of when it is read.
    """
    for within, name in names_below(folder, unreadable):
        id_, suffix = os.path.splitext(name)  # noqa: PTH122 - a path each would take far longer
        if suffix.lower() in SUFFIXES:
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

"""Finds what a command is asked about: the project's folder; roles and openings by id or file."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import click

from postingkit.cli.folders import STANDARD_STREAM, is_file, project_folder
from postingkit.cli.kinds import require_role
from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model import (
    LoadedProject,
    Role,
    load_project,
    load_role,
    load_undated,
)
from postingkit.model.files import SUFFIXES, name_problem
from postingkit.model.identity import fault, suggested
from postingkit.model.loading import read_role
from postingkit.model.nodes import MappingNode
from postingkit.model.openings import OPENINGS
from postingkit.model.overlay import overlay
from postingkit.model.source import MAXIMUM_BYTES
from postingkit.model.validation import in_order
from postingkit.model.values import suggestion


@dataclass(frozen=True, slots=True)
class Found:
    """The project, and the ids of the roles and openings that were asked for."""

    project: LoadedProject
    roles: tuple[str, ...]
    openings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A role that was read from a file of its own; None if it has problems."""

    id: str
    role: Role | None


def find(
    names: tuple[str, ...],
    folder: Path | None,
    settings: Iterable[str] = (),
    *,
    dated: bool = False,
) -> Found:
    """Find the roles that *names* name, and their project; without names, every role.

    A name is a role's id, the path of its file, or ``-`` for standard input; where *dated*, also an
    opening's. A role with problems is not among the project's roles, and its problems are among
    the project's. A name that there is not is wrong usage.
    """
    where = project_folder(folder, names)
    named = tuple(_opening_id(name, where) if dated else name for name in names)
    for name in filter(is_file, named):
        require_role(name, where)
    ids = tuple(name for name in named if not is_file(name))
    asked_for = (ids if dated else ()) if names else None
    project = _loaded(where, ids if names else None, overlay(settings), asked_for)
    _require_known(ids, project, project.opening_ids if dated else ())
    problems = list(project.problems)
    by_file = _read_all((name for name in named if is_file(name)), problems)
    read = {found.id: found.role for found in by_file.values() if found.role}
    project = replace(project, roles={**project.roles, **read}, problems=in_order(problems))
    every = named or (*project.role_ids, *project.opening_ids)
    roles = {by_file[name].id if name in by_file else name: None for name in every}
    known = {*project.role_ids, *(found.id for found in by_file.values())}
    openings = dict.fromkeys(name for name in every if name in project.opening_ids)
    return Found(project, tuple(id_ for id_ in roles if id_ in known), tuple(openings))


def no_opening(name: str) -> click.UsageError:
    """Say that *name* is not what an opening is expected for."""
    return click.UsageError(
        f"“{name}” is a role and no opening. “postingkit list” names the openings."
    )


def find_without_openings(folder: Path | None) -> LoadedProject:
    """Find the project with every role and none of its openings, which may be very many."""
    return load_undated(project_folder(folder, ()))


def _loaded(
    folder: Path,
    ids: tuple[str, ...] | None,
    laid_over: MappingNode | None,
    openings: tuple[str, ...] | None,
) -> LoadedProject:
    """Load the roles and openings with these *ids*, and the roles of these openings."""
    project = load_project(folder, ids, laid_over, openings)
    needed = tuple(opening.role.text for opening in project.openings.values())
    if ids is None or set(needed) <= set(ids):
        return project
    return load_project(folder, (*ids, *needed), laid_over, openings)


def _opening_id(name: str, folder: Path) -> str:
    """Give the id of the opening in the file *name*; any other name stays as it is."""
    path = Path(name)
    within = path.suffix.lower() in SUFFIXES and path.is_file()
    if within and path.resolve().is_relative_to((folder / OPENINGS).resolve()):
        return path.stem
    return name


def _read_all(names: Iterable[str], problems: list[Problem]) -> dict[str, _Read]:
    """Read the files that *names* name, and add what is wrong with them to *problems*."""
    by_file: dict[str, _Read] = {}
    for name in dict.fromkeys(names):
        try:
            found = _read(name)
        except InvalidInput as error:
            problems += error.problems
            found = _Read(suggested(Path(name).stem), None)
        if found.id in {other.id for other in by_file.values()}:
            place = FilePlace(name, 1, 1)
            problems.append(Problem.at(place, f"Another file named here is “{found.id}” too."))
            found = _Read(found.id, None)
        by_file[name] = found
    return by_file


def _read(name: str) -> _Read:
    if name == STANDARD_STREAM:
        role = read_role(sys.stdin.buffer.read(MAXIMUM_BYTES + 1), "standard input")
        return _Read(suggested(role.title.text), role)
    path = Path(name)
    if fault(path.stem):
        raise InvalidInput((name_problem(path),))
    return _Read(path.stem, load_role(path))


def _require_known(ids: tuple[str, ...], project: LoadedProject, openings: tuple[str, ...]) -> None:
    for id_ in ids:
        if id_ not in project.role_ids and id_ not in openings:
            hint = suggestion(id_, (*project.role_ids, *openings))
            what = "role or opening" if openings else "role"
            raise click.UsageError(f"There is no {what} “{id_}”. {hint}".strip())

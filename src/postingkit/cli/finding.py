"""Finds what a command is asked about: the project's folder; roles and openings by id or file."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import click

from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model import LoadedProject, Role, find_project, load_project, load_role
from postingkit.model.files import SUFFIXES, name_problem
from postingkit.model.identity import fault, suggested
from postingkit.model.loading import PROJECT_FILE, read_role
from postingkit.model.nodes import MappingNode
from postingkit.model.openings import OPENINGS
from postingkit.model.overlay import overlay
from postingkit.model.source import MAXIMUM_BYTES
from postingkit.model.validation import in_order
from postingkit.model.values import suggestion

STANDARD_INPUT = "-"


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
    where = _project_folder(folder, names)
    named = tuple(_opening_id(name, where) if dated else name for name in names)
    ids = tuple(name for name in named if not _is_file(name))
    asked_for = (ids if dated else ()) if names else None
    project = _loaded(where, ids if names else None, overlay(settings), asked_for)
    _require_known(ids, project, project.opening_ids if dated else ())
    problems = list(project.problems)
    by_file = _read_all((name for name in named if _is_file(name)), problems)
    read = {found.id: found.role for found in by_file.values() if found.role}
    project = replace(project, roles={**project.roles, **read}, problems=in_order(problems))
    every = named or (*project.role_ids, *project.opening_ids)
    roles = {by_file[name].id if name in by_file else name: None for name in every}
    known = {*project.role_ids, *(found.id for found in by_file.values())}
    openings = dict.fromkeys(name for name in every if name in project.opening_ids)
    return Found(project, tuple(id_ for id_ in roles if id_ in known), tuple(openings))


def find_without_openings(folder: Path | None) -> LoadedProject:
    """Find the project with every role and none of its openings, which may be very many."""
    return load_project(_project_folder(folder, ()), openings=())


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


def _is_file(name: str) -> bool:
    separators = {"/", os.sep}
    return (
        name == STANDARD_INPUT
        or name.lower().endswith(SUFFIXES)
        or any(separator in name for separator in separators)
    )


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
    if name == STANDARD_INPUT:
        role = read_role(sys.stdin.buffer.read(MAXIMUM_BYTES + 1), "standard input")
        return _Read(suggested(role.title.text), role)
    path = Path(name)
    if fault(path.stem):
        raise InvalidInput((name_problem(path),))
    return _Read(path.stem, load_role(path))


def _project_folder(folder: Path | None, names: tuple[str, ...]) -> Path:
    if folder:
        _require_project(folder)
        return folder
    files = (Path(name).resolve().parent for name in names if _is_file(name))
    for start in (Path.cwd(), *files):
        found = find_project(start)
        if found:
            return _as_seen_from_here(found)
    if names and all(map(_is_file, names)):
        return Path()
    raise click.UsageError(
        f"There is no {PROJECT_FILE} here or in a folder above. "
        "Begin a project with “postingkit init”, or name its folder with --project."
    )


def _require_project(folder: Path) -> None:
    if not (folder / PROJECT_FILE).is_file():
        raise click.UsageError(
            f"There is no {PROJECT_FILE} in “{folder}”. Begin one with “postingkit init {folder}”."
        )


def _as_seen_from_here(folder: Path) -> Path:
    try:
        return Path(os.path.relpath(folder))
    except ValueError:  # on another drive, under Windows
        return folder


def _require_known(ids: tuple[str, ...], project: LoadedProject, openings: tuple[str, ...]) -> None:
    for id_ in ids:
        if id_ not in project.role_ids and id_ not in openings:
            hint = suggestion(id_, (*project.role_ids, *openings))
            what = "role or opening" if openings else "role"
            raise click.UsageError(f"There is no {what} “{id_}”. {hint}".strip())

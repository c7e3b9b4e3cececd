"""Finds what a command is asked about: the project's folder, and roles by id or by file."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import click

from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model import LoadedProject, Role, find_project, load_project, load_role
from postingkit.model.identity import fault, suggested
from postingkit.model.loading import PROJECT_FILE, SUFFIXES, name_problem, read_role
from postingkit.model.overlay import overlay
from postingkit.model.source import MAXIMUM_BYTES
from postingkit.model.validation import in_order
from postingkit.model.values import suggestion

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """The project, and the ids of the roles that were asked for."""

    project: LoadedProject
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """A role that was read from a file of its own; None if it has problems."""

    id: str
    role: Role | None


def find(names: tuple[str, ...], folder: Path | None, settings: Iterable[str] = ()) -> Found:
    """Find the roles that *names* name, and their project; without names, every role.

    A name is a role's id, the path of its file, or ``-`` for standard input. A role with problems
    is not among the project's roles, and its problems are among the project's. A name that there
    is not is wrong usage.
    """
    where = _project_folder(folder, names)
    ids = tuple(name for name in names if not _is_file(name))
    project = load_project(where, ids if names else None, overlay(settings))
    _require_known(ids, project)
    problems = list(project.problems)
    by_file = _read_all((name for name in names if _is_file(name)), problems)
    read = {found.id: found.role for found in by_file.values() if found.role}
    project = replace(project, roles={**project.roles, **read}, problems=in_order(problems))
    wanted = (by_file[name].id if name in by_file else name for name in names or project.role_ids)
    return Found(project, tuple(dict.fromkeys(wanted)))


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


def _require_known(ids: tuple[str, ...], project: LoadedProject) -> None:
    for id_ in ids:
        if id_ not in project.role_ids:
            hint = suggestion(id_, project.role_ids)
            raise click.UsageError(f"There is no role “{id_}”. {hint}".strip())

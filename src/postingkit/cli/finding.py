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
from postingkit.model.validation import in_order
from postingkit.model.values import suggestion

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Found:
    """The project, and the ids of the roles that were asked for."""

    project: LoadedProject
    roles: tuple[str, ...]


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
    by_file, problems = _read_all(name for name in names if _is_file(name))
    project = replace(
        project,
        roles={**project.roles, **by_file},
        problems=in_order([*project.problems, *problems]),
    )
    wanted = (*ids, *by_file) if names else project.role_ids
    return Found(project, tuple(dict.fromkeys(wanted)))


def _is_file(name: str) -> bool:
    separators = {"/", os.sep}
    return (
        name == STANDARD_INPUT
        or name.lower().endswith(SUFFIXES)
        or any(separator in name for separator in separators)
    )


def _read_all(names: Iterable[str]) -> tuple[dict[str, Role], list[Problem]]:
    roles: dict[str, Role] = {}
    problems: list[Problem] = []
    for name in names:
        try:
            id_, role = _read(name)
        except InvalidInput as error:
            problems += error.problems
            continue
        if id_ in roles:
            place = FilePlace(name, 1, 1)
            problems.append(Problem.at(place, f"Another file named here is “{id_}” too."))
        roles.setdefault(id_, role)
    return roles, problems


def _read(name: str) -> tuple[str, Role]:
    if name == STANDARD_INPUT:
        role = read_role(sys.stdin.buffer.read(), "standard input")
        return suggested(role.title.text), role
    path = Path(name)
    if fault(path.stem):
        raise InvalidInput((name_problem(path),))
    return path.stem, load_role(path)


def _project_folder(folder: Path | None, names: tuple[str, ...]) -> Path:
    if folder:
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

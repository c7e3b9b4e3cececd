"""Reads the openings of a project, one after the other: a file each, or a row of a table each."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from postingkit.errors import FilePlace, InvalidInput, Place, Problem
from postingkit.model import tables
from postingkit.model.files import SUFFIXES, name_problem, read_file
from postingkit.model.identity import fault, is_language
from postingkit.model.nodes import MappingNode, TextNode
from postingkit.model.opening import Opening
from postingkit.model.project import Project
from postingkit.model.validation import in_order
from postingkit.model.values import suggestion

OPENINGS = "openings"


@dataclass(frozen=True, slots=True)
class BrokenOpening:
    """An opening that cannot be used, for its *problems*; the *id* is empty where it has none.

    Problems of a whole file come as one of these too.
    """

    id: str
    problems: tuple[Problem, ...]


ReadOpening: TypeAlias = Opening | BrokenOpening


@dataclass(frozen=True, slots=True)
class _Written:
    """An opening that is not judged yet: a file, or a row that has been read."""

    id: str
    place: Place
    content: Path | MappingNode
    problems: tuple[Problem, ...] = ()


def streamed_openings(
    folder: Path,
    project: Project,
    roles: tuple[str, ...],
    wanted: frozenset[str] | None = None,
) -> Iterator[ReadOpening]:
    """Yield every opening below *folder*, or the *wanted* ones, in an order that names alone make.

    Nothing is kept but the ids, so tables may be of any length. Of openings with one id the first
    is taken, and the others are broken. *roles* are the ids that an opening may refer to; of
    openings that are not wanted, the ids alone are given, as broken ones without problems.
    """
    known: dict[str, Place] = {}
    for written in _every(folder, project):
        match written:
            case BrokenOpening():
                yield written
            case _Written(id=id_, place=place):
                first = known.setdefault(id_.casefold(), place) if id_ else place
                if wanted is not None and id_ not in wanted:
                    yield BrokenOpening(id_, ())
                elif first is not place:
                    yield BrokenOpening(id_, (_clash(written, first),))
                else:
                    yield _judged(written, project, roles)


def _every(folder: Path, project: Project) -> Iterator[_Written | BrokenOpening]:
    for path in _paths(folder):
        if path.suffix.lower() in SUFFIXES:
            yield _of_file(path)
        elif path.suffix.lower() in tables.SUFFIXES:
            yield from _of_table(path, project)


def _paths(folder: Path) -> list[Path]:
    """Give the files below *folder*, without hidden ones and the locks of spreadsheet programs."""
    found = (path for path in folder.rglob("*") if not path.name.startswith((".", "~$")))
    return sorted(found, key=lambda path: (path.stem, path.as_posix()))


def _of_file(path: Path) -> _Written | BrokenOpening:
    if fault(path.stem):
        return BrokenOpening(path.stem, (name_problem(path),))
    return _Written(path.stem, FilePlace(path.as_posix(), 1, 1), path)


def _of_table(path: Path, project: Project) -> Iterator[_Written | BrokenOpening]:
    for row in tables.read_table(path, project.openings):
        match row:
            case Problem():
                yield BrokenOpening("", (row,))
            case tables.TableRow(id_, place, MappingNode() as node, problems):
                yield _Written(id_, place, node, problems)
            case tables.TableRow(id=id_, problems=problems):
                yield BrokenOpening(id_, problems)


def _clash(written: _Written, first: Place) -> Problem:
    message = f"“{written.id}” is also the id of the opening at {first}."
    return Problem.at(written.place, message, "Give one of them another id.")


def _judged(written: _Written, project: Project, roles: tuple[str, ...]) -> ReadOpening:
    problems = list(written.problems)
    content = written.content
    try:
        node = content if isinstance(content, MappingNode) else read_file(content)
        problems += _reference_problems(node, project, roles)
        opening = Opening.of(written.id, node)
    except InvalidInput as error:
        return BrokenOpening(written.id, in_order([*problems, *error.problems]))
    return BrokenOpening(written.id, tuple(problems)) if problems else opening


def _reference_problems(
    node: MappingNode, project: Project, roles: tuple[str, ...]
) -> Iterator[Problem]:
    """Tell of a role or a language that has a sound name but is none of the project's."""
    role, language = node.get("role"), node.get("language")
    if isinstance(role, TextNode) and not fault(role.strip()) and role.strip() not in roles:
        message = f"There is no role “{role.strip()}”."
        yield Problem.at(role.place, message, suggestion(role, roles))
    languages = tuple(each.text for each in project.languages) or (project.own_language,)
    if isinstance(language, TextNode) and is_language(language) and language not in languages:
        message = f"“{language}” is none of the project's languages."
        hint = f"They are {', '.join(languages)}; add it in postingkit.yaml under “languages”."
        yield Problem.at(language.place, message, hint)

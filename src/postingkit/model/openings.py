"""Reads the openings of a project, one after the other: a file each, or a row of a table each."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from postingkit.errors import FilePlace, InvalidInput, Place, Problem
from postingkit.model import tables
from postingkit.model.files import SUFFIXES, name_problem, names_below, read_file
from postingkit.model.identity import fault, is_language
from postingkit.model.nodes import MappingNode, TextNode
from postingkit.model.opening import Opening
from postingkit.model.project import Project
from postingkit.model.sound_rows import SoundRows
from postingkit.model.validation import in_order
from postingkit.model.values import Words, suggestion

OPENINGS = "openings"
EXAMPLE = "role: data-engineer"


@dataclass(frozen=True, slots=True)
class BrokenOpening:
    """An opening that cannot be used, for its *problems*; the *id* is empty where it has none.

    Problems of a whole file, or of a folder that cannot be read, come as one of these too.
    """

    id: str
    problems: tuple[Problem, ...]


ReadOpening: TypeAlias = Opening | BrokenOpening


@dataclass(frozen=True, slots=True)
class _Written:
    """An opening that is not judged yet: a file, or a row that is read, or sound at first sight.

    A row has its *cells*, and the *heads* of their columns.
    """

    id: str
    place: Place
    content: Path | MappingNode | Opening
    problems: tuple[Problem, ...] = ()
    heads: str = ""
    cells: Sequence[tables.Cell] = ()


def streamed_openings(
    folder: Path,
    project: Project,
    roles: Collection[str],
    wanted: frozenset[str] | None = None,
) -> Iterator[ReadOpening]:
    """Yield every opening below *folder*, or the *wanted* ones, in an order that names alone make.

    Nothing is kept but the ids, so tables may be of any length. Of openings with one id the first
    is taken, and the others are broken. *roles* are the ids that an opening may refer to; of
    openings that are not wanted, the ids alone are given, as broken ones without problems.
    """
    known: dict[str, Place] = {}
    roles = dict.fromkeys(roles)  # which may be many, and each opening asks for one
    for _, written in _every(folder, project):
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


@dataclass(frozen=True, slots=True)
class ListedOpening:
    """An opening by its *id* and where it is written: a *source* of its own, or a row of one.

    A row has been *read*, and has the text of its *cells*, after that of all headings; a file of
    its own has not.
    """

    id: str
    source: Path
    read: ReadOpening | None = None
    cells: tuple[str, ...] = ()


def listed_openings(
    folder: Path, project: Project, roles: Collection[str]
) -> Iterator[ListedOpening]:
    """Yield every opening below *folder* as `streamed_openings` does, but read no file of one."""
    known: dict[str, Place] = {}
    roles = dict.fromkeys(roles)  # which may be many, and each opening asks for one
    for source, written in _every(folder, project):
        match written:
            case BrokenOpening(id=id_):
                yield ListedOpening(id_, source, written)
            case _Written(id=id_, place=place, content=content):
                first = known.setdefault(id_.casefold(), place) if id_ else place
                if first is not place:
                    clash = BrokenOpening(id_, (_clash(written, first),))
                    yield ListedOpening(id_, source, clash)
                elif isinstance(content, Path):
                    yield ListedOpening(id_, source)
                else:
                    cells = (written.heads, *map(str, written.cells))
                    yield ListedOpening(id_, source, _judged(written, project, roles), cells)


def read_opening(id_: str, path: Path, project: Project, roles: Collection[str]) -> ReadOpening:
    """Read the opening *id_* in the file at *path*."""
    return _judged(_Written(id_, FilePlace(path.as_posix(), 1, 1), path), project, roles)


def _every(folder: Path, project: Project) -> Iterator[tuple[Path, _Written | BrokenOpening]]:
    unreadable: list[Problem] = []
    paths = _paths(folder, unreadable)
    yield from ((folder, BrokenOpening("", (problem,))) for problem in unreadable)
    for path in paths:
        if path.suffix.lower() in SUFFIXES:
            yield path, _of_file(path)
        elif path.suffix.lower() in tables.SUFFIXES:
            yield from ((path, written) for written in _of_table(path, project))


def _paths(folder: Path, unreadable: list[Problem]) -> list[Path]:
    """Give the files below *folder*, without hidden ones and the locks of spreadsheet programs."""
    found = (Path(within, name) for within, name in names_below(folder, unreadable))
    return sorted(found, key=lambda path: (path.stem, path.as_posix()))


def _of_file(path: Path) -> _Written | BrokenOpening:
    if fault(path.stem):
        return BrokenOpening(path.stem, (name_problem(path),))
    return _Written(path.stem, FilePlace(path.as_posix(), 1, 1), path)


def _of_table(path: Path, project: Project) -> Iterator[_Written | BrokenOpening]:
    sound: SoundRows | None = None
    heads = ""
    for row in tables.open_table(path, project.openings):
        if isinstance(row, Problem):
            yield BrokenOpening("", (row,))
            continue
        if sound is None:
            sound = SoundRows(row.header)
            heads = "\n".join(f"{each.heading}\t{each.name}" for each in row.header.columns)
        opening = sound.opening(row)
        if opening:
            yield _Written(opening.id, opening.place, opening, (), heads, row.cells)
        else:
            yield _of_row(row, heads)


def _of_row(row: tables.RawRow, heads: str) -> _Written | BrokenOpening:
    read = row.read()
    if read.node is None:
        return BrokenOpening(read.id, read.problems)
    return _Written(read.id, read.place, read.node, read.problems, heads, row.cells)


def _clash(written: _Written, first: Place) -> Problem:
    message = f"“{written.id}” is also the id of the opening at {first}."
    return Problem.at(written.place, message, "Give one of them another id.")


def _judged(written: _Written, project: Project, roles: Collection[str]) -> ReadOpening:
    content = written.content
    if isinstance(content, Opening) and content.role.text in roles and not content.language:
        return content  # as rows of tables mostly are, and nothing is wrong with one that is made
    problems = list(written.problems)
    try:
        if isinstance(content, Path):
            content = read_file(content, EXAMPLE)
        problems += _reference_problems(content, project, roles)
        opening = content if isinstance(content, Opening) else Opening.of(written.id, content)
    except InvalidInput as error:
        return BrokenOpening(written.id, in_order([*problems, *error.problems]))
    return BrokenOpening(written.id, tuple(problems)) if problems else opening


def _reference_problems(
    content: MappingNode | Opening, project: Project, roles: Collection[str]
) -> Iterator[Problem]:
    """Tell of a role or a language that has a sound name but is none of the project's."""
    for role in _named("role", content):
        name = str(role).strip()
        if name not in roles and not fault(name):
            yield Problem.at(
                role.place, f"There is no role “{name}”.", suggestion(name, tuple(roles))
            )
    for language in _named("language", content):
        name = str(language)
        languages = tuple(each.text for each in project.languages) or (project.own_language,)
        if name not in languages and is_language(name):
            message = f"“{name}” is none of the project's languages."
            hint = f"They are {', '.join(languages)}; add it in postingkit.yaml under “languages”."
            yield Problem.at(language.place, message, hint)


def _named(field: str, content: MappingNode | Opening) -> tuple[TextNode | Words, ...]:
    """Give the text of *field*, whether it has been validated or not, if there is one."""
    found = content.get(field) if isinstance(content, MappingNode) else getattr(content, field)
    return (found,) if isinstance(found, TextNode | Words) else ()

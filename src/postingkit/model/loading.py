"""Reads a whole project folder: what is sound of it, and every problem of what is not."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from postingkit.errors import InvalidInput, Problem
from postingkit.model.files import read_file
from postingkit.model.identity import Identifier
from postingkit.model.nodes import MappingNode
from postingkit.model.opening import Opening
from postingkit.model.openings import OPENINGS, BrokenOpening, ReadOpening
from postingkit.model.openings import streamed_openings as _streamed
from postingkit.model.project import Project
from postingkit.model.reading import read_yaml
from postingkit.model.role import Role
from postingkit.model.role_files import RoleFiles, role_files
from postingkit.model.templates import (
    DEFAULT,
    ResolvedTemplate,
    TemplateFolder,
    laid_over,
    resolved,
)
from postingkit.model.validation import in_order, validated
from postingkit.model.values import suggestion

PROJECT_FILE = "postingkit.yaml"
EXAMPLE = "formats: [pdf]"
TEMPLATES = "templates"

SourceT = TypeVar("SourceT")
ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class LoadedProject:
    """What a project folder holds.

    *role_ids*, *opening_ids* and *template_names* name all there are, *template_nodes* are the
    templates as they are written; *roles*, *openings* and *templates* are the sound ones that were
    asked for; *problems* tell of all others.
    """

    folder: Path
    project: Project
    role_ids: tuple[str, ...]
    roles: Mapping[str, Role]
    template_names: tuple[str, ...]
    template_nodes: Mapping[str, MappingNode]
    templates: Mapping[str, ResolvedTemplate]
    problems: tuple[Problem, ...]
    opening_ids: tuple[str, ...] = ()
    openings: Mapping[str, Opening] = field(default_factory=dict)

    def template_of(self, department: str | None) -> str:
        """Name the template for the postings of *department*.

        It is the one that the department names, else the one of the department's own name, else
        ``default``.
        """
        if department is None:
            return DEFAULT
        settings = self.project.departments.get(department)
        if settings and settings.template:
            return settings.template.text
        return department if department in self.template_names else DEFAULT


def load_project(
    folder: Path,
    wanted: tuple[str, ...] | None = None,
    overlay: MappingNode | None = None,
    openings: tuple[str, ...] | None = None,
) -> LoadedProject:
    """Load what *folder* holds: as `load_undated` does, and its openings.

    These are those with the ids *openings*; without these, every one, or none where only some roles
    are wanted.
    """
    undated = load_undated(folder, wanted, overlay)
    asked = openings if openings is not None or wanted is None else ()
    problems = list(undated.problems)
    ids, sound = _openings(folder, undated.project, undated.role_ids, asked, problems)
    return replace(undated, problems=in_order(problems), opening_ids=ids, openings=sound)


def load_undated(
    folder: Path,
    wanted: tuple[str, ...] | None = None,
    overlay: MappingNode | None = None,
    files: RoleFiles | None = None,
) -> LoadedProject:
    """Load what *folder* holds but for its openings: the *wanted* roles, or all; all templates.

    *overlay* is laid over each template. *files* are those of its roles, where somebody has listed
    them already. A role or template with problems is left out and its
    problems are told; only a broken ``postingkit.yaml`` raises `InvalidInput`, for nothing can be
    made without it.
    """
    project = load_settings(folder)
    files = role_files(folder) if files is None else files
    asked = files.ids if wanted is None else tuple(sorted({*wanted}.intersection(files.ids)))
    problems = [*files.unreadable]
    problems += (problem for id_ in asked for problem in files.problems.get(id_, ()))
    sound = {id_: Path(files.sound[id_]) for id_ in asked if id_ in files.sound}
    roles = _gathered(sound, load_role, problems)
    store = TemplateFolder(folder / TEMPLATES, overlay, project.template)
    problems += store.name_problems()
    layers = _gathered({name: name for name in store.names()}, store.layers, problems)
    nodes = {name: laid_over(each) for name, each in layers.items()}
    named = {name: (name, each) for name, each in layers.items()}
    templates = _gathered(named, lambda each: resolved(*each), problems)
    problems += _reference_problems(project, files.ids, store.names())
    return LoadedProject(
        folder,
        project,
        files.ids,
        roles,
        store.names(),
        nodes,
        templates,
        in_order(problems),
    )


def streamed_openings(folder: Path, project: Project) -> Iterator[ReadOpening]:
    """Yield the openings of *folder* one after the other, sound or broken, and keep none of them.

    *project* holds the settings of *folder*. Problems of a file as a whole come as a broken
    opening without an id.
    """
    return _streamed(folder / OPENINGS, project, role_files(folder).ids)


def _openings(
    folder: Path,
    project: Project,
    roles: tuple[str, ...],
    asked: tuple[str, ...] | None,
    problems: list[Problem],
) -> tuple[tuple[str, ...], dict[str, Opening]]:
    """Give the ids of all openings, and those sound ones that are *asked* for."""
    wanted = None if asked is None else frozenset(asked)
    ids: set[str] = set()
    sound: dict[str, Opening] = {}
    for read in _streamed(folder / OPENINGS, project, roles, wanted):
        ids.add(read.id)
        match read:
            case Opening():
                sound[read.id] = read
            case BrokenOpening():
                problems += read.problems
    return tuple(sorted(ids - {""})), {id_: sound[id_] for id_ in sorted(sound)}


def load_settings(folder: Path) -> Project:
    """Load the ``postingkit.yaml`` of *folder*; without one, the usual settings hold."""
    path = folder / PROJECT_FILE
    return validated(Project, read_file(path, EXAMPLE)) if path.exists() else Project()


def load_role(path: Path) -> Role:
    """Load the role in the file at *path*; raises `InvalidInput` with every problem of it."""
    return validated(Role, read_file(path))


def read_role(data: bytes, file: str) -> Role:
    """Read a role from *data*; *file* is its name for messages."""
    return validated(Role, read_yaml(data, file))


def _gathered(
    sources: Mapping[str, SourceT],
    load: Callable[[SourceT], ValueT],
    problems: list[Problem],
) -> dict[str, ValueT]:
    values: dict[str, ValueT] = {}
    for name, source in sources.items():
        try:
            values[name] = load(source)
        except InvalidInput as error:
            problems += error.problems
    return values


def _reference_problems(
    project: Project, roles: tuple[str, ...], templates: tuple[str, ...]
) -> Iterator[Problem]:
    comparisons = project.comparisons.values()
    wanted = [role for comparison in comparisons for role in comparison.roles]
    yield from _unknown("role", wanted, roles)
    named = [department.template for department in project.departments.values()]
    named += [comparison.template for comparison in comparisons]
    yield from _unknown("template", (name for name in named if name), templates)


def _unknown(kind: str, wanted: Iterable[Identifier], known: tuple[str, ...]) -> Iterator[Problem]:
    for name in wanted:
        if name.text not in known:
            hint = suggestion(name.text, known)
            yield Problem.at(name.place, f"There is no {kind} “{name}”.", hint)

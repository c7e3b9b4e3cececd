"""Begins templates, holds them against every role, and shows what each of their settings is."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import click

from postingkit.batch import Request, make_plan, run
from postingkit.cli.begin import scaffold
from postingkit.cli.finding import find
from postingkit.cli.folders import in_project
from postingkit.cli.fonts import font_folders
from postingkit.cli.report import (
    counted,
    print_json,
    problem_records,
    say,
    show_notices,
    show_problems,
    tallied,
)
from postingkit.cli.writing import write_files
from postingkit.errors import FilePlace, Place, Problem
from postingkit.exporters.docx.starter import starter
from postingkit.model import LoadedProject, ResolvedTemplate
from postingkit.model.identity import fault, suggested
from postingkit.model.loading import TEMPLATES
from postingkit.model.measures import is_length
from postingkit.model.nodes import ListNode, MappingNode, Node, TextNode
from postingkit.model.templates import is_shipped
from postingkit.model.validation import in_order
from postingkit.model.values import Located, suggestion
from postingkit.store import Output, WrittenState

Row: TypeAlias = tuple[str, str, str]
"""A setting's dotted path, its value, and where that comes from."""

WIDEST_VALUE = 60
STATIONERY = "stationery.docx"


class _Nowhere(Output):
    """Takes files and keeps none."""

    def put(self, path: str, data: bytes) -> WrittenState:  # noqa: ARG002 - it keeps nothing
        return "made"

    def put_parts(self, path: str, parts: Iterable[bytes]) -> WrittenState:  # noqa: ARG002 - as above
        return "made"


def new_template(*, name: str, project: Path | None, dry_run: bool) -> int:
    """Write a template to change, called *name*; give the exit code."""
    loaded = find((), project).project
    id_ = name if not fault(name) else suggested(name)
    path = f"{TEMPLATES}/{id_}/template.yaml"
    if (loaded.folder / path).exists():
        raise click.UsageError(f"There is a template “{id_}” already. Choose another name.")
    write_files(loaded.folder, {path: scaffold("department.yaml").encode()}, dry_run=dry_run)
    if not dry_run:
        written = (loaded.folder / path).as_posix()
        check = f"postingkit template check{in_project(project)}"
        say(f"Wrote {written}. Change it, then run: {check}")
    return 0


def write_stationery(*, name: str, project: Path | None, dry_run: bool) -> int:
    """Write a Word file for the template *name* to be changed in Word; give the exit code."""
    loaded = find((), project).project
    template = _resolved(loaded, name)
    path = f"{TEMPLATES}/{name}/{STATIONERY}"
    if (loaded.folder / path).exists():
        raise click.UsageError(f"{path} is there already; nothing was changed.")
    write_files(loaded.folder, {path: starter(template.look)}, dry_run=dry_run)
    if dry_run:
        return 0
    say(
        f"Wrote {(loaded.folder / path).as_posix()}. Change it in Word, and add this line to "
        f"{TEMPLATES}/{name}/template.yaml:\ndocx: {{stationery: {STATIONERY}}}"
    )
    return 0


def show_template(
    *, name: str | None, department: str | None, settings: tuple[str, ...], project: Path | None
) -> int:
    """Print every setting of a template with the place it comes from; give the exit code."""
    loaded = find((), project, settings).project
    template = _resolved(loaded, name or loaded.template_of(department))
    rows = list(_leaves(template.node, ""))
    rows += _usual(template.settings.theme, "theme")
    path_width = max(len(path) for path, _, _ in rows)
    value_width = min(WIDEST_VALUE, max(len(value) for _, value, _ in rows))
    for path, value, origin in sorted(rows):
        click.echo(f"{path:<{path_width}}  {value:<{value_width}}  {origin}")
    return 0


def check_templates(
    *, names: tuple[str, ...], project: Path | None, as_json: bool, strict: bool, quiet: bool
) -> int:
    """Hold templates against every role and comparison; give the exit code."""
    loaded = find((), project).project
    for name in names:
        _known(loaded, name)
    wanted = names or loaded.template_names
    problems, notices = _findings(loaded, wanted)
    if as_json:
        print_json({"problems": problem_records(problems, notices)})
    else:
        show_notices(notices)
        show_problems(problems)
        if not quiet:
            checked = counted(len(wanted), "template")
            say(
                f"{checked} held against {counted(len(loaded.roles), 'role')}: "
                f"{tallied(len(problems), len(notices), strict=strict)}."
            )
    return 1 if problems or (strict and notices) else 0


def _findings(
    loaded: LoadedProject, names: tuple[str, ...]
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    problems = list(loaded.problems)
    notices: list[Problem] = []
    for name in names:
        request = Request(
            tuple(loaded.roles),
            loaded.project.comparisons,
            template=name,
            openings=tuple(loaded.openings),
        )
        plan = make_plan(loaded, request)
        results = list(run(plan, _Nowhere(), font_folders()))
        problems += [*plan.problems, *(problem for each in results for problem in each.problems)]
        notices += [notice for each in results for notice in each.notices]
    return in_order(problems), in_order(notices)


def _known(loaded: LoadedProject, name: str) -> None:
    if name not in loaded.template_names:
        hint = suggestion(name, loaded.template_names)
        raise click.UsageError(f"There is no template “{name}”. {hint}".strip())


def _resolved(loaded: LoadedProject, name: str) -> ResolvedTemplate:
    _known(loaded, name)
    if name not in loaded.templates:
        show_problems(loaded.problems)
        raise click.UsageError(f"The template “{name}” has problems and cannot be shown.")
    return loaded.templates[name]


def _usual(settings: Located, path: str) -> Iterator[Row]:
    """Yield the values that hold where no file says anything, be it in one word for a group."""
    for name, field in type(settings).model_fields.items():
        below = f"{path}.{field.alias or name}"
        value = getattr(settings, name)
        if isinstance(value, Located):
            yield from _usual(value, below)
        elif name not in settings.model_fields_set and isinstance(value, str | int | float):
            yield below, _written(value, field.metadata), "(usual)"


def _written(value: str | float, metadata: Iterable[object]) -> str:
    """Write *value* as it would stand in a file."""
    match value:
        case bool():
            return str(value).lower()
        case float() if is_length(metadata):
            return f"{value:g}mm"
        case _:
            return str(value)


def _leaves(node: Node, path: str) -> Iterator[Row]:
    match node:
        case MappingNode():
            for key, value in node.items():
                yield from _leaves(value, f"{path}.{key}" if path else key)
        case ListNode() if all(isinstance(item, TextNode) for item in node):
            yield path, f"[{', '.join(map(str, node))}]", _short(node.place)
        case ListNode():
            for number, item in enumerate(node, 1):
                yield from _leaves(item, f"{path}[{number}]")
        case TextNode():
            yield path, " ".join(node.split()), _short(node.place)


def _short(place: Place) -> str:
    if not isinstance(place, FilePlace):
        return str(place)
    file = "(comes with postingkit)" if is_shipped(place) else place.file
    return f"{file}:{place.line}"

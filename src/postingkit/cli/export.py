"""Exports postings and comparisons: finds, plans, runs and reports."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import click

from postingkit.batch import (
    CheckedFolder,
    Folder,
    Output,
    Plan,
    Request,
    Result,
    Stream,
    make_plan,
    run,
)
from postingkit.cli.finding import Found, find
from postingkit.cli.fonts import font_folders
from postingkit.cli.report import (
    counted,
    print_json,
    problem_records,
    result_record,
    say,
    show_notices,
    show_problems,
    told_as_json,
)
from postingkit.compose import languages as known_languages
from postingkit.compose import spoken
from postingkit.errors import FilePlace, Problem, UnknownExporter
from postingkit.model import ComparisonDefinition
from postingkit.model.identity import LANGUAGE, LONGEST
from postingkit.model.nodes import ListNode, MappingNode, Node, TextNode
from postingkit.model.source import read_option
from postingkit.model.validation import validated
from postingkit.model.values import suggestion

OUTPUT = "out"
STANDARD_STREAM = "-"
DONE, PROBLEMS = 0, 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """Everything there is to say of a run."""

    results: tuple[Result, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]

    @classmethod
    def of(cls, plan: Plan, results: Iterable[Result]) -> "Verdict":
        """Join what was known from the *plan* with what the *results* brought."""
        every = tuple(results)
        failed = tuple(dict.fromkeys(each for result in every for each in result.problems))
        noticed = (notice for result in every for notice in result.notices)
        notices = tuple(dict.fromkeys((*plan.notices, *noticed)))
        return cls(every, plan.problems + failed, notices)

    def exit_code(self, *, strict: bool) -> int:
        """Give 0 if all is well; a stale or missing file is not."""
        behind = any(result.state in {"stale", "missing"} for result in self.results)
        return PROBLEMS if self.problems or behind or (strict and self.notices) else DONE


def export_roles(
    *,
    roles: tuple[str, ...],
    formats: tuple[tuple[str, ...], ...],
    languages: tuple[tuple[str, ...], ...],
    output: str | None,
    template: str | None,
    settings: tuple[str, ...],
    project: Path | None,
    check: bool,
    dry_run: bool,
    as_json: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Make the postings of *roles* and openings, or the whole project; give the exit code."""
    if output == STANDARD_STREAM and (check or as_json):
        raise click.UsageError("--output - leaves no place for --check or --json.")
    with told_as_json(wanted=as_json):
        found = find(roles, project, settings, dated=True)
        comparisons = {} if roles else found.project.project.comparisons
        wanted_languages = _languages(languages, found, to_stream=output == STANDARD_STREAM)
        request = Request(
            found.roles, comparisons, _flat(formats), template, wanted_languages, found.openings
        )
        plan = _planned(found, request)
    if dry_run:
        return _print_plan(plan, as_json=as_json)
    target = _output(output, found, plan, check=check)
    results = run(plan, target, font_folders())
    verdict = Verdict.of(plan, _with_progress(results, len(plan.units), quiet=quiet))
    _report(verdict, target, as_json=as_json, quiet=quiet)
    return verdict.exit_code(strict=strict)


def compare_roles(
    *,
    roles: tuple[str, ...],
    title: str,
    formats: tuple[tuple[str, ...], ...],
    languages: tuple[tuple[str, ...], ...],
    output: str | None,
    template: str | None,
    settings: tuple[str, ...],
    project: Path | None,
    as_json: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Compare *roles* in one document; give the exit code."""
    to_stream = (output is None and not formats) or output == STANDARD_STREAM
    if to_stream and as_json:
        raise click.UsageError("With --json, name a folder with --output.")
    wanted = _flat(formats) or (("md",) if to_stream else ())
    with told_as_json(wanted=as_json):
        found = find(roles, project, settings)
        comparisons = {_joined(found.roles): _ad_hoc(title, found.roles)}
        wanted_languages = _languages(languages, found, to_stream=to_stream)
        plan = _planned(found, Request((), comparisons, wanted, template, wanted_languages))
    target = _output(STANDARD_STREAM if to_stream else output, found, plan, check=False)
    verdict = Verdict.of(plan, run(plan, target, font_folders()))
    _report(verdict, target, as_json=as_json, quiet=quiet or to_stream)
    return verdict.exit_code(strict=strict)


def _planned(found: Found, request: Request) -> Plan:
    known = tuple(found.project.template_names)
    if request.template and request.template not in known:
        hint = suggestion(request.template, known)
        raise click.UsageError(f"There is no template “{request.template}”. {hint}".strip())
    try:
        return make_plan(found.project, request)
    except UnknownExporter as error:
        hint = suggestion(error.name, error.known)
        raise click.UsageError(f"There is no format “{error.name}”. {hint}") from error


def _ad_hoc(title: str, roles: tuple[str, ...]) -> ComparisonDefinition:
    place = FilePlace("command line", 1, 1)
    names = ListNode((TextNode(id_, place) for id_ in roles), place)
    fields: dict[str, Node] = {"title": read_option(title, "--title"), "roles": names}
    return validated(ComparisonDefinition, MappingNode(fields, place, dict.fromkeys(fields, place)))


def _joined(roles: tuple[str, ...]) -> str:
    """Name a comparison by its *roles*, or, where that is too long, by the first of them."""
    every = "-and-".join(roles)
    return every if len(every) <= LONGEST else f"{roles[0]}-and-{len(roles) - 1}-more"


def _flat(groups: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    return tuple(name for group in groups for name in group)


def _languages(
    asked_for: tuple[tuple[str, ...], ...], found: Found, *, to_stream: bool
) -> tuple[str, ...]:
    """Give the languages that are asked for; none is the project's, of which a stream takes one."""
    languages = _flat(asked_for)
    for language in languages:
        if not LANGUAGE.fullmatch(language) or not spoken(language):
            hint = suggestion(language, known_languages())
            raise click.UsageError(f"There are no fixed words for “{language}”. {hint}".strip())
    one_language = to_stream and not languages and not found.openings
    return (found.project.project.own_language,) if one_language else languages


def _output(named: str | None, found: Found, plan: Plan, *, check: bool) -> Output:
    if named == STANDARD_STREAM:
        if len(plan.units) > 1:
            message = "Only one file fits on standard output; name one role and one format."
            raise click.UsageError(message)
        return Stream(_standard_output())
    folder = Path(named) if named else found.project.folder / OUTPUT
    return CheckedFolder(folder) if check else Folder(folder)


def _standard_output() -> BinaryIO:
    return sys.stdout.buffer


def _with_progress(results: Iterable[Result], length: int, *, quiet: bool) -> Iterable[Result]:
    """Draw a bar on a terminal while *results* come; elsewhere, only pass them on."""
    if quiet or not sys.stderr.isatty():
        yield from results
        return
    with click.progressbar(results, length=length, label="Exporting", file=sys.stderr) as bar:
        yield from bar


def _print_plan(plan: Plan, *, as_json: bool) -> int:
    paths = [unit.path for unit in plan.units]
    if as_json:
        print_json({"files": paths, "problems": problem_records(plan.problems, plan.notices)})
    else:
        for path in paths:
            click.echo(path)
        show_notices(plan.notices)
        show_problems(plan.problems)
    return PROBLEMS if plan.problems else DONE


def _report(verdict: Verdict, target: Output, *, as_json: bool, quiet: bool) -> None:
    if as_json:
        print_json(
            {
                "files": [result_record(result) for result in verdict.results],
                "problems": problem_records(verdict.problems, verdict.notices),
            }
        )
        return
    show_notices(verdict.notices)
    show_problems(verdict.problems)
    for result in verdict.results:
        if result.state in {"stale", "missing"}:
            say(f"{result.unit.path}: {result.state}")
    if not quiet:
        say(_summary(verdict, target))


def _summary(verdict: Verdict, target: Output) -> str:
    states = [result.state for result in verdict.results]
    counts = [f"{states.count(state)} {state}" for state in dict.fromkeys(states)]
    files = f"{counted(len(states), 'file')}{_whereabouts(target)}"
    parts = [f"{files}: {', '.join(counts)}." if states else "No files."]
    if verdict.notices:
        parts.append(f"{counted(len(verdict.notices), 'notice')}.")
    if verdict.problems:
        parts.append(f"{counted(len(verdict.problems), 'problem')}.")
    return " ".join(parts)


def _whereabouts(target: Output) -> str:
    match target:
        case Folder(folder) | CheckedFolder(folder):
            return f" in {folder.as_posix()}"
        case _:
            return ""

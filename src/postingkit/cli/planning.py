"""Exports what no manifest knows of: roles of single files, comparisons made up here, streams."""

import sys
from pathlib import Path
from typing import BinaryIO

import click

from postingkit.batch import Plan, Request, make_plan, run
from postingkit.cli.export import ExportOptions
from postingkit.cli.finding import Found, find
from postingkit.cli.folders import OUTPUT, STANDARD_STREAM
from postingkit.cli.fonts import font_folders
from postingkit.cli.report import (
    print_json,
    problem_records,
    show_first_problems,
    show_notices,
    told_as_json,
)
from postingkit.cli.verdict import Verdict, with_bar
from postingkit.compose import languages as known_languages
from postingkit.compose import spoken
from postingkit.errors import FilePlace, UnknownExporter
from postingkit.model import ComparisonDefinition
from postingkit.model.identity import LANGUAGE, LONGEST
from postingkit.model.nodes import ListNode, MappingNode, Node, TextNode
from postingkit.model.source import read_option
from postingkit.model.validation import validated
from postingkit.model.values import suggestion
from postingkit.store import CheckedFolder, Folder, Output, Stream
from postingkit.store.remote import CheckedRemote, RemoteFolder
from postingkit.store.urls import is_url, without_credentials


def export_files(options: ExportOptions) -> int:
    """Make the postings of roles that are read from files, or one to a stream; give the code."""
    to_stream = options.output == STANDARD_STREAM
    with told_as_json(wanted=options.as_json):
        found = find(options.roles, options.project, options.settings, dated=True)
        comparisons = {} if options.roles else found.project.project.comparisons
        languages = _languages(options.languages, found, to_stream=to_stream)
        request = Request(
            found.roles,
            comparisons,
            options.formats,
            options.template,
            languages,
            found.openings,
        )
        plan = _planned(found, request)
    if options.dry_run:
        return print_plan(plan, as_json=options.as_json)
    target = _output(options.output, found, plan, check=options.check)
    return carry_out(
        plan, target, as_json=options.as_json, strict=options.strict, quiet=options.quiet
    )


def carry_out(plan: Plan, target: Output, *, as_json: bool, strict: bool, quiet: bool) -> int:
    """Make the files of *plan* in *target*, and tell what became of them; give the exit code."""
    results = run(plan, target, font_folders())
    verdict = Verdict(as_json=as_json, quiet=quiet)
    verdict.take(with_bar(results, len(plan.units), quiet=quiet or as_json))
    verdict.close(plan.problems, plan.notices, _name(target))
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
    wanted = flat(formats) or (("md",) if to_stream else ())
    with told_as_json(wanted=as_json):
        found = find(roles, project, settings)
        comparisons = {_joined(found.roles): _ad_hoc(title, found.roles)}
        spoken_in = _languages(flat(languages), found, to_stream=to_stream)
        plan = _planned(found, Request((), comparisons, wanted, template, spoken_in))
    target = _output(STANDARD_STREAM if to_stream else output, found, plan, check=False)
    return carry_out(plan, target, as_json=as_json, strict=strict, quiet=quiet or to_stream)


def print_plan(plan: Plan, *, as_json: bool) -> int:
    """Print the files that would be made; give the exit code."""
    if as_json:
        files = [{"path": unit.path, "why": ""} for unit in plan.units]
        print_json({"files": files, "problems": problem_records(plan.problems, plan.notices)})
    else:
        for unit in plan.units:
            click.echo(unit.path)
        show_notices(plan.notices)
        show_first_problems(plan.problems)
    return 1 if plan.problems else 0


def require_template(name: str | None, known: tuple[str, ...]) -> None:
    """Refuse a template that there is not."""
    if name and name not in known:
        hint = suggestion(name, known)
        raise click.UsageError(f"There is no template “{name}”. {hint}".strip())


def require_languages(languages: tuple[str, ...]) -> None:
    """Refuse a language that there are no fixed words for."""
    for language in languages:
        if not LANGUAGE.fullmatch(language) or not spoken(language):
            hint = suggestion(language, known_languages())
            raise click.UsageError(f"There are no fixed words for “{language}”. {hint}".strip())


def unknown_format(error: UnknownExporter) -> click.UsageError:
    """Say that there is no such format."""
    hint = suggestion(error.name, error.known)
    return click.UsageError(f"There is no format “{error.name}”. {hint}")


def flat(groups: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """Join the names of an option that may be given several times."""
    return tuple(name for group in groups for name in group)


def _planned(found: Found, request: Request) -> Plan:
    require_template(request.template, tuple(found.project.template_names))
    try:
        return make_plan(found.project, request)
    except UnknownExporter as error:
        raise unknown_format(error) from error


def _ad_hoc(title: str, roles: tuple[str, ...]) -> ComparisonDefinition:
    place = FilePlace("command line", 1, 1)
    names = ListNode((TextNode(id_, place) for id_ in roles), place)
    fields: dict[str, Node] = {"title": read_option(title, "--title"), "roles": names}
    return validated(ComparisonDefinition, MappingNode(fields, place, dict.fromkeys(fields, place)))


def _joined(roles: tuple[str, ...]) -> str:
    """Name a comparison by its *roles*, or, where that is too long, by the first of them."""
    every = "-and-".join(roles)
    return every if len(every) <= LONGEST else f"{roles[0]}-and-{len(roles) - 1}-more"


def _languages(languages: tuple[str, ...], found: Found, *, to_stream: bool) -> tuple[str, ...]:
    """Give the languages that are asked for; none is the project's, of which a stream takes one."""
    require_languages(languages)
    one_language = to_stream and not languages and not found.openings
    return (found.project.project.own_language,) if one_language else languages


def _output(named: str | None, found: Found, plan: Plan, *, check: bool) -> Output:
    if named == STANDARD_STREAM:
        if len(plan.units) > 1:
            message = "Only one file fits on standard output; name one role and one format."
            raise click.UsageError(message)
        return Stream(_standard_output())
    if named and is_url(named):
        return CheckedRemote(named) if check else RemoteFolder(named)
    folder = Path(named) if named else found.project.folder / OUTPUT
    return CheckedFolder(folder) if check else Folder(folder)


def _standard_output() -> BinaryIO:
    return sys.stdout.buffer


def _name(target: Output) -> str | None:
    match target:
        case Folder() | CheckedFolder():
            return target.folder.as_posix()
        case RemoteFolder() | CheckedRemote():
            return without_credentials(target.url)
        case _:
            return None

"""Exports what has changed of a project, under a lock, by one process or by several."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import click

from postingkit.batch.export import Export
from postingkit.batch.planned import Request
from postingkit.batch.site import wanted_site
from postingkit.batch.wanted import Wanted
from postingkit.cli.crews import crew_for
from postingkit.cli.export import ExportOptions, require_own_folder
from postingkit.cli.folders import lock_of, place_at
from postingkit.cli.fonts import font_folders
from postingkit.cli.planning import require_languages, require_template, unknown_format
from postingkit.cli.report import (
    print_json,
    problem_records,
    say,
    show_first_problems,
    show_notices,
    summed,
    told_as_json,
)
from postingkit.cli.verdict import Verdict, with_bar
from postingkit.errors import Problem, UnknownExporter
from postingkit.model.loading import load_settings
from postingkit.model.values import suggestion
from postingkit.store import Output, Result
from postingkit.store.standing import Before, before
from postingkit.store.surplus import left_behind, remove_left, surplus


def export_changes(options: ExportOptions, known: Before, target: str) -> int:
    """Export what has changed since *known* into the place *target*; give the exit code."""
    writes = not (options.check or options.dry_run)
    with lock_of(target) if writes else nullcontext():
        if writes:  # another run may have written while this one waited
            known = before(known.folder, place_at(target), options.asked, known.software)
            require_own_folder(options, known)
            known.place.tidy()
        with told_as_json(wanted=options.as_json):
            export = begun(options, known)
        if options.dry_run:
            return _print_plan(options, known, export)
        return _carried_out(options, known, export)


def _wanted(options: ExportOptions, folder: Path) -> Wanted:
    """Ask for a site, or for the roles, openings and comparisons that the command names, or all."""
    if options.asks_for == "site":
        return wanted_site(load_settings(folder))
    named = frozenset(options.roles) if options.roles else None
    comparisons = {} if options.roles else load_settings(folder).comparisons
    request = Request((), comparisons, options.formats, options.template, options.languages)
    some = options.roles or options.formats or options.languages or options.template
    return Wanted(request, named, named, options.settings, is_whole=not some)


def begun(options: ExportOptions, known: Before) -> Export:
    """Give the export that has looked for what is to be made, and found all that is named."""
    export = _export(options, known, _wanted(options, known.folder))
    export.look()
    _require_known(options, export)
    return export


def _export(options: ExportOptions, known: Before, wanted: Wanted) -> Export:
    require_languages(options.languages)
    try:
        export = Export(
            known, wanted, _output(options, known), crew_for(options, known), font_folders()
        )
    except UnknownExporter as error:
        raise unknown_format(error) from error
    require_template(options.template, export.template_names)
    return export


def _output(options: ExportOptions, known: Before) -> Output:
    return known.place.checked() if options.check else known.place.output()


def _require_known(options: ExportOptions, export: Export) -> None:
    unknown = next((id_ for id_ in options.roles if id_ not in export.ids), None)
    if unknown is not None:
        roles, openings = export.known_ids()
        hint = suggestion(unknown, (*roles, *openings))
        what = "role or opening" if openings else "role"
        raise click.UsageError(f"There is no {what} “{unknown}”. {hint}".strip())


def _print_plan(options: ExportOptions, known: Before, export: Export) -> int:
    units = tuple(export.units())
    planned = frozenset(unit.path for unit, _ in units)
    left = left_behind(known, planned, export.is_left) if options.clean else ()
    removed = sorted(set(left))
    if options.as_json:
        files = [{"path": unit.path, "why": why} for unit, why in units]
        problems = problem_records(export.problems, export.notices)
        print_json({"files": files, "removed": removed, "problems": problems})
    else:
        made = [unit.path for unit, why in units if why]
        for path in made:
            click.echo(path)
        for path in removed:
            say(f"To be removed: {path}")
        show_notices(export.notices)
        show_first_problems(export.problems)
        if not options.quiet:
            states = {"to be made": len(made), "unchanged": len(units) - len(made)}
            told = {state: count for state, count in states.items() if count}
            say(summed(told, known.place.name))
    return 1 if export.problems else 0


def _carried_out(options: ExportOptions, known: Before, export: Export) -> int:
    verdict = Verdict(as_json=options.as_json, quiet=options.quiet)
    quiet = options.quiet or options.as_json
    try:
        verdict.take(made(options, known, export, quiet=quiet))
    finally:
        end(options, known, export)
    verdict.close(export.problems, notices_of(known, export), known.place.name)
    return verdict.exit_code(strict=options.strict)


def made(options: ExportOptions, known: Before, export: Export, *, quiet: bool) -> Iterator[Result]:
    """Make what is to be made, and give what became of each file; a bar tells it, or *quiet*."""
    results = with_bar(export.results(), export.count, quiet=quiet, done=lambda: export.done)
    return _all(options, known, export, results)


def end(options: ExportOptions, known: Before, export: Export) -> None:
    """End *export*, save what was seen, and leave no file behind that is half written."""
    export.close()
    if not options.roles:  # what single roles did not touch shall be remembered
        known.place.save()
    if not options.check:  # which holds no lock: what is unfinished may be another run's
        known.place.tidy()


def notices_of(known: Before, export: Export) -> tuple[Problem, ...]:
    """Give what is worth knowing of the whole, once everything is made."""
    return (*_damage(known), *export.notices)


def _all(
    options: ExportOptions, known: Before, export: Export, results: Iterator[Result]
) -> Iterator[Result]:
    asked: set[str] = set()
    for result in results:
        if options.check:
            asked.add(result.unit.path)
        yield result
    if options.clean:
        yield from remove_left(known)
        export.write()
    elif options.check and not options.roles:
        yield from surplus(known, asked)


def _damage(known: Before) -> Iterator[Problem]:
    if known.read.damage:
        message = f"The manifest of earlier runs is not used: {known.read.damage}."
        hint = "An export makes everything anew, and the manifest too."
        yield Problem(None, known.place.name, message, hint)

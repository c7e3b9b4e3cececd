"""Makes a careers site of a project's openings: finds, plans, runs and reports."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import click

from postingkit.batch import Plan, plan_site, run
from postingkit.batch.belongings import Belongings
from postingkit.cli.finding import find
from postingkit.cli.folders import OUTPUT, STANDARD_STREAM, lock_of, place_at
from postingkit.cli.fonts import font_folders
from postingkit.cli.planning import print_plan
from postingkit.cli.report import told_as_json
from postingkit.cli.verdict import Verdict, with_bar
from postingkit.store import Result
from postingkit.store.manifest import Head
from postingkit.store.standing import Before, before
from postingkit.store.surplus import remove_left, surplus

SITE = "site"


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What the command is asked for."""

    output: str | None
    project: Path | None
    check: bool
    clean: bool
    dry_run: bool
    as_json: bool
    strict: bool
    quiet: bool


def make_site(options: SiteOptions) -> int:
    """Make the site of all openings; give the exit code."""
    if options.output == STANDARD_STREAM:
        raise click.UsageError("A site is many files; name a folder with --output.")
    if options.clean and options.check:
        raise click.UsageError("--clean does not go with --check.")
    with told_as_json(wanted=options.as_json):
        found = find((), options.project, dated=True).project
        plan = plan_site(found)
    if options.dry_run:
        return print_plan(plan, as_json=options.as_json)
    target = options.output or (found.folder / OUTPUT / SITE).as_posix()
    with nullcontext() if options.check else lock_of(target):
        known = before(found.folder, place_at(target), ())
        return _carried_out(options, plan, known)


def _carried_out(options: SiteOptions, plan: Plan, known: Before) -> int:
    verdict = Verdict(as_json=options.as_json, quiet=options.quiet)
    results = _checked(plan, known) if options.check else _written(plan, known, clean=options.clean)
    quiet = options.quiet or options.as_json
    try:
        verdict.take(with_bar(results, len(plan.units), quiet=quiet))
    finally:
        known.place.save()
        if not options.check:
            known.place.tidy()
    verdict.close(plan.problems, plan.notices, known.place.name)
    return verdict.exit_code(strict=options.strict)


def _checked(plan: Plan, known: Before) -> Iterator[Result]:
    results = run(plan, known.place.checked(), font_folders())
    yield from Belongings(known.manifest, plan).noted(results)
    yield from surplus(known)


def _written(plan: Plan, known: Before, *, clean: bool) -> Iterator[Result]:
    output = known.place.output()
    for result in Belongings(known.manifest, plan).noted(run(plan, output, font_folders())):
        known.note(result)
        yield result
    if clean:
        yield from remove_left(known)
    known.manifest.write(output, Head())

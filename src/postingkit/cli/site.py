"""Makes a careers site of a project's openings: finds, plans, runs and reports."""

import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import click

from postingkit.batch import CheckedFolder, Folder, Plan, plan_site, run
from postingkit.batch.belongings import Belongings
from postingkit.cli.finding import find
from postingkit.cli.folders import OUTPUT, lock_of, memory_of
from postingkit.cli.fonts import font_folders
from postingkit.cli.report import (
    print_json,
    problem_records,
    show_first_problems,
    show_notices,
    told_as_json,
)
from postingkit.cli.verdict import DONE, PROBLEMS, Verdict, with_bar
from postingkit.store import Result
from postingkit.store.manifest import UNFINISHED, Head
from postingkit.store.standing import Before, before
from postingkit.store.surplus import remove_left, surplus

SITE = "site"


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What the command is asked for."""

    output: Path | None
    project: Path | None
    check: bool
    clean: bool
    dry_run: bool
    as_json: bool
    strict: bool
    quiet: bool


def make_site(options: SiteOptions) -> int:
    """Make the site of all openings; give the exit code."""
    if options.clean and options.check:
        raise click.UsageError("--clean does not go with --check.")
    with told_as_json(wanted=options.as_json):
        found = find((), options.project, dated=True).project
        plan = plan_site(found)
    if options.dry_run:
        return _print_plan(plan, as_json=options.as_json)
    target = options.output or found.folder / OUTPUT / SITE
    with nullcontext() if options.check else lock_of(target):
        known = before(found.folder, target, memory_of(target), ())
        return _carried_out(options, plan, known, target)


def _carried_out(options: SiteOptions, plan: Plan, known: Before, target: Path) -> int:
    verdict = Verdict(as_json=options.as_json, quiet=options.quiet)
    results = _checked(plan, known) if options.check else _written(plan, known, clean=options.clean)
    quiet = options.quiet or options.as_json
    verdict.take(with_bar(results, len(plan.units), quiet=quiet))
    verdict.close(plan.problems, plan.notices, target)
    return verdict.exit_code(strict=options.strict)


def _checked(plan: Plan, known: Before) -> Iterator[Result]:
    results = run(plan, CheckedFolder(known.output), font_folders())
    yield from Belongings(known.manifest, plan).noted(results)
    yield from surplus(known)


def _written(plan: Plan, known: Before, *, clean: bool) -> Iterator[Result]:
    unfinished = known.output / UNFINISHED
    output = Folder(known.output, unfinished)
    for result in Belongings(known.manifest, plan).noted(run(plan, output, font_folders())):
        known.note(result)
        yield result
    if clean:
        yield from remove_left(known)
    known.manifest.write(output, Head())
    known.seen.save()
    shutil.rmtree(unfinished, ignore_errors=True)


def _print_plan(plan: Plan, *, as_json: bool) -> int:
    paths = [unit.path for unit in plan.units]
    if as_json:
        print_json({"files": paths, "problems": problem_records(plan.problems, plan.notices)})
    else:
        click.echo("\n".join(paths))
        show_notices(plan.notices)
        show_first_problems(plan.problems)
    return PROBLEMS if plan.problems else DONE

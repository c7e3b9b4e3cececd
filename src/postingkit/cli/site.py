"""Makes a careers site of a project's openings: finds, plans, runs and reports."""

from pathlib import Path

import click

from postingkit.batch import CheckedFolder, Folder, Plan, plan_site, run
from postingkit.cli.finding import find
from postingkit.cli.folders import OUTPUT
from postingkit.cli.fonts import font_folders
from postingkit.cli.report import (
    print_json,
    problem_records,
    show_first_problems,
    show_notices,
    told_as_json,
)
from postingkit.cli.verdict import DONE, PROBLEMS, Verdict, with_bar

SITE = "site"


def make_site(
    *,
    output: Path | None,
    project: Path | None,
    check: bool,
    dry_run: bool,
    as_json: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Make the site of all openings; give the exit code."""
    with told_as_json(wanted=as_json):
        found = find((), project, dated=True).project
        plan = plan_site(found)
    if dry_run:
        return _print_plan(plan, as_json=as_json)
    folder = output or found.folder / OUTPUT / SITE
    target = CheckedFolder(folder) if check else Folder(folder)
    verdict = Verdict(as_json=as_json, quiet=quiet)
    results = run(plan, target, font_folders())
    verdict.take(with_bar(results, count=len(plan.units), quiet=quiet or as_json))
    verdict.close(plan.problems, plan.notices, folder)
    return verdict.exit_code(strict=strict)


def _print_plan(plan: Plan, *, as_json: bool) -> int:
    paths = [unit.path for unit in plan.units]
    if as_json:
        print_json({"files": paths, "problems": problem_records(plan.problems, plan.notices)})
    else:
        click.echo("\n".join(paths))
        show_notices(plan.notices)
        show_first_problems(plan.problems)
    return PROBLEMS if plan.problems else DONE

"""Checks a project and tells everything that is wrong with it; it makes nothing."""

from datetime import datetime
from pathlib import Path

from postingkit.batch import Request, make_plan
from postingkit.cli.boards import Readiness
from postingkit.cli.finding import Found, find
from postingkit.cli.judging import judge_of, openings_of, verdict_on
from postingkit.cli.report import (
    counted,
    print_json,
    problem_records,
    say,
    show_notices,
    show_problems,
    told_as_json,
)
from postingkit.model.validation import in_order
from postingkit.rules import ADVICE


def check_roles(
    *,
    roles: tuple[str, ...],
    project: Path | None,
    as_of: datetime | None,
    boards: tuple[tuple[str, ...], ...],
    as_json: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Check *roles*, or the whole project, up to the plan of its export; give the exit code.

    Openings are judged on the day *as_of*, None is today, and by what the *boards* take.
    """
    with told_as_json(wanted=as_json):
        found = find(roles, project, dated=True)
        comparisons = {} if roles else found.project.project.comparisons
        request = Request(found.roles, comparisons, openings=found.openings)
        plan = make_plan(found.project, request)
        judge = judge_of(found.project, as_of.date() if as_of else None)
        ready = Readiness(tuple(name for names in boards for name in names), found.project.folder)
        verdict = verdict_on(ready.watched(openings_of(plan)), judge)
    problems = in_order([*plan.problems, *verdict.mistakes, *ready.errors])
    notices = in_order([*plan.notices, *verdict.law, *verdict.remarks, *ready.warnings])
    advice = {"advice": ADVICE} if verdict.law else {}
    if as_json:
        print_json({"problems": problem_records(problems, notices), **advice})
    else:
        show_notices(notices)
        for said in advice.values():
            say(said)
        show_problems(problems)
        if not quiet:
            say(f"{_counts(found)} checked: {counted(len(problems), 'problem')}.")
    return 1 if problems or (strict and notices) else 0


def _counts(found: Found) -> str:
    """Say how many roles and openings there are; no openings are not worth a word."""
    roles, openings = len(found.roles), len(found.openings)
    counts = [counted(roles, "role")] if roles or not openings else []
    counts += [counted(openings, "opening")] if openings else []
    return " and ".join(counts)

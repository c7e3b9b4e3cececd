"""Checks a project and tells everything that is wrong with it; it makes nothing."""

from pathlib import Path

from postingkit.batch import Request, make_plan
from postingkit.cli.finding import find
from postingkit.cli.report import (
    counted,
    print_json,
    problem_records,
    say,
    show_notices,
    show_problems,
    told_as_json,
)


def check_roles(
    *, roles: tuple[str, ...], project: Path | None, as_json: bool, strict: bool, quiet: bool
) -> int:
    """Check *roles*, or the whole project, up to the plan of its export; give the exit code."""
    with told_as_json(wanted=as_json):
        found = find(roles, project)
        comparisons = {} if roles else found.project.project.comparisons
        plan = make_plan(found.project, Request(found.roles, comparisons))
    if as_json:
        print_json({"problems": problem_records(plan.problems, plan.notices)})
    else:
        show_notices(plan.notices)
        show_problems(plan.problems)
        if not quiet:
            roles_checked = counted(len(found.roles), "role")
            say(f"{roles_checked} checked: {counted(len(plan.problems), 'problem')}.")
    return 1 if plan.problems or (strict and plan.notices) else 0

"""Checks a project and tells everything that is wrong with it; it makes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from postingkit.batch import Passing, Request, make_plan, passing_openings
from postingkit.cli.boards import Readiness
from postingkit.cli.finding import find, find_without_openings
from postingkit.cli.judging import judge_of
from postingkit.cli.many import many
from postingkit.cli.report import (
    counted,
    joined,
    print_problems,
    say,
    show_first_problems,
    show_notices,
    tallied,
    told_as_json,
)
from postingkit.errors import Problem
from postingkit.model import BrokenOpening, LoadedProject, ReadOpening, streamed_openings
from postingkit.model.validation import by_place
from postingkit.rules import ADVICE, Judge


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

    Openings are judged one after the other on the day *as_of*, None is today, and by what the
    *boards* take.
    """
    with told_as_json(wanted=as_json):
        asked = _asked(roles, project)
        loaded = asked.project
        plan = make_plan(loaded, Request(asked.roles, {} if roles else loaded.project.comparisons))
        found = _Found(plan.problems, plan.notices)
        judge = judge_of(loaded, as_of.date() if as_of else None)
        ready = Readiness(tuple(name for names in boards for name in names), loaded.folder)
        with many():
            for passing in passing_openings(loaded, plan, asked.openings):
                found.add(passing, judge, ready)
    problems, notices = by_place(found.problems), by_place(found.notices)
    advice = {"advice": ADVICE} if found.is_law_told else {}
    if as_json:
        print_problems(problems, notices, advice)
    else:
        show_notices(joined(notices))
        for said in advice.values():
            say(said)
        show_first_problems(problems)
        if not quiet:
            counts = _counts(len(asked.roles), found.count)
            say(f"{counts} checked: {tallied(len(problems), len(notices), strict=strict)}.")
    return 1 if problems or (strict and notices) else 0


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be checked: *roles* of a *project* by their ids, and *openings*, read but once."""

    project: LoadedProject
    roles: tuple[str, ...]
    openings: Iterable[ReadOpening]


def _asked(names: tuple[str, ...], folder: Path | None) -> _Asked:
    """Find what *names* name, or the whole project, whose openings may be very many."""
    if not names:
        project = find_without_openings(folder)
        openings = streamed_openings(project.folder, project.project)
        return _Asked(project, project.role_ids, openings)
    found = find(names, folder, dated=True)
    # Of those that are broken, the project tells.
    broken = (BrokenOpening(id_, ()) for id_ in found.openings if id_ not in found.project.openings)
    return _Asked(found.project, found.roles, (*found.project.openings.values(), *broken))


class _Found:
    """What is wrong, each thing once, as openings go by.

    What is wrong with a role's title, for one, is so in each of its openings.
    """

    def __init__(self, problems: Iterable[Problem], notices: Iterable[Problem]) -> None:
        self.problems = dict.fromkeys(problems)
        self.notices = dict.fromkeys(notices)
        self.is_law_told = False
        self._ids: set[str] = set()
        self._words: dict[str, str] = {}

    @property
    def count(self) -> int:
        """How many openings have gone by, those of one id together."""
        return len(self._ids)

    def add(self, passing: Passing, judge: Judge, ready: Readiness) -> None:
        """Judge the opening that goes by."""
        if passing.id:
            self._ids.add(passing.id)
        self._note(passing.problems, passing.notices)
        if passing.document is None:
            return
        verdict = judge.verdict(passing.document)
        lacking = ready.lacking(passing.document)
        self._note(verdict.mistakes, (*verdict.law, *verdict.remarks))
        self._note(lacking.errors, lacking.warnings)
        self.is_law_told = self.is_law_told or bool(verdict.law)

    def _note(self, problems: Iterable[Problem], notices: Iterable[Problem]) -> None:
        for problem in problems:
            self.problems[self._shared(problem)] = None
        for notice in notices:
            self.notices[self._shared(notice)] = None

    def _shared(self, problem: Problem) -> Problem:
        """Give *problem* with its words held once for all that say the same."""
        words = self._words
        message = words.setdefault(problem.message, problem.message)
        hint = words.setdefault(problem.hint, problem.hint)
        return Problem(problem.place, problem.path, message, hint)


def _counts(roles: int, openings: int) -> str:
    """Say how many roles and openings there are; no openings are not worth a word."""
    counts = [counted(roles, "role")] if roles or not openings else []
    counts += [counted(openings, "opening")] if openings else []
    return " and ".join(counts)

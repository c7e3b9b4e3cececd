"""Holds a project's openings against the laws of their places, and good sense, on a day."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from postingkit.batch import Plan
from postingkit.cli.folders import PROJECT_FILE
from postingkit.document import Document
from postingkit.errors import InvalidInput, Problem
from postingkit.model import LoadedProject
from postingkit.model.files import SUFFIXES, read_file
from postingkit.model.validation import validated
from postingkit.rules import Judge, Rule, RuleFile, rules_with

RULES = "rules"
EXAMPLE = "compiled: 2026-01-31"


def judge_of(project: LoadedProject, as_of: date | None) -> Judge:
    """Give the judge of the openings of *project* on the day *as_of*, which is today if None.

    Raises `InvalidInput` where a file of the project's own rules has problems.
    """
    day = as_of or datetime.now().astimezone().date()
    own = own_rules(project.folder) if (project.folder / PROJECT_FILE).is_file() else ()
    rules = rules_with(own)
    employer = project.project.organization
    contractor = employer.federal_contractor
    return Judge(rules, day, employer.employees, is_federal_contractor=contractor)


def own_rules(folder: Path) -> tuple[Rule, ...]:
    """Read the rules of the project in *folder*, ``rules/*.yaml``; raises `InvalidInput`."""
    rules: list[Rule] = []
    problems: list[Problem] = []
    for path in sorted(
        each for each in (folder / RULES).glob("*") if each.suffix.lower() in SUFFIXES
    ):
        try:
            rules += validated(RuleFile, read_file(path, EXAMPLE)).rules
        except InvalidInput as error:
            problems += error.problems
    if problems:
        raise InvalidInput(tuple(problems))
    return tuple(rules)


def openings_of(plan: Plan) -> Iterator[Document]:
    """Compose the document of each opening in *plan*."""
    for job in plan.jobs:
        if job.units[0].kind == "openings":
            yield job.source.compose(job.template, job.language)

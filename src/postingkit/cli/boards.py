"""Feeds of boards, texts to paste, and what openings lack for a board."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import click

from postingkit.batch import Request, make_plan, opening_documents
from postingkit.boards import (
    Finding,
    Head,
    Judge,
    Paste,
    paste,
    write_feed,
)
from postingkit.cli.finding import find, find_without_openings, no_opening
from postingkit.cli.folders import find_project
from postingkit.cli.judging import openings_of
from postingkit.cli.many import many
from postingkit.cli.profiles import board_names, load_profile
from postingkit.cli.report import (
    counted,
    print_json,
    say,
    show_problems,
    told_as_json,
)
from postingkit.cli.writing import Destination
from postingkit.document import Document, for_format
from postingkit.errors import Problem
from postingkit.model import BrokenOpening, LoadedProject

EVERY = "all"
PAGE = "html"


def list_boards(project: Path | None) -> int:
    """Print every board, the form of its feed, and what it asks for; give the exit code."""
    folder = project or find_project(Path.cwd())
    names = board_names(folder)
    width = max(map(len, names))
    for name in names:
        profile = load_profile(name, folder)
        form = profile.feed.form if profile.feed else "-"
        click.echo(f"{name:<{width}}  {form:<4}  {profile.about}")
    return 0


def write_board_feed(
    *,
    board: str,
    output: Path | None,
    as_of: datetime | None,
    project: Path | None,
    check: bool,
    dry_run: bool,
    quiet: bool,
) -> int:
    """Write the feed of *board* as its openings are read; give the exit code.

    An opening that has problems is left out and told of, and costs no other one its place.
    """
    found = find_without_openings(project)
    profile = load_profile(board, found.folder)
    passing = _Passing(found)
    day = as_of.date() if as_of else None
    destination = Destination(output, check, dry_run)
    with many():
        code = destination.write(
            "feeds", lambda: write_feed(profile, passing.documents(), _head(found), day)
        )
        if dry_run:  # nothing was read, and what is wrong shall be told all the same
            deque(passing.documents(), 0)
    problems = tuple(dict.fromkeys((*found.problems, *passing.problems)))
    show_problems(problems)
    if not (quiet or check):
        say(f"{profile.name}: {counted(passing.count, 'opening')} read.")
    return 1 if problems else code


class _Passing:
    """The documents of a project's openings as they go by; *problems* gather what costs one."""

    def __init__(self, project: LoadedProject) -> None:
        self.count = 0
        self.problems: list[Problem] = []
        self._project = project

    def documents(self) -> Iterator[Document]:
        for read in opening_documents(self._project):
            match read:
                case BrokenOpening(problems=problems):
                    self.problems += problems
                case Document():
                    self.count += 1
                    yield read


def _head(project: LoadedProject) -> Head:
    employer = project.project.organization
    name, url = employer.name, employer.url
    return Head(name.text if name else "", url.text if url else "")


def paste_opening(
    *,
    board: str,
    opening: str,
    form: str | None,
    output: Path | None,
    project: Path | None,
    check: bool,
    dry_run: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Write the posting of *opening* as *board* takes it; give the exit code."""
    destination = Destination(output, check, dry_run)
    if as_json and output:
        raise click.UsageError("--json goes to standard output; leave out --output.")
    with told_as_json(wanted=as_json):
        found = find((opening,), project, dated=True)
        profile = load_profile(board, found.project.folder)
        plan = make_plan(found.project, Request(formats=("md",), openings=found.openings))
        documents = [for_format(each, PAGE) for each in openings_of(plan)]
    show_problems(plan.problems)
    if not documents:
        if not plan.problems:
            raise no_opening(opening)
        return 1
    pasted = paste(documents[0], profile)
    if as_json:
        print_json(_record(pasted))
        return 0
    if not quiet:
        say(f"Title: {pasted.title}")
        for count in pasted.counts:
            say(str(count))
    text = f"{_in_form(pasted, form or 'text')}\n"
    return destination.write("pastes", lambda: (text.encode(),))


def _in_form(pasted: Paste, form: str) -> str:
    match form:
        case "html" if not pasted.html:
            raise click.UsageError(f"{pasted.board} keeps no HTML; use --as text or markdown.")
        case "html":
            return pasted.html
        case "markdown":
            return pasted.markdown.rstrip("\n")
        case _:
            return pasted.text


def _record(pasted: Paste) -> dict[str, object]:
    counts = [
        {
            "what": each.what,
            "number": each.number,
            "unit": each.unit,
            "minimum": each.minimum,
            "maximum": each.maximum,
            "over": each.is_over,
            "under": each.is_under,
            "confirmed": each.is_sure,
        }
        for each in pasted.counts
    ]
    texts = {"html": pasted.html, "text": pasted.text, "markdown": pasted.markdown}
    return {"board": pasted.board, "title": pasted.title, **texts, "counts": counts}


@dataclass(frozen=True, slots=True)
class Lacking:
    """What keeps an opening out of a board, and what a board would like to have, or may."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


class Readiness:
    """What openings lack for *boards*; ``all`` is every board."""

    def __init__(self, boards: tuple[str, ...], folder: Path) -> None:
        names = board_names(folder) if EVERY in boards else boards
        self._judges = [Judge(load_profile(name, folder)) for name in dict.fromkeys(names)]

    def lacking(self, document: Document) -> Lacking:
        """Judge *document*."""
        page = for_format(document, PAGE) if self._judges else document
        found = [each for judge in self._judges for each in judge.findings(page)]
        return Lacking(
            tuple(_named(each) for each in found if each.severity == "error"),
            tuple(_named(each) for each in found if each.severity == "warning"),
        )


def _named(finding: Finding) -> Problem:
    """Let a message that does not name its board say which one it is from."""
    problem = finding.problem
    if finding.board in problem.message:
        return problem
    return replace(problem, message=f"{finding.board}: {problem.message}")

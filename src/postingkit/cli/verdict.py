"""Tells what became of files as they come, to people and to programs, and keeps none of them."""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import click

from postingkit.cli.report import (
    PROBLEMS,
    code_of,
    counted,
    problem_records,
    result_record,
    say,
    show_first_problems,
    show_notices,
    summed,
)
from postingkit.errors import Problem
from postingkit.store import Result

DONE = 0
BEHIND = frozenset({"stale", "missing", "foreign"})
"""What keeps a folder from being up to date."""
SMALLEST_TABLE = 40
"""So many files are worth a table of formats."""


class Verdict:
    """What there is to say of a run: counts, problems and notices."""

    def __init__(self, *, as_json: bool, quiet: bool) -> None:
        self._as_json = as_json
        self._quiet = quiet
        self._counts: Counter[tuple[str, str]] = Counter()
        self._bytes = 0
        self._behind: list[str] = []
        self._problems: dict[Problem, None] = {}
        self._notices: dict[Problem, None] = {}
        self._printed = 0

    def take(self, results: Iterable[Result]) -> None:
        """Count *results* as they come; a program is told of each at once."""
        if self._as_json:
            click.echo('{\n  "files": [', nl=False)
        for result in results:
            self._count(result)
        if self._as_json:
            click.echo("\n  ]" if self._printed else "]", nl=False)

    def _count(self, result: Result) -> None:
        self._counts[result.unit.format, result.state] += 1
        self._bytes += result.size
        self._problems |= dict.fromkeys(result.problems)
        self._notices |= dict.fromkeys(result.notices)
        if self._as_json:
            comma = "," if self._printed else ""
            click.echo(f"{comma}\n    {json.dumps(result_record(result))}", nl=False)
            self._printed += 1
        elif result.state in BEHIND:
            self._behind.append(f"{result.unit.path}: {result.state}")

    def close(
        self, problems: Iterable[Problem], notices: Iterable[Problem], where: str | None
    ) -> None:
        """Tell the rest: *problems* and *notices* of the project too, and the counts."""
        self._problems = dict.fromkeys(problems) | self._problems
        self._notices = dict.fromkeys(notices) | self._notices
        if self._as_json:
            self._close_json()
            return
        show_notices(tuple(self._notices))
        show_first_problems(tuple(self._problems))
        for line in self._behind:
            say(line)
        if not self._quiet:
            for line in (*self._table(), self._summary(where)):
                say(line)

    def exit_code(self, *, strict: bool) -> int:
        """Give 0 if all is well; a file that is not up to date is not."""
        behind = any(state in BEHIND for _, state in self._counts)
        if self._problems:
            return code_of(self._problems)
        return PROBLEMS if behind or (strict and self._notices) else DONE

    def _close_json(self) -> None:
        records = problem_records(self._problems, self._notices)
        listed = ",".join(f"\n    {json.dumps(record)}" for record in records)
        end = "\n  ]" if records else "]"
        summary = {"states": self._states(), "bytes": self._bytes}
        click.echo(f',\n  "problems": [{listed}{end},\n  "summary": {json.dumps(summary)}\n}}')

    def _states(self) -> dict[str, int]:
        states: Counter[str] = Counter()
        for (_, state), count in self._counts.items():
            states[state] += count
        return dict(states)

    def _summary(self, where: str | None) -> str:
        parts = [summed(self._states(), where)]
        if self._notices:
            parts.append(f"{counted(len(self._notices), 'notice')}.")
        if self._problems:
            parts.append(f"{counted(len(self._problems), 'problem')}.")
        return " ".join(parts)

    def _table(self) -> Iterator[str]:
        """Lay out how many files of each format came out how, where there are many."""
        states, formats = tuple(self._states()), sorted({name for name, _ in self._counts})
        if sum(self._counts.values()) < SMALLEST_TABLE:
            return
        yield "".join(f"{name:>12}" for name in ("", *states))
        for name in formats:
            numbers = (f"{self._counts[name, state]:,}" for state in states)
            yield "".join(f"{cell:>12}" for cell in (name, *numbers))


def with_bar(
    results: Iterable[Result],
    count: int,
    *,
    quiet: bool,
    done: Callable[[], int] | None = None,
) -> Iterator[Result]:
    """Draw a bar with rate and time left on a terminal while *results* come; pass them on.

    *count* is the number of all, and *done* says how many have come; without it, each counts.
    """
    if quiet or not sys.stderr.isatty():
        yield from results
        return
    started = time.monotonic()

    def rate(_: Result | None) -> str:
        return f"{bar.pos / max(time.monotonic() - started, 0.1):,.0f}/s"

    bar = click.progressbar(
        length=count, label="Exporting", file=sys.stderr, show_pos=True, item_show_func=rate
    )
    with bar:
        for number, result in enumerate(results, 1):
            bar.update((done() if done else number) - bar.pos, result)
            yield result

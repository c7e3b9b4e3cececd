"""Says what was made and what is wrong, to people and to programs."""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from textwrap import indent

import click

from postingkit.errors import (
    ExportFailed,
    FilePlace,
    InvalidInput,
    PostingkitError,
    Problem,
    SheetPlace,
    WordPlace,
)
from postingkit.store import Result

WIDEST_EXCERPT = 100
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")  # a terminal would obey some of these
SHOWN_NOTICES = 20
SHOWN_PROBLEMS = 1000
PROBLEMS, USAGE = 1, 2
OPTION = "--"
"""What the place of a text on the command line begins with, as in ``--set``."""


def show_error(error: PostingkitError) -> int:
    """Tell of an *error* that ended the run; give the exit code."""
    match error:
        case InvalidInput():
            show_problems(error.problems)
            return code_of(error.problems)
        case ExportFailed():
            show_problems((error.problem,))
        case _:
            say(f"error: {error}")
    return PROBLEMS


@contextmanager
def told_as_json(*, wanted: bool) -> Iterator[None]:
    """Give a program that *wanted* JSON its report too where broken input ends the run."""
    try:
        yield
    except InvalidInput as error:
        if not wanted:
            raise
        print_json({"files": [], "problems": problem_records(error.problems, ())})
        raise click.exceptions.Exit(code_of(error.problems)) from error


def code_of(problems: Iterable[Problem]) -> int:
    """Give the exit code of *problems*: those of the command line itself are wrong usage."""
    places = (problem.place for problem in problems)
    written = (place.file for place in places if isinstance(place, FilePlace))
    return USAGE if any(file.startswith(OPTION) for file in written) else PROBLEMS


def show_problems(problems: Iterable[Problem]) -> None:
    """Tell of *problems* in full: place, source line with a caret, path and way out."""
    for problem in problems:
        say(described(problem, "error"))


def show_first_problems(problems: Sequence[Problem]) -> None:
    """Tell of the first *problems* in full, and how many more there are."""
    show_problems(problems[:SHOWN_PROBLEMS])
    if len(problems) > SHOWN_PROBLEMS:
        more = len(problems) - SHOWN_PROBLEMS
        say(f"… and {more:,} more problems; --json lists them all.")


def show_notices(notices: Sequence[Problem]) -> None:
    """Tell of the first *notices* in full, and how many more there are."""
    for notice in notices[:SHOWN_NOTICES]:
        say(described(notice, "notice"))
    if len(notices) > SHOWN_NOTICES:
        say(f"… and {len(notices) - SHOWN_NOTICES} more notices; --json lists them all.")


def joined(notices: Iterable[Problem]) -> list[Problem]:
    """Join *notices* that say the same of several places to one, at the first, with their count."""
    by_words: dict[tuple[str, str], list[Problem]] = {}
    for notice in notices:
        by_words.setdefault((notice.message, notice.hint), []).append(notice)
    return [_at_the_first(same) for same in by_words.values()]


def _at_the_first(same: list[Problem]) -> Problem:
    first = same[0]
    if len(same) == 1:
        return first
    stop = "" if first.message.endswith((".", ")")) else "."
    said = f"{first.message}{stop} This is so at {len(same):,} places, first here."
    return replace(first, message=said)


def described(problem: Problem, severity: str) -> str:
    """Write *problem* for people, over several lines."""
    where = problem.place or problem.path
    head = click.style(f"{severity}:", fg="red" if severity == "error" else "yellow", bold=True)
    parts = [f"{where}: {head} {problem.message}" if where else f"{head} {problem.message}"]
    if isinstance(problem.place, FilePlace) and problem.place.source.strip():
        parts += _excerpt(problem.place)
    if problem.path and isinstance(problem.place, FilePlace):
        parts.append(f"  in: {problem.path}")
    if problem.hint:
        parts.append(f"  help: {problem.hint}")
    return "\n".join(parts)


def _excerpt(place: FilePlace) -> list[str]:
    # A line may be very long, so only what stands around the place is shown.
    start = max(0, place.column - 1 - WIDEST_EXCERPT // 2)
    shown = UNPRINTABLE.sub(" ", place.source[start : start + WIDEST_EXCERPT])
    number = str(place.line)
    caret = " " * (place.column - 1 - start) + "^"
    return [f"  {number} | {shown}", f"  {' ' * len(number)} | {caret}"]


def problem_record(problem: Problem, severity: str) -> dict[str, object]:
    """Give *problem* as the record that ``--json`` prints."""
    record: dict[str, object] = {
        "severity": severity,
        "path": problem.path,
        "message": problem.message,
        "hint": problem.hint,
    }
    match problem.place:
        case FilePlace(file, line, column):
            return {"file": file, "line": line, "column": column} | record
        case SheetPlace(file, sheet, row, column):
            return {"file": file, "sheet": sheet, "row": row, "column": column} | record
        case WordPlace() as place:
            return {"file": place.file, "place": str(place)} | record
        case None:
            return record


def problem_records(
    problems: Iterable[Problem], notices: Iterable[Problem]
) -> list[dict[str, object]]:
    """Give all *problems* and *notices* as records, the problems first."""
    return [problem_record(problem, "error") for problem in problems] + [
        problem_record(notice, "notice") for notice in notices
    ]


def print_problems(
    problems: Sequence[Problem], notices: Sequence[Problem], further: Mapping[str, str]
) -> None:
    """Print *problems* and *notices* as `print_json` does, and what is said *further*.

    They may be very many, so they go out one by one.
    """
    listed = chain(
        (problem_record(each, "error") for each in problems),
        (problem_record(each, "notice") for each in notices),
    )
    write = sys.stdout.write  # click would flush after each
    write('{\n  "problems": [')
    before = "\n"
    for record in listed:
        write(before + indent(json.dumps(record, indent=2), " " * 4))
        before = ",\n"
    write("\n  ]" if before != "\n" else "]")
    for name, said in further.items():
        write(f",\n  {json.dumps(name)}: {json.dumps(said)}")
    write("\n}\n")
    sys.stdout.flush()


def result_record(result: Result) -> dict[str, object]:
    """Give what became of a file as the record that ``--json`` prints."""
    return {
        "path": result.unit.path,
        "kind": result.unit.kind,
        "id": result.unit.id,
        "template": result.unit.template,
        "language": result.unit.language,
        "format": result.unit.format,
        "state": result.state,
        "why": result.why,
        "bytes": result.size,
        "milliseconds": round(result.milliseconds, 1),
    }


def print_json(value: object) -> None:
    """Print *value* to standard output, in plain ASCII so that any console takes it."""
    click.echo(json.dumps(value, indent=2))


def say(text: str) -> None:
    """Talk to people: on standard error, in colour only where it is wanted."""
    click.echo(text, err=True, color=None if _colour() else False)


def _colour() -> bool:
    return "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb" and _terminal()


def _terminal() -> bool:
    return sys.stderr.isatty()


def counted(number: int, word: str) -> str:
    """Write a *number* of things: “1 file”, “3 files”."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def summed(states: Mapping[str, int], where: str | None) -> str:
    """Say how many files there are, *where*, and of how many what became."""
    if not states:
        return "No files."
    files = counted(sum(states.values()), "file") + (f" in {where}" if where else "")
    return f"{files}: {', '.join(f'{count:,} {state}' for state, count in states.items())}."


def tallied(problems: int, notices: int, *, strict: bool) -> str:
    """Count *problems* and *notices*; where one is *strict*, these are problems too."""
    if not notices:
        return counted(problems, "problem")
    if not strict:
        return f"{counted(problems, 'problem')}, {counted(notices, 'notice')}"
    which = "1 is a notice" if notices == 1 else f"{notices} are notices"
    return f"{counted(problems + notices, 'problem')}, of which {which}"

"""What arguments and options of commands may be, and how a shell completes them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

MOST_JOBS = 256


class Name(click.ParamType[str]):
    """A name of a *kind*; *known* gives those that a shell may complete."""

    def __init__(self, kind: str, known: Callable[[], Iterable[str]]) -> None:
        self.name = kind
        self._known = known

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Give the known names that begin with what is there."""
        return _completed(self._known, incomplete)


class Names(click.ParamType[tuple[str, ...]]):
    """One name of a *kind*, or several with commas between them, each *written* in one way.

    *known* gives those that a shell may complete.
    """

    def __init__(
        self, kind: str, known: Callable[[], Iterable[str]], written: Callable[[str], str]
    ) -> None:
        self.name = kind
        self._known = known
        self._written = written

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Divide what was given at its commas."""
        if isinstance(value, tuple):
            return value
        return tuple(self._written(part) for part in value.split(",") if part.strip())

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Give the known names that begin with what is there."""
        return _completed(self._known, incomplete)


class Jobs(click.ParamType[str]):
    """A number of processes, or auto."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse anything else."""
        if value != "auto" and not (value.isdecimal() and 0 < int(value) <= MOST_JOBS):
            self.fail(f"{value!r} is neither auto nor a number from 1 to {MOST_JOBS}.", param, ctx)
        return str(value)


def _completed(known: Callable[[], Iterable[str]], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in known() if name.startswith(incomplete)]


def _formats() -> Iterable[str]:
    from postingkit.exporters import installed

    return (origin.name for origin in installed())


def _languages() -> Iterable[str]:
    from postingkit.compose import languages

    return languages()


def _boards() -> Iterable[str]:
    from postingkit.cli.profiles import board_names

    return board_names(Path())


def _stems(folder: str) -> Iterable[str]:
    return sorted(path.stem for path in Path(folder).rglob("*.yaml"))


def _lowered(name: str) -> str:
    return name.strip().lower()


def _tag(name: str) -> str:
    from postingkit.model.identity import in_usual_capitals

    return in_usual_capitals(name.strip())


FORMATS = Names("format", _formats, _lowered)
LANGUAGES = Names("language", _languages, _tag)
BOARDS = Names("board", lambda: ("all", *_boards()), _lowered)
BOARD = Name("board", _boards)
ROLE = Name("role", lambda: _stems("roles"))
OPENING = Name("opening", lambda: _stems("openings"))

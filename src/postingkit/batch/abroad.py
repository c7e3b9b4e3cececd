"""Lets tasks be made on another computer that sees the same folders, and told of as if here."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TypeVar, cast

from postingkit.batch.crew import MakeChunk
from postingkit.batch.fitness import is_made_alike
from postingkit.batch.tasks import Order, Task
from postingkit.errors import Unreachable
from postingkit.store import CheckedFolder, Folder

ResultT = TypeVar("ResultT")
ValueT = TypeVar("ValueT")
OTHERWISE = (
    "A worker would make other files than this computer: it has another postingkit or other "
    "packages, or sees other templates or fonts. Install the same there, and share the folders."
)
_FIT: list[Order] = []
"""Orders that this process was found to be fit for."""
_ENDED: set[str] = set()
"""Runs that nobody wants anything of any more."""
_ONE_AT_A_TIME = threading.Lock()
"""Python computes in one thread at a time, and not all libraries of formats bear two."""


def new_run() -> str:
    """Give a name for a run."""
    return secrets.token_hex(8)


def make_abroad(
    here: Path, make: MakeChunk[ResultT], order: Order, tasks: tuple[Task, ...], *, run: str
) -> tuple[ResultT, ...]:
    """Make *tasks* of *run*, whose paths are meant as from the folder *here*; it is absolute.

    What is told of them has the paths as they were given. Raises `Unreachable` where the files
    would be others than those that are made where the order comes from.
    """
    there = _with_each(order, lambda path: here / path, str)
    made: list[ResultT] = []
    for task in tasks:
        with _ONE_AT_A_TIME:
            if run in _ENDED:
                break
            _require_fit(there)
            made += make(there, (_with_each(task, lambda path: here / path, str),))
    spelled = _spelling(here, order)
    return _with_each(tuple(made), lambda path: Path(spelled(path.as_posix())), spelled)


def end(run: str) -> None:
    """Begin nothing more of *run*, and wait for the task that is being made."""
    _ENDED.add(run)
    with _ONE_AT_A_TIME:
        return


def _require_fit(order: Order) -> None:
    if order not in _FIT:
        if not is_made_alike(order):
            raise Unreachable(OTHERWISE)
        _FIT[:] = [order]


def _spelling(here: Path, order: Order) -> Callable[[str], str]:
    """Give the function that writes paths within a text as they were given."""
    given = [order.folder]
    if isinstance(order.output, Folder | CheckedFolder):
        given.append(order.output.folder)
    pairs = [
        (f"{(here / folder).as_posix()}/", "" if folder == Path() else f"{folder.as_posix()}/")
        for folder in given
        if not folder.is_absolute()
    ]

    def spelled(text: str) -> str:
        for absolute, own in pairs:
            text = text.replace(absolute, own)
        return text

    return spelled


def _with_each(value: ValueT, path: Callable[[Path], Path], text: Callable[[str], str]) -> ValueT:
    """Give *value* with all paths and texts within it passed through these functions."""

    def changed(each: object) -> object:
        match each:
            case str():
                return text(each)
            case Path():
                return path(each)
            case tuple():
                return tuple(map(changed, each))
            case dict():
                return {key: changed(inner) for key, inner in each.items()}
            case _ if is_dataclass(each) and not isinstance(each, type):
                named = {field.name: getattr(each, field.name) for field in fields(each)}
                return replace(each, **{name: changed(inner) for name, inner in named.items()})
            case _:
                return each

    return cast("ValueT", changed(value))

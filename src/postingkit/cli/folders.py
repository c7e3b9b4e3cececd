"""Finds a command's folders: the project's, that of its files, and the user's cache."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from postingkit.store.digests import digest_of
from postingkit.store.places import FolderPlace, Place
from postingkit.store.seen import Seen
from postingkit.store.urls import is_url, without_credentials

if TYPE_CHECKING:
    from filelock import BaseFileLock

PROJECT_FILE = "postingkit.yaml"
OUTPUT = "out"
STANDARD_STREAM = "-"
SUFFIXES = (".yaml", ".yml")
PLAIN = re.compile(r"[\w.:/\\~-]+")
"""What a shell of Windows takes as one word; in quotes, it takes anything that a name can hold."""
PATIENCE = 0.5
"""Seconds of waiting for another run that nobody needs to be told of."""


def project_folder(folder: Path | None, names: Iterable[str] = ()) -> Path:
    """Give the project's folder: *folder* if it is named, else the nearest one upwards.

    That is seen from here, or from the files among *names*. Where these alone are asked for, no
    project is needed.
    """
    if folder:
        _require_project(folder)
        return folder
    named = tuple(names)
    files = (Path(name).resolve().parent for name in named if is_file(name))
    for start in (Path.cwd(), *files):
        found = find_project(start)
        if found:
            return _as_seen_from_here(found)
    if named and all(map(is_file, named)):
        return Path()
    raise click.UsageError(
        f"There is no {PROJECT_FILE} here or in a folder above. "
        "Begin a project with “postingkit init”, or name its folder with --project."
    )


def find_project(start: Path) -> Path | None:
    """Give the nearest folder, from *start* upwards, that holds a ``postingkit.yaml``."""
    for folder in (start, *start.parents):
        if (folder / PROJECT_FILE).is_file():
            return folder
    return None


def is_file(name: str) -> bool:
    """Say whether *name* is the path of a file, or standard input, and no id."""
    return (
        name == STANDARD_STREAM
        or name.lower().endswith(SUFFIXES)
        or any(separator in name for separator in {"/", os.sep})
    )


def as_typed(word: str, system: str = os.name) -> str:
    """Write *word* so that a shell of *system*, as `os.name` names it, takes it as one."""
    if system == "nt":
        return word if PLAIN.fullmatch(word) else f'"{word}"'
    from shlex import quote  # noqa: PLC0415 - most runs name no command

    return quote(word)


def in_project(folder: Path | None) -> str:
    """Give what a command that follows needs to be in the project that this one was told."""
    return f" --project {as_typed(str(folder))}" if folder else ""


def cache_folder() -> Path:
    """Give the user's folder for what can be made again, and for locks."""
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    if named:
        return Path(named) / "postingkit"
    try:
        return Path.home() / ".cache" / "postingkit"
    except RuntimeError:  # a user without a home, as containers have them
        from tempfile import gettempdir  # noqa: PLC0415 - hardly anybody needs it

        return Path(gettempdir()) / "postingkit"


def place_at(output: str) -> Place:
    """Give the place that *output* names: a folder of this computer, or any address."""
    seen = Seen(cache_folder() / "seen" / f"{_name(output)}.json")
    if not is_url(output):
        return FolderPlace(Path(output), seen)
    from postingkit.store.remote import RemotePlace  # noqa: PLC0415 - folders need none of it

    return RemotePlace(output, seen)


@contextmanager
def lock_of(output: str) -> Iterator[None]:
    """Let one run at a time write into *output*, and say so while waiting; a dead run locks nobody.

    There is no lock for places beyond this computer, nor where the user's cache cannot be used.
    """
    if is_url(output):
        yield
        return
    with ExitStack() as stack:
        try:
            lock = _acquired(cache_folder() / "locks" / f"{_name(output)}.lock", output)
            stack.callback(lock.release)
        except OSError as error:
            click.echo(
                f"notice: No lock keeps others out of {output} now, for the folder "
                f"{cache_folder()} cannot be used: {error.strerror}.",
                err=True,
            )
        yield


def _acquired(path: Path, output: str) -> "BaseFileLock":
    from filelock import FileLock, Timeout  # noqa: PLC0415 - a run that writes nothing needs none

    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path)
    try:
        lock.acquire(timeout=PATIENCE)
    except Timeout:
        said = f"Another export writes into {output}; waiting for it to end …"
        click.echo(said, err=True)
        lock.acquire()
    return lock


def _name(output: str) -> str:
    where = without_credentials(output) if is_url(output) else Path(output).resolve().as_posix()
    return digest_of(where.encode("utf-8", "surrogateescape"))


def _require_project(folder: Path) -> None:
    if not (folder / PROJECT_FILE).is_file():
        raise click.UsageError(
            f"There is no {PROJECT_FILE} in “{folder}”. "
            f"Begin one with “postingkit init {as_typed(str(folder))}”."
        )


def _as_seen_from_here(folder: Path) -> Path:
    try:
        return Path(os.path.relpath(folder))
    except ValueError:  # on another drive, under Windows
        return folder

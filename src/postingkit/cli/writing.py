"""Writes single files, or only names them, through the plan and the writer that postings have."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from postingkit.batch import Plan, run
from postingkit.batch.planned import Gathering
from postingkit.cli.folders import lock_of
from postingkit.cli.report import say
from postingkit.errors import InvalidInput
from postingkit.store import CheckedFolder, Folder, Kind, Output, Result, Stream, Unit
from postingkit.store.output import remove_unfinished


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the one file of a command goes: into *output*, or, without one, to standard output.

    With *check* it is only compared, and with *dry_run* only named.
    """

    output: Path | None
    check: bool = False
    dry_run: bool = False

    def __post_init__(self) -> None:
        """Refuse what only files can have."""
        if self.output is None and (self.check or self.dry_run):
            raise click.UsageError("--check and --dry-run need a file; name one with --output.")

    def write(self, kind: Kind, parts: Callable[[], Iterable[bytes]]) -> int:
        """Write what *parts* gives, as a file of a *kind*; give the exit code.

        Raises `InvalidInput` where the file cannot be written.
        """
        if self.output is None:
            _run(planned_file(kind, "standard output", parts), Stream(sys.stdout.buffer))
            return 0
        if self.dry_run:
            click.echo(self.output.as_posix())
            return 0
        gathering = planned_file(kind, self.output.name, parts)
        if self.check:
            result = _run(gathering, CheckedFolder(self.output.parent))
            if result.state != "unchanged":
                say(f"{self.output.as_posix()}: {result.state}")
            return 0 if result.state == "unchanged" else 1
        with lock_of(self.output.as_posix()):
            remove_unfinished(self.output)
            _run(gathering, Folder(self.output.parent))
        return 0


def _run(gathering: Gathering, output: Output) -> Result:
    (result,) = run(Plan(gatherings=(gathering,)), output)
    if result.problems:
        raise InvalidInput(result.problems)
    return result


def planned_file(kind: Kind, path: str, parts: Callable[[], Iterable[bytes]]) -> Gathering:
    """Plan one file of a *kind*, whose bytes *parts* gives as they come."""
    name, _, suffix = path.rpartition(".")
    return Gathering(Unit(kind, name, "", "", suffix, path), parts)


def write_files(folder: Path, files: Mapping[str, bytes], *, dry_run: bool) -> None:
    """Write *files* below *folder*, by their paths; with *dry_run*, print their paths alone.

    Raises `InvalidInput` for one that cannot be written.
    """
    gatherings = (
        planned_file("project", path, partial(tuple[bytes, ...], (data,)))
        for path, data in files.items()
    )
    plan = Plan(gatherings=tuple(gatherings))
    if dry_run:
        for path in files:
            click.echo((folder / path).as_posix())
        return
    for result in run(plan, Folder(folder)):
        if result.problems:
            raise InvalidInput(result.problems)

"""Writes single files, or only names them, through the plan and the writer that postings have."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

import click

from postingkit.batch import Plan, run
from postingkit.batch.planned import Gathering
from postingkit.errors import InvalidInput
from postingkit.store import Folder, Kind, Unit


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

"""Finds who makes the files of a run: processes of this computer, or a cluster."""

import secrets
from pathlib import Path

import click

from postingkit.batch.pools import CrewFor, crew_of, fitting_crew
from postingkit.cli.export import ExportOptions
from postingkit.errors import Unreachable
from postingkit.store import write_parts
from postingkit.store.places import UNFINISHED, FolderPlace
from postingkit.store.standing import Before
from postingkit.store.tree import SETTINGS

AUTO = "auto"
DASK = "dask"


def crew_for(options: ExportOptions, known: Before) -> CrewFor:
    """Give the crew that *options* ask for; raises `Unreachable` for a cluster that cannot be."""
    if known.place.is_of_one_process:
        return _alone(options, known)
    if options.executor == DASK and not options.dry_run:
        return _cluster(options, known)
    return fitting_crew if options.jobs == AUTO else crew_of(int(options.jobs))


def _alone(options: ExportOptions, known: Before) -> CrewFor:
    if options.executor == DASK or options.jobs not in {AUTO, "1"}:
        message = f"No other process sees “{known.place.name}”; it goes with -j 1 alone."
        raise click.UsageError(message)
    return crew_of(1)


def _cluster(options: ExportOptions, known: Before) -> CrewFor:
    try:
        from postingkit.batch.clusters import cluster_crew  # noqa: PLC0415 - it loads much
        from postingkit.batch.fitness import Expected  # noqa: PLC0415 - as above
    except ImportError as error:
        message = "--executor dask needs a package: pip install 'postingkit[dask]'"
        raise Unreachable(message) from error
    here = Path.cwd()
    folder = (here / known.folder).as_posix()
    jobs = None if options.jobs == AUTO else int(options.jobs)
    sign = _sign(known, here) if not options.check else None
    url = "" if isinstance(known.place, FolderPlace) else known.place.address
    settings = known.inputs.get(SETTINGS, "")
    expected = Expected(known.software, folder, settings, sign.as_posix() if sign else "", url)
    try:
        return cluster_crew(options.scheduler or "", jobs, expected, here)
    finally:
        if sign:
            sign.unlink(missing_ok=True)


def _sign(known: Before, here: Path) -> Path | None:
    """Put a file where files of this computer go, which all workers are to see."""
    if not isinstance(known.place, FolderPlace):
        return None
    sign = here / known.place.folder / UNFINISHED / f"{secrets.token_hex(8)}.sign"
    write_parts(sign, ())
    return sign

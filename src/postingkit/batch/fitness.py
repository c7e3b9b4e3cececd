"""Finds out whether this process, a worker on any computer, makes the same files as another."""

from dataclasses import dataclass
from pathlib import Path

from postingkit import __version__
from postingkit.batch.laid import made_with
from postingkit.batch.plan import Planner
from postingkit.batch.tasks import Order
from postingkit.errors import PostingkitError
from postingkit.model import load_undated
from postingkit.model.overlay import overlay
from postingkit.store.filesystems import files_at
from postingkit.store.seen import Seen
from postingkit.store.software import software_digest
from postingkit.store.tree import SETTINGS, input_paths

SOURCES = ("roles/", "openings/")
FORGOTTEN = Seen(Path())
"""A memory of nothing."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a worker must have and see: the same *software*, and the project in *folder*.

    *settings* is the digest of its ``postingkit.yaml``. Files go to the folder of *sign*, a file
    that stands there, or to *url*; one that is empty is not looked for.
    """

    software: str
    folder: str
    settings: str
    sign: str = ""
    url: str = ""


def unfitness(expected: Expected) -> str:
    """Say why this process, a worker, cannot work at what is *expected*; nothing if it can."""
    if software_digest(FORGOTTEN) != expected.software:
        return (
            f"has another postingkit than this computer (it says {__version__}), another Python or "
            "other packages, so its files could differ. Install the same there"
        )
    if FORGOTTEN.digest(f"{expected.folder}/{SETTINGS}") != expected.settings:
        return (
            f"does not see the project in “{expected.folder}” as it is here. All workers must "
            "share that folder, under the same path"
        )
    if expected.sign and not Path(expected.sign).is_file():
        return (
            f"does not see the folder of “{expected.sign}”, where files go. Share that folder with "
            "all workers, or export to an address such as s3://bucket/folder"
        )
    return _unreached(expected.url) if expected.url else ""


def _unreached(url: str) -> str:
    try:
        files_at(url)
    except PostingkitError as error:
        return f"cannot put files where they go. {str(error).rstrip('.')}"
    return ""


def is_made_alike(order: Order) -> bool:
    """Say whether this process makes the files of *order* with the same as whoever gives it."""
    project = load_undated(order.folder, (), overlay(order.settings))
    planner = Planner(project, order.request)
    planner.prepare()
    root = order.folder.as_posix()
    paths = (path for path in input_paths(root) if not path.startswith(SOURCES))
    inputs = {path: FORGOTTEN.digest(f"{root}/{path}") or "" for path in paths}
    found = made_with(
        project,
        planner.formats,
        inputs=inputs,
        software=software_digest(FORGOTTEN),
        settings=order.settings,
        font_folders=order.font_folders,
    )
    return (found.common, found.laid) == (order.common, order.laid)

"""Finds files in a place that nothing asks for any more, and removes those we made."""

from collections.abc import Iterator
from dataclasses import replace

from postingkit.store.manifest import Entry
from postingkit.store.standing import Before
from postingkit.store.unit import Result, Unit

LEFT = "nothing asks for it any more; --clean removes it"
UNKNOWN = "postingkit did not make it"


def surplus(known: Before) -> Iterator[Result]:
    """Yield each file in the place of *known* that nothing asks for, as ``foreign``."""
    wanted: set[str] = set()
    left: dict[str, Unit] = {}
    for entry in known.manifest.entries():
        wanted |= {made.path for made in entry.files}
        left |= {made.path: entry.unit(made) for made in entry.left}
    for path in sorted(known.place.paths()):
        if path in left and path not in wanted:
            yield Result(left[path], "foreign", why=LEFT)
        elif path not in wanted:
            suffix = path.rpartition(".")[2]
            yield Result(Unit("unknown", "", "", "", suffix, path), "foreign", why=UNKNOWN)


def remove_left(known: Before) -> Iterator[Result]:
    """Remove what the manifest of *known* says was left behind, unless somebody changed it since.

    Folders that are empty then go too. The manifest is changed, and not written.
    """
    for entry in tuple(known.manifest.entries()):
        if entry.left:
            yield from _removed(known, entry)
            kept = replace(entry, left=())
            if kept.files:
                known.manifest.set(kept)
            else:
                known.manifest.remove(entry.source)


def _removed(known: Before, entry: Entry) -> Iterator[Result]:
    for made in entry.left:
        if known.is_intact(made) and known.place.remove(made.path):
            yield Result(entry.unit(made), "removed", made.size)

"""Finds files in a place that nothing asks for any more, and removes those we made."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from postingkit.errors import Problem
from postingkit.store.manifest import Entry, Made
from postingkit.store.standing import Before
from postingkit.store.unit import Result, Unit

LEFT = "nothing asks for it any more; --clean removes it"
UNKNOWN = "no export of the project made it"


def surplus(known: Before, asked: AbstractSet[str] = frozenset()) -> Iterator[Result]:
    """Yield each file in the place of *known* that nothing asks for, as ``foreign``.

    *asked* are paths that are asked for, whether or not the manifest knows of their files.
    """
    wanted: set[str] = set(asked)
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


def left_behind(
    known: Before, planned: AbstractSet[str], is_left: Callable[[Entry, Made], bool]
) -> Iterator[str]:
    """Yield the path of each file that a run would remove, or would leave behind and then remove.

    Files that are *planned* stay, and so do those that somebody has changed since. *is_left* says
    of any other file that an entry has whether the run would leave it behind.
    """
    left: dict[str, Made] = {}
    wanted = set(planned)
    for entry in known.manifest.entries():
        left |= {made.path: made for made in entry.left}
        for made in entry.files:
            if made.path not in planned and is_left(entry, made):
                left[made.path] = made
            else:
                wanted.add(made.path)
    yield from (path for path, made in left.items() if path not in wanted and known.is_intact(made))


def remove_left(known: Before) -> Iterator[Result]:
    """Remove what the manifest of *known* says was left behind, unless somebody changed it since.

    Folders that are empty then go too. What cannot be removed is told, and left for the next time.
    The manifest is changed, and not written.
    """
    entries = tuple(known.manifest.entries())
    wanted = {made.path for entry in entries for made in entry.files}
    for entry in entries:
        if entry.left:
            results = tuple(_removed(known, entry, wanted))
            failed = {result.unit.path for result in results if result.problems}
            left = tuple(made for made in entry.left if made.path in failed)
            if entry.files or left:
                known.manifest.set(replace(entry, left=left))
            else:
                known.manifest.remove(entry.source)
            yield from results


def _removed(known: Before, entry: Entry, wanted: AbstractSet[str]) -> Iterator[Result]:
    for made in entry.left:
        if made.path in wanted or not known.is_intact(made):
            continue
        unit = entry.unit(made)
        try:
            if known.place.remove(made.path):
                yield Result(unit, "removed", made.size)
            elif known.place.exists(made.path):
                yield _kept(unit, "a link leads out of the folder; remove it there")
        except OSError as error:
            yield _kept(unit, error.strerror or str(error))


def _kept(unit: Unit, reason: str) -> Result:
    problem = Problem(None, unit.path, f"It cannot be removed: {reason}.")
    return Result(unit, "failed", problems=(problem,))

"""Finds files in an output folder that nothing asks for any more, and removes those we made."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from postingkit.store.manifest import FOLDER, Entry, Made
from postingkit.store.standing import Before
from postingkit.store.tree import paths_below
from postingkit.store.unit import Result, Unit

LEFT = "nothing asks for it any more; --clean removes it"
UNKNOWN = "postingkit did not make it"


def surplus(known: Before) -> Iterator[Result]:
    """Yield each file in the output folder of *known* that nothing asks for, as ``foreign``.

    Hidden files are none of ours to judge, and folders within that have a manifest of their own.
    """
    wanted: set[str] = set()
    left: dict[str, Unit] = {}
    for entry in known.manifest.entries():
        wanted |= {made.path for made in entry.files}
        left |= {made.path: entry.unit(made) for made in entry.left}
    for path in sorted(_files(known.output)):
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
        path = known.output / made.path
        if _is_ours(known, made, path):
            path.unlink()
            _remove_empty(path.parent, known.output)
            yield Result(entry.unit(made), "removed", made.size)


def _is_ours(known: Before, made: Made, path: Path) -> bool:
    inside = path.resolve().is_relative_to(known.output)
    return inside and path.is_file() and known.is_intact(made)


def _remove_empty(folder: Path, root: Path) -> None:
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _files(output: Path) -> Iterator[str]:
    """Yield the path of each file that is ours to judge, from the folder *output*."""
    own = [
        path.name
        for path in (output.iterdir() if output.is_dir() else ())
        if not path.name.startswith(".")
    ]
    for name in own:
        folder = output / name
        if not folder.is_dir():
            yield name
        elif not (folder / FOLDER).is_dir():
            every = paths_below(folder.as_posix(), name)
            yield from (path for path in every if "/." not in path)

"""Finds fonts that are installed on the computer, in the folders that it is told of.

Files are asked for their names alone, once a process; only those of a wanted family are read.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import NamedTuple

from postingkit.look import Asset
from postingkit.typefaces import BOLD, NORMAL, REGULAR, FaceNames, faces

SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


class Installed(NamedTuple):
    """A face and the file that holds it."""

    names: FaceNames
    path: Path

    def distance(self, weight: int) -> tuple[int, int]:
        """Say how far this face is from what shall be drawn in *weight*, at the usual width."""
        heavier = 0 if self.names.variable else abs(self.names.weight - weight)
        return abs(self.names.width - NORMAL), heavier


def installed_fonts(family: str, folders: tuple[Path, ...]) -> tuple[Asset, ...]:
    """Read the files in *folders* that hold regular, bold, italic and bold italic of *family*.

    Capitals do not matter; the nearest weight will do; of equal faces the first folder's is taken.
    Folders and files that cannot be read, and fonts that may not be embedded, are passed over.
    """
    known = _index(folders).get(family.casefold(), ())
    styles = ((weight, italic) for italic in (False, True) for weight in (REGULAR, BOLD))
    chosen = (_nearest(known, weight, italic=italic) for weight, italic in styles)
    return tuple(_read(dict.fromkeys(each.path for each in chosen if each)))


def _nearest(known: Sequence[Installed], weight: int, *, italic: bool) -> Installed | None:
    sloped = [each for each in known if each.names.italic == italic]
    return min(sloped, key=lambda each: each.distance(weight), default=None)


def _read(paths: Mapping[Path, None]) -> Iterator[Asset]:
    for path in paths:
        try:
            yield Asset(path.as_posix(), path.read_bytes())
        except OSError:  # it was there a moment ago
            continue


@cache
def _index(folders: tuple[Path, ...]) -> Mapping[str, tuple[Installed, ...]]:
    """Give every face in *folders* by its family, in an order that depends on names alone."""
    index: dict[str, tuple[Installed, ...]] = {}
    for path in dict.fromkeys(path for folder in folders for path in _files(folder)):
        for names in _faces(path):
            family = names.family.casefold()
            index[family] = (*index.get(family, ()), Installed(names, path))
    return index


def _files(folder: Path) -> list[Path]:
    walked = (Path(where, name) for where, _, names in os.walk(folder) for name in names)
    return sorted(path for path in walked if path.suffix.lower() in SUFFIXES)


def _faces(path: Path) -> tuple[FaceNames, ...]:
    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
            return faces(data)
    except (OSError, ValueError):  # no font that could be used, or an empty file
        return ()

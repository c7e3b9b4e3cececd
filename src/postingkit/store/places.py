"""Places for files, and what stands there; a folder of this computer is the usual one."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from postingkit.store.output import CheckedFolder, Folder, Output
from postingkit.store.seen import Seen
from postingkit.store.tree import OWN, paths_below

FOLDER = OWN
"""The folder, within the place, of the manifest and of files that are being written."""
UNFINISHED = f"{FOLDER}/unfinished"


class Place(Protocol):
    """Where the files of a run stand; paths are relative to it and with slashes.

    Where it cannot be used at all, what it is asked raises `Unreachable`.
    """

    @property
    def name(self) -> str:
        """What people are told of it; it holds no credentials."""
        ...

    @property
    def address(self) -> str:
        """What it is reached by, credentials included: nobody is told of it."""
        ...

    @property
    def seen(self) -> Seen:
        """What is remembered of files of this computer."""
        ...

    @property
    def is_of_one_process(self) -> bool:
        """Whether no other process can see what is put there."""
        ...

    def read(self, path: str) -> bytes:
        """Give the bytes of the file at *path*; raises `OSError`."""
        ...

    def digest(self, path: str) -> str | None:
        """Give the digest of the file at *path*, or None where there is no file to be read."""
        ...

    def exists(self, path: str) -> bool:
        """Say whether anything stands at *path*."""
        ...

    def note(self, path: str, digest: str, size: int) -> None:
        """Remember that the file at *path*, just written, has *digest* and *size*."""
        ...

    def paths(self) -> Iterator[str]:
        """Yield the path of each file that is ours to judge.

        Hidden files are not, nor are folders within that have a manifest of their own.
        """
        ...

    def remove(self, path: str) -> bool:
        """Remove the file at *path*, and folders that are empty then; say whether it was there.

        Raises `OSError`.
        """
        ...

    def output(self) -> Output:
        """Give what writes files there."""
        ...

    def checked(self) -> Output:
        """Give what compares with files there, and writes nothing."""
        ...

    def tidy(self) -> None:
        """Remove what runs that were cut off have left unfinished."""
        ...

    def save(self) -> None:
        """Keep for the next run what was seen and noted."""
        ...


class FolderPlace:
    """A *folder* of this computer; its files are remembered by *seen*."""

    def __init__(self, folder: Path, seen: Seen) -> None:
        self.folder = folder
        self.seen = seen
        self._root = folder.resolve()
        self._prefix = f"{self._root.as_posix()}/"

    @property
    def name(self) -> str:
        """What people are told of it."""
        return self.folder.as_posix()

    @property
    def address(self) -> str:
        """What it is reached by."""
        return self._root.as_posix()

    @property
    def is_of_one_process(self) -> bool:
        """Whether no other process can see what is put there."""
        return False

    def read(self, path: str) -> bytes:
        """Give the bytes of the file at *path*; raises `OSError`."""
        return (self._root / path).read_bytes()

    def digest(self, path: str) -> str | None:
        """Give the digest of the file at *path*, or None where there is no file to be read."""
        return self.seen.digest(self._prefix + path)

    def exists(self, path: str) -> bool:
        """Say whether anything stands at *path*."""
        return (self._root / path).exists()

    def note(self, path: str, digest: str, size: int) -> None:
        """Remember that the file at *path*, just written, has *digest* and *size*."""
        self.seen.note(self._prefix + path, digest, size)

    def paths(self) -> Iterator[str]:
        """Yield the path of each file that is ours to judge."""
        if not self._root.is_dir():
            return
        for each in self._root.iterdir():
            if each.name.startswith("."):
                continue
            if not each.is_dir():
                yield each.name
            elif not (each / FOLDER).is_dir():
                every = paths_below(each.as_posix(), each.name)
                yield from (path for path in every if "/." not in path)

    def remove(self, path: str) -> bool:
        """Remove the file at *path*, unless that leads out of the folder; say if it was there."""
        target = self._root / path
        if not (target.resolve().is_relative_to(self._root) and target.is_file()):
            return False
        target.unlink()
        folder = target.parent
        with suppress(OSError):  # one that is not empty, or somebody else's, stays
            while folder != self._root and not any(folder.iterdir()):
                folder.rmdir()
                folder = folder.parent
        return True

    def output(self) -> Output:
        """Give what writes files there."""
        return Folder(self.folder, self.folder / UNFINISHED)

    def checked(self) -> Output:
        """Give what compares with files there, and writes nothing."""
        return CheckedFolder(self.folder)

    def tidy(self) -> None:
        """Remove what runs that were cut off have left unfinished."""
        shutil.rmtree(self._root / UNFINISHED, ignore_errors=True)

    def save(self) -> None:
        """Keep for the next run what was seen and noted."""
        self.seen.save()

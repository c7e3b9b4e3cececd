"""Where files go: a folder, a folder that is only compared with, or a stream.

No reader ever sees half a file: each is written under another name and renamed. Of very many files
a path each would take as long as the writing, and Python would keep their parts; so paths are text.
"""

import errno
import filecmp
import glob
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal, Protocol, TypeAlias

from postingkit.errors import OutputError
from postingkit.store.digests import digest_of

WrittenState: TypeAlias = Literal["made", "unchanged", "stale", "missing"]
BLOCK = 1 << 20
LONGEST_PART = 50
"""Characters of a name that an unfinished file beside it repeats: few enough for 255 bytes."""
TAG = "[0-9a-f]" * 8
"""What tells two unfinished files of one name apart, as a pattern."""


class Output(Protocol):
    """Takes the bytes of one file after the other; paths are relative and with slashes."""

    def put(self, path: str, data: bytes) -> WrittenState:
        """Take *data* under *path*; raises `OutputError`."""
        ...

    def put_parts(self, path: str, parts: Iterable[bytes]) -> WrittenState:
        """Take *parts* under *path* as they come, none of them kept; raises `OutputError`."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """Writes into a folder, and leaves a file alone that holds the same bytes already.

    Files that are being written stand in the folder *unfinished*, which must be on the same disk,
    or, without one, beside their names.
    """

    folder: Path
    unfinished: Path | None = None

    def put(self, path: str, data: bytes) -> WrittenState:
        """Write *data*; says ``made`` or ``unchanged``."""
        target = _within(self.folder, path)
        with _told(target):
            with suppress(OSError):  # one that cannot be read may be replaced still
                if _holds(target, data):
                    return "unchanged"
            try:
                return _renamed(_written(self._beside(target), (data,)), target)
            except FileNotFoundError:  # a run without a lock has cleared up in between
                return _renamed(_written(self._beside(target), (data,)), target)

    def put_parts(self, path: str, parts: Iterable[bytes]) -> WrittenState:
        """Write *parts* as they come; says ``made`` or ``unchanged``."""
        target = _within(self.folder, path)
        with _told(target):
            beside = _written(self._beside(target), parts)
            with suppress(OSError):  # as above
                if os.path.isfile(target) and filecmp.cmp(beside, target, shallow=False):
                    os.unlink(beside)
                    return "unchanged"
            return _renamed(beside, target)

    def _beside(self, target: str) -> str:
        if self.unfinished:
            return os.path.join(self.unfinished, f"{secrets.token_hex(8)}.tmp")
        return _near(target)


class Comparing:
    """Marks an output that only compares, and writes nothing."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class CheckedFolder(Comparing):
    """Compares with a folder and writes nothing."""

    folder: Path

    def put(self, path: str, data: bytes) -> WrittenState:
        """Say whether the file is ``unchanged``, ``stale`` or ``missing``."""
        target = _within(self.folder, path)
        with _told(target):
            if not os.path.isfile(target):
                return "missing"
            return "unchanged" if _holds(target, data) else "stale"

    def put_parts(self, path: str, parts: Iterable[bytes]) -> WrittenState:
        """Say whether the file is ``unchanged``, ``stale`` or ``missing``."""
        target = _within(self.folder, path)
        with _told(target):
            if not os.path.isfile(target):
                return "missing"
            return "unchanged" if _holds_parts(target, parts) else "stale"


@dataclass(frozen=True, slots=True)
class Stream:
    """Writes bytes to an open binary stream, called *name*, whatever their path."""

    stream: BinaryIO
    name: str = "standard output"

    def put(self, path: str, data: bytes) -> WrittenState:
        """Write *data*; says ``made``."""
        return self.put_parts(path, (data,))

    def put_parts(self, path: str, parts: Iterable[bytes]) -> WrittenState:  # noqa: ARG002 - see above
        """Write *parts* as they come; says ``made``."""
        try:
            self.stream.writelines(parts)
            self.stream.flush()
        except BrokenPipeError:  # its reader has seen enough, which is no failure of ours
            raise
        except OSError as error:
            raise OutputError(self.name, error.strerror or str(error)) from error
        return "made"


def write_parts(target: Path, parts: Iterable[bytes]) -> None:
    """Write *parts* to the file *target* as they come, whatever their number.

    The file is there when all of them are. Raises `OutputError`.
    """
    Folder(target.parent).put_parts(target.name, parts)


@contextmanager
def _told(target: str) -> Iterator[None]:
    """Let what the system refuses name the file, and the way out where that is known."""
    try:
        yield
    except PermissionError as error:
        reason = f"{error.strerror}; if it is open in another program, close it there"
        raise OutputError(target, reason) from error
    except OSError as error:
        raise OutputError(target, error.strerror or str(error)) from error


def _within(folder: Path, path: str) -> str:
    """Name what stands at *path*, with slashes, in *folder*; in the working folder, by itself."""
    named = path.replace("/", os.sep)
    return os.path.join(folder, named) if folder.parts else named


def _holds(target: str, data: bytes) -> bool:
    if not os.path.isfile(target) or os.stat(target).st_size != len(data):
        return False
    with open(target, "rb") as file:
        return file.read() == data


def _holds_parts(target: str, parts: Iterable[bytes]) -> bool:
    with open(target, "rb") as file:
        return all(file.read(len(part)) == part for part in parts) and not file.read(1)


def _written(beside: str, parts: Iterable[bytes]) -> str:
    """Write *parts* to the file *beside*, of which nothing stays if that fails."""
    _make_folder_of(beside)
    try:
        with open(beside, "xb") as file:
            file.writelines(parts)
    except BaseException:
        _remove(beside)
        raise
    return beside


def _renamed(beside: str, target: str) -> WrittenState:
    try:
        _make_folder_of(target)
        _replaced(beside, target)
    except BaseException:
        _remove(beside)
        raise
    return "made"


def _replaced(beside: str, target: str) -> None:
    """Let *beside* take the place of *target*, which may be on another disk behind a link."""
    try:
        os.replace(beside, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with open(beside, "rb") as file:
            near = _written(_near(target), iter(partial(file.read, BLOCK), b""))
        _renamed(near, target)
        os.unlink(beside)


def _make_folder_of(path: str) -> None:
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        os.makedirs(folder, exist_ok=True)


def _remove(path: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)


def remove_unfinished(target: Path) -> None:
    """Remove what runs that were cut off left beside *target*; nobody else may write it now."""
    for left in target.parent.glob(f".{glob.escape(_part(target.name))}.{TAG}.tmp"):
        with suppress(OSError):  # it is in nobody's way
            left.unlink()


def _near(target: str) -> str:
    """Name a file in the folder of *target*; the name is no longer than the system allows."""
    folder, name = os.path.split(target)
    return os.path.join(folder, f".{_part(name)}.{secrets.token_hex(4)}.tmp")


def _part(name: str) -> str:
    """Give what tells unfinished files of *name* from those of others: itself, if short."""
    return name if len(name) <= LONGEST_PART else digest_of(os.fsencode(name))

"""Where files go: a folder, a folder that is only compared with, or a stream.

No reader ever sees half a file: each is written under another name and renamed.
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
        target = self.folder / path
        with _told(target):
            if _holds(target, data):
                return "unchanged"
            try:
                return _renamed(_written(self._beside(target), (data,)), target)
            except FileNotFoundError:  # a run without a lock has cleared up in between
                return _renamed(_written(self._beside(target), (data,)), target)

    def put_parts(self, path: str, parts: Iterable[bytes]) -> WrittenState:
        """Write *parts* as they come; says ``made`` or ``unchanged``."""
        target = self.folder / path
        with _told(target):
            beside = _written(self._beside(target), parts)
            if target.is_file() and filecmp.cmp(beside, target, shallow=False):
                beside.unlink()
                return "unchanged"
            return _renamed(beside, target)

    def _beside(self, target: Path) -> Path:
        if self.unfinished:
            return self.unfinished / f"{secrets.token_hex(8)}.tmp"
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
        target = self.folder / path
        with _told(target):
            if not target.is_file():
                return "missing"
            return "unchanged" if _holds(target, data) else "stale"

    def put_parts(self, path: str, parts: Iterable[bytes]) -> WrittenState:
        """Say whether the file is ``unchanged``, ``stale`` or ``missing``."""
        target = self.folder / path
        with _told(target):
            if not target.is_file():
                return "missing"
            return "unchanged" if _holds_parts(target, parts) else "stale"


@dataclass(frozen=True, slots=True)
class Stream:
    """Writes bytes to an open binary stream, whatever their path."""

    stream: BinaryIO

    def put(self, path: str, data: bytes) -> WrittenState:
        """Write *data*; says ``made``."""
        return self.put_parts(path, (data,))

    def put_parts(self, path: str, parts: Iterable[bytes]) -> WrittenState:
        """Write *parts* as they come; says ``made``."""
        try:
            self.stream.writelines(parts)
            self.stream.flush()
        except BrokenPipeError:  # its reader has seen enough, which is no failure of ours
            raise
        except OSError as error:
            raise OutputError(path, error.strerror or str(error)) from error
        return "made"


def write_parts(target: Path, parts: Iterable[bytes]) -> None:
    """Write *parts* to the file *target* as they come, whatever their number.

    The file is there when all of them are. Raises `OutputError`.
    """
    Folder(target.parent).put_parts(target.name, parts)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Let what the system refuses name the file, and the way out where that is known."""
    try:
        yield
    except PermissionError as error:
        reason = f"{error.strerror}; if it is open in another program, close it there"
        raise OutputError(str(target), reason) from error
    except OSError as error:
        raise OutputError(str(target), error.strerror or str(error)) from error


def _holds(target: Path, data: bytes) -> bool:
    return target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data


def _holds_parts(target: Path, parts: Iterable[bytes]) -> bool:
    with target.open("rb") as file:
        return all(file.read(len(part)) == part for part in parts) and not file.read(1)


def _written(beside: Path, parts: Iterable[bytes]) -> Path:
    """Write *parts* to the file *beside*, of which nothing stays if that fails."""
    beside.parent.mkdir(parents=True, exist_ok=True)
    try:
        with beside.open("xb") as file:
            file.writelines(parts)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _renamed(beside: Path, target: Path) -> WrittenState:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replaced(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return "made"


def _replaced(beside: Path, target: Path) -> None:
    """Let *beside* take the place of *target*, which may be on another disk behind a link."""
    try:
        os.replace(beside, target)  # noqa: PTH105 - named like the atomic call it is
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with beside.open("rb") as file:
            near = _written(_near(target), iter(partial(file.read, BLOCK), b""))
        _renamed(near, target)
        beside.unlink()


def remove_unfinished(target: Path) -> None:
    """Remove what runs that were cut off left beside *target*; nobody else may write it now."""
    for left in target.parent.glob(f".{glob.escape(_part(target))}.{TAG}.tmp"):
        with suppress(OSError):  # it is in nobody's way
            left.unlink()


def _near(target: Path) -> Path:
    """Name a file in the folder of *target*; the name is no longer than the system allows."""
    return target.with_name(f".{_part(target)}.{secrets.token_hex(4)}.tmp")


def _part(target: Path) -> str:
    """Give what tells unfinished files of *target* from those of others: its name, if short."""
    name = target.name
    return name if len(name) <= LONGEST_PART else digest_of(os.fsencode(name))

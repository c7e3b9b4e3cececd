"""Where files go: a folder, a folder that is only compared with, or a stream.

No reader ever sees half a file: each is written beside its name and renamed.
"""

import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, Protocol, TypeAlias

from postingkit.errors import OutputError

WrittenState: TypeAlias = Literal["made", "unchanged", "stale", "missing"]


class Output(Protocol):
    """Takes the bytes of one file after the other."""

    def put(self, path: str, data: bytes) -> WrittenState:
        """Take *data* under *path*, relative and with slashes; raises `OutputError`."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """Writes into a folder, and leaves a file alone that holds the same bytes already."""

    folder: Path

    def put(self, path: str, data: bytes) -> WrittenState:
        """Write *data*; says ``made`` or ``unchanged``."""
        target = self.folder / path
        try:
            if _holds(target, data):
                return "unchanged"
            target.parent.mkdir(parents=True, exist_ok=True)
            _replace(target, (data,))
        except PermissionError as error:
            reason = f"{error.strerror}; if it is open in another program, close it there"
            raise OutputError(str(target), reason) from error
        except OSError as error:
            raise OutputError(str(target), error.strerror or str(error)) from error
        return "made"


@dataclass(frozen=True, slots=True)
class CheckedFolder:
    """Compares with a folder and writes nothing."""

    folder: Path

    def put(self, path: str, data: bytes) -> WrittenState:
        """Say whether the file is ``unchanged``, ``stale`` or ``missing``."""
        target = self.folder / path
        try:
            if not target.is_file():
                return "missing"
            return "unchanged" if _holds(target, data) else "stale"
        except OSError as error:
            raise OutputError(str(target), error.strerror or str(error)) from error


@dataclass(frozen=True, slots=True)
class Stream:
    """Writes bytes to an open binary stream, whatever their path."""

    stream: BinaryIO

    def put(self, path: str, data: bytes) -> WrittenState:
        """Write *data*; says ``made``."""
        try:
            self.stream.write(data)
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
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, parts)
    except OSError as error:
        raise OutputError(str(target), error.strerror or str(error)) from error


def _holds(target: Path, data: bytes) -> bool:
    return target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data


def _replace(target: Path, parts: Iterable[bytes]) -> None:
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        with beside.open("xb") as file:
            file.writelines(parts)
        os.replace(beside, target)  # noqa: PTH105 - named like the atomic call it is
    except BaseException:
        beside.unlink(missing_ok=True)
        raise

"""File systems beyond this computer, by their addresses, with the words for what goes wrong there.

They are those of fsspec, which is loaded with the first of them and not before.
"""

from __future__ import annotations

import secrets
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from postingkit.errors import OutputError, Unreachable
from postingkit.store.digests import digest_of
from postingkit.store.urls import said_of, without_credentials

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fsspec import AbstractFileSystem

FORGETTING = frozenset({"memory"})
"""Protocols of places that a process has to itself, and that end with it."""
RENAMING = frozenset({"file", "local", "sftp", "ssh"})
"""Protocols whose renaming replaces a file at once. There, and nowhere else, a file that is being
written stands under another name; the others are taken at their word that a file is put whole."""
BUCKETS = frozenset({"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "oss"})
"""Protocols without folders: what they would make is a bucket, and a mistyped name made one."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files below *root* in the file *system* that *url* leads to."""

    url: str = field(repr=False)
    system: AbstractFileSystem
    root: str

    @property
    def protocols(self) -> frozenset[str]:
        """The names of the protocol."""
        names = self.system.protocol
        return frozenset({names} if isinstance(names, str) else names)

    @property
    def renames(self) -> bool:
        """Whether a file can be renamed at once, which goes with folders as disks have them."""
        return bool(self.protocols & RENAMING)

    def at(self, path: str) -> str:
        """Give the name of the file at *path*, as the file system has it."""
        return f"{self.root.rstrip('/')}/{path}"

    def holds(self, path: str, size: int, digest: str) -> bool:
        """Say whether the file at *path* has this *size* and *digest*."""
        found = self.size(path)
        return found == size and digest_of(self.system.cat_file(self.at(path))) == digest

    def size(self, path: str) -> int | None:
        """Give the size of the file at *path*, or None where there is none."""
        try:
            found = self.system.info(self.at(path))
        except FileNotFoundError:
            return None
        if found["type"] != "directory":
            return int(found["size"])
        if self.renames:  # it would be moved into the folder
            raise IsADirectoryError(21, "Is a directory")
        return None

    def put(self, path: str, unfinished: str, write: Callable[[str], None]) -> None:
        """Let *write* write the file at *path*, whole or not at all where files can be renamed.

        The folder *unfinished* takes it in the meantime.
        """
        if not self.renames:
            self._with_folder(path, write)
            return
        beside = f"{unfinished}/{secrets.token_hex(8)}.tmp"
        try:
            self._with_folder(beside, write)
            self._with_folder(path, lambda name: self.system.mv(self.at(beside), name))
        except BaseException:
            with suppress(Exception):
                self.system.rm_file(self.at(beside))
            raise

    def remove(self, path: str) -> None:
        """Remove the file at *path*, and the folders that are empty then."""
        self.system.rm_file(self.at(path))
        folder = path.rpartition("/")[0] if self.renames else ""
        while folder and not self.system.ls(self.at(folder), detail=False):
            self.system.rmdir(self.at(folder))
            folder = folder.rpartition("/")[0]

    def _with_folder(self, path: str, write: Callable[[str], None]) -> None:
        name = self.at(path)
        try:
            write(name)
        except FileNotFoundError:
            if self.protocols & BUCKETS:
                raise
            self.system.makedirs(name.rpartition("/")[0], exist_ok=True)
            write(name)


def files_at(url: str) -> Files:
    """Give the files at *url*; raises `Unreachable`.

    A process opens its own: connections do not go from one to another.
    """
    shown = without_credentials(url)
    try:
        from fsspec import url_to_fs  # noqa: PLC0415 - see above
    except ImportError as error:
        message = f"For output to “{shown}”, first: pip install 'postingkit[remote]'"
        raise Unreachable(message) from error
    try:
        files = Files(url, *url_to_fs(url))
    except ImportError as error:
        said = said_of(error, url)
        message = f"For output to “{shown}”, a package of its protocol is needed: {said}."
        raise Unreachable(message) from error
    except Exception as error:  # file systems raise whatever they like
        raise Unreachable(f"“{shown}” cannot be used: {said_of(error, url)}.") from error
    if not url.partition("://")[2].strip("/"):
        raise Unreachable(f"“{shown}” names no place; write one behind it.")
    return files


@contextmanager
def reached(url: str) -> Iterator[None]:
    """Let what goes wrong at *url* say so; that a file is missing is for the caller to judge."""
    try:
        yield
    except FileNotFoundError:
        raise
    except Exception as error:
        shown = without_credentials(url)
        raise Unreachable(f"“{shown}” cannot be used: {said_of(error, url)}.") from error


@contextmanager
def written(url: str, path: str) -> Iterator[None]:
    """Let what goes wrong with the file at *path* below *url* name it."""
    try:
        yield
    except Exception as error:
        shown = f"{without_credentials(url).rstrip('/')}/{path}"
        raise OutputError(shown, said_of(error, url)) from error

"""Places beyond this computer: a bucket, a server, whatever fsspec knows the address of.

A file is put there whole, and the manifest last. Nobody locks anything there.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from postingkit.errors import OutputError, Unreachable
from postingkit.store.digests import SIZE, digest_of, digest_of_file
from postingkit.store.filesystems import FORGETTING, Files, files_at, reached, written
from postingkit.store.output import Comparing, Output, WrittenState, write_parts
from postingkit.store.places import FOLDER, UNFINISHED
from postingkit.store.seen import Seen, remembered
from postingkit.store.urls import without_credentials

MARKS = frozenset(
    {
        "content_md5",
        "created",
        "etag",
        "last_modified",
        "lastmodified",
        "md5hash",
        "modified",
        "modify",
        "mtime",
        "updated",
    }
)
"""What the listings of file systems call that by which a file that was changed is known."""


@dataclass(frozen=True, slots=True)
class RemoteFolder:
    """Writes to the place at *url*, and leaves a file alone that holds the same bytes already."""

    url: str = field(repr=False)

    def put(self, path: str, data: bytes) -> WrittenState:
        """Put *data*; says ``made`` or ``unchanged``."""
        with written(self.url, path):
            files = files_at(self.url)
            if files.holds(path, len(data), digest_of(data)):
                return "unchanged"
            files.put(path, UNFINISHED, lambda name: files.system.pipe_file(name, data))
        return "made"

    def put_parts(self, path: str, parts: Iterable[bytes]) -> WrittenState:
        """Put *parts* once all of them are there; says ``made`` or ``unchanged``."""
        with TemporaryDirectory() as folder:
            whole = Path(folder) / "whole"
            write_parts(whole, parts)
            with written(self.url, path):
                files = files_at(self.url)
                if files.holds(path, whole.stat().st_size, digest_of_file(whole)):
                    return "unchanged"
                files.put(path, UNFINISHED, lambda name: files.system.put_file(str(whole), name))
        return "made"


@dataclass(frozen=True, slots=True)
class CheckedRemote(Comparing):
    """Compares with the place at *url*, and writes nothing."""

    url: str = field(repr=False)

    def put(self, path: str, data: bytes) -> WrittenState:
        """Say whether the file is ``unchanged``, ``stale`` or ``missing``."""
        with written(self.url, path):
            files = files_at(self.url)
            if files.size(path) is None:
                return "missing"
            return "unchanged" if files.holds(path, len(data), digest_of(data)) else "stale"

    def put_parts(self, path: str, parts: Iterable[bytes]) -> WrittenState:
        """Say whether the file is ``unchanged``, ``stale`` or ``missing``."""
        return self.put(path, b"".join(parts))


class RemotePlace:
    """The place at *url*; what is remembered of its files stands beside the memory of *seen*.

    One listing says which of them are as they were, and only the others are read.
    """

    def __init__(self, url: str, seen: Seen) -> None:
        self.seen = seen
        self.name = without_credentials(url).rstrip("/")
        self._files: Files = files_at(url)
        self._memory = seen.memory.with_suffix(".remote.json")
        self._before = remembered(self._memory)
        self._now: dict[str, str] = {}
        self._noted: dict[str, tuple[str, int]] = {}

    @property
    def address(self) -> str:
        """What it is reached by, credentials included: nobody is told of it."""
        return self._files.url

    @property
    def is_of_one_process(self) -> bool:
        """Whether no other process can see what is put there."""
        return bool(self._files.protocols & FORGETTING)

    def read(self, path: str) -> bytes:
        """Give the bytes of the file at *path*; raises `FileNotFoundError`."""
        with reached(self._files.url):
            return self._files.system.cat_file(self._files.at(path))

    def digest(self, path: str) -> str | None:
        """Give the digest of the file at *path*, or None where there is no file to be read."""
        if path not in self._listed:
            return None
        known, mark = self._now.get(path) or self._before.get(path, ""), self._listed[path][1]
        if not mark or known[:-DIGITS] != mark:
            try:
                known = mark + digest_of(self.read(path))
            except FileNotFoundError:  # it went between the listing and now
                return None
        self._now[path] = known
        return known[-DIGITS:]

    def exists(self, path: str) -> bool:
        """Say whether anything stands at *path*."""
        return path in self._listed

    def note(self, path: str, digest: str, size: int) -> None:
        """Remember that the file at *path*, just written, has *digest* and *size*."""
        self._noted[path] = digest, size

    def paths(self) -> Iterator[str]:
        """Yield the path of each file that is ours to judge."""
        others = {path.split("/", 1)[0] for path in self._listed if f"/{FOLDER}/" in path}
        for path in self._listed:
            top = path.split("/", 1)[0]
            if top not in others and "/." not in f"/{path}":
                yield path

    def remove(self, path: str) -> bool:
        """Remove the file at *path*, and folders that are empty then; say whether it was there."""
        if path not in self._listed:
            return False
        try:
            with reached(self._files.url):
                self._files.remove(path)
        except FileNotFoundError:
            return False
        except Unreachable as error:
            raise OSError(str(error)) from error
        return True

    def output(self) -> Output:
        """Give what writes files there."""
        return RemoteFolder(self._files.url)

    def checked(self) -> Output:
        """Give what compares with files there, and writes nothing."""
        return CheckedRemote(self._files.url)

    def tidy(self) -> None:
        """Remove what runs that were cut off have left unfinished."""
        if self._files.renames:
            with suppress(Exception):  # it is in nobody's way
                self._files.system.rm(self._files.at(UNFINISHED), recursive=True)

    def save(self) -> None:
        """Keep for the next run what was seen and noted: one more listing says how it stands."""
        self.seen.save()
        if self._noted:
            listed = self._list()
            for path, (digest, size) in self._noted.items():
                found, mark = listed.get(path, (0, ""))
                if mark and found == size:
                    self._now[path] = mark + digest
        if self._now != self._before:
            with suppress(OutputError):  # the next run reads the files again
                write_parts(self._memory, (json.dumps(self._now).encode(),))

    @cached_property
    def _listed(self) -> Mapping[str, tuple[int, str]]:
        return self._list()

    def _list(self) -> Mapping[str, tuple[int, str]]:
        """Give the size of each file by its path, and what it is known by."""
        system, start = self._files.system, len(self._files.at(""))
        try:
            with reached(self._files.url):
                system.invalidate_cache()
                found = system.find(self._files.root, detail=True)
        except FileNotFoundError:
            return {}
        return {name[start:]: (int(each["size"]), _mark(each)) for name, each in found.items()}


DIGITS = 2 * SIZE
"""Letters of a digest."""


def _mark(found: Mapping[str, object]) -> str:
    """Give what a file is known by, as long as nobody changes it; nothing if that is unknown."""
    marks = {name.lower(): str(found[name]) for name in found if name.lower() in MARKS}
    return json.dumps([found["size"], marks], sort_keys=True) if marks else ""

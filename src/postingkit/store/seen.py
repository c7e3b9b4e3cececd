"""Digests of files that were read before, so that a file that has not changed is not read again.

A file is taken to be the same while the system says the same of its size, times and number.
What was written at the same moment as the memory itself, or after it, is read again: it may have
changed twice within one tick of the disk's clock.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from postingkit.errors import OutputError
from postingkit.store.digests import digest_of_file
from postingkit.store.output import write_parts


class Seen:
    """The digests of files, by their paths; what is remembered of them stands in *memory*.

    A memory that is not there, or cannot be read, costs time and nothing else.
    """

    def __init__(self, memory: Path) -> None:
        self.memory = memory
        self._before = remembered(memory)
        self._written = _time(memory)
        self._now: dict[str, str] = {}

    def digest(self, path: str) -> str | None:
        """Give the digest of the file at *path*, or None where there is no file to be read."""
        try:
            state = os.stat(path)  # noqa: PTH116 - of each of very many files
            signature = _signature(state)
            known = self._before.get(path, "")
            if known.startswith(signature) and state.st_mtime_ns < self._written:
                self._now[path] = known
                return known[len(signature) :]
            found = digest_of_file(Path(path))
        except OSError:
            return None
        self._now[path] = signature + found
        return found

    def note(self, path: str, digest: str, size: int) -> None:
        """Remember that the file at *path*, just written, has *digest*, if it has *size* still."""
        try:
            state = os.stat(path)  # noqa: PTH116 - as above
        except OSError:
            return
        if state.st_size == size:  # else somebody else has written it in the meantime
            self._now[path] = _signature(state) + digest

    def save(self) -> None:
        """Write what was seen for the next run, if it is anything new.

        What a run that was cut off here has left goes; one that is at it now writes the next time.
        """
        for left in self.memory.parent.glob(f".{self.memory.name}.*.tmp"):
            with suppress(OSError):
                left.unlink()
        if self._now == self._before:
            return
        try:
            write_parts(self.memory, (json.dumps(self._now).encode(),))
        except OutputError:  # the next run reads the files again
            return


def _signature(found: os.stat_result) -> str:
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino} "


def _time(memory: Path) -> int:
    try:
        return memory.stat().st_mtime_ns
    except OSError:
        return 0


def remembered(memory: Path) -> Mapping[str, str]:
    """Read a *memory*, a text by each name; one that is damaged is as good as none."""
    try:
        found = json.loads(memory.read_bytes())
    except (OSError, ValueError):
        return {}
    is_sound = isinstance(found, dict) and all(isinstance(each, str) for each in found.values())
    return found if is_sound else {}

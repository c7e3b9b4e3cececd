"""Notices that the files of a project have changed, by looking at them again and again.

Looking sees every way of saving alike (in place, or beside and renamed), works on every disk, those
of a network too, and needs no library. It reads no file.
"""

import os
import time
from pathlib import Path

from postingkit.store.tree import input_paths

SHORTEST, LONGEST = 0.03, 2.0
"""Seconds between two looks, at least and at most."""
SHARE = 12
"""One part in so many of the time goes into looking, however many files there are."""
SETTLING = 0.01
"""Seconds after which nothing more has changed, for a change to be over."""
MOST_SETTLING = 2.0
"""Seconds after which changes that do not end are taken as they are."""

_State = dict[str, tuple[int, int, int]]


class Lookout:
    """Looks after the files below *folder* that an export reads, from now on."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve().as_posix()
        self._cost = 0.0
        self._last = self._look()

    def changed(self, seconds: float = float("inf")) -> bool:
        """Wait until something has changed and no more does; False after *seconds* without.

        What changes between two calls is a change for the second one.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            now = self._look()
            if now != self._last:
                self._last = self._settled(now)
                return True
            time.sleep(min(max(SHORTEST, self._cost * (SHARE - 1)), LONGEST))
        return False

    def _settled(self, now: _State) -> _State:
        """Wait until two looks see the same: a checkout of many files is one change."""
        end = time.monotonic() + MOST_SETTLING
        while time.monotonic() < end:
            time.sleep(SETTLING)
            before, now = now, self._look()
            if now == before:
                break
        return now

    def _look(self) -> _State:
        started = time.thread_time()
        found: _State = {}
        for path in input_paths(self._folder):
            try:
                state = os.stat(f"{self._folder}/{path}")  # noqa: PTH116 - of very many files
            except OSError:  # it went between the two, or leads nowhere
                continue
            found[path] = state.st_mtime_ns, state.st_size, state.st_ino
        self._cost = time.thread_time() - started
        return found

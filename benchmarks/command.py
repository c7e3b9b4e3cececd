"""Runs the command `postingkit` as a user does, and measures the processes that it becomes."""

import itertools
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import psutil

PROGRAM = Path(sys.executable).with_name("postingkit")
OFTEN = 0.2
"""Seconds between two looks at how much memory the processes hold."""
MEGABYTE = 2**20


class Held(NamedTuple):
    """The most bytes that a process held, and those it shared with no other; and who began it."""

    parent: int
    all: int = 0
    own: int = 0


@dataclass(frozen=True, slots=True)
class Watched:
    """The seconds of a run, and the most megabytes that the program and a worker of it held.

    *own* is what a worker shares with no other process. One worker is the program itself. *helpers*
    is what the processes hold beside, each for itself, that make no files: the one that workers are
    copies of, and Python's own.
    """

    seconds: float
    program: float
    worker: float
    own: float
    helpers: float


class Command:
    """The program, exporting the project in *folder*; what it remembers stands beside that."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "out"
        self._number = itertools.count()
        self._environment = os.environ | {"XDG_CACHE_HOME": str(folder.with_suffix(".cache"))}

    def export(self, workers: int) -> float:
        """Export what has changed, and give the seconds."""
        return self.run(*self._export(workers))

    def run(self, *words: str | Path) -> float:
        """Run the program with these *words*, and give the seconds."""
        started = time.perf_counter()
        with self._begun(*words) as process:
            _end(process)
        return time.perf_counter() - started

    def begin_anew(self) -> None:
        """Let the folder of files be empty; those that stood there are kept elsewhere."""
        if self.output.exists():
            self.output.rename(self.folder.with_suffix(f".{next(self._number)}"))

    def watched(self, workers: int) -> Watched:
        """Export everything anew, and look at the memory meanwhile."""
        self.begin_anew()
        most: dict[int, Held] = {}
        started = time.perf_counter()
        with self._begun(*self._export(workers)) as process, _watching(process.pid, most):
            _end(process)
        seconds = time.perf_counter() - started
        return _watched(seconds, most, process.pid)

    def _export(self, workers: int) -> tuple[str | Path, ...]:
        folders = ("--project", self.folder, "-o", self.output)
        return ("export", "--quiet", *folders, f"-j{workers}")

    def _begun(self, *words: str | Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - our own
            [PROGRAM, *words], stdout=subprocess.DEVNULL, env=self._environment
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.wait():
        raise SystemExit(f"{process.args} failed")


def _watched(seconds: float, most: dict[int, Held], program: int) -> Watched:
    """Tell workers from helpers: those have been begun by one of these, if there are any."""
    below = [held for process, held in most.items() if process != program]
    workers = [held for held in below if held.parent != program] or below or [most[program]]
    megabytes = (
        most[program].all / MEGABYTE,
        max(held.all for held in workers) / MEGABYTE,
        max(held.own for held in workers) / MEGABYTE,
        sum(held.all for held in below if held not in workers) / MEGABYTE,
    )
    return Watched(seconds, *megabytes)


@contextmanager
def _watching(process: int, most: dict[int, Held]) -> Iterator[None]:
    """Keep in *most* the most bytes that the *process* and its workers hold, by their ids."""
    is_over = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process, most, is_over))
    watcher.start()
    try:
        yield
    finally:
        is_over.set()
        watcher.join()


def _watch(process: int, most: dict[int, Held], is_over: threading.Event) -> None:
    with suppress(psutil.Error):
        watched = psutil.Process(process)
        while not is_over.wait(OFTEN):
            for each in (watched, *watched.children(recursive=True)):
                with suppress(psutil.Error):
                    held = each.memory_full_info()
                    before = most.get(each.pid) or Held(each.ppid())
                    both = max(held.rss, before.all), max(held.uss, before.own)
                    most[each.pid] = Held(before.parent, *both)


def median(measure: Callable[[], float], rounds: int) -> float:
    """Give the median of so many *rounds*."""
    return statistics.median(measure() for _ in range(rounds))

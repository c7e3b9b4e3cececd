"""Measures what two workers gain, beside two processes that know nothing of each other."""

import itertools
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_all_start_methods
from pathlib import Path

from batch_probe import PART
from postings import write_project
from results import say

PROBE = Path(__file__).with_name("batch_probe.py")
METHODS = tuple(name for name in ("forkserver", "fork", "spawn") if name in get_all_start_methods())


@dataclass
class Times:
    """Seconds of one crew: those of the large part, and what its start cost."""

    seconds: list[float] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The median of the large part's seconds."""
        return statistics.median(self.seconds)

    @property
    def start(self) -> float:
        """The median of what the first part took longer than the second one."""
        return statistics.median(self.starts)


@dataclass(frozen=True)
class Pools:
    """Times over *count* postings: of one process, of two that are bare, and of pools of two."""

    count: int
    alone: Times
    bare: Times
    pools: dict[str, Times]

    def share(self, method: str) -> float:
        """Give how much of what two bare processes gain a pool gains."""
        return self.bare.median / self.pools[method].median

    def pays(self, method: str) -> float:
        """Give the number of postings above which a pool is quicker than one process."""
        pool = self.pools[method]
        gained = (self.alone.median - pool.median) / self.count
        return max(0.0, pool.start - self.alone.start) / gained if gained > 0 else float("inf")


def pools(folder: Path, count: int, rounds: int) -> Pools:
    """Measure *count* postings in *folder*, each crew in turn, so many *rounds*.

    Every other round goes the other way, so that none gains by its place in it.
    """
    found = Pools(count, Times(), Times(), {method: Times() for method in METHODS})
    half = count // 2
    project = write_project(folder / "project", count + 2 * PART)
    outputs = (folder / f"out-{number}" for number in itertools.count())
    measures = [
        partial(_measure, project, outputs, found.alone, (0, count)),
        partial(_measure, project, outputs, found.bare, (0, half), (half, count)),
        *(
            partial(_measure, project, outputs, times, (0, count), workers=2, method=method)
            for method, times in found.pools.items()
        ),
    ]
    for turn in range(rounds):
        say(f"two workers, round {turn + 1} of {rounds}")
        for measure in measures if turn % 2 == 0 else reversed(measures):
            measure()
    return found


def _measure(
    project: Path,
    outputs: Iterator[Path],
    times: Times,
    *parts: tuple[int, int],
    workers: int = 1,
    method: str = "spawn",
) -> None:
    """Let a process export each of the *parts*, all at once, and wait for the last one."""
    with ExitStack() as stack:
        probes = [
            stack.enter_context(_probe(project, next(outputs), part, workers, method))
            for part in parts
        ]
        starts = [json.loads(_line(probe)) for probe in probes]
        os.sync()  # what others wrote is theirs to pay for
        started = time.perf_counter()
        for probe in probes:
            print(file=probe.stdin, flush=True)
        for probe in probes:
            _line(probe)
        times.seconds.append(time.perf_counter() - started)
        times.starts += [start["cold"] - start["warm"] for start in starts]


def _probe(
    project: Path, output: Path, part: tuple[int, int], workers: int, method: str
) -> subprocess.Popen[str]:
    words = (project, output, *part, workers, method)
    return subprocess.Popen(  # noqa: S603 - our own
        [sys.executable, PROBE, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _line(probe: subprocess.Popen[str]) -> str:
    assert probe.stdout  # noqa: S101 - it is a pipe
    return probe.stdout.readline()


def rows(found: Pools) -> Iterator[tuple[str, ...]]:
    """Yield a row of a table for each crew."""
    alone = found.alone.median
    named = {"one process": found.alone, "two bare processes": found.bare}
    named |= {f"a pool of two ({method})": times for method, times in found.pools.items()}
    for name, times in named.items():
        yield name, f"{times.median:.2f}", f"{alone / times.median:.2f}", f"{times.start:.2f}"

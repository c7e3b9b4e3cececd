"""Measures how time and memory grow from a hundred postings to ten thousand."""

import statistics
from dataclasses import dataclass
from pathlib import Path

from batch_speed import AGAIN, FULL, START, rerun_verdict
from command import Command, Watched, median
from postings import write_project
from results import Chapter, Panel, Verdict, publish, say

FLAT = 1.1
"""The most that a worker's memory may grow by, from the second size to the last one."""
INTRODUCTION = """\
The command as above with one worker, each full run into an empty folder, and once more with two
for the memory: “program” is the one process that gives tasks and keeps the manifest, “worker” the
larger of the two that make files. Megabytes are the most that a process held at any time (its
resident set); “its own” is what a worker shares with no other process (its unique set). On Linux
workers are copies of a process that has loaded what they need, and share that with it; “helpers”
are this process and one of Python's own, which make no files."""


@dataclass(frozen=True, slots=True)
class Size:
    """What so many postings took: seconds by kind of run, and megabytes by kind of process."""

    count: int
    seconds: dict[str, float]
    alone: float
    two: Watched

    @property
    def each(self) -> float:
        """The milliseconds for a posting in all formats, start-up taken off."""
        return (self.seconds[FULL] - self.seconds[START]) / self.count * 1000


def measured(folder: Path, quick: bool) -> Chapter:  # noqa: FBT001 - one of two lengths
    """Measure all sizes."""
    counts, rounds = ((30, 60, 120), 1) if quick else ((100, 1_000, 10_000), 5)
    sizes = [_size(folder / f"{count}", count, rounds) for count in counts]
    heads = ("postings", "full run, s", "ms a posting", "rerun, s", "alone, MB", "program, MB",
             "worker, MB", "its own, MB", "helpers, MB")  # fmt: skip
    rows = tuple(
        (
            f"{size.count:,}",
            f"{size.seconds[FULL]:.2f}",
            f"{size.each:.2f}",
            f"{size.seconds[AGAIN]:.3f}",
            f"{size.alone:.0f}",
            f"{size.two.program:.0f}",
            f"{size.two.worker:.0f}",
            f"{size.two.own:.0f}",
            f"{size.two.helpers:.0f}",
        )
        for size in sizes
    )
    return Chapter(
        "Growth", INTRODUCTION, heads, rows, tuple(_panels(sizes)), tuple(_verdicts(sizes))
    )


def _size(folder: Path, count: int, rounds: int) -> Size:
    command = Command(write_project(folder / "project", count))
    say(f"{count:,} postings, two workers")
    two = command.watched(2)
    one = []
    for turn in range(rounds):
        say(f"{count:,} postings, one worker, round {turn + 1} of {rounds}")
        one.append(command.watched(1))
    seconds = {
        FULL: statistics.median(each.seconds for each in one),
        AGAIN: median(lambda: command.export(1), rounds),
        START: median(lambda: command.run("--version"), rounds),
    }
    alone = statistics.median(each.program for each in one)
    return Size(count, seconds, alone, two)


def _panels(sizes: list[Size]) -> list[Panel]:
    times = {f"{size.count:,} postings": size.each for size in sizes}
    workers = {f"{size.count:,} postings": size.two.own for size in sizes}
    return [
        Panel("Time for each posting of a batch", "ms", times, tuple(times)),
        Panel("Memory of its own that a worker takes", "MB", workers, tuple(workers)),
    ]


def _verdicts(sizes: list[Size]) -> list[Verdict]:
    _, middle, last = sizes
    own = last.two.own / middle.two.own
    whole = last.two.worker / middle.two.worker
    said = (
        f"A worker's memory is flat from {middle.count:,} to {last.count:,} postings, within 10 %: "
        f"{middle.two.own:.0f} MB and {last.two.own:.0f} MB of its own, {own:.3f}; "
        f"{middle.two.worker:.0f} MB and {last.two.worker:.0f} MB with what it shares, {whole:.3f}"
    )
    return [
        *(rerun_verdict(size.seconds, size.count) for size in (middle, last)),
        Verdict(said, max(own, whole) <= FLAT),
    ]


if __name__ == "__main__":
    publish(measured)

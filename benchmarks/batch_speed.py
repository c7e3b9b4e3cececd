"""Measures a whole batch: one and two workers, a rerun, and a run after one role has changed."""

import statistics
from collections.abc import Iterator
from pathlib import Path

from batch_pools import Pools, pools
from batch_pools import rows as pool_rows
from command import Command
from postings import name_of, write_project
from results import Chapter, Panel, Verdict, publish, say
from ways import POSTINGKIT

FORMATS = 4
ENOUGH = 0.92
"""How much of what two bare processes gain two warm workers are to gain."""
RERUN = 50
"""How many times as long as an unchanged rerun a full run is to take at least."""
FULL, TWO, AGAIN, ONE = "one worker", "two workers", "rerun, unchanged", "rerun, one role changed"
START = "start-up (`--version`)"


def measured(folder: Path, quick: bool) -> Chapter:  # noqa: FBT001 - one of two lengths
    """Measure a batch by the command, then its workers beside bare processes."""
    count, rounds = (120, 2) if quick else (1_000, 5)
    seconds = _seconds(folder / "command", count, rounds)
    found = pools(folder / "crews", count, rounds)
    title = f"{count:,} postings in {FORMATS} formats"
    bars = {name: each for name, each in seconds.items() if name != START}
    picture = Panel(title, "s", bars, tuple(bars))
    rows = (*_rows(seconds, count), *((f"warm: {name}", *rest) for name, *rest in _pools(found)))
    heads = ("", "seconds", "postings a second", "times quicker than one", "start in seconds")
    verdicts = (rerun_verdict(seconds, count), *_verdicts(found))
    return Chapter(f"Whole batch: {title}", _introduction(found), heads, rows, (picture,), verdicts)


def _seconds(folder: Path, count: int, rounds: int) -> dict[str, float]:
    command = Command(write_project(folder / "project", count))
    taken: dict[str, list[float]] = {name: [] for name in (FULL, TWO, AGAIN, ONE, START)}
    command.run("--version")
    for turn in range(rounds):
        say(f"whole batch, round {turn + 1} of {rounds}")
        for name, workers in ((TWO, 2), (FULL, 1)):
            command.begin_anew()
            taken[name].append(command.export(workers))
        taken[AGAIN].append(command.export(1))
        _change(command.folder, turn)
        taken[ONE].append(command.export(1))
        taken[START].append(command.run("--version"))
    return {name: statistics.median(each) for name, each in taken.items()}


def _change(folder: Path, turn: int) -> None:
    """Let a role's summary begin with another word."""
    role = folder / "roles" / f"{name_of(turn)}.yaml"
    text = role.read_text("utf-8")
    role.write_text(text.replace("summary: ", "summary: Gladly ", 1), "utf-8")


def rerun_verdict(seconds: dict[str, float], count: int) -> Verdict:
    """Say whether an unchanged rerun is quick enough beside the full run of *count* postings."""
    start = seconds[START]
    full, again = seconds[FULL] - start, max(seconds[AGAIN] - start, 0.0001)
    said = (
        f"{count:,} postings: an unchanged rerun takes at most 1/{RERUN} of the full run, "
        f"start-up taken from both: 1/{full / again:.0f} ({again:.3f} s of {full:.2f} s)"
    )
    return Verdict(said, again * RERUN <= full)


def _rows(seconds: dict[str, float], count: int) -> Iterator[tuple[str, ...]]:
    for name, each in seconds.items():
        speed = "" if name == START else f"{count / each:,.0f}"
        ratio = f"{seconds[FULL] / each:.2f}" if name in {FULL, TWO} else ""
        yield name, f"{each:.3f}", speed, ratio, ""


def _pools(found: Pools) -> Iterator[tuple[str, ...]]:
    for name, taken, gain, start in pool_rows(found):
        yield name, taken, f"{found.count / float(taken):,.0f}", gain, start


def _verdicts(found: Pools) -> Iterator[Verdict]:
    method = next(iter(found.pools))  # the one that is taken here
    share, bare = found.share(method), found.alone.median / found.bare.median
    gain = found.alone.median / found.pools[method].median
    said = (
        f"Two warm workers reach at least {ENOUGH} of what two bare processes gain: "
        f"{share:.3f} ({gain:.2f} of {bare:.2f} times one process)"
    )
    yield Verdict(said, share >= ENOUGH)


def _introduction(found: Pools) -> str:
    pays = ", ".join(f"{found.pays(method):.0f} ({method})" for method in found.pools)
    return f"""\
The command `{POSTINGKIT} export`, process and all, over a project whose roles have words of their
own; each full run begins with an empty folder. The rows called “warm” are measured within the
process: one exports all postings; two bare ones, started beforehand, half of them each at the same
time; and a pool, which one process gives its tasks and keeps the manifest for. Whoever of a pool is
free takes the next tasks, so it can be quicker than two that have their fixed halves. Their start,
the time in which workers begin and load what they need, stands apart. The disk comes to rest before
each of them, for what others wrote would else be written in its time, and nothing is deleted before
all is measured, as some file systems look the longer for a new file's place, the more were just
deleted. From these figures, a pool of two pays from about so many postings:
{pays}."""


if __name__ == "__main__":
    publish(measured)

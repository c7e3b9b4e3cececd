"""What a chapter of measurements found, as values that go from one process to another as JSON."""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars of one picture, by their labels; those of *ours* are postingkit's."""

    title: str
    unit: str
    bars: Mapping[str, float]
    ours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether what is said, with its figures, *held*."""

    said: str
    held: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """One table with what is to be known to read it, its pictures, and the criteria it decides."""

    title: str
    introduction: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    panels: tuple[Panel, ...]
    verdicts: tuple[Verdict, ...] = ()


def say(text: str) -> None:
    """Tell people how far it has come."""
    print(f"  {text}", file=sys.stderr, flush=True)


def publish(measured: Callable[[Path, bool], Chapter]) -> None:
    """Measure a chapter in the folder that is named first, and print it as JSON.

    With `--quick` it is smaller and measured less often. What it writes stays in the folder: ext4
    without a journal does not take the place of a file again within minutes after it was deleted,
    and searches past all such places whenever one is made (`recently_deleted` in Linux,
    fs/ext4/ialloc.c), so that whoever deletes slows down whoever is measured next.
    """
    folder, *words = sys.argv[1:]
    print(json.dumps(asdict(measured(Path(folder), "--quick" in words))))


def loaded(text: str) -> Chapter:
    """Give the chapter that `publish` printed."""
    record = json.loads(text)
    return Chapter(
        record["title"],
        record["introduction"],
        tuple(record["heads"]),
        tuple(map(tuple, record["rows"])),
        tuple(
            Panel(each["title"], each["unit"], each["bars"], tuple(each["ours"]))
            for each in record["panels"]
        ),
        tuple(Verdict(each["said"], each["held"]) for each in record["verdicts"]),
    )

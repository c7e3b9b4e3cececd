"""Lets several ways of making files take turns on the same postings, and times each."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from postings import documents, write_project
from results import Panel, say

from postingkit.document import Document
from postingkit.exporters import registry
from postingkit.look import Look

WARMING, EACH = 15, 6
"""Postings that a way makes before the clock counts, in each round, and those that count."""
POSTINGKIT = "postingkit"


@dataclass
class Way:
    """How a file is made of a posting, what is done before each, and what came of it.

    A way that *starts_anew* each time, as a program does, has nothing to warm up.
    """

    write: Callable[[Document], bytes]
    before: Callable[[], object] = lambda: None
    starts_anew: bool = False
    seconds: list[float] = field(default_factory=list)
    files: list[bytes] = field(default_factory=list)

    def run(self, warming: Sequence[Document], counted: Sequence[Document]) -> None:
        """Write the *warming* postings, then those that are *counted*."""
        for document in () if self.starts_anew else warming:
            self.write(document)
        gc.collect()
        for document in counted:
            self.before()
            start = time.perf_counter()
            data = self.write(document)
            self.seconds.append(time.perf_counter() - start)
            self.files.append(data)

    @property
    def milliseconds(self) -> float:
        """The median of all that was counted."""
        return statistics.median(self.seconds) * 1000

    @property
    def size(self) -> int:
        """The median of the files' bytes."""
        return round(statistics.median(map(len, self.files)))


class Project:
    """A project in a folder that is there for a while, and the documents of its postings."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = write_project(folder, count)
        self.documents = list(documents(self.folder))


def rounds(*, quick: bool) -> int:
    """Give how often each way has its turn."""
    return 2 if quick else 10


def in_turns(ways: dict[str, Way], every: Sequence[Document], *, quick: bool) -> None:
    """Let the ways write in turns, a few documents each, so that noise meets all alike."""
    gc.freeze()
    number = rounds(quick=quick)
    for turn in range(number):
        say(f"round {turn + 1} of {number}")
        first = WARMING + turn * EACH
        for way in ways.values():
            # Each time anew, because the others filled the processor's caches meanwhile.
            way.run(every[:WARMING], every[first : first + EACH])


def needed(*, quick: bool) -> int:
    """Give the number of documents that `in_turns` writes."""
    return WARMING + rounds(quick=quick) * EACH


def exporting(format_: str) -> Callable[[Document], bytes]:
    """Give what makes files of a format, ready for documents of one look."""
    exporter = registry.load(format_)
    make = exporter.prepare(Look(), exporter.options_type())
    return lambda document: make(document).data


def panel(title: str, ways: dict[str, Way]) -> Panel:
    """Draw the medians of *ways*."""
    bars = {name: way.milliseconds for name, way in ways.items()}
    return Panel(title, "ms", bars, tuple(name for name in ways if name.startswith(POSTINGKIT)))


def times(value: float, base: float) -> str:
    """Say how many times *base* a *value* is."""
    return f"{value / base:.2f}"

"""Measures how long one posting takes as a PDF file, beside typst, WeasyPrint and platypus.

    pip install -e . -r benchmarks/requirements.txt
    python benchmarks/pdf_speed.py

One process, the same content and look for all: two pages with other words in every document, made
before the clock starts, as is whatever each engine can keep. Milliseconds do not carry over to
other computers; ratios do.
"""

import gc
import io
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import page
import pikepdf
from pdf_platypus import platypus_writer
from pdf_typst import typst_writer
from pdf_weasyprint import weasyprint_writer
from postings import workload

from postingkit.document import Document
from postingkit.exporters import registry
from postingkit.look import Look

WARMING, ROUNDS, EACH = 25, 5, 5
"""Documents that come before the clock counts, rounds, and documents in each of them."""
PROBES, GROWTH_PROBES, LONGEST = 7, 3, 120
"""Processes for the first document and for each size; seconds that one may take."""
ROWS = (50, 100, 200, 400)
WORDS = (12_500, 25_000, 50_000, 100_000)
FIRST = 60
"""Milliseconds that the first document after the import may take."""
LINEAR = 1.1
"""The largest exponent that still counts as linear."""
PEERS = ("reportlab", "uharfbuzz", "typst", "weasyprint", "pyphen", "page-validation")
WARM, COLD = "postingkit, warm", "postingkit, caches emptied"
TYPST, WEASYPRINT, PLATYPUS = "typst, ua-1", "WeasyPrint, ua-1", "platypus, untagged"


@dataclass
class Way:
    """One engine: how it writes a document, what is done before each, and what came of it."""

    write: Callable[[Document], bytes]
    before: Callable[[], None] = lambda: None
    seconds: list[float] = field(default_factory=list)
    files: list[bytes] = field(default_factory=list)

    def run(self, warming: Sequence[Document], counted: Sequence[Document]) -> None:
        """Write the *warming* documents, then those that are *counted*."""
        for document in warming:
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

    @property
    def pages(self) -> str:
        """The numbers of pages that the files have."""
        numbers = {len(pikepdf.open(io.BytesIO(data)).pages) for data in self.files}
        return ", ".join(map(str, sorted(numbers)))

    @property
    def accessible(self) -> bool:
        """Whether every file is PDF/UA-1."""
        return all(page.is_pdf_compliant_bytes(data, profile="ua1") for data in self.files)


class Postingkit:
    """The exporter behind the name `pdf`."""

    def __init__(self) -> None:
        self.exporter = registry.load("pdf")
        self.prepare()

    def prepare(self) -> None:
        """Make ready what documents of one look share."""
        self.make = self.exporter.prepare(Look(), self.exporter.options_type())

    def write(self, document: Document) -> bytes:
        """Write *document*."""
        return self.make(document).data

    def forget(self) -> None:
        """Empty every cache, so that the next document's words are all new; fonts stay loaded."""
        for name, module in list(sys.modules.items()):
            if name.startswith("postingkit.exporters.pdf"):
                for cached in vars(module).values():
                    getattr(cached, "cache_clear", int)()
        press = getattr(self.make, "__self__", None)
        getattr(press, "forget", self.prepare)()


def measured() -> dict[str, Way]:
    """Let the engines write in turns, a few documents each, so that noise meets all alike."""
    warm, cold = Postingkit(), Postingkit()
    ways = {
        WARM: Way(warm.write),
        COLD: Way(cold.write, cold.forget),
        TYPST: Way(typst_writer()),
        WEASYPRINT: Way(weasyprint_writer()),
        PLATYPUS: Way(platypus_writer()),
    }
    documents = [workload(seed) for seed in range(WARMING + ROUNDS * EACH)]
    gc.freeze()
    for number in range(ROUNDS):
        first = WARMING + number * EACH
        for way in ways.values():
            # Each time anew, because another way emptied the caches meanwhile.
            way.run(documents[:WARMING], documents[first : first + EACH])
    return ways


def probed(kind: str, size: int, measure: str, times: int) -> tuple[float, float]:
    """Measure a document in so many fresh processes; give the median and the file's bytes."""
    probe = str(Path(__file__).with_name("pdf_probe.py"))
    command = [sys.executable, probe, kind, str(size), measure]
    found = []
    for _ in range(times):
        ran = subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)  # noqa: S603 - our own
        found.append(json.loads(ran.stdout))
    return statistics.median(each["value"] for each in found), found[0]["bytes"]


def exponent(sizes: Sequence[int], values: Sequence[float]) -> float:
    """Fit value = factor × size ^ exponent, by least squares of the logarithms."""
    logarithms = list(map(math.log, values))
    return statistics.linear_regression(list(map(math.log, sizes)), logarithms).slope


def growth(kind: str, sizes: Sequence[int]) -> tuple[str, bool]:
    """Print how time and memory grow with a document's size; say whether linearly."""
    print(f"\n{kind:>10}{'ms':>10}{'ms a thousand':>16}{'MB at most':>12}{'bytes':>12}")
    times, peaks = [], []
    for size in sizes:
        try:
            taken, bytes_ = probed(kind, size, "time", GROWTH_PROBES)
            peak, _ = probed(kind, size, "memory", 1)
        except subprocess.TimeoutExpired:
            print(f"{size:10} takes more than {LONGEST} s")
            return f"time and memory grow linearly with {kind}", False
        print(f"{size:10}{taken:10.1f}{taken / size * 1000:16.1f}{peak:12.1f}{bytes_:12.0f}")
        times.append(taken)
        peaks.append(peak)
    slopes = exponent(sizes, times), exponent(sizes, peaks)
    said = f"time (^ {slopes[0]:.2f}) and memory (^ {slopes[1]:.2f}) grow linearly with {kind}"
    return said, max(slopes) <= LINEAR


def compared(ways: dict[str, Way]) -> Iterator[tuple[str, bool]]:
    """Hold postingkit against what it shall be."""
    warm, cold, typst, weasyprint, platypus = (
        ways[name].milliseconds for name in (WARM, COLD, TYPST, WEASYPRINT, PLATYPUS)
    )
    sizes = ways[WARM].size, ways[TYPST].size
    yield f"warm takes at most 0.7 of typst's time: {warm / typst:.2f}", warm <= 0.7 * typst
    share = f"warm takes at most 0.1 of WeasyPrint's: {warm / weasyprint:.3f}"
    yield share, warm <= 0.1 * weasyprint
    share = f"with caches emptied at most platypus's: {cold / platypus:.2f}"
    yield share, cold <= platypus
    yield f"as small as typst's: {sizes[0] / sizes[1]:.2f}", sizes[0] <= sizes[1]
    yield "every file is PDF/UA-1", ways[WARM].accessible and ways[COLD].accessible


def report(ways: dict[str, Way]) -> None:
    """Print what each engine took and made."""
    warm = ways[WARM].milliseconds
    heads = ("ms", "to warm", "warm to it", "bytes", "pages", "PDF/UA-1")
    print(f"\n{'':28}" + "".join(f"{head:>12}" for head in heads))
    for name, way in ways.items():
        median, accessible = way.milliseconds, "yes" if way.accessible else "no"
        figures = f"{median:12.2f}{median / warm:12.2f}{warm / median:12.2f}{way.size:12}"
        print(f"{name:28}{figures}{way.pages:>12}{accessible:>12}")


def machine() -> str:
    """Say what it ran on."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    model = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    cores = f"{os.cpu_count()} × {model[0] if model else platform.machine()}"
    versions = ", ".join(f"{name} {version(name)}" for name in PEERS)
    return f"{cores}, {platform.system()}, Python {platform.python_version()}\n{versions}"


def main() -> None:
    """Measure, and print figures first and judgements last."""
    print(machine())
    ways = measured()
    report(ways)
    first, _ = probed("first", 0, "time", PROBES)
    judged = [
        *compared(ways),
        (f"the first document after import takes at most {FIRST} ms: {first:.1f}", first <= FIRST),
        growth("rows", ROWS),
        growth("words", WORDS),
    ]
    print()
    for said, held in judged:
        print(f"{'yes' if held else 'NO':5}{said}")


if __name__ == "__main__":
    main()

"""Measures the first PDF of a process, and how time and memory grow with a document's size.

python benchmarks/pdf_growth.py
"""

import json
import math
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

PROBES, GROWTH_PROBES, LONGEST = 7, 3, 120
"""Processes for the first document and for each size; seconds that one may take."""
ROWS = (50, 100, 200, 400)
WORDS = (12_500, 25_000, 50_000, 100_000)
FIRST = 60
"""Milliseconds that the first document after the import may take."""
LINEAR = 1.1
"""The largest exponent that still counts as linear."""


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


def main() -> None:
    """Measure, and print figures first and judgements last."""
    first, _ = probed("first", 0, "time", PROBES)
    said = f"the first document after import takes at most {FIRST} ms: {first:.1f}"
    judged = [(said, first <= FIRST), growth("rows", ROWS), growth("words", WORDS)]
    print()
    for what, held in judged:
        print(f"{'yes' if held else 'NO':5}{what}")


if __name__ == "__main__":
    main()

"""Measures one PDF in a process of its own, and prints milliseconds or megabytes as JSON.

    python benchmarks/pdf_probe.py first 0 time
    python benchmarks/pdf_probe.py rows 400 time
    python benchmarks/pdf_probe.py words 100000 memory

`first` is the first posting after the import, fonts loaded within it; the others come second.
Memory is the most that Python's objects took at once.
"""

import json
import sys
import time
import tracemalloc

from postings import one_paragraph, one_table, workload

from postingkit.exporters import registry
from postingkit.look import Look


def main(kind: str, size: int, measure: str) -> None:
    """Measure one document of a *kind* and *size*."""
    makers = {"first": workload, "rows": one_table, "words": one_paragraph}
    document, earlier = makers[kind](size), workload(1)
    exporter = registry.load("pdf")
    if kind != "first":
        exporter.prepare(Look(), exporter.options_type())(earlier)
    if measure == "memory":
        tracemalloc.start()
    start = time.perf_counter()
    made = exporter.prepare(Look(), exporter.options_type())(document)
    taken = (time.perf_counter() - start) * 1000
    value = tracemalloc.get_traced_memory()[1] / 2**20 if measure == "memory" else taken
    print(json.dumps({"value": value, "bytes": len(made.data)}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])

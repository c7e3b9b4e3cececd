"""Measures one PDF in a process of its own, and prints milliseconds or megabytes as JSON.

    python benchmarks/pdf_probe.py first 0 time
    python benchmarks/pdf_probe.py rows 400 time
    python benchmarks/pdf_probe.py words 100000 memory

`first` is the first document after the import, fonts loaded within it; the others come second.
Memory is the most that Python's objects took at once.
"""

import json
import random
import sys
import time
import tracemalloc

from postingkit.document import Block, Cell, Column, Document, Meta, Paragraph, Section, Table, Text
from postingkit.exporters import registry
from postingkit.look import Look

VOCABULARY = 6_000
SMALL = 200
"""Words of a document of two pages or less."""


class Words:
    """Gives words of a made-up vocabulary, others for each seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret
        letters = random.Random(0)  # noqa: S311 - no secret
        self.vocabulary = [
            "".join(letters.choices("abcdefghilmnoprstuvz", k=letters.randint(2, 11)))
            for _ in range(VOCABULARY)
        ]

    def __call__(self, count: int) -> Paragraph:
        """Give a paragraph of *count* words."""
        return Paragraph((Text(" ".join(self.random.choices(self.vocabulary, k=count))),))


def one_table(rows: int) -> Document:
    """Make a document with one table of so many *rows* of three cells."""
    words = Words(rows)
    columns = (Column((Text("Area"),), 4), Column((Text("Meaning"),), 8), Column((Text("Share"),)))
    cells = tuple(tuple(Cell((words(count),)) for count in (3, 12, 1)) for _ in range(rows))
    return _document(Table(columns, cells))


def one_paragraph(count: int) -> Document:
    """Make a document with one paragraph of *count* words."""
    return _document(Words(count)(count))


def _document(block: Block) -> Document:
    return Document(Meta("posting", Text("Probe")), (Section("text", Text("Text"), (block,)),))


def main(kind: str, size: int, measure: str) -> None:
    """Measure one document of a *kind* and *size*."""
    document = one_table(size) if kind == "rows" else one_paragraph(size or SMALL)
    earlier = one_paragraph(SMALL)
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

"""Makes the postings that the benchmarks measure: two pages each, with other words in every one."""

import random

from postingkit.document import Block, Column, Document, Link, Meta, Paragraph, Section, Table, Text
from postingkit.testing import bullets, cell, numbers, paragraph

VOCABULARY = 6_000


class Words:
    """Gives words of a made-up vocabulary, others for each seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret
        letters = random.Random(0)  # noqa: S311 - no secret
        self.vocabulary = [
            "".join(letters.choices("abcdefghilmnoprstuvz", k=letters.randint(2, 11)))
            for _ in range(VOCABULARY)
        ]

    def __call__(self, count: int) -> str:
        """Give *count* words."""
        return " ".join(self.random.choices(self.vocabulary, k=count)).capitalize()


def workload(seed: int) -> Document:
    """Make a posting: 5 sections, 8 paragraphs with 2 links, 16 items, a table of 8 × 3 cells."""
    words = Words(seed)
    linked = tuple(
        Paragraph((Text(f"{words(20)} "), Link((Text(words(2)),), "https://example.org/apply")))
        for _ in range(2)
    )
    blocks: tuple[tuple[Block, ...], ...] = (
        (*linked, paragraph(words(32))),
        (paragraph(words(32)), _table(words, 8)),
        (paragraph(words(32)), numbers(*(words(9) for _ in range(8)))),
        (paragraph(words(32)), bullets(*(words(9) for _ in range(8)))),
        (paragraph(words(32)), paragraph(words(32))),
    )
    sections = tuple(
        Section(f"part-{number}", Text(words(3)), each) for number, each in enumerate(blocks)
    )
    title = words(4)
    fields = {"title": title, "organization": "Example", "level": "Senior"}
    return Document(Meta("posting", Text(title), fields=fields), sections)


def one_table(rows: int) -> Document:
    """Make a document with one table of so many *rows* of three cells."""
    section = Section("table", Text("Table"), (_table(Words(rows), rows),))
    return Document(Meta("posting", Text("Rows")), (section,))


def one_paragraph(count: int) -> Document:
    """Make a document with one paragraph of *count* words."""
    section = Section("text", Text("Text"), (paragraph(Words(count)(count)),))
    return Document(Meta("posting", Text("Words")), (section,))


def _table(words: Words, rows: int) -> Table:
    shares = {"Area": 4.0, "What it means": 8.0, "Share": 2.5}
    columns = tuple(Column((Text(title),), width) for title, width in shares.items())
    cells = ((cell(words(3)), cell(words(12)), cell(words(1))) for _ in range(rows))
    return Table(columns, tuple(cells))

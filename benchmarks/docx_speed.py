"""Measures how long one posting takes as a Word file, beside docxtpl and python-docx.

    pip install -e . -r benchmarks/requirements.txt
    python benchmarks/docx_speed.py

One process and the same content for all: two pages with other words in every document, made before
the clock starts, as is whatever each way can prepare. Milliseconds do not carry over to other
computers; ratios do.
"""

import io
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
from docxtpl import DocxTemplate
from postings import workload

from postingkit.document import Block, Document, List, Paragraph, Table, lines
from postingkit.exporters.docx import DocxExporter, DocxOptions
from postingkit.look import Asset, Look

WARMING, ROUNDS, TURNS = 10, 25, 3
"""Documents before the clock counts, and that it counts, in each of so many turns of each way."""
LETTERHEAD = Path(__file__).parent.parent / "tests/exporters/stationery/pages.docx"
TEMPLATE = """{{ title }}
{%p for section in sections %}
{{ section.title }}
{%p for text in section.paragraphs %}
{{ text }}
{%p endfor %}
{%p for item in section['items'] %}
{{ item }}
{%p endfor %}
{%p endfor %}"""
STYLES = {
    "{{ title }}": "Heading 1",
    "{{ section.title }}": "Heading 2",
    "{{ item }}": "List Bullet",
}


def plain(block: Block) -> Iterator[str]:
    """Give the texts of a block without a table."""
    match block:
        case Paragraph(inlines):
            yield from lines(inlines)
        case List(items):
            for item in items:
                for inner in item.blocks:
                    yield from plain(inner)
        case _:
            return


def as_commonly_written(document: Document) -> bytes:
    """Write it by python-docx, as its documentation does."""
    word = docx.Document()
    word.add_heading(document.meta.title.text, 1)
    for section in document.sections:
        word.add_heading(section.title.text if section.title else "", 2)
        for block in section.blocks:
            match block:
                case Table():
                    _common_table(word, block)
                case List():
                    style = "List Number" if block.ordered else "List Bullet"
                    for text in plain(block):
                        word.add_paragraph(text, style=style)
                case _:
                    for text in plain(block):
                        word.add_paragraph(text)
    word.sections[0].footer.paragraphs[0].text = "Page"
    word.core_properties.title = document.meta.title.text
    return _saved(word.save)


def _common_table(word: docx.document.Document, block: Table) -> None:
    table = word.add_table(rows=1, cols=len(block.columns), style="Table Grid")
    for at, column in enumerate(block.columns):
        table.rows[0].cells[at].text = "".join(lines(column.title))
    for row in block.rows:
        cells = table.add_row().cells
        for at, each in enumerate(row):
            cells[at].text = "\n".join(text for inner in each.blocks for text in plain(inner))


def by_docxtpl(template: bytes, document: Document) -> bytes:
    """Fill a template for docxtpl, as its documentation does."""
    word = DocxTemplate(io.BytesIO(template))
    word.render(_context(document), autoescape=True)
    return _saved(word.save)


def _context(document: Document) -> dict[str, object]:
    sections = []
    for section in document.sections:
        texts = {kind: [t for b in section.blocks if isinstance(b, kind) for t in plain(b)]
                 for kind in (Paragraph, List)}  # fmt: skip
        title = section.title.text if section.title else ""
        sections.append({"title": title, "paragraphs": texts[Paragraph], "items": texts[List]})
    tables = [block for section in document.sections for block in section.blocks]
    rows = [
        [" ".join(text for inner in each.blocks for text in plain(inner)) for each in row]
        for table in tables
        if isinstance(table, Table)
        for row in table.rows
    ]
    return {"title": document.meta.title.text, "sections": sections, "rows": rows}


def docxtpl_template() -> bytes:
    """Make the template for docxtpl: the sections, then a table."""
    word = docx.Document()
    for line in TEMPLATE.splitlines():
        word.add_paragraph(line, style=STYLES.get(line))
    table = word.add_table(rows=4, cols=3, style="Table Grid")
    contents = (
        ("Area", "What it means", "Share"),
        ("{%tr for row in rows %}", "", ""),
        ("{{ row[0] }}", "{{ row[1] }}", "{{ row[2] }}"),
        ("{%tr endfor %}", "", ""),
    )
    for row, texts in zip(table.rows, contents, strict=True):
        for each, text in zip(row.cells, texts, strict=True):
            each.text = text
    return _saved(word.save)


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


def times(way: Callable[[Document], object], documents: list[Document]) -> list[float]:
    """Time *way* on each of the *documents* behind those that it warms up on, as a batch runs."""
    taken: list[float] = []
    for document in documents:
        start = time.perf_counter()
        way(document)
        taken.append(time.perf_counter() - start)
    return taken[WARMING:]


def main() -> None:
    """Measure each way in turn, so that what else the computer does meets all alike."""
    exporter = DocxExporter()
    paper = exporter.prepare(Look(), DocxOptions())
    asset = Asset(LETTERHEAD.name, LETTERHEAD.read_bytes())
    letterhead = exporter.prepare(Look(), DocxOptions(stationery=asset))
    template = docxtpl_template()
    ways: dict[str, Callable[[Document], object]] = {
        "postingkit, plain": paper,
        "postingkit, stationery": letterhead,
        "docxtpl": lambda document: by_docxtpl(template, document),
        "python-docx as commonly written": as_commonly_written,
    }
    documents = [workload(seed) for seed in range(WARMING + ROUNDS)]
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(TURNS):
        for name, way in ways.items():
            taken[name] += times(way, documents)
    medians = {name: statistics.median(each) for name, each in taken.items()}
    print(f"{'':34}{'ms':>8}{'to plain':>10}{'to stationery':>15}")
    for name, median in medians.items():
        ratios = [median / medians[f"postingkit, {kind}"] for kind in ("plain", "stationery")]
        print(f"{name:34}{median * 1000:8.2f}{ratios[0]:10.1f}{ratios[1]:15.1f}")


if __name__ == "__main__":
    main()

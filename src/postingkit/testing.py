"""What every exporter must hold, as a pytest class that anyone's exporter can inherit.

    class TestMine(ExporterContract):
        exporter = MyExporter()

        def read(self, data: bytes) -> str:
            return …  # the visible text of the file, by a parser that is not the exporter's

It imports pytest, so it is for tests only.
"""

import re
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from postingkit.document import (
    Callout,
    Cell,
    Column,
    Document,
    Emphasis,
    Fact,
    Facts,
    Figure,
    Image,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Meta,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
    for_format,
    texts,
)
from postingkit.exporters.interface import AnyExporter, Export
from postingkit.look import Look

AWKWARD = (
    "R&D <senior> *not strong* _nor this_ `code` ~~kept~~ |pipe| #hash",
    "1. no list",
    "- nor this",
    "1) nor that",
    "+ plus",
    "# no heading",
    "> no quote",
    "=== no rule ---",
    "“Quotes”, 'single', \"double\" and \\backslash\\",
    "[no](link) ![no](picture) <b>no</b> &amp; &#65; {{ title }} {% raw %} ${x}",
    "C* and *Go* and __init__ and snake_case_name",
    "Zażółć gęślą jaźń · Ελληνικά · Кириллица · Việt",
    "50 % – 5 €, ½ m², “x” → y…",
    "no\u00a0break, soft\u00adhyphen",
)

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080200000090"
    "7753de0000000c49444154789c6390b78a0700013400b98f81f4600000000049454e44ae426082"
)


def words(text: str) -> list[str]:
    """Split *text* into what is compared between formats: runs of letters, marks and digits."""
    return re.findall(r"\w+", text.replace("\u00ad", ""))


def paragraph(text: str) -> Paragraph:
    """Make a paragraph of one plain text."""
    return Paragraph((Text(text),))


def cell(*lines: str) -> Cell:
    """Make a cell with a paragraph for each line."""
    return Cell(tuple(map(paragraph, lines)))


def bullets(*lines: str) -> List:
    """Make a flat bulleted list."""
    return List(tuple(ListItem((paragraph(line),)) for line in lines))


def numbers(*lines: str) -> List:
    """Make a flat numbered list."""
    return List(bullets(*lines).items, ordered=True)


def every_kind() -> Document:
    """Make a document with each kind of block and inline, and each of their fields, in use."""
    meta = Meta(
        "posting",
        Text("Every Kind & <All>"),
        organization="Example",
        description="A document with everything in it.",
        keywords=("Python", "R&D"),
    )
    foreign = Paragraph((Text("Guten Tag."),), language="de")
    callout = Callout((paragraph("Set apart."), bullets("In it")), style="equal-opportunity")
    return Document(
        meta,
        (
            Section("lead", None, (Paragraph((Text("The lead."),), style="lead"),)),
            Section("inlines", Text("Inlines"), (Paragraph(every_inline()),)),
            Section("lists", Text("Lists"), (_nested_list(), numbers("Again from one", "Two"))),
            Section(
                "tables", Text("Tables"), (_full_table(), paragraph("Between."), _plain_table())
            ),
            Section("facts", Text("Facts"), (_facts(),)),
            Section("callout", Text("Callout"), (callout,)),
            Section("figure", Text("Figure"), _figures()),
            Section("foreign", Text("Auf Deutsch", "de"), (foreign,)),
        ),
    )


def every_inline() -> Inlines:
    """Make a line with each kind of inline in it, and a second line."""
    return (
        Text("Plain, "),
        Strong((Text("strong, "), Emphasis((Text("both, "),)))),
        Emphasis((Text("stressed, "),)),
        Link((Text("a link"),), "https://example.org/jobs?a=1&b=2"),
        Text(", "),
        Text("auf Deutsch", "de"),
        LineBreak(),
        Text("and a new line."),
    )


def _nested_list() -> List:
    deeper = List(numbers("Deeper").items, ordered=True, start=4)
    return List(
        (
            ListItem((paragraph("First"), bullets("Nested one", "Nested two"))),
            ListItem((paragraph("Second"), deeper)),
        )
    )


def _full_table() -> Table:
    return Table(
        columns=(
            Column((Text("Area"),), 2),
            Column((Text("What it means"),), 6, "center"),
            Column((Text("Share"),), 1, "end"),
        ),
        rows=(
            (cell("Pipelines"), Cell((Paragraph(every_inline()),)), cell("30 %")),
            (cell("Storage"), Cell((bullets("Lists", "in cells"),)), cell("70 %")),
        ),
        caption=(Text("How the time is spent"),),
        row_headers=True,
        summary="Areas of work with their share of the time",
    )


def _plain_table() -> Table:
    return Table(
        (Column((Text("Left"),)), Column((Text("Right"),))),
        ((cell("One", "Two"), Cell((numbers("Three", "Four"),))), (cell(), cell("Five"))),
    )


def _facts() -> Facts:
    return Facts(
        (
            Fact((Text("Level"),), (paragraph("Senior"),)),
            Fact((Text("Works with"),), (bullets("Data", "Product"),)),
        )
    )


def _figures() -> tuple[Figure, Figure]:
    pixel = Image(PIXEL, "image/png", 20, 20)
    caption = (Text("Scan to apply"),)
    leading = Figure(pixel, "One blue pixel", "https://example.org/apply", caption)
    return leading, Figure(pixel, "The same pixel")


def awkward_text() -> Document:
    """Make a document whose texts look like markup in one format or another, wherever text goes."""
    table = Table(
        (Column((Text("a | b"),)), Column((Text("<c> & d"),))),
        tuple((cell(text), Cell((bullets(text), numbers(text)))) for text in AWKWARD),
        row_headers=True,
        summary='A "summary" with <markup> & quotes',
    )
    return Document(
        Meta("posting", Text("R&D <Engineer> *C++* | \\o/"), description='"Quoted" & <tagged>'),
        (
            Section("text", Text("1. *Text* & <more>"), tuple(map(paragraph, AWKWARD))),
            Section("list", Text("# Lists"), (bullets(*AWKWARD), numbers(*AWKWARD))),
            Section("table", Text("- Table"), (table,)),
            Section(
                "facts",
                Text("Facts"),
                (Facts(tuple(Fact((Text(text),), (paragraph(text),)) for text in AWKWARD)),),
            ),
        ),
    )


def long_cell() -> Document:
    """Make a document with 2,000 words in one cell, beside a short one."""
    long = " ".join(f"word{number}" for number in range(2000))
    table = Table((Column((Text("Area"),)), Column((Text("Text"),), 4)), ((cell("A"), cell(long)),))
    return Document(Meta("posting", Text("Long")), (Section("table", Text("Table"), (table,)),))


def many_rows() -> Document:
    """Make a document with a table of 400 rows."""
    rows = tuple((cell(f"Row {number}"), cell(f"Text of row {number}")) for number in range(400))
    table = Table((Column((Text("Area"),)), Column((Text("Text"),), 4)), rows, row_headers=True)
    return Document(Meta("posting", Text("Many")), (Section("table", Text("Table"), (table,)),))


def only_a_title() -> Document:
    """Make the smallest document there is."""
    return Document(Meta("posting", Text("Only a title")), ())


def landscape() -> Document:
    """Make a comparison of three roles on a page held sideways."""
    columns = tuple(Column((Text(title),), 3) for title in ("Role A", "Role B", "Role C"))
    row = tuple(Cell((numbers(f"{letter} one", f"{letter} two"),)) for letter in "ABC")
    table = Table((Column((Text("Criteria"),)), *columns), ((cell("Key"), *row),), row_headers=True)
    meta = Meta("comparison", Text("Roles compared"), orientation="landscape")
    return Document(meta, (Section("comparison", None, (table,)),))


SAMPLES: dict[str, Callable[[], Document]] = {
    make.__name__: make
    for make in (every_kind, awkward_text, long_cell, many_rows, only_a_title, landscape)
}


class ExporterContract:
    """What every exporter must hold; inherit it, set *exporter*, and say how to *read* a file."""

    exporter: ClassVar[AnyExporter]
    options: ClassVar[Any] = None
    """The options to prepare with; None: the exporter's defaults."""

    def read(self, data: bytes) -> str:
        """Give the visible text of a file in reading order, without markers and page furniture."""
        raise NotImplementedError

    def export(self, document: Document) -> Export:
        """Export *document* with the default look."""
        return self.prepared()(document)

    def prepared(self) -> Callable[[Document], Export]:
        """Prepare the exporter with the default look."""
        options = self.exporter.options_type() if self.options is None else self.options
        return self.exporter.prepare(Look(), options)

    def sample(self, name: str) -> Document:
        """Make the sample *name*, as it is for this exporter's format."""
        return for_format(SAMPLES[name](), self.exporter.suffix.removeprefix("."))

    def test_its_suffix_begins_with_a_dot(self) -> None:
        assert re.fullmatch(r"\.[a-z0-9.]+", self.exporter.suffix)

    def test_its_media_type_is_one(self) -> None:
        assert re.fullmatch(r"[a-z]+/[A-Za-z0-9.+-]+", self.exporter.media_type)

    @pytest.mark.parametrize("name", SAMPLES)
    def test_every_text_stands_in_the_file_in_order(self, name: str) -> None:
        found = _squash(self.read(self.export(self.sample(name)).data))
        position = 0
        for text in texts(self.sample(name)):
            wanted = _squash(text)
            position = found.find(wanted, position)
            assert position >= 0, f"{text!r} is missing or out of order"
            position += len(wanted)

    @pytest.mark.parametrize("name", SAMPLES)
    def test_the_file_has_no_words_but_the_documents(self, name: str) -> None:
        read = self.read(self.export(self.sample(name)).data)
        assert words(read) == words("\n".join(texts(self.sample(name))))

    @pytest.mark.parametrize("name", SAMPLES)
    def test_equal_documents_give_equal_bytes(self, name: str) -> None:
        assert self.export(self.sample(name)) == self.export(self.sample(name))

    def test_one_prepared_function_serves_many_documents(self) -> None:
        make = self.prepared()
        first = make(self.sample("every_kind"))
        make(self.sample("awkward_text"))
        assert make(self.sample("every_kind")) == first


def _squash(text: str) -> str:
    """Drop what a format may lay out as it likes: white space and soft hyphens."""
    return re.sub(r"[\s\u00ad]+", "", text)

"""Where things stand on pages that are read from right to left."""

from dataclasses import replace
from typing import Any

import pytest
from pdf_pages import EDGES, Piece, export, of, pieces, shapes, table
from reader import read

from postingkit.document import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Figure,
    Image,
    Link,
    List,
    ListItem,
    Paragraph,
    Table,
    Text,
)
from postingkit.look import Logo, Look, Prose
from postingkit.testing import PIXEL, bullets, cell, numbers, paragraph

ARABIC = {"language": "ar", "direction": "rtl"}
WORD = "سلام"
MIDDLE = sum(EDGES) / 2


def mirrored(*blocks: Block, **meta: Any) -> Document:
    document = of(*blocks, **ARABIC, **meta)
    return replace(document, meta=replace(document.meta, title=Text(WORD)))


def lines(document: Document, look: Look | None = None) -> list[tuple[float, float]]:
    """Give where each line below the title begins and ends, from the left."""
    spans: dict[tuple[int, float], list[Piece]] = {}
    for one in pieces(document, look):
        if not one.artifact and one.text.strip() and one.size < 20:
            spans.setdefault((one.page, round(one.baseline, 1)), []).append(one)
    return [(min(one.left for one in row), max(one.right for one in row)) for row in spans.values()]


def at(document: Document, *texts: str) -> list[Piece]:
    """Give the piece of text, no furniture, that is each of *texts*."""
    found = {one.text.strip(): one for one in pieces(document) if not one.artifact}
    return [found[text] for text in texts]


def first(document: Document, character: str) -> Piece:
    return next(one for one in pieces(document) if character in one.text)


def test_lines_begin_at_the_right() -> None:
    for text in (WORD, f"{WORD} Latin 12", "Latin words alone"):
        ((left, right),) = lines(mirrored(paragraph(text)))
        assert right == pytest.approx(EDGES[1], abs=2)
        assert left > MIDDLE


def test_an_english_paragraph_among_arabic_begins_at_the_left() -> None:
    english = Paragraph((Text("Read this."),), language="en")
    ((left, _),) = lines(mirrored(english))
    assert left == pytest.approx(EDGES[0], abs=2)


def test_an_arabic_paragraph_among_english_begins_at_the_right() -> None:
    ((_, right),) = lines(of(Paragraph((Text(WORD),), language="ar")))
    assert right == pytest.approx(EDGES[1], abs=2)


def test_marks_stand_to_the_right_of_their_items() -> None:
    document = mirrored(bullets(WORD), numbers(WORD))
    bullet, number = first(document, "•"), first(document, "1")
    items = [one for one in pieces(document) if one.size < 20 and one.left < bullet.left]
    assert items
    assert max(one.right for one in items if one.baseline == bullet.baseline) < bullet.left
    assert number.left > EDGES[1] - 20


def test_nested_items_stand_further_to_the_left() -> None:
    item = ListItem((paragraph(WORD), bullets(WORD)))
    outer, inner = lines(mirrored(List((item,))))
    assert inner[1] < outer[1] - 5


def test_the_first_column_is_the_rightmost_and_keeps_its_width() -> None:
    columns = tuple(Column((Text(f"h{width}"),), width) for width in (2, 6, 1))
    document = mirrored(Table(columns, ((cell("1"), cell("2"), cell("3")),)))
    one, two, three = at(document, "1", "2", "3")
    assert one.right > two.right > three.right
    assert one.right == pytest.approx(EDGES[1] - 7, abs=3)
    assert (two.right - three.right) / (one.right - two.right) == pytest.approx(3, abs=0.1)


def test_columns_are_aligned_as_seen_from_the_right() -> None:
    columns = tuple(Column((Text("h"),), alignment=name) for name in ("start", "center", "end"))
    document = mirrored(Table(columns, ((cell("1"), cell("2"), cell("3")),)))
    one, two, three = at(document, "1", "2", "3")
    assert one.right == pytest.approx(EDGES[1] - 7, abs=3)
    assert (two.left + two.right) / 2 == pytest.approx(MIDDLE, abs=2)
    assert three.left == pytest.approx(EDGES[0] + 7, abs=2)


def test_names_of_facts_stand_to_the_right_of_their_values() -> None:
    document = mirrored(Facts((Fact((Text("1"),), (paragraph("2"),)),)))
    name, value = at(document, "1", "2")
    assert name.left > value.right


def test_a_callouts_bar_stands_at_its_right() -> None:
    *_, bar = shapes(mirrored(Callout((paragraph(WORD),))))
    assert (bar.left, bar.right) == pytest.approx((EDGES[1] - 3, EDGES[1]), abs=0.1)


def test_pictures_and_the_logo_stand_at_the_right() -> None:
    figure = Figure(Image(PIXEL, "image/png", 20, 20), "alternative")
    look = Look(logo=Logo(PIXEL, "image/png", 20, 20, "logo"))
    found = [one for one in shapes(mirrored(figure), look) if one.is_picture]
    assert [one.right for one in found] == pytest.approx([EDGES[1]] * 2, abs=0.1)


def test_the_number_of_the_page_stands_at_the_left() -> None:
    document = mirrored(header="7", footer="8", page_label="9")
    found = {one.text.strip(): one for one in pieces(document) if one.artifact}
    above, below, number = (found[text] for text in "789")
    assert above.right > EDGES[1] - 10
    assert below.right > EDGES[1] - 10
    assert number.left < MIDDLE


def test_justified_lines_end_at_both_edges() -> None:
    document = mirrored(paragraph(f"{WORD} word " * 60))
    *full, last = lines(document, Look(text=Prose("justify")))
    assert len(full) >= 3
    assert [left for left, _ in full] == pytest.approx([EDGES[0]] * len(full), abs=2)
    assert [right for _, right in full] == pytest.approx([EDGES[1]] * len(full), abs=2)
    assert last[0] > EDGES[0] + 5
    assert last[1] == pytest.approx(EDGES[1], abs=2)


def test_a_link_is_where_its_words_are() -> None:
    link = Link((Text("here"),), "https://example.org/")
    document = mirrored(Paragraph((Text(f"{WORD} "), link, Text(f" {WORD}"))))
    file = read(export(document).data)
    (note,) = file.pdf.pages[0].obj.Annots.as_list()
    left, _, right, _ = (float(each) for each in note.Rect.as_list())
    (words,) = (one for one in pieces(document) if "here" in one.text)
    assert (left, right) == pytest.approx((words.left, words.right), abs=1)


def test_a_list_in_a_cell_is_mirrored_within_it() -> None:
    document = mirrored(table(cell("1"), Cell((bullets("2"),)), cell("3")))
    bullet = first(document, "•")
    (two,) = at(document, "2")
    assert two.right < bullet.left < MIDDLE + 90

"""How lists, callouts and figures stand on the page, and what goes on on the next one."""

from dataclasses import replace
from io import BytesIO

import pytest
from pdf_pages import EDGES, Piece, export, found, of, pieces, said, shapes, table
from PIL import Image as Pillow
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
    LineBreak,
    List,
    ListItem,
    Meta,
    Orientation,
    Paragraph,
    Section,
    Table,
    Text,
    texts,
)
from postingkit.errors import ExportFailed, FilePlace
from postingkit.testing import PIXEL, bullets, cell, numbers, paragraph, words

PLACE = FilePlace("roles/a.yaml", 3, 5, path="summary")
BOTTOM = EDGES[0]


class TestLists:
    def test_ordered_items_count_from_the_start(self) -> None:
        items = replace(numbers("a", "b"), start=9)
        assert said(of(items)) == ["T", "9.", "a", "10.", "b"]

    def test_numbers_end_one_below_another(self) -> None:
        nine, ten, first, second = found(
            of(replace(numbers("a", "b"), start=9)), "9.", "10.", "a", "b"
        )
        assert nine.right == pytest.approx(ten.right, abs=0.2)
        assert nine.right < first.left == pytest.approx(second.left, abs=1)

    def test_nested_items_stand_further_in(self) -> None:
        items = List((ListItem((paragraph("outer"), bullets("inner"))),))
        outer, inner = found(of(items), "outer", "inner")
        assert inner.left > outer.left + 5

    def test_later_lines_stand_below_the_first(self) -> None:
        document = of(bullets("words " * 40))
        lines = [one for one in pieces(document) if one.text.startswith("words")]
        assert len(lines) > 2
        assert len({round(one.left, 1) for one in lines}) == 1

    def test_an_item_that_begins_with_a_list_keeps_its_mark(self) -> None:
        items = List((ListItem((bullets("inner"),)), ListItem((paragraph("b"),))), ordered=True)
        assert said(of(items)) == ["T", "1.", "•", "inner", "2.", "b"]

    def test_an_item_without_text_is_left_out_and_the_others_keep_their_numbers(self) -> None:
        items = List((ListItem(()), ListItem((paragraph(" "),)), ListItem((paragraph("c"),))))
        assert said(of(replace(items, ordered=True))) == ["T", "3.", "c"]


class TestCallouts:
    def test_one_stands_in_a_box_with_a_bar(self) -> None:
        document = of(paragraph("out"), Callout((paragraph("in"),)))
        outside, inside = found(document, "out", "in")
        box, bar = shapes(document)[-2:]
        assert inside.left > outside.left + 5
        assert (box.left, box.right) == pytest.approx(EDGES, abs=0.1)
        assert box.bottom < inside.baseline < box.top
        edges = (box.left, box.bottom, box.top)
        assert (bar.left, bar.bottom, bar.top) == pytest.approx(edges, abs=0.1)

    def test_one_that_fits_on_a_page_is_kept_whole(self) -> None:
        for before in range(30, 44):
            document = of(
                *[paragraph("line")] * before,
                Callout((paragraph("first"), bullets("a", "b"), paragraph("last"))),
            )
            first, last = found(document, "first", "last")
            assert first.page == last.page

    def test_one_taller_than_a_page_has_a_box_on_each(self) -> None:
        document = of(Callout((bullets(*map(str, range(120))),)))
        pages = {one.page for one in pieces(document)}
        assert pages == {0, 1, 2, 3}
        assert {one.page for one in shapes(document) if one.right - one.left > 400} == pages


class TestFigures:
    def test_one_is_as_large_as_it_says_and_leads_to_its_link(self) -> None:
        image = Image(PIXEL, "image/png", 25.4, 50.8)
        figure = Figure(image, "alternative", "https://example.org/", (Text("caption"),))
        (picture,) = (one for one in shapes(of(figure)) if one.is_picture)
        (caption,) = found(of(figure), "caption")
        file = read(export(of(figure)).data)
        (note,) = file.pdf.pages[0].obj.Annots.as_list()
        box = [picture.left, picture.bottom, picture.right, picture.top]
        assert [float(each) for each in note.Rect.as_list()] == pytest.approx(box, abs=0.1)
        assert (box[2] - box[0], box[3] - box[1]) == pytest.approx((72, 144), abs=0.1)
        assert note.A.URI == "https://example.org/"
        assert caption.baseline < picture.bottom
        assert [node.tag for link in file.root.all("Link") for node in link.nodes] == ["Figure"]

    @pytest.mark.parametrize(("width", "height"), [(5000, 20), (20, 5000), (5000, 5000)])
    def test_one_larger_than_the_page_is_made_smaller(self, width: float, height: float) -> None:
        figure = Figure(Image(PIXEL, "image/png", width, height), "large", None, (Text("legend"),))
        (picture,) = (one for one in shapes(of(figure)) if one.is_picture)
        assert picture.left >= EDGES[0] - 0.1
        assert picture.right <= EDGES[1] + 0.1
        assert picture.bottom > BOTTOM
        assert (picture.right - picture.left) / (picture.top - picture.bottom) == pytest.approx(
            width / height, rel=0.05
        )
        assert found(of(figure), "legend")[0].page == picture.page

    def test_a_jpeg_is_drawn_too(self) -> None:
        file = BytesIO()
        Pillow.new("RGB", (4, 4), "red").save(file, "JPEG")
        figure = Figure(Image(file.getvalue(), "image/jpeg", 10, 10), "red")
        assert [one.is_picture for one in shapes(of(figure))] == [False, True]

    @pytest.mark.parametrize("data", [b"", b"no picture", PIXEL[:30]])
    def test_a_broken_picture_fails_at_its_place(self, data: bytes) -> None:
        whole = Figure(Image(PIXEL, "image/png", 10, 10), "whole")
        broken = Figure(Image(data, "image/png", 10, 10), "the logo", place=PLACE)
        with pytest.raises(ExportFailed, match="the logo") as caught:
            export(of(whole, broken))
        assert caught.value.problem.place == PLACE


MANY = bullets(*[f"item {number}" for number in range(300)])
NESTED = List(
    tuple(ListItem((paragraph(f"outer {n}"), numbers("one", "two"))) for n in range(100)),
    ordered=True,
)
HIGH = Figure(Image(PIXEL, "image/png", 500, 2000), "high", caption=(Text("legend"),))
LONG = paragraph("x " * 900)
SPLITTING: dict[str, tuple[Block, ...]] = {
    "a list in a cell": (table(cell("a"), Cell((MANY,))),),
    "a nested list in a cell": (table(Cell((NESTED, LONG)), cell("b"), rows=2),),
    "a table in a cell": (table(cell("a"), Cell((table(cell("b"), Cell((MANY,)), rows=2),))),),
    "everything in a callout": (Callout((MANY, table(Cell((NESTED,))), LONG)),),
    "long facts": (Facts((Fact((Text("name " * 50),), (MANY, NESTED)),)),),
    "a callout in an item": (List((ListItem((Callout((MANY,)), table(Cell((MANY,))))),)),),
    "a head taller than a page": (Table((Column((Text("w " * 5000),)),), ((cell("a"),),) * 3),),
    "pictures taller than a page": (HIGH, table(Cell((HIGH, LONG, HIGH)))),
    "pictures in rows": (table(Cell((HIGH,)), Cell((LONG, LONG)), rows=3),),
    "pictures under a high head": (Table((Column((Text("w " * 700),)),), ((Cell((HIGH,)),),) * 3),),
    "callouts in callouts": (Callout((Callout((Callout((Callout((MANY,)),)),)),)),),
    "a long legend": (replace(HIGH, caption=(Text("legend " * 3000),)),),
    "empty blocks": (List(()), Facts(()), Callout(()), Table((), ()), Paragraph((LineBreak(),))),
}


@pytest.mark.parametrize("blocks", SPLITTING.values(), ids=SPLITTING)
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_whatever_is_taller_than_a_page_goes_on_on_the_next(
    blocks: tuple[Block, ...], orientation: Orientation
) -> None:
    document = of(*blocks, orientation=orientation)
    drawn = [one.baseline for one in pieces(document) if not one.text.startswith("Page ")]
    pictures = [one.bottom for one in shapes(document) if one.is_picture]
    assert min(drawn) > BOTTOM
    assert min(pictures, default=BOTTOM) > BOTTOM - 1
    said_words = words(read(export(document).data).said)
    assert sorted(said_words) == sorted(words("\n".join(texts(document))))


def pages_of(found_pieces: list[Piece], text: str) -> list[int]:
    return [one.page for one in found_pieces if one.text.startswith(text)]


@pytest.mark.parametrize("before", range(34, 52))
def test_paragraphs_leave_two_lines_on_either_page(before: int) -> None:
    document = of(*[paragraph("line")] * (before - 10), paragraph("word " * 110))
    pages = pages_of(pieces(document), "word")
    assert len(pages) >= 5
    assert {pages.count(number) for number in {*pages}} & {1} == set()


FOLLOWING: dict[str, Block] = {
    "paragraph": paragraph("follows " * 60),
    "list": bullets("follows " * 30, "b"),
    "table": table(cell("follows"), cell("word " * 60), rows=3),
    "long row": table(cell("follows"), cell("word " * 3000)),
    "long row beside pictures": table(
        cell("follows"), Cell((Figure(Image(PIXEL, "image/png", 9, 170), "a"), LONG, LONG, LONG))
    ),
    "facts": Facts((Fact((Text("follows"),), (paragraph("b"),)),) * 3),
    "callout": Callout((paragraph("follows"), paragraph("word " * 60))),
    "long callout": Callout((paragraph("follows " * 3000),)),
}


@pytest.mark.parametrize("block", FOLLOWING.values(), ids=FOLLOWING)
def test_a_heading_stays_with_what_follows(block: Block) -> None:
    for count in range(24, 36):
        sections = (
            Section("f", None, (paragraph("line"),) * count),
            Section("s", Text("Heading"), (block,)),
        )
        drawn = pieces(Document(Meta("posting", Text("T")), sections))
        assert pages_of(drawn, "Heading") == pages_of(drawn, "follows")[:1]

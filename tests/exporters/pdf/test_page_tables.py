"""How tables and facts stand on the page: columns, heads, rows, and what splits over pages."""

from dataclasses import replace

import page
import pytest
from pdf_pages import EDGES, export, found, of, pieces, said, table
from reader import read

from postingkit.document import (
    Block,
    Cell,
    Column,
    Document,
    Fact,
    Facts,
    Figure,
    Image,
    Table,
    Text,
)
from postingkit.look import Look, TableStyle
from postingkit.testing import PIXEL, bullets, cell, every_kind, many_rows, paragraph

BOTTOM = EDGES[0]


class TestColumns:
    def test_cells_are_aligned_as_their_column_says(self) -> None:
        columns = tuple(
            Column((Text(name),), alignment=name) for name in ("start", "center", "end")
        )
        document = of(Table(columns, ((cell("a"), cell("b"), cell("c")),)))
        start, center, end = found(document, "a", "b", "c")
        heads = found(document, "start", "center", "end")
        assert start.left == pytest.approx(heads[0].left, abs=1)
        middle = (heads[1].left + heads[1].right) / 2
        assert (center.left + center.right) / 2 == pytest.approx(middle, abs=1)
        assert end.right == pytest.approx(heads[2].right, abs=1)

    def test_they_are_as_wide_as_they_say(self) -> None:
        columns = tuple(Column((Text(f"h{width}"),), width) for width in (2, 6, 1))
        first, second, third = (one.left for one in found(of(Table(columns, ())), "h2", "h6", "h1"))
        assert (third - second) / (second - first) == pytest.approx(3, abs=0.05)

    def test_a_narrow_one_does_not_break_its_words(self) -> None:
        columns = (Column((Text("Responsibility"),), 1), Column((Text("Text"),), 40))
        assert "Responsibility" in said(of(Table(columns, ((cell("a"), cell("b " * 300)),))))

    def test_a_table_without_room_for_its_columns_stands_as_facts(self) -> None:
        wide = table(*[cell(f"cell{number}") for number in range(40)], caption=(Text("caption"),))
        document = of(wide)
        texts = [f"{name}{number}" for number in range(40) for name in ("head", "cell")]
        assert said(document) == ["T", "caption", *texts]
        assert is_sound(document)

    def test_columns_without_titles_need_none(self) -> None:
        block = Table((Column(()), Column(())), ((cell("a"), cell("b")),))
        assert said(of(block)) == ["T", "a", "b"]
        assert is_sound(of(block))

    def test_a_table_without_columns_is_its_caption(self) -> None:
        document = of(Table((), (), caption=(Text("caption"),)))
        assert said(document) == ["T", "caption"]
        assert is_sound(document)


def is_sound(document: Document) -> bool:
    data = export(document).data
    return all(
        page.validate_pdf_bytes(data, profile=profile).is_compliant for profile in ("ua1", "2a")
    )


class TestRows:
    def test_row_headers_are_bold(self) -> None:
        row, text = found(of(table(cell("row"), cell("text"), row_headers=True)), "row", "text")
        assert (row.font, text.font) == ("NotoSans-Bold", "NotoSans-Regular")

    def test_one_with_too_few_cells_is_filled_up(self) -> None:
        block = replace(table(cell("a"), cell("b")), rows=((cell("only"),),))
        assert said(of(block))[-1] == "only"
        assert is_sound(of(block))

    @pytest.mark.parametrize("style", ["banded", "ruled", "plain"])
    def test_each_look_says_the_same(self, style: TableStyle) -> None:
        assert said(every_kind(), Look(table=style)) == said(every_kind())

    def test_one_that_fits_on_a_page_is_kept_whole(self) -> None:
        rows = 12
        document = of(
            paragraph("before"), table(cell("start"), cell("word " * 300 + "last"), rows=rows)
        )
        found_pieces = pieces(document)
        starts = [one.page for one in found_pieces if one.text.strip() == "start"]
        ends = [one.page for one in found_pieces if one.text.strip().endswith("last")]
        assert starts == ends
        assert len(starts) == rows
        assert starts[-1] > 2

    def test_one_that_fits_on_no_page_goes_on_on_the_next(self) -> None:
        document = of(paragraph("before"), table(cell("start"), cell("word " * 4000)))
        text = [one for one in pieces(document) if one.text.startswith("word")]
        assert sorted({one.page for one in text}) == list(range(text[-1].page + 1))
        assert min(one.baseline for one in text) > BOTTOM

    @pytest.mark.parametrize("before", range(0, 50, 3))
    def test_a_picture_beside_long_text_never_leaves_the_page(self, before: int) -> None:
        picture = Figure(Image(PIXEL, "image/png", 30, 170), "high")
        tall = table(Cell((picture,)), cell("word " * 2500), rows=2)
        file = read(export(of(*[paragraph("before")] * before, tall)).data)
        boxes = [figure.attribute("/BBox") for figure in file.root.all("Figure")]
        assert all(float(box[1]) >= BOTTOM - 0.1 for box in boxes)  # type: ignore[index]  # an array
        assert file.said.count("word") == 5000


class TestHeads:
    def test_one_stands_on_every_page_and_is_read_once(self) -> None:
        heads = [one for one in pieces(many_rows()) if one.text.strip() == "Area"]
        assert [one.page for one in heads] == list(range(len(heads)))
        assert [one.artifact for one in heads] == [False] + [True] * (len(heads) - 1)
        assert len({one.baseline for one in heads[1:]}) == 1

    def test_one_taller_than_a_page_is_not_repeated(self) -> None:
        block = Table((Column((Text("w " * 5000),)),), ((cell("a"),),) * 3)
        assert read(export(of(block)).data).said.count("w") == 5000
        assert not [one for one in pieces(of(block)) if one.artifact and "w" in one.text]

    def test_a_table_in_a_cell_has_its_own(self) -> None:
        inner = table(Cell((bullets(*map(str, range(90))),)), rows=2)
        document = of(table(Cell((inner,)), cell("beside")))
        heads = [one for one in pieces(document) if one.text.strip() == "head0"]
        assert {one.page for one in heads} == {*range(1 + heads[-1].page)}
        assert sum(not one.artifact for one in heads) == 2

    @pytest.mark.parametrize("before", range(40, 52))
    def test_a_caption_and_a_head_stay_with_the_first_row(self, before: int) -> None:
        block = table(cell("first"), cell("word " * 40), caption=(Text("caption"),), rows=3)
        document = of(*[paragraph("before")] * (before - 20), block)
        places = found(document, "caption", "head0", "first")
        assert len({one.page for one in places}) == 1


class TestFacts:
    def test_name_and_value_stand_side_by_side(self) -> None:
        document = of(Facts((Fact((Text("Level"),), (paragraph("Senior"),)),)))
        name, value = found(document, "Level", "Senior")
        assert name.baseline == pytest.approx(value.baseline)
        assert (name.font, value.left > name.right) == ("NotoSans-Bold", True)

    def test_they_stand_one_below_another_where_there_is_little_room(self) -> None:
        facts = Facts((Fact((Text("Level"),), (paragraph("Senior"),)),))
        document = of(table(Cell((facts,)), cell("b"), cell("c"), cell("d")))
        name, value = found(document, "Level", "Senior")
        assert name.left == pytest.approx(value.left, abs=1)
        assert name.baseline > value.baseline
        assert is_sound(document)

    def test_a_name_of_any_length_leaves_room_for_the_value(self) -> None:
        blocks: tuple[Block, ...] = (Facts((Fact((Text("name " * 50),), (paragraph("value"),)),)),)
        (value,) = found(of(*blocks), "value")
        assert value.left < EDGES[1] / 2

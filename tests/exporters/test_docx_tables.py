"""Tables in Word files."""

import pytest
from word_files import Part, body, column, export, file, part, simple_table

from postingkit.document import (
    Cell,
    Strong,
    Table,
    Text,
)
from postingkit.errors import ExportFailed, FilePlace
from postingkit.exporters.docx import DocxExporter, DocxOptions
from postingkit.look import Look, TableStyle
from postingkit.testing import (
    cell,
    every_kind,
    long_cell,
    many_rows,
    paragraph,
)

A4_TEXT_WIDTH = 9638
PLACE = FilePlace("roles/x.yaml", 3, 1, path="table")


def test_columns_share_the_text_width_by_their_widths() -> None:
    document = body(simple_table(column(width=2), column(width=6), column(width=1)))
    widths = [int(width) for width in document.strings("//w:gridCol/@w:w")]
    assert sum(widths) == A4_TEXT_WIDTH
    assert widths == pytest.approx([A4_TEXT_WIDTH * share / 9 for share in (2, 6, 1)], abs=1)
    assert document.strings("//w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w") == list(map(str, widths))
    assert document.strings("//w:tblLayout/@w:type") == ["fixed"]


def test_the_head_repeats_on_each_page_and_rows_stay_whole() -> None:
    rows = part(export(many_rows()).data, "word/document.xml").find("//w:tr")
    assert [bool(row.find("w:trPr/w:tblHeader")) for row in rows] == [True] + [False] * 400
    assert all(row.find("w:trPr/w:cantSplit") for row in rows)


def test_a_row_that_is_longer_than_a_page_may_split() -> None:
    rows = part(export(long_cell()).data, "word/document.xml").find("//w:tr")
    assert [bool(row.find("w:trPr/w:cantSplit")) for row in rows] == [True, False]


def test_columns_align_their_heads_and_paragraphs() -> None:
    columns = (column(), column(alignment="center"), column(alignment="end"))
    rows = body(simple_table(*columns)).find("//w:tr")
    assert [row.strings("w:tc[1]//w:jc/@w:val") for row in rows] == [[], []]
    assert [row.strings(".//w:jc/@w:val") for row in rows] == [["center", "right"]] * 2


@pytest.mark.parametrize(("row_headers", "expected"), [(True, "1"), (False, "0")])
def test_the_first_column_names_the_rows_where_it_does(*, row_headers: bool, expected: str) -> None:
    table = Table((column(),), (), row_headers=row_headers)
    look = body(table).find("//w:tblLook")[0]
    assert look.strings("@w:firstRow | @w:firstColumn") == ["1", expected]


def test_row_headers_and_heads_are_bold_by_the_tables_style() -> None:
    styles = part(file(), "word/styles.xml")
    bold = styles.strings("//w:style[@w:styleId='PostingTable']//w:tblStylePr[.//w:b]/@w:type")
    assert bold == ["firstRow", "firstCol"]


def test_a_caption_is_seen_above_its_table_and_read_with_it() -> None:
    document = body(simple_table(column(), caption=(Text("The "), Strong((Text("caption"),)))))
    caption = document.find("//w:body/w:p")[0]
    assert caption.text == "The caption"
    assert caption.strings("w:pPr/w:pStyle/@w:val") == ["Caption"]
    assert caption.find("w:pPr/w:keepNext")
    assert document.strings("//w:tblCaption/@w:val") == ["The caption"]


def test_a_summary_is_only_heard() -> None:
    document = body(Table((column(),), (), summary='A "summary" & more'))
    assert document.strings("//w:tblDescription/@w:val") == ['A "summary" & more']
    assert document.text == "A"


def test_an_empty_cell_has_the_one_paragraph_it_needs() -> None:
    table = Table((column(),), ((cell(),),))
    assert len(body(table).find("//w:tr[2]/w:tc/w:p")) == 1


def test_tables_that_touch_are_kept_apart_and_paragraphs_below_have_space() -> None:
    table = simple_table(column())
    document = body(table, table, paragraph("x"))
    assert document.strings("//w:tbl/following-sibling::*[1]/w:pPr/w:pStyle/@w:val") == ["Gap"]
    assert document.strings("//w:body/w:p[last()]//w:spacing/@w:before") == ["160"]
    assert len(document.find("//w:body/w:p")) == 2


def test_a_cell_does_not_end_in_a_table() -> None:
    table = simple_table(column(), rows=((Cell((simple_table(column("B")),)),),))
    (last,) = body(table).find("//w:tc[w:tbl]/*[last()]")
    assert last.strings("w:pPr/w:pStyle/@w:val") == ["Gap"]


def test_more_columns_than_word_opens_are_a_problem_with_its_place() -> None:
    table = Table(tuple(column() for _ in range(64)), (), place=PLACE)
    with pytest.raises(ExportFailed) as caught:
        file(table)
    assert caught.value.problem.place == PLACE
    assert "64 columns" in str(caught.value)


def table_style(table: TableStyle) -> Part:
    data = DocxExporter().prepare(Look(table=table), DocxOptions())(every_kind()).data
    return part(data, "word/styles.xml").find("//w:style[@w:styleId='PostingTable']")[0]


def test_tables_are_banded_ruled_or_plain() -> None:
    banded, ruled, plain = table_style("banded"), table_style("ruled"), table_style("plain")
    assert banded.find(".//w:tblBorders")
    assert banded.find(".//w:tblStylePr[@w:type='band2Horz']//w:shd")
    assert ruled.find(".//w:tblBorders")
    assert not ruled.find(".//w:shd")
    assert not plain.find(".//w:tblBorders | .//w:tcBorders | .//w:shd")

"""Lists, facts, callouts and figures in Word files."""

import io

import docx
import pytest
from word_files import body, column, file, part, simple_table

from postingkit.document import (
    Callout,
    Fact,
    Facts,
    Figure,
    Image,
    LineBreak,
    List,
    ListItem,
    Text,
)
from postingkit.testing import (
    PIXEL,
    bullets,
    numbers,
    paragraph,
)

A4_TEXT_WIDTH = 9638


def starts(data: bytes) -> list[str]:
    return part(data, "word/numbering.xml").strings("//w:startOverride/@w:val")


def test_each_numbered_list_counts_from_its_start() -> None:
    blocks = (numbers("a", "b"), numbers("c"), List(numbers("d").items, ordered=True, start=7))
    assert starts(file(*blocks)) == ["1", "1", "7"]
    assert body(*blocks).strings("//w:numId/@w:val") == ["3", "3", "4", "5"]


def test_bulleted_lists_share_a_numbering() -> None:
    assert body(bullets("a"), bullets("b")).strings("//w:numId/@w:val") == ["1", "1"]
    assert starts(file(bullets("a"))) == []


def test_a_list_in_a_list_is_a_level_deeper() -> None:
    inner = List(numbers("c").items, ordered=True, start=4)
    data = file(List((ListItem((paragraph("a"), bullets("b"), inner)),)))
    assert part(data, "word/document.xml").strings("//w:ilvl/@w:val") == ["0", "1", "1"]
    assert part(data, "word/numbering.xml").strings("//w:lvlOverride/@w:ilvl") == ["1"]


def test_the_tenth_level_is_numbered_as_the_ninth() -> None:
    deep = bullets("x")
    for _ in range(11):
        deep = List((ListItem((paragraph("x"), deep)),))
    assert body(deep).strings("//w:ilvl/@w:val") == [*map(str, range(9)), "8", "8", "8"]


def test_more_paragraphs_of_an_item_stand_below_its_text() -> None:
    item = ListItem((paragraph("a"), paragraph("b")))
    first, second = body(List((item,))).find("//w:p")
    assert first.find("w:pPr/w:numPr")
    assert not second.find("w:pPr/w:numPr")
    assert second.strings("w:pPr/w:ind/@w:left") == ["360"]


def test_a_table_in_an_item_is_indented_and_narrower() -> None:
    document = body(List((ListItem((paragraph("a"), simple_table(column()))),)))
    assert document.strings("//w:tblInd/@w:w") == ["360"]
    assert document.strings("//w:gridCol/@w:w") == [str(A4_TEXT_WIDTH - 360)]


def test_a_short_fact_is_a_paragraph_with_its_value_beside_the_name() -> None:
    document = docx.Document(io.BytesIO(file(Facts((Fact((Text("L"),), (paragraph("S"),)),)))))
    fact = document.paragraphs[2]
    assert (fact.text, fact.style.name if fact.style else "") == ("L\tS", "Fact")
    assert [run.style.name for run in fact.runs if run.text == "L"] == ["Fact Term"]


@pytest.mark.parametrize(
    "fact",
    [
        Fact((Text("A name that is much too long for its column"),), (paragraph("x"),)),
        Fact((Text("A"), LineBreak(), Text("name")), (paragraph("x"),)),
        Fact((Text("Name"),), (bullets("x"),)),
    ],
)
def test_other_facts_have_the_value_below(fact: Fact) -> None:
    name, value = body(Facts((fact,))).find("//w:body/w:p")
    assert name.strings("w:pPr/w:pStyle/@w:val") == ["FactName"]
    assert value.text == "x"


def test_a_callouts_blocks_share_a_panel_and_keep_their_numbering() -> None:
    callout = Callout((paragraph("x"), bullets("y")), style="equal-opportunity")
    data = file(callout)
    document = part(data, "word/document.xml")
    styles = document.strings("//w:body/w:p[position() > 2]/w:pPr/w:pStyle/@w:val")
    assert styles == ["Callout-equal-opportunity"] * 2
    assert document.strings("//w:numId/@w:val") == ["1"]
    assert part(data, "word/styles.xml").find("//w:style[@w:styleId='Callout']//w:pBdr")


def test_a_figure_tells_its_alternative_link_and_size_above_its_caption() -> None:
    figure = Figure(
        Image(PIXEL, "image/png", 20, 10), 'Say "x"', "https://example.org/", (Text("C"),)
    )
    data = file(figure)
    document = part(data, "word/document.xml")
    assert document.strings("//wp:docPr/@descr") == ['Say "x"']
    assert document.strings("//wp:extent/@cx | //wp:extent/@cy") == ["720000", "360000"]
    (link,) = document.strings("//wp:docPr/a:hlinkClick/@r:id")
    relationships = part(data, "word/_rels/document.xml.rels")
    assert relationships.strings(f"//*[@Id='{link}']/@Target") == ["https://example.org/"]
    caption = document.find("//w:p[.//w:drawing][w:pPr/w:keepNext]/following-sibling::w:p")[0]
    assert (caption.text, *caption.strings("w:pPr/w:pStyle/@w:val")) == ("C", "Caption")


def test_a_figure_is_no_wider_than_the_text() -> None:
    (width,) = body(Figure(Image(PIXEL, "image/png", 340, 10), "x")).strings("//wp:extent/@cx")
    assert int(width) == pytest.approx(170 * 36_000, rel=0.001)


def test_a_figure_that_says_nothing_is_passed_over() -> None:
    assert body(Figure(Image(PIXEL, "image/png", 1, 1), "")).find("//*[local-name()='decorative']")

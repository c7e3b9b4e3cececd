"""Descriptions: a document's words in order, in just the tags that a board keeps."""

import re

import lxml.html
import pytest

from postingkit.boards import board_names, load_profile
from postingkit.boards.descriptions import Descriptions
from postingkit.boards.profile import Description, Tag
from postingkit.document import (
    Block,
    Cell,
    Column,
    Document,
    Link,
    List,
    ListItem,
    Meta,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from postingkit.once import MOST_KEPT
from postingkit.testing import (
    SAMPLES,
    awkward_text,
    bullets,
    cell,
    every_kind,
    numbers,
    paragraph,
)

BASIC: tuple[Tag, ...] = ("p", "br", "ul", "li", "strong", "em")


def of(*blocks: Block, title: str = "") -> Document:
    heading = Text(title) if title else None
    return Document(Meta("posting", Text("T")), (Section("a", heading, blocks),))


def html(document: Document, **rules: object) -> str:
    return Descriptions(Description.model_validate({"tags": BASIC} | rules)).html(document)


def text(document: Document, **rules: object) -> str:
    return Descriptions(Description.model_validate(rules)).text(document)


def seen(source: str) -> str:
    """Read *source* as HTML, by a parser that is not ours."""
    broken = re.sub(r"</(p|li|h3)>|<br>|<(ul|ol)>", r"\g<0> ", source)
    return "".join(map(str, lxml.html.fromstring(f"<div>{broken}</div>").itertext()))


# What holds for every board


@pytest.mark.parametrize("board", board_names())
def test_only_the_tags_that_a_board_keeps_are_written(board: str) -> None:
    profile = load_profile(board)
    for make in SAMPLES.values():
        source = Descriptions(profile.description).html(make())
        if profile.description.tags and profile.description.entities:
            found = set(re.findall(r"</?([a-z0-9]+)[^>]*>", source))
            assert found <= set(profile.description.tags)


def test_markup_in_a_text_is_no_markup() -> None:
    source = html(awkward_text())
    assert "<b>" not in source
    assert "&lt;b&gt;no&lt;/b&gt; &amp;amp;" in source


# Without entities


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "&lt;b&gt;", "R&D", "&copy", "a < b > c", "</p>"]
)
def test_without_entities_a_text_is_read_as_it_is_written(hostile: str) -> None:
    source = html(of(paragraph(f"x {hostile} y")), entities=False)
    assert "&lt;" not in source.replace("&\u200blt;", "")
    assert seen(source).replace("\u200b", "").strip() == f"x {hostile} y"


# Tags


def test_a_heading_is_a_bold_paragraph_where_headings_are_not_kept() -> None:
    document = of(paragraph("a"), title="What & why")
    assert html(document) == "<p><strong>What &amp; why</strong></p>\n<p>a</p>"
    assert html(document, tags=(*BASIC, "h3")) == "<h3>What &amp; why</h3>\n<p>a</p>"


def test_numbers_stand_in_the_text_where_ordered_lists_are_not_kept() -> None:
    document = of(numbers("a", "b"))
    assert html(document) == "<ul>\n<li>1. a</li>\n<li>2. b</li>\n</ul>"
    assert html(document, tags=(*BASIC, "ol")) == "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"


def test_a_list_that_begins_elsewhere_keeps_its_numbers() -> None:
    document = of(List(numbers("a").items, ordered=True, start=4))
    assert "<li>4. a</li>" in html(document, tags=(*BASIC, "ol"))


def test_lists_in_lists_are_flattened_with_dashes_or_kept() -> None:
    document = of(List((ListItem((paragraph("a"), bullets("b"), paragraph("c"))),)))
    assert html(document) == "<ul>\n<li>a</li>\n<li>– b</li>\n<li>c</li>\n</ul>"
    nested = "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\nc</li>\n</ul>"
    assert html(document, nested=True) == nested


def test_a_link_becomes_its_text_and_address_where_links_are_not_kept() -> None:
    document = of(Paragraph((Link((Text("us"),), "https://example.org/?a&b"),)))
    assert html(document) == "<p>us (https://example.org/?a&amp;b)</p>"
    assert html(document, links="text") == "<p>us</p>"
    kept = html(document, tags=(*BASIC, "a"))
    assert kept == '<p><a href="https://example.org/?a&amp;b">us</a></p>'


def test_a_link_that_would_run_something_is_its_text() -> None:
    document = of(Paragraph((Link((Text("us"),), "JavaScript:alert(1)"),)))
    assert html(document, tags=(*BASIC, "a")) == "<p>us</p>"


@pytest.mark.parametrize("shown", ["https://example.org/", "example.org"])
def test_an_address_is_not_told_twice(shown: str) -> None:
    link = Link((Text(shown),), "https://example.org/")
    assert html(of(Paragraph((link,)))) == f"<p>{shown}</p>"


def test_other_tags_for_strong_and_emphasis_are_used_where_a_board_has_them() -> None:
    tags = ("p", "br", "ul", "li", "b", "i")
    assert html(of(Paragraph((Strong((Text("a"),)),))), tags=tags) == "<p><b>a</b></p>"


def test_a_telephone_number_is_not_told_twice() -> None:
    link = Link((Text("+49 30 00000 123"),), "tel:+493000000123")
    assert html(of(Paragraph((link,)))) == "<p>+49 30 00000 123</p>"


# Tables and facts


def test_a_table_of_names_becomes_a_list_below_its_heads() -> None:
    columns = (Column((Text("Area"),)), Column((Text("What you do"),)))
    table = Table(columns, ((cell("Pipelines"), cell("Build.")),), row_headers=True)
    expected = (
        "<p><strong>Area: What you do</strong></p>\n"
        "<ul>\n<li><strong>Pipelines</strong>: Build.</li>\n</ul>"
    )
    assert html(of(table)) == expected


def test_further_cells_come_under_the_words_of_their_heads() -> None:
    columns = tuple(Column((Text(name),)) for name in ("Area", "Text", "Time"))
    table = Table(columns, ((cell("a"), cell("b"), cell("30 %")),), row_headers=True)
    assert text(of(table)) == "Area · Text · Time\n\n• a\n  Text: b\n  Time: 30 %"


def test_an_empty_cell_is_not_told_of() -> None:
    columns = tuple(Column((Text(name),)) for name in ("Area", "Text", "Time"))
    table = Table(columns, ((cell("a"), Cell(()), cell("30 %")),))
    assert "• a\n  Time: 30 %" in text(of(table))


def test_facts_are_a_list_or_paragraphs() -> None:
    document = Document(every_kind().meta, every_kind().sections[4:5])
    assert text(document) == "Facts\n\n• Level: Senior\n• Works with:\n  • Data\n  • Product"
    assert "Level: Senior\n\nWorks with:" in text(document, facts="paragraphs")


def test_a_picture_without_a_caption_is_left_out_or_told_of() -> None:
    document = Document(every_kind().meta, every_kind().sections[6:7])
    assert "The same pixel" not in text(document)
    assert "The same pixel" in text(document, figures="alternative")


# Speed and strange characters


def test_a_section_that_documents_share_is_made_once() -> None:
    descriptions = Descriptions(Description(tags=BASIC))
    section = every_kind().sections[1]
    assert descriptions.section_html(section) is descriptions.section_html(section)


def test_sections_that_nobody_shares_are_forgotten_again() -> None:
    descriptions = Descriptions(Description(tags=BASIC))
    for number in range(MOST_KEPT + 10):
        section = Section("a", None, (paragraph(str(number)),))
        assert descriptions.section_html(section) == f"<p>{number}</p>"


def test_characters_that_no_file_holds_are_dropped() -> None:
    document = of(paragraph("a\x00b\ud800c\ufffe"))
    assert html(document) == "<p>abc</p>"
    assert text(document) == "abc"

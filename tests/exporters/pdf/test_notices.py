"""What the exporter tells of a document that does not come out as it was written."""

from dataclasses import replace

import pytest
from pdf_pages import export, of, table

from postingkit.document import Fact, Facts, Paragraph, Text
from postingkit.errors import FilePlace
from postingkit.look import Fonts, Look
from postingkit.testing import cell, every_kind, paragraph

PLACE = FilePlace("roles/a.yaml", 3, 5, path="summary")
AHSA = "\U00010330"


def placed(text: str) -> Paragraph:
    return replace(paragraph(text), place=PLACE)


def test_characters_without_a_shape_are_named_once_for_each_block() -> None:
    blocks = (placed(f"{AHSA} and {AHSA} and \ue000"), paragraph(AHSA))
    first, second = export(of(*blocks)).notices
    assert f"“{AHSA}” (U+10330), “\ue000” (U+E000)" in first.message
    assert "[GOTHIC LETTER AHSA]" in first.message
    assert (first.place, first.path) == (PLACE, "summary")
    assert second.place is None


def test_of_many_characters_without_a_shape_the_first_are_named() -> None:
    gothic = "".join(map(chr, range(0x10330, 0x1034A)))
    (notice,) = export(of(paragraph(gothic))).notices
    assert "(U+10334) and 21 more; the PDF has names" in notice.message


def test_a_cell_without_a_place_has_its_tables() -> None:
    (notice,) = export(of(replace(table(cell(AHSA)), place=PLACE))).notices
    assert notice.place == PLACE


def test_titles_are_looked_through_too() -> None:
    (notice,) = export(of(title=Text(AHSA), place=PLACE)).notices
    assert notice.place == PLACE


@pytest.mark.parametrize("text", ["ภาษาไทย", "ລາວ", "ខ្មែរ", "မြန်မာ"])
def test_text_without_spaces_between_words_is_told(text: str) -> None:
    *_, notice = export(of(placed(text))).notices
    assert "no spaces between words" in notice.message
    assert notice.place == PLACE


def test_a_font_that_is_not_there_is_told_once() -> None:
    (notice,) = export(every_kind(), Look(fonts=Fonts("Nowhere", "Nowhere"))).notices
    assert "“Nowhere”" in notice.message


def test_a_document_without_such_text_has_none() -> None:
    assert export(every_kind()).notices == ()


def test_much_text_without_spaces_is_told_at_the_first_place() -> None:
    (notice,) = export(of(paragraph("ภาษา"), placed("ภาษา"), paragraph("ภาษา"))).notices
    assert "this text and 2 more" in notice.message
    assert notice.place == PLACE


@pytest.mark.parametrize(
    "text", ["日本語", "العربية", "עברית", "हिन्दी", "한국어", "😀👩‍💻", "→ ✓ ½"]
)
def test_no_script_is_refused(text: str) -> None:
    assert export(of(paragraph(text))).notices == ()


@pytest.mark.parametrize("name", ["header", "footer"])
def test_a_text_too_long_for_its_margin_is_told(name: str) -> None:
    (notice,) = export(of(paragraph("Text."), **{name: "long " * 500})).notices
    assert notice.message.startswith(f"The {name} has more lines than the margin of the page")


def test_a_character_without_a_shape_in_a_margin_is_named() -> None:
    (notice,) = export(of(paragraph("Text."), footer=AHSA)).notices
    assert "[GOTHIC LETTER AHSA]" in notice.message


def test_a_fact_without_a_place_of_its_own_is_where_the_facts_say_it_is() -> None:
    told = Fact((Text("Level"),), (paragraph(AHSA),))
    own = Fact((Text("Level"),), (placed(AHSA),))
    elsewhere = replace(PLACE, line=7)
    facts = Facts((told, told, own), place=replace(PLACE, line=1), places=(elsewhere, None))
    found = [notice.place for notice in export(of(facts)).notices]
    assert found == [elsewhere, facts.place, PLACE]

"""Headings, paragraphs, runs and languages in Word files."""

import io

import docx
import pytest
from word_files import Part, body, column, export, file, part

from postingkit.document import (
    Callout,
    Direction,
    Document,
    Emphasis,
    LineBreak,
    Link,
    List,
    Meta,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from postingkit.testing import (
    bullets,
    cell,
    every_kind,
    paragraph,
)


def runs(*inlines: Text | Strong | Emphasis | Link | LineBreak, rtl: bool = False) -> list[Part]:
    direction: Direction = "rtl" if rtl else "ltr"
    return body(Paragraph(inlines), direction=direction).find("//w:p//w:r")


def test_the_title_is_heading_1_and_sections_are_heading_2() -> None:
    document = docx.Document(io.BytesIO(file()))
    assert [(p.style.name, p.text) for p in document.paragraphs if p.style] == [
        ("Heading 1", "T"),
        ("Heading 2", "S"),
    ]


def test_a_section_without_a_title_has_no_heading() -> None:
    meta = Meta("posting", Text("T"))
    data = export(Document(meta, (Section("s", None, (paragraph("x"),)),))).data
    assert part(data, "word/document.xml").strings("//w:pStyle/@w:val") == ["Heading1"]


def test_headings_stay_with_what_follows() -> None:
    styles = part(file(), "word/styles.xml")
    assert styles.strings("//w:style[.//w:keepNext and .//w:outlineLvl]/@w:styleId") == [
        "Heading1",
        "Heading2",
        "Heading3",
    ]


def test_a_lead_has_its_style() -> None:
    assert body(Paragraph((Text("x"),), style="lead")).strings("//w:pStyle/@w:val") == ["Lead"]


def test_a_named_style_becomes_a_style_of_word_that_looks_as_its_base() -> None:
    data = file(
        Paragraph((Text("x"),), style="small, print"),
        Table((column(),), (), style="pay"),
        List(bullets("y").items, style="pay"),
    )
    used = part(data, "word/document.xml").strings("//w:body/*[position() > 2]//w:pStyle/@w:val")
    assert used == ["Normal-small--print", "TableHeading", "ListBullet-pay"]
    styles = part(data, "word/styles.xml")
    custom = styles.find("//w:style[contains(@w:styleId, '-')]")
    assert [each.strings("w:basedOn/@w:val | @w:type") for each in custom] == [
        ["paragraph", "Normal"],
        ["table", "PostingTable"],
        ["paragraph", "ListBullet"],
    ]


def test_a_paragraph_without_words_is_left_out() -> None:
    assert body(Paragraph(()), paragraph("x")).strings("//w:body/w:p//w:t/text()") == ["x"]


def test_strong_and_emphasis_are_written_on_the_run_and_add_up() -> None:
    (run,) = runs(Strong((Emphasis((Text("x"),)),)))
    assert len(run.find("w:rPr[w:b and w:bCs and w:i and w:iCs]")) == 1


def test_a_line_break_stays_in_its_paragraph() -> None:
    assert [bool(run.find("w:br")) for run in runs(Text("a"), LineBreak(), Text("b"))] == [
        False,
        True,
        False,
    ]


def test_white_space_is_kept() -> None:
    assert runs(Text("  a  b "))[0].text == "  a  b "


def test_a_soft_hyphen_is_words_own() -> None:
    (run,) = runs(Text("soft\u00adhyphen"))
    assert run.strings("w:t/text()") == ["soft", "hyphen"]
    assert run.find("w:softHyphen")


def test_a_link_leads_to_its_target() -> None:
    target = 'https://example.org/?a=1&b="2"'
    document = docx.Document(io.BytesIO(file(Paragraph((Link((Text("here it is"),), target),)))))
    (link,) = document.paragraphs[2].hyperlinks
    assert (link.text, link.address) == ("here it is", target.replace('"', "%22"))
    assert part(file(Paragraph((Link((Text("x"),), "tel:1"),))), "word/document.xml").strings(
        "//w:hyperlink//w:rStyle/@w:val"
    ) == ["Hyperlink"]


def test_links_to_one_target_share_a_relationship() -> None:
    link = Link((Text("x"),), "https://example.org/")
    data = file(Paragraph((link, Strong((link,)))), Paragraph((Link((Text("y"),), "tel:1"),)))
    relationships = part(data, "word/_rels/document.xml.rels")
    assert relationships.strings("//rel:Relationship[@TargetMode='External']/@Target") == [
        "https://example.org/",
        "tel:1",
    ]


@pytest.mark.parametrize("target", ["", "no address", "http://[", "http://x:y/"])
def test_a_link_without_an_address_stays_text(target: str) -> None:
    data = file(Paragraph((Link((Text("x"),), target),)))
    document = part(data, "word/document.xml")
    assert document.text == "TSx"
    assert not document.find("//w:hyperlink")


def test_a_link_in_a_link_leads_where_the_outer_one_does() -> None:
    inner = Link((Text("x"),), "tel:1")
    links = body(Paragraph((Link((inner, Text("y")), "tel:2"),))).find("//w:hyperlink")
    assert [link.text for link in links] == ["xy"]


def test_the_documents_language_is_the_styles_default() -> None:
    styles = part(file(language="pt-BR"), "word/styles.xml")
    assert styles.strings("//w:docDefaults//w:lang/@w:val") == ["pt-BR"]


def test_a_foreign_run_paragraph_and_heading_say_their_language() -> None:
    (run,) = runs(Text("x", "de"))
    assert run.strings("w:rPr/w:lang/@w:val") == ["de"]
    blocks = (
        Paragraph((Text("x"),), language="fr"),
        List(bullets("y").items, language="ja"),
        Table((column(),), (), language="de"),
    )
    assert body(*blocks).strings("//w:lang/@w:val") == ["fr", "ja", "de"]
    assert body(*blocks).strings("//w:lang/@w:eastAsia") == ["ja"]
    assert part(export(every_kind()).data, "word/document.xml").strings(
        "//w:p[w:pPr/w:pStyle/@w:val='Heading2']//w:lang/@w:val"
    ) == ["de"]


def test_what_is_no_language_tag_is_left_out() -> None:
    assert not runs(Text("x", '"><w:p'))[0].find("w:rPr")


def test_a_document_from_right_to_left_is_so_throughout() -> None:
    table = Table((column("א"),), ((cell("ב"),),), caption=(Text("ג"),))
    blocks = (paragraph("ד"), bullets("ה"), table, Callout((paragraph("ו"),)))
    document = part(file(*blocks, language="he", direction="rtl"), "word/document.xml")
    assert len(document.find("//w:p")) == len(document.find("//w:p[w:pPr/w:bidi]"))
    assert len(document.find("//w:tbl")) == len(document.find("//w:tbl[w:tblPr/w:bidiVisual]"))
    assert document.find("//w:sectPr/w:bidi")


def test_latin_words_in_a_text_from_right_to_left_are_runs_of_their_own() -> None:
    written = runs(Text("עם Python 3.11 ו-C++ כאן"), rtl=True)
    assert [(run.text, bool(run.find("w:rPr/w:rtl"))) for run in written] == [
        ("עם ", True),
        ("Python 3.11", False),
        (" ו-", True),
        ("C++", False),
        (" כאן", True),
    ]


def test_hebrew_in_an_english_text_is_a_run_from_right_to_left() -> None:
    written = runs(Text("Say שלום 1 now"))
    assert [(run.text, bool(run.find("w:rPr/w:rtl"))) for run in written] == [
        ("Say ", False),
        ("שלום 1", True),
        (" now", False),
    ]


def test_a_block_in_another_direction_turns_its_paragraphs() -> None:
    english = Paragraph((Text("x"),), language="en")
    assert not body(english, language="he", direction="rtl").find("//w:bidi[parent::w:pPr]")
    arabic = Paragraph((Text("س"),), language="ar")
    assert body(arabic).strings("//w:p[w:pPr/w:bidi]//w:lang/@w:bidi") == ["ar"]


@pytest.mark.parametrize(
    ("language", "expected"), [("ks-Arab", True), ("az-Latn-AZ", False), ("ar-EG", True)]
)
def test_a_languages_script_tells_its_direction(language: str, *, expected: bool) -> None:
    assert bool(body(Paragraph((Text("."),), language=language)).find("//w:bidi")) is expected

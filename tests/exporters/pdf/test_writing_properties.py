"""Title, author and so on: the information dictionary and XMP say the same of any text."""

import re
from dataclasses import replace
from typing import Any

import page
from hypothesis import example, given, settings
from hypothesis import strategies as st
from writing_samples import PROPERTIES, document, file, opened, sheets

from postingkit.exporters.pdf.writing.syntax import number, text_string

UNSAYABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]+")
TEXTS = st.text(st.characters(exclude_categories=()), min_size=1, max_size=20)


def properties_only(**changes: Any) -> bytes:
    return file(sheets(), document(), properties=replace(PROPERTIES, **changes))


def test_both_say_the_same() -> None:
    pdf = opened(properties_only(title="Grüße <&> – 日本"))
    with pdf.open_metadata() as properties:
        assert properties["dc:title"] == str(pdf.docinfo.Title) == "Grüße <&> – 日本"
        assert properties["dc:creator"] == [str(pdf.docinfo.Author)] == ["Globex"]
        assert properties["dc:description"] == str(pdf.docinfo.Subject) == "A role"
        assert properties["pdf:Keywords"] == str(pdf.docinfo.Keywords) == "data, R&D"
        assert properties["dc:subject"] == {"data", "R&D"}
        assert properties["dc:language"] == {str(pdf.Root.Lang)} == {"en-GB"}
        assert properties["pdf:Producer"] == str(pdf.docinfo.Producer) == "postingkit"
        assert properties["xmp:CreatorTool"] == str(pdf.docinfo.Creator)


def test_levels_are_claimed_as_asked() -> None:
    archive, plain = opened(properties_only()), opened(properties_only(archive=False))
    with archive.open_metadata() as properties:
        assert properties.pdfa_status == "2A"
        assert properties["pdfuaid:part"] == "1"
    with plain.open_metadata() as properties:
        assert properties.pdfa_status == ""
        assert properties["pdfuaid:part"] == "1"


def test_nothing_tells_the_time() -> None:
    data = properties_only()
    assert set(opened(data).docinfo) & {"/CreationDate", "/ModDate"} == set()
    assert b"Date>" not in data


def test_what_is_not_known_is_not_said() -> None:
    pdf = opened(properties_only(author="", subject="", keywords=()))
    assert set(pdf.docinfo) == {"/Title", "/Creator", "/Producer"}
    with pdf.open_metadata() as properties:
        assert not {"dc:creator", "dc:description", "dc:subject"} & set(properties)


def test_metadata_can_be_read_without_knowing_pdf() -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in properties_only()


@settings(max_examples=40, deadline=None)
@given(TEXTS)
@example("þÿa")
@example("ï»¿a")
@example("a\\(b))\r\n")
@example("\u0a0d\u5c28")
@example("{0} {properties} %s")
@example("]]>&<x>'\"")
def test_any_text_comes_back(text: str) -> None:
    data = properties_only(title=text, author=text, keywords=(text,))
    shown = UNSAYABLE.sub(" ", text)
    assert opened(data).docinfo.Title == shown
    assert page.validate_pdf_bytes(data, profile="2a").is_compliant


def test_strings_are_as_short_as_their_characters_allow() -> None:
    assert text_string("Bewerbung für (m/w/d)") == "(Bewerbung für \\(m/w/d\\))"
    assert text_string("–") == "(\xfe\xff\x20\x13)"


def test_numbers_are_written_to_a_hundredth() -> None:
    assert [number(each) for each in (0, 1, 1.5, 841.8898, -0.25, 100, -0.001)] == [
        "0",
        "1",
        "1.5",
        "841.89",
        "-0.25",
        "100",
        "0",
    ]

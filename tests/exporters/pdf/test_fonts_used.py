"""Used fonts: under which names glyphs are drawn, and what they mean there."""

import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from postingkit.exporters.pdf.fonts.face import Face
from postingkit.exporters.pdf.fonts.library import Library
from postingkit.exporters.pdf.fonts.meanings import to_unicode
from postingkit.exporters.pdf.fonts.used import UsedFonts
from postingkit.look import Fonts


def face(*, bold: bool = False) -> Face:
    return Library(Fonts()).chain("Noto Sans", bold=bold, italic=False, language="en").first


def glyph(character: str) -> int:
    (shaped,) = face().shape(character, rtl=False, language="en")
    return shaped.number


NUMBERS = range(1, face().opened.glyph_count)
UNREACHED = next(number for number in NUMBERS if face().character(number) is None)
"""A glyph that stands for no character by itself."""


def test_faces_are_named_in_the_order_in_which_they_come() -> None:
    used = UsedFonts()
    assert [used.plain(each) for each in (face(bold=True), face(), face(bold=True))] == [
        "F1",
        "F2",
        "F1",
    ]


def test_a_glyph_that_means_its_character_is_in_the_plain_font() -> None:
    used = UsedFonts()
    assert used.named(face(), glyph("a"), "a") == "F1"


def test_each_other_meaning_has_a_font_of_its_own() -> None:
    used = UsedFonts()
    meanings = ["\u00ad", "-", "\u2010", "\u00ad", "\u2010"]
    assert [used.named(face(), glyph("-"), text) for text in meanings] == [
        "F1a",
        "F1",
        "F1b",
        "F1a",
        "F1b",
    ]
    assert used.named(face(), glyph("x"), "y") == "F1a"


def test_a_glyph_of_no_character_means_in_the_plain_font_what_it_means_first() -> None:
    used = UsedFonts()
    assert [used.named(face(), UNREACHED, text) for text in ("ffi", "ff", "ffi")] == [
        "F1",
        "F1a",
        "F1",
    ]


def test_what_was_counted_keeps_its_meaning() -> None:
    used = UsedFonts()
    used.count(face(), [glyph("a")])
    assert used.named(face(), glyph("a"), "b") == "F1a"
    assert used.named(face(), glyph("a"), "a") == "F1"


@pytest.mark.parametrize("text", ["", "\0", "\ufeff", "\ufffe", "\ud800"])
def test_no_glyph_means_nothing_or_what_a_map_must_not_hold(text: str) -> None:
    used = UsedFonts()
    assert used.named(face(), UNREACHED, text) == used.named(face(), UNREACHED, "\u200b")


def test_names_go_on_after_z() -> None:
    used = UsedFonts()
    names = [used.named(face(), glyph("a"), str(number)) for number in range(30)]
    assert [names[0], names[25], names[26], names[29]] == ["F1a", "F1z", "F1aa", "F1ad"]


def test_fonts_that_draw_nothing_are_left_out() -> None:
    used = UsedFonts()
    used.plain(face(bold=True))
    used.named(face(), glyph("a"), "b")
    document = PDFDocument()
    before = len(document.idToObject)
    assert list(used.embed(document)) == ["F2a"]
    assert len(document.idToObject) - before == 5


def test_all_fonts_of_a_face_share_one_program() -> None:
    one, two = UsedFonts(), UsedFonts()
    one.named(face(), glyph("a"), "a")
    for meaning in "abc":
        two.named(face(), glyph("a"), meaning)
    documents = PDFDocument(), PDFDocument()
    assert list(one.embed(documents[0])) == ["F1"]
    assert list(two.embed(documents[1])) == ["F1", "F1a", "F1b"]
    added = 2 * 2  # for each further name a font and its map
    assert len(documents[1].idToObject) - len(documents[0].idToObject) == added


def test_characters_beyond_the_basic_plane_are_written_as_pairs() -> None:
    assert b"<0005> <d83ddcbc0041>" in to_unicode({5: "💼A"})

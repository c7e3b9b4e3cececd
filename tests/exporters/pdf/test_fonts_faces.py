"""Faces: what they have, how they set texts, and what their glyphs mean."""

import built_fonts
import pytest

from postingkit.exporters.pdf.fonts import bundled
from postingkit.exporters.pdf.fonts.face import Face
from postingkit.exporters.pdf.fonts.library import Library
from postingkit.exporters.pdf.fonts.scripts import runs
from postingkit.look import Fonts


@pytest.fixture(scope="module")
def face() -> Face:
    return Library(Fonts()).chain("Noto Sans", bold=False, italic=False, language="en").first


@pytest.fixture(scope="module")
def arabic() -> Face:
    library = Library(Fonts())
    return library.chain("Noto Sans Arabic", bold=False, italic=False, language="ar").first


def test_a_face_says_its_name_and_heights(face: Face) -> None:
    assert face.name == "NotoSans-Regular"
    assert (face.ascent, face.descent) == (1069, -293)
    assert (face.cap_height, face.x_height) == (714, 536)


def test_it_has_the_characters_of_its_font(face: Face) -> None:
    assert all(map(face.has, "aäжω€क"))
    assert not any(map(face.has, "漢ع→\ud800\U0010ffff"))


def test_glyphs_stand_one_after_the_other_with_their_clusters(face: Face) -> None:
    glyphs = face.shape("büro", rtl=False, language="de")
    assert [glyph.cluster for glyph in glyphs] == [0, 1, 2, 3]
    assert [face.character(glyph.number) for glyph in glyphs] == list("büro")


def test_pairs_are_kerned(face: Face) -> None:
    first, second = face.shape("AV", rtl=False, language="en")
    assert first.advance < face.width(first.number)
    assert second.advance == face.width(second.number)


def test_a_combining_mark_is_put_over_its_letter(face: Face) -> None:
    letter, mark = face.shape("q\u0301", rtl=False, language="en")
    assert (letter.cluster, mark.advance) == (0, 0)
    assert mark.dx < 0


def test_invisible_characters_draw_nothing_and_leave_no_cluster(
    face: Face,
) -> None:
    glyphs = face.shape("a\u200db\u00ad\u2060c", rtl=False, language="en")
    assert [(face.character(glyph.number), glyph.cluster) for glyph in glyphs] == [
        ("a", 0),
        ("b", 2),
        ("c", 5),
    ]


def test_clusters_count_characters_beyond_the_basic_plane_once(face: Face) -> None:
    text = "a\U00010780b"
    assert [glyph.cluster for glyph in face.shape(text, rtl=False, language="en")] == [0, 1, 2]


def test_right_to_left_the_last_character_stands_leftmost(arabic: Face) -> None:
    clusters = [glyph.cluster for glyph in arabic.shape("سلام", rtl=True, language="ar")]
    assert clusters == sorted(clusters, reverse=True)


def test_letters_join_into_one_glyph_with_the_cluster_of_the_first(arabic: Face) -> None:
    (glyph,) = arabic.shape("لا", rtl=True, language="ar")
    assert glyph.cluster == 0


def test_each_script_of_a_word_is_set_by_its_own_rules(face: Face) -> None:
    alone = face.shape("क्षि", rtl=False, language="hi")
    mixed = face.shape("Xक्षि", rtl=False, language="hi")
    assert [glyph.number for glyph in mixed[1:]] == [glyph.number for glyph in alone]
    assert [glyph.cluster for glyph in mixed[1:]] == [glyph.cluster + 1 for glyph in alone]


def test_pieces_of_a_script_take_what_has_none_along() -> None:
    assert [(run.text, run.start, run.script) for run in runs("(a1 жб")] == [
        ("(a1 ", 0, "Latn"),
        ("жб", 4, "Cyrl"),
    ]
    assert [run.script for run in runs("漢字かな")] == ["Hani"]
    assert [run.script for run in runs("→ …")] == ["Zyyy"]


def test_a_glyph_means_the_lowest_of_its_characters() -> None:
    library = Library(Fonts("Corporate", files=(built_fonts.truetype("Corporate"),)))
    built = library.chain("Corporate", bold=False, italic=False, language="en").first
    numbers = [glyph.number for glyph in built.shape(" \u00a0a\ue000", rtl=False, language="en")]
    assert [built.character(number) for number in numbers] == [" ", " ", "a", "a"]
    assert built.character(0) is None


def test_no_glyph_means_a_control_or_a_character_of_private_use(face: Face) -> None:
    every = map(face.character, range(face.opened.glyph_count))
    meanings = [each for each in every if each is not None]
    assert all(each >= " " and not "\x7f" <= each < "\xa0" for each in meanings)
    assert not any("\ud800" <= each < "\uf900" or each == "\ufeff" for each in meanings)


@pytest.mark.parametrize("family", bundled.FALLBACKS)
def test_every_bundled_font_is_called_what_the_table_says(family: str) -> None:
    for source in bundled.sources()[family.casefold()]:
        assert source.program.name() == source.name
        assert source.program.name().startswith(family.replace(" ", ""))

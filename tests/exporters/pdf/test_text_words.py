"""Words: what is drawn for a text, how wide it is, and what its glyphs mean."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from set_text import FAMILY, vocabularies, vocabulary

from postingkit.exporters.pdf.fonts.face import literal
from postingkit.exporters.pdf.fonts.library import Library
from postingkit.exporters.pdf.text import words
from postingkit.exporters.pdf.text.words import SOFT_HYPHEN, Vocabularies, Word
from postingkit.look import Fonts

SILENT = "\u200b"
ESCAPED = re.compile(r"\\(r|.)", re.DOTALL)


def glyphs(code: str) -> list[int]:
    """Read the glyphs back out of a literal string, as ISO 32000-1, 7.3.4.2 asks."""
    read = ESCAPED.sub(lambda found: "\r" if found[1] == "r" else found[1], code)
    return [int.from_bytes(read[at : at + 2].encode("latin-1")) for at in range(0, len(read), 2)]


def meant(word: Word) -> str:
    return "".join(stroke.text for stroke in word.strokes if stroke.text != SILENT)


@pytest.mark.parametrize("glyph", [0, 0x28, 0x29, 0x5C, 0x0D, 0x0A, 0x2828, 0x5C5C, 0x0D29, 65535])
def test_a_glyph_is_written_as_two_characters_of_a_string(glyph: int) -> None:
    assert glyphs(literal(glyph)) == [glyph]


def test_every_glyph_comes_back_out_of_a_string_of_all() -> None:
    assert glyphs("".join(map(literal, range(65536)))) == [*range(65536)]


class TestPlain:
    def test_a_word_of_letters_is_its_glyphs_and_as_wide_as_they_are(self) -> None:
        word = vocabulary()["moon"]
        assert len(glyphs(word.code)) == 4
        assert "".join(map(str, map(word.face.character, glyphs(word.code)))) == "moon"
        assert set(glyphs(word.code)) == set(word.glyphs)
        assert word.width == sum(map(word.face.width, glyphs(word.code)))
        assert (word.strokes, word.said, word.text) == ((), "", "moon")

    def test_letters_that_are_kerned_are_closer(self) -> None:
        pair, first, second = (vocabulary()[text] for text in ("AV", "A", "V"))
        (kern,) = re.findall(r"\)(-?\d+)\(", pair.code)
        assert pair.width == first.width + second.width - int(kern) < first.width + second.width

    def test_faces_differ(self) -> None:
        bold = vocabularies().of(FAMILY, bold=True, italic=False, language="en", rtl=False)
        assert bold["word"].width > vocabulary()["word"].width

    def test_a_word_is_shaped_once(self) -> None:
        assert vocabulary()["once"] is vocabulary()["once"]
        assert vocabulary() is vocabulary()


class TestStroked:
    def test_a_soft_hyphen_at_the_end_is_drawn_as_a_hyphen_and_means_itself(self) -> None:
        word = vocabulary()[f"Ver{SOFT_HYPHEN}"]
        assert meant(word) == f"Ver{SOFT_HYPHEN}"
        assert word.width == vocabulary()["Ver-"].width
        assert word.said == ""

    def test_a_soft_hyphen_within_is_not_drawn(self) -> None:
        assert vocabulary()[f"Ver{SOFT_HYPHEN}ein"].width == vocabulary()["Verein"].width

    @pytest.mark.parametrize("text", ["\u200b", "\u2060\ufeff", "\u200e", ""])
    def test_what_only_steers_lines_takes_no_room(self, text: str) -> None:
        word = vocabulary()[text]
        assert (word.width, word.code, word.strokes) == (0, "", ())

    def test_a_composed_letter_means_all_its_characters(self) -> None:
        word = vocabulary()["e\u0301"]
        assert [stroke.text for stroke in word.strokes] == ["e\u0301"]
        assert word.said == ""

    def test_a_mark_out_of_line_is_told_with_its_word(self) -> None:
        word = vocabulary()["q\u0301x"]
        assert meant(word) == "q\u0301x" == word.said

    def test_reordered_vowels_share_their_text_in_the_order_of_reading(self) -> None:
        word = vocabulary("hi")["कि"]
        assert [stroke.text for stroke in word.strokes] == [*"कि"]
        assert word.said == ""

    def test_a_ligature_means_all_its_letters(self) -> None:
        word = vocabulary("ar", rtl=True)["لا"]
        assert len(word.strokes) in {1, 2}
        assert meant(word) == "لا"[::-1]

    def test_a_word_from_right_to_left_is_drawn_from_the_left(self) -> None:
        word = vocabulary("he", rtl=True)["שלום"]
        assert meant(word) == "שלום"[::-1]
        assert word.said == ""

    def test_a_word_of_two_faces_is_drawn_in_both(self) -> None:
        word = vocabulary()["a日"]
        assert len({stroke.face for stroke in word.strokes}) == 2
        assert meant(word) == "a日"

    def test_the_space_that_ends_a_line_from_right_to_left_turns_it(self) -> None:
        end = vocabulary("ar", rtl=True).line_end
        assert (end.text, meant(end)) == (" ", "\u200f ")
        assert vocabulary().line_end is vocabulary()[" "]


class TestForgetting:
    def test_words_are_forgotten_but_not_their_vocabularies(self) -> None:
        known = Vocabularies(Library(Fonts()))
        one = known.of(FAMILY, bold=False, italic=False, language="en", rtl=False)
        word = one["word"]
        known.forget()
        assert known.of(FAMILY, bold=False, italic=False, language="en", rtl=False) is one
        assert one["word"] is not word
        assert one["word"].code == word.code

    def test_more_words_than_can_be_kept_are_forgotten(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(words, "_MOST_WORDS", 5)
        one = Vocabularies(Library(Fonts())).of(
            FAMILY, bold=False, italic=False, language="en", rtl=False
        )
        for number in range(30):
            assert one[str(number)].text == str(number)
            assert len(one) <= 7


STEERING = re.compile("[\u00ad\u034f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp"))), st.booleans())
@example("ffi", False)  # noqa: FBT003 - as the strategy gives it
@example("السلام", True)  # noqa: FBT003 - as the strategy gives it
def test_glyphs_mean_the_text_they_are_drawn_for(text: str, rtl: bool) -> None:  # noqa: FBT001
    one = vocabulary(rtl=rtl)
    has_face = all(face for face, _ in one.chain.faces(STEERING.sub("", text)))
    word = one[text]
    told = meant(word) if word.strokes else text
    wanted = STEERING.sub("", text) + (SOFT_HYPHEN if text.endswith(SOFT_HYPHEN) else "")
    assert word.width >= 0
    if has_face and word.strokes:
        assert sorted(told) == sorted(wanted)

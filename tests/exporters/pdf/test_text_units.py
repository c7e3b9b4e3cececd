"""Units: words and spaces of a paragraph, and after which of them a line may end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from set_text import said, text_units, vocabularies, voice

from postingkit.exporters.pdf.text.lines import broken
from postingkit.exporters.pdf.text.runs import Run
from postingkit.exporters.pdf.text.units import Units, _intricate, units

letters = st.text("abcdefghijklmnopqrstuvwxyzäößłéń", min_size=1, max_size=14)
simple_words = st.builds("{}{}".format, letters, st.sampled_from(["", "", "", ".", ",", "!"]))
simple_texts = st.lists(simple_words, min_size=1, max_size=30).map(" ".join)


def chunks(found: Units) -> list[str]:
    """Give what stands together between two stops, without the spaces between."""
    starts = [0, *found.nexts]
    return [
        "".join(word.text for word in found.words[start : stop + 1])
        for start, stop in zip(starts, found.stops, strict=False)
    ]


class TestStops:
    def test_lines_end_between_words(self) -> None:
        found = text_units("one two three")
        assert [word.text for word in found.words] == ["one", " ", "two", " ", "three"]
        assert chunks(found) == ["one", "two", "three"]
        assert found.width == pytest.approx(sum(word.width for word in found.words))
        assert found.reaches[1] == pytest.approx(sum(word.width for word in found.words[:3]))

    def test_no_space_counts_to_the_words_before_it(self) -> None:
        found = text_units("a  b", "  c ")
        assert chunks(found) == ["a", "b", "c"]
        assert found.width == pytest.approx(sum(word.width for word in found.words[:-1]))

    def test_words_that_change_their_look_stay_together(self) -> None:
        found = text_units("some", "what", "ever you", " ", "do")
        assert chunks(found) == ["somewhatever", "you", "do"]
        assert found.runs == [0, 1, 2, 2, 2, 3, 4]

    @pytest.mark.parametrize(
        ("text", "together"),
        [
            ("日本語、中。", ["日", "本", "語、", "中。"]),
            ("a\u200bb c\u00a0d → e", ["a\u200b", "b", "c\u00a0d", "→", "e"]),
            ("→ full-time/part", ["→", "full-", "time/", "part"]),
            ("→ soft\u00adhyphen", ["→", "soft\u00adhyphen"]),
            ("→ end\u00ad of", ["→", "end", "of"]),
        ],
    )
    def test_other_texts_end_where_unicode_says(self, text: str, together: list[str]) -> None:
        assert chunks(text_units(text)) == together

    @pytest.mark.parametrize("text", ["", " ", "   "])
    def test_blank_text_says_nothing(self, text: str) -> None:
        found = broken(text_units(text), 1000, hyphenate=False)
        assert "".join(map(said, found)).strip() == ""


class TestLevels:
    def test_text_from_left_to_right_has_none(self) -> None:
        assert text_units("→ one").levels == []

    def test_foreign_words_have_the_level_of_their_direction(self) -> None:
        found = text_units("a שלום 12")
        levels = dict(zip((word.text for word in found.words), found.levels, strict=True))
        assert (levels["a"], levels["שלום"]) == (0, 1)
        assert text_units("a", language="ar", base=1).levels == [2]
        assert next(word for word in found.words if word.text == "שלום").vocabulary.rtl


class TestOverlong:
    def test_a_word_of_any_length_is_shaped_in_pieces(self) -> None:
        for text in ("x" * 5000, "→" + "x" * 5000):
            found = text_units(text)
            assert "".join(word.text for word in found.words) == text
            assert max(len(word.text) for word in found.words) <= 201
        assert chunks(text_units("x" * 5000)) == ["x" * 5000]

    def test_a_long_address_is_cut_where_its_lines_may_end(self) -> None:
        address = "https://example.org/" + "path/" * 60
        assert chunks(text_units(address))[-60:] == ["path/"] * 60

    def test_no_cluster_is_cut(self) -> None:
        found = text_units("e\u0301" * 1000)
        assert not [word for word in found.words if word.text.startswith("\u0301")]


@settings(max_examples=100, deadline=None)
@given(simple_texts, st.integers(0, 200), st.integers(2_000, 30_000), st.booleans())
def test_simple_text_has_the_same_lines_on_every_way(
    text: str,
    cut: int,
    width: int,
    hyphenate: bool,  # noqa: FBT001 - as the strategy gives it
) -> None:
    end = text.find(" ", cut) + 1
    ways = [
        units([Run(text)], voice("de"), vocabularies()),
        units([Run(text[:end]), Run(text[end:])], voice("de"), vocabularies()),
        _intricate([Run(text)], voice("de"), vocabularies()),
    ]
    first, *others = (
        [(said(line).rstrip(" "), pytest.approx(line.width), line.full)
         for line in broken(way, width, hyphenate=hyphenate)]
        for way in ways
    )  # fmt: skip
    assert others == [first, first]

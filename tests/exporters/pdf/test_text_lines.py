"""Lines: greedy, never wider than they may be, and all of the text."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from set_text import said, text_units, vocabulary

from postingkit.exporters.pdf.text.breaking import emergency
from postingkit.exporters.pdf.text.lines import Line, broken, ended
from postingkit.exporters.pdf.text.words import SOFT_HYPHEN

TOLERANCE = 0.02
PARTS = (
    "a", "of", "words", "Verantwortungsbewusstsein", "full-time/part-time", "x" * 60, "日本語、",
    "שלום", "العربية", "ภาษาไทย", "e\u0301e\u0301", "in\u00addi\u00advis\u00adible", "50\u00a0%",
    " ", " ", " ", " ", "  ", "(", ").", "\u200b", "😀", "W", "https://example.org/jobs?a=b",
)  # fmt: skip
any_texts = st.lists(st.sampled_from(PARTS), max_size=20).map("".join)
latin = st.lists(st.sampled_from([part for part in PARTS if part.isalpha() and part.isascii()]),
                 min_size=1, max_size=30).map(" ".join)  # fmt: skip


def lines(*texts: str, width: float, hyphenate: bool = False, language: str = "de") -> list[Line]:
    return broken(text_units(*texts, language=language), width, hyphenate=hyphenate)


def shown(text: str) -> str:
    return text.replace(" ", "").replace(SOFT_HYPHEN, "")


def own_widths(line: Line) -> list[object]:
    """Give what the words of a line take, with and without a space at its end."""
    widths = [word.width for word in line.words]
    return [pytest.approx(sum(each), abs=TOLERANCE) for each in (widths, widths[:-1])
            if each is widths or line.words[-1].text == " "]  # fmt: skip


def clusters(text: str) -> int:
    return sum(emergency(text))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(any_texts, min_size=1, max_size=3),
    st.integers(100, 20_000),
    st.booleans(),
)
@example(["W", "x" * 60], 960, False)  # noqa: FBT003 - as the strategy gives it
@example(["x" * 450 + " a"], 1_000, False)  # noqa: FBT003 - as the strategy gives it
def test_all_of_the_text_is_there_and_no_line_too_wide(
    texts: list[str],
    width: int,
    hyphenate: bool,  # noqa: FBT001 - as the strategy gives it
) -> None:
    begun = ["a" + texts[0], *texts[1:]]
    found = lines(*begun, width=width, hyphenate=hyphenate)
    assert shown("".join(map(said, found))) == shown("".join(begun))
    for line in found:
        assert line.width in own_widths(line)
        assert line.width <= width + TOLERANCE or clusters(shown(said(line))) <= 1
        assert not line.runs or len(line.runs) == len(line.words)
        assert not line.levels or len(line.levels) == len(line.words)


@settings(max_examples=100, deadline=None)
@given(latin, st.integers(3_000, 20_000))
def test_the_next_word_would_not_have_fitted(text: str, width: int) -> None:
    space = vocabulary("de")[" "].width
    for line, following in pairwise(lines(text, width=width)):
        if said(line).endswith(" "):
            assert line.width + space + following.words[0].width > width


def test_lines_that_are_ended_for_want_of_room_are_full_and_end_in_their_space() -> None:
    *full, last = lines("some words " * 9 + "end", width=10_000)
    assert full
    assert all(line.full and line.words[-1].text == " " for line in full)
    assert (last.full, last.words[-1].text) == (False, "end")


def test_a_space_at_the_end_may_stand_beyond_the_edge() -> None:
    found = vocabulary("de")
    width = found["some"].width + found[" "].width + found["words"].width
    assert [said(line) for line in lines("some words some words", width=width)] == [
        "some words ",
        "some words",
    ]


def test_a_word_wider_than_the_line_is_cut_between_clusters() -> None:
    found = lines("e\u0301" * 50, width=3_000)
    assert len(found) > 5
    assert not [line for line in found if said(line).startswith("\u0301")]


def test_a_long_word_begins_on_a_line_of_its_own() -> None:
    found = lines("a " + "x" * 50, width=9_000)
    assert [said(line)[:2] for line in found] == ["a ", "xx", "xx", "xx", "xx"][: len(found)]


def test_a_word_is_parted_at_its_hyphens_first_soft_or_hard() -> None:
    assert [said(line) for line in lines("full-time", width=3_000)] == ["full-", "time"]
    assert [said(line) for line in lines("voll\u00adzeit", width=3_000)] == ["voll\u00ad", "zeit"]


@pytest.mark.parametrize(
    ("language", "hyphenate", "parted"),
    [
        ("de", True, ["mehr Wei\u00ad", "ter"]),
        ("de-AT", True, ["mehr Wei\u00ad", "ter"]),
        ("x-none", True, ["mehr ", "Weiter"]),
        ("de", False, ["mehr ", "Weiter"]),
    ],
)
def test_words_are_parted_by_their_language_where_they_may_be(
    language: str,
    hyphenate: bool,  # noqa: FBT001 - a value to compare
    parted: list[str],
) -> None:
    found = lines("mehr Weiter", width=5_600, hyphenate=hyphenate, language=language)
    assert [said(line) for line in found] == parted


def test_a_word_wider_than_the_line_is_parted_by_its_language_in_any_case() -> None:
    assert [said(line) for line in lines("Weiter", width=2_600)] == ["Wei\u00ad", "ter"]


@pytest.mark.parametrize("arrow", ["", "→"])
def test_no_hyphen_stands_in_addresses_of_any_text(arrow: str) -> None:
    address = "https://example.org/verantwortungsbewusstsein/zusammenarbeit" + arrow
    for width in range(3_000, 20_000, 500):
        found = lines(f"mehr {address}", width=width, hyphenate=True)
        assert SOFT_HYPHEN not in "".join(map(said, found))


def test_an_ended_line_has_another_space() -> None:
    end = vocabulary("ar", rtl=True).line_end
    spaced, bare = lines("some words", width=5_000)
    assert [line.words[-1] is end for line in (ended(spaced, end), ended(bare, end))] == [True] * 2
    assert [len(ended(line, end).words) for line in (spaced, bare)] == [2, 2]

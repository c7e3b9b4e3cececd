"""The order of text of both directions: Unicode's own cases, and what lines are made of."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uharfbuzz
from hypothesis import given
from hypothesis import strategies as st
from unicode_files import statements, values

from postingkit.exporters.pdf.text.bidi import (
    base_level,
    levels,
    line_levels,
    needs_bidi,
    visual,
)
from postingkit.exporters.pdf.text.bidi.brackets import CANONICAL, PAIRED
from postingkit.exporters.pdf.text.bidi.classes import REMOVED, classes

NOTO_SANS = (
    Path(__file__).parents[3] / "src/postingkit/exporters/pdf/fonts/files/NotoSans-Regular.ttf"
)
EXAMPLES = {
    "L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "AN": "\u0661", "ES": "+", "ET": "%",
    "CS": ",", "NSM": "\u0300", "BN": "\u200b", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!",
    "LRE": "\u202a", "RLE": "\u202b", "LRO": "\u202d", "RLO": "\u202e", "PDF": "\u202c",
    "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip
"""A character of each class, none of them a bracket."""

Case = tuple[str, int | None, str, str]
"""A text, its base level, its levels and its order as Unicode writes them."""


def by_class() -> Iterator[Case]:
    expected = order = ""
    for line in statements("BidiTest.txt"):
        if line.startswith("@"):
            name, _, value = line.partition(":")
            expected, order = (value, order) if name == "@Levels" else (expected, value)
            continue
        names, bits = line.split(";")
        text = "".join(EXAMPLES[name] for name in names.split())
        for bit, base in ((1, None), (2, 0), (4, 1)):
            if int(bits, 16) & bit:
                yield text, base, expected.strip(), order.strip()


def by_character() -> Iterator[Case]:
    for line in statements("BidiCharacterTest.txt"):
        codes, asked, base, expected, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        yield text, None if asked == "2" else int(asked), expected, order
        if asked == "2":
            assert base_level(text) == int(base), line


def written(text: str, base: int | None) -> tuple[str, str]:
    """Resolve and order *text* as one line, and write it down as Unicode's cases do."""
    own = base_level(text) if base is None else base
    found = line_levels(text, levels(text, base), own)
    kept = [index for index, kind in enumerate(classes(text)) if kind not in REMOVED]
    order = visual([found[index] for index in kept])
    shown = [str(level) if index in kept else "x" for index, level in enumerate(found)]
    return " ".join(shown), " ".join(str(kept[place]) for place in order)


def wrong(cases: Iterator[Case]) -> list[Case]:
    return [case for case in cases if written(case[0], case[1]) != case[2:]]


def some(cases: Iterator[Case], share: int) -> Iterator[Case]:
    choice = random.Random("bidi")  # noqa: S311 - no secret
    return (case for case in cases if not choice.randrange(share))


def test_some_of_unicodes_cases_by_class_come_out_right() -> None:
    assert wrong(some(by_class(), 100)) == []


def test_some_of_unicodes_cases_by_character_come_out_right() -> None:
    assert wrong(some(by_character(), 20)) == []


@pytest.mark.slow
def test_all_of_unicodes_cases_by_class_come_out_right() -> None:
    assert wrong(by_class()) == []


@pytest.mark.slow
def test_all_of_unicodes_cases_by_character_come_out_right() -> None:
    assert wrong(by_character()) == []


def test_the_brackets_are_unicodes() -> None:
    rows = [line.split("; ") for line in statements("BidiBrackets.txt")]
    pairs = [chr(int(one, 16)) + chr(int(other, 16)) for one, other, kind in rows if kind == "o"]
    pairs.remove("\u2329\u232a")  # canonically equal to the pair at U+3008
    assert "".join(pairs) == PAIRED
    assert "\u2329\u232a".translate(CANONICAL) in PAIRED


def test_what_needs_bidi_is_every_letter_number_and_control_of_unicodes() -> None:
    needing = {"R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    kinds = values("extracted/DerivedBidiClass.txt")
    assert [char for char, kind in kinds.items() if kind in needing and not needs_bidi(char)] == []
    others = {kind for char, kind in kinds.items() if kind not in needing and needs_bidi(char)}
    assert others & {"L", "EN", "WS", "B", "S"} == {"EN"}


def test_code_points_without_a_character_take_their_blocks_direction() -> None:
    assert levels("\u05ff\u07bf\U00010cff\U0001ecff", 0) == bytes([1, 1, 1, 1])
    assert classes("\u05ff\u07bf\u20cf\u0378\ufdd0\U0001ecff") == "RATLZR"


def test_plain_text_needs_no_bidi() -> None:
    assert not needs_bidi("Data Engineer – 100 % (m/w/d), “C++” 日本 ไทย हिन्दी\u200e\ufeff")


@pytest.mark.parametrize("text", ["שלום", "عربي", "١٢", "\u2067", "\u202a", "\u200f", "\u061c"])
def test_other_text_needs_bidi(text: str) -> None:
    assert needs_bidi(f"Data {text}")


def test_a_text_begins_in_the_direction_of_its_first_letter() -> None:
    assert base_level("1. (Data) שלום") == 0
    assert base_level("1. (שלום) Data") == 1
    assert base_level("\u2067שלום\u2069 Data") == 0
    assert base_level("\u2067שלום Data") == 0
    assert base_level("123") == 0
    assert base_level("") == 0


def test_numbers_within_right_to_left_text_run_left_to_right() -> None:
    text = "שכר 10,000–12,000 ₪"
    order = visual(levels(text, 1))
    assert "".join(text[index] for index in order) == "₪ 12,000–10,000 רכש"
    text = "אחת 10/20 שתיים"
    assert levels(text, 1)[3:10] == bytes([1, 2, 2, 2, 2, 2, 1])


def test_brackets_follow_what_they_enclose() -> None:
    assert levels("ניסיון (Python) נדרש", 1)[7] == 1
    assert levels("Python (ניסיון) needed", 0)[7] == 0


def test_what_is_removed_has_the_level_of_what_stands_before_it() -> None:
    assert levels("\u202bא\u202ca", 0) == bytes([0, 1, 1, 0])
    assert levels("א\u200b\u200bב", 0) == bytes([1, 1, 1, 1])
    assert levels("\u200bא", 1) == bytes([1, 1])


def test_the_spaces_at_a_lines_end_have_the_base_level() -> None:
    text = "שלום  "
    assert line_levels(text, bytes([1] * 6), 0) == bytes([1, 1, 1, 1, 0, 0])
    assert line_levels("ש \tש", bytes([1] * 4), 0) == bytes([1, 0, 0, 1])


def test_words_are_ordered_as_characters_are() -> None:
    assert visual([]) == []
    assert visual([0, 0, 0]) == [0, 1, 2]
    assert visual([1, 1, 1]) == [2, 1, 0]
    assert visual([0, 1, 2, 2, 1, 0]) == [0, 4, 2, 3, 1, 5]
    assert visual([2, 2]) == [0, 1]


@given(st.text(alphabet=st.sampled_from("".join(EXAMPLES.values()) + "([])"), max_size=40))
def test_any_text_has_a_level_for_each_character_and_a_place_on_the_line(text: str) -> None:
    base = base_level(text)
    found = levels(text, None)
    assert len(found) == len(text)
    assert found == levels(text, base)
    assert sorted(visual(line_levels(text, found, base))) == list(range(len(text)))
    if not base and not needs_bidi(text):
        assert not any(found)


@pytest.mark.parametrize(
    "text",
    ["\u2067", "\u2068", "\u202b", "\u2067\u2069", "א(", "[(", "א)", "א!", "\u2068א", "ש 1, "],
    ids=ascii,
)
def test_long_texts_take_no_more_time_for_their_length(text: str) -> None:
    started = time.perf_counter()
    levels(text * (100_000 // len(text)), None)
    assert time.perf_counter() - started < 5


def test_harfbuzz_mirrors_brackets_and_leaves_digits_alone() -> None:
    def glyphs(text: str, direction: str) -> list[int]:
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.direction = direction
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer)
        return [info.codepoint for info in buffer.glyph_infos]

    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(NOTO_SANS.read_bytes())))
    assert glyphs("(", "rtl") == glyphs(")", "ltr")
    assert glyphs("«<[", "rtl") == list(reversed(glyphs("»>]", "ltr")))
    assert glyphs("12", "rtl") == list(reversed(glyphs("12", "ltr")))

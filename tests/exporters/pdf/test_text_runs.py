"""Runs: inlines as text of one look, and the characters that stand on the page for others."""

import pytest
from set_text import vocabulary

from postingkit.document import Emphasis, LineBreak, Link, Strong, Text
from postingkit.exporters.pdf.text.runs import (
    Run,
    described,
    drawable,
    missing,
    recorded,
    runs,
)


def test_each_look_has_a_run_of_its_own() -> None:
    inlines = (Text("a"), Strong((Text("b"), Emphasis((Text("c", "de"),)))), Emphasis((Text("d"),)))
    (line,) = runs(inlines, Run(""))
    assert [(run.text, run.bold, run.italic, run.language) for run in line] == [
        ("a", False, False, None),
        ("b", True, False, None),
        ("c", True, True, "de"),
        ("d", False, True, None),
    ]


def test_runs_have_the_look_of_the_text_around_them() -> None:
    ((run,),) = runs((Text("a"),), Run("", bold=True, language="pl"))
    assert (run.bold, run.italic, run.language) == (True, False, "pl")


def test_breaks_part_lines_and_empty_texts_are_no_runs() -> None:
    inlines = (Text("a"), LineBreak(), LineBreak(), Text(""), Strong((Text("b"), LineBreak())))
    lines = runs(inlines, Run(""))
    assert [[run.text for run in line] for line in lines] == [["a"], [], ["b"], []]


def test_all_of_a_link_is_one_target_and_equal_links_are_two() -> None:
    link = Link((Text("a "), Strong((Text("b"),))), "https://example.org/")
    ((first, second, third, fourth),) = runs((link, link), Run(""))
    assert first.target is second.target
    assert third.target is fourth.target
    assert first.target is not third.target
    assert first.target
    assert (first.target.address, first.target.contents) == ("https://example.org/", "a b")


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("R&D <b> Zażółć Ελληνικά Кириллица Việt ½ − €", None),
        ("a → b 日 ש न 😀", None),
        ("a \U00010330 b", "a [GOTHIC LETTER AHSA] b"),
        ("\U00010330\U00010331", "[GOTHIC LETTER AHSA][GOTHIC LETTER BAIRKAN]"),
        ("\ue000\U0010fffd", "[U+E000][U+10FFFD]"),
        ("soft\u00adhyphen, z\u200bw", None),
        ("50\u00a0%\u202f5\u2007x\u2003y\u2028z\t", "50\u00a0%\u00a05\u00a0x y z "),
        ("\x00\x7f\ud800", ""),
    ],
)
def test_what_stands_on_the_page_for_a_text(text: str, drawn: str | None) -> None:
    assert drawable(text, vocabulary().chain) == (text if drawn is None else drawn)


def test_missing_characters_come_in_order_as_often_as_they_are_there() -> None:
    text = "\ue000 a \U00010330\u2028\ue000"
    assert [*missing(text, vocabulary().chain)] == ["\ue000", "\U00010330", "\ue000"]


def test_a_character_is_described_by_its_name_or_number() -> None:
    assert [*map(described, "a\ue000")] == ["LATIN SMALL LETTER A", "U+E000"]


def test_properties_hold_all_but_controls_and_lines() -> None:
    assert recorded("a\x00\n→\ud800\u2028b") == "a → b"

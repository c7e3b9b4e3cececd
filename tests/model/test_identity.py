"""Ids: what is sound on every system, and what is suggested in place of what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingkit.model.identity import LONGEST, clashes, fault, in_usual_capitals, suggested


@pytest.mark.parametrize("name", ["a", "0", "data-engineer", "x--", "com10", "a" * LONGEST, "conx"])
def test_sound_ids(name: str) -> None:
    assert fault(name) == ""


@pytest.mark.parametrize(
    "name",
    [
        *["", "-a", "A", "a_b", "a.b", "a b", "a/b", "..", "ä", "a\n"],
        *["con", "CON", "nul", "com0", "LPT9", "a" * (LONGEST + 1)],
    ],
)
def test_unsound_ids(name: str) -> None:
    assert fault(name)


@pytest.mark.parametrize("name", ["con", "CON", "Nul", "lpt1"])
def test_a_device_is_called_one_whatever_its_capitals(name: str) -> None:
    assert fault(name) == f"“{name}” is the name of a device on Windows"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Data Engineer", "data-engineer"),
        ("R&D <senior>", "r-d-senior"),
        ("../../x", "x"),
        ("CON", "role-con"),
        ("Główny Księgowy", "glowny-ksiegowy"),
        ("Straßenbauer:in", "strassenbauer-in"),
        ("Ünïcødé", "unicode"),
        ("Инженер", "role"),
        ("", "role"),
        ("x" * 200, "x" * LONGEST),
    ],
)
def test_a_suggestion_is_near(name: str, near: str) -> None:
    assert suggested(name) == near


def sound(name: str) -> bool:
    return not fault(name)


@given(st.text())
def test_a_suggestion_is_always_sound(name: str) -> None:
    assert fault(suggested(name)) == ""


@given(st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,4}", fullmatch=True).filter(sound))
def test_what_is_sound_is_its_own_suggestion(name: str) -> None:
    assert suggested(name) == name


def test_names_clash_where_only_capitals_differ() -> None:
    assert clashes(["a", "b", "A", "c", "B", "a"]) == {"a": [0, 2, 5], "b": [1, 4]}


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("DE", "de"),
        ("DE-at", "de-AT"),
        ("zh-hANT", "zh-Hant"),
        ("SR-LATN-rs", "sr-Latn-RS"),
        ("ES-419", "es-419"),
        ("de_AT", "de_AT"),
        ("../X", "../X"),
        ("German", "German"),
        ("A-", "A-"),
        ("", ""),
    ],
)
def test_capitals_of_a_tag_mean_nothing(written: str, tag: str) -> None:
    assert in_usual_capitals(written) == tag

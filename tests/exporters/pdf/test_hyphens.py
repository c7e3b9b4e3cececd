"""Where words may be parted, by their language."""

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from postingkit.exporters.pdf.text.hyphens import AFTER, BEFORE, Patterns, hyphenation_points

WORDS = [
    *("responsibilities", "verantwortung", "arbeitnehmerüberlassung", "développement"),
    *("ontwikkelingsmogelijkheden", "coöperatie", "przedsiębiorstwo", "ответственность"),
    *("responsabilidades", "asszonnyal", "ansvarsområde", "αρμοδιότητες", "příležitosti"),
]


def parted(word: str, language: str) -> str:
    points = hyphenation_points(word, language)
    return "".join(f"-{char}" if index in points else char for index, char in enumerate(word))


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("re-spon-si-bil-i-ties", "en"),
        ("re-spon-si-bil-i-ties", "en-US"),
        ("re-spons-ib-il-it-ies", "en-GB"),
        ("Ver-ant-wor-tung", "de"),
        ("Eu-ro-pä-i-sche", "de-CH"),
        ("dé-ve-lop-pe-ment", "fr"),
        ("l’équi-pe-ment", "fr"),
        ("от-вет-ствен-ность", "ru"),
        ("res-pon-sa-bi-li-da-des", "es"),
        ("(Ver-ant-wor-tung),", "de"),
    ],
)
def test_a_word_is_parted_as_its_language_does(word: str, language: str) -> None:
    assert parted(word.replace("-", ""), language) == word


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("responsibilities", "xx"),
        ("responsibilities", ""),
        ("responsibilities", "ja"),
        ("ABTEILUNG", "de"),
        ("GmbH", "de"),
        ("PostgreSQL", "en"),
        ("COVID19tests", "en"),
        ("https://example.org/responsibilities", "en"),
        ("www.responsibilities", "en"),
        ("responsibilities.example", "en"),
        ("responsibilities@example.org", "en"),
        ("Zeit\u00adarbeiter", "de"),
        ("ภาษาไทยภาษา", "th"),
        ("Haus", "de"),
        ("", "de"),
    ],
)
def test_a_word_is_left_whole(word: str, language: str) -> None:
    assert parted(word, language) == word


def test_a_word_is_not_parted_where_its_spelling_would_change() -> None:
    assert parted("asszonnyal", "hu") == "asszonnyal"


@pytest.mark.parametrize("name", sorted(pyphen.LANGUAGES))
def test_the_points_are_pyphens(name: str) -> None:
    theirs = pyphen.Pyphen(lang=name, left=BEFORE, right=AFTER)
    ours = Patterns(pyphen.LANGUAGES[name].read_bytes())
    for word in WORDS:
        assert ours.points(word) == [point for point in theirs.positions(word) if not point.data]


@given(st.text(max_size=20), st.sampled_from(["en", "de", "hu", "th", "fr"]))
def test_any_text_keeps_letters_on_both_sides(text: str, language: str) -> None:
    points = hyphenation_points(text, language)
    assert all(BEFORE <= point <= len(text) - AFTER for point in points)
    assert list(points) == sorted(set(points))

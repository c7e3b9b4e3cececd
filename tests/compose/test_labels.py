"""The fixed words: every language has them all, and each loads."""

import re
from dataclasses import asdict

import pytest

from postingkit.compose.labels import Labels, labels, languages, spoken

SHIPPED = ("ar", "de", "en", "es", "fr", "he", "it", "ja", "nl", "pl", "pt", "zh", "zh-Hant")
GROUPS = ("sections", "columns", "facts", "criteria", "phrases", "terms", "site")
ENGLISH = labels("en")


def words(table: Labels) -> dict[str, str]:
    """Give every word by its group and name."""
    groups = asdict(table)
    return {f"{group}.{name}": word for group in GROUPS for name, word in groups[group].items()}


def placeholders(word: str) -> list[str]:
    return sorted(re.findall(r"\{.*?\}", word))


def test_twelve_languages_are_shipped_and_chinese_in_both_its_scripts() -> None:
    assert languages() == SHIPPED


@pytest.mark.parametrize("language", SHIPPED)
def test_no_language_lacks_a_word_or_has_one_more(language: str) -> None:
    assert list(words(labels(language))) == list(words(ENGLISH))


@pytest.mark.parametrize("language", SHIPPED)
def test_every_word_says_something_with_what_is_to_be_filled_in(language: str) -> None:
    found = words(labels(language))
    assert [name for name, word in found.items() if not word.strip()] == []
    assert {name: placeholders(word) for name, word in found.items()} == {
        name: placeholders(word) for name, word in words(ENGLISH).items()
    }


@pytest.mark.parametrize("language", [each for each in SHIPPED if each != "en"])
def test_the_words_of_a_language_are_its_own(language: str) -> None:
    names = [name for name in words(ENGLISH) if name.startswith("sections.")]
    same = [name for name in names if words(labels(language))[name] == words(ENGLISH)[name]]
    assert set(same) <= {"sections.technologies"}


@pytest.mark.parametrize(
    ("language", "lead"),
    [("de", "Die Rolle"), ("de-AT", "Die Rolle"), ("zh-CN", "职位概述")]
    + [(tag, "職務概述") for tag in ("zh-Hant", "zh-TW", "zh-Hant-HK")],
)
def test_a_region_has_the_words_of_its_language_in_its_script(language: str, lead: str) -> None:
    assert labels(language).sections["lead"] == lead
    assert labels(language).language == language


def test_a_language_is_spoken_only_in_a_script_that_there_are_words_in() -> None:
    assert spoken("en-GB")
    assert spoken("de-Latn")
    assert not spoken("de-Cyrl")
    assert not spoken("tlh")


@pytest.mark.parametrize(
    ("language", "phrase", "written"),
    [
        ("fr", "lead_in", "\u00a0: "),
        ("ja", "lead_in", "："),
        ("en", "separator", ", "),
        ("ar", "separator", "، "),
        ("zh", "share_in_list", "（{share}）"),
    ],
)
def test_signs_are_those_of_the_language(language: str, phrase: str, written: str) -> None:
    assert labels(language).phrases[phrase] == written

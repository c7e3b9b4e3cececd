"""What a language's tag says of its writing."""

import pytest
from babel.core import get_global

from postingkit.languages import SCRIPTS, direction_of, primary, region, script, serves


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ("en", None, "Latn")),
        ("pt-BR", ("pt", "BR", "Latn")),
        ("es-419", ("es", "419", "Latn")),
        ("zh", ("zh", None, "Hans")),
        ("zh-Hant", ("zh", None, "Hant")),
        ("zh-TW", ("zh", "TW", "Hant")),
        ("zh-Hans-HK", ("zh", "HK", "Hans")),
        ("sr-Latn-RS", ("sr", "RS", "Latn")),
        ("sr_Cyrl", ("sr", None, "Cyrl")),
        ("AR-eg", ("ar", "EG", "Arab")),
        ("ar-u-nu-latn", ("ar", None, "Arab")),
        ("zh-yue-Hant-HK", ("zh", "HK", "Hant")),
        ("de-1996", ("de", None, "Latn")),
        ("_Arab", ("", None, "Latn")),
    ],
)
def test_a_tag_says_language_region_and_script(
    language: str, parts: tuple[str, str | None, str]
) -> None:
    assert (primary(language), region(language), script(language)) == parts


@pytest.mark.parametrize("language", SCRIPTS)
def test_the_scripts_are_the_likely_ones_of_cldr(language: str) -> None:
    aliases = get_global("language_aliases")
    likely = get_global("likely_subtags")[aliases.get(language, language)]
    assert script(language) == likely.split("_")[1]


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        *((tag, "rtl") for tag in ("ar", "he-IL", "fa", "az-Arab")),
        *((tag, "ltr") for tag in ("en", "ja", "ur-Latn", "xx")),
    ],
)
def test_the_script_says_the_direction(language: str, direction: str) -> None:
    assert direction_of(language) == direction


@pytest.mark.parametrize(
    ("given", "wanted", "answer"),
    [
        ("de", "de", True),
        ("pt", "pt-BR", True),
        ("pt-BR", "pt", False),
        ("en-GB", "en-US", False),
        ("zh", "zh-CN", True),
        ("zh", "zh-TW", False),
        ("zh-Hant", "zh-TW", True),
        ("de", "en", False),
    ],
)
def test_texts_for_no_region_serve_each_region_in_the_same_script(
    given: str, wanted: str, *, answer: bool
) -> None:
    assert serves(given, wanted) is answer

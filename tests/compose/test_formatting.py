"""Dates, numbers, money and lists as each language writes them."""

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest

from postingkit.compose.formatting import date_words, listed, money, number, percent
from postingkit.compose.labels import languages

DAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "November 3, 2026"),
        ("en-GB", "3 November 2026"),
        ("de", "3. November 2026"),
        ("pt-BR", "3 de novembro de 2026"),
        ("ja", "2026年11月3日"),
        ("zh-Hant", "2026年11月3日"),
        ("he", "3 בנובמבר 2026"),
    ],
)
def test_a_date_is_in_the_languages_words(language: str, written: str) -> None:
    assert date_words(DAY, language) == written


def test_a_date_can_be_shorter_or_longer() -> None:
    assert date_words(DAY, "en-GB", "short") == "03/11/2026"
    assert date_words(DAY, "de", "full") == "Dienstag, 3. November 2026"


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "30%"), ("de", "30\u00a0%"), ("de-CH", "30%"), ("ja", "30%")],
)
def test_percent_has_the_space_that_the_language_wants(language: str, written: str) -> None:
    assert percent(30, language) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "1,234.5"), ("de", "1.234,5"), ("fr", "1\u202f234,5"), ("de-CH", "1’234.5")],
)
def test_numbers_are_divided_as_the_language_does(language: str, written: str) -> None:
    assert number(Decimal("1234.5"), language) == written


@pytest.mark.parametrize(
    ("amount", "currency", "language", "written"),
    [
        ("54000", "EUR", "de", "54.000\u00a0€"),
        ("54000", "EUR", "en", "€54,000"),
        ("54000.50", "USD", "en", "$54,000.50"),
        ("21.5", "GBP", "en-GB", "£21.50"),
        ("5400000", "JPY", "ja", "￥5,400,000"),
    ],
)
def test_money_has_cents_only_where_there_are_some(
    amount: str, currency: str, language: str, written: str
) -> None:
    assert money(Decimal(amount), currency, language) == written


@pytest.mark.parametrize(
    ("texts", "language", "written"),
    [
        (["A", "B", "C"], "en-GB", "A, B and C"),
        (["A", "B", "C"], "en", "A, B, and C"),
        (["A", "B"], "de", "A und B"),
        (["A", "B", "C"], "ja", "A、B、C"),
        (["A"], "fr", "A"),
        ([], "fr", ""),
    ],
)
def test_a_list_is_joined_as_prose_joins_it(texts: list[str], language: str, written: str) -> None:
    assert listed(texts, language) == written


@pytest.mark.parametrize("language", languages())
def test_digits_are_0_to_9_in_every_language_as_in_lists_and_pages(language: str) -> None:
    written = percent(30, language) + number(45, language) + date_words(DAY, language)
    assert {each for each in written if each.isdigit()} <= set("0123456789")


@pytest.mark.parametrize(("language", "written"), [("en-ZZ", "1,234"), ("tlh", "1,234")])
def test_a_language_that_nobody_has_rules_for_has_the_nearest_ones(
    language: str, written: str
) -> None:
    assert number(1234, language) == written


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["export", "--help"]])
def test_what_answers_at_once_loads_none_of_it(arguments: list[str]) -> None:
    program = (
        f"import sys; sys.argv = ['postingkit', *{arguments!r}]\n"
        "from postingkit.cli import main\n"
        "try: main()\n"
        "finally: print([name for name in ('babel', 'pydantic', 'yaml') if name in sys.modules])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert run.stdout.splitlines()[-1] == "[]"

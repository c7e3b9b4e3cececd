"""Dates, numbers, money and lists as a language writes them; the rules are Babel's (CLDR).

Each function takes a BCP 47 tag such as ``pt-BR``. Digits are 0 to 9 in every language, as in the
numbers of pages and lists.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

Length = Literal["short", "medium", "long", "full"]


def date_words(day: date, language: str, length: Length = "long") -> str:
    """Write a *day*: “23 November 2026”."""
    return format_date(day, length, _locale(language))


def number(value: Decimal | int, language: str) -> str:
    """Write a number: “1,234.5”."""
    return format_decimal(value, locale=_locale(language))


def percent(value: int, language: str) -> str:
    """Write *value* percent: “30%”."""
    return format_percent(Decimal(value) / 100, locale=_locale(language))


def money(amount: Decimal | int, currency: str, language: str) -> str:
    """Write an *amount* of a *currency* (ISO 4217): “€1,200”; no cents where there are none."""
    whole = amount == int(amount)
    pattern = _locale(language).currency_formats["standard"].pattern
    return format_currency(
        amount,
        currency,
        pattern.replace(".00", "") if whole else None,
        locale=_locale(language),
        currency_digits=not whole,
    )


def plural_form(value: Decimal | int, language: str) -> str:
    """Name the grammatical number of *value*: zero, one, two, few, many or other (CLDR)."""
    return str(_locale(language).plural_form(value))


def listed(texts: Sequence[str], language: str) -> str:
    """Join *texts* as prose does: “A, B and C”; nothing gives nothing."""
    return format_list(list(texts), locale=_locale(language))


@cache
def _locale(language: str) -> Locale:
    """Find the nearest locale of *language*: its own, else without its last subtags."""
    subtags = language.split("-")
    for length in range(len(subtags), 0, -1):
        try:
            return Locale.parse("-".join(subtags[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")

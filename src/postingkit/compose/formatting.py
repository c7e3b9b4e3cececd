"""Dates, numbers, money and lists as a language writes them; the rules are Babel's (CLDR).

Each function takes a BCP 47 tag such as ``pt-BR``. Digits are 0 to 9 in every language, as in the
numbers of pages and lists.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_timedelta
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

MOST = 10_000
"""More months or years than anything lasts, so that no larger unit is taken in their place."""

Length = Literal["short", "medium", "long", "full"]


@lru_cache(maxsize=1000)
def date_words(day: date, language: str, length: Length = "long") -> str:
    """Write a *day*: “23 November 2026”."""
    return format_date(day, length, _locale(language))


@lru_cache(maxsize=1000)
def number(value: Decimal | int, language: str) -> str:
    """Write a number: “1,234.5”."""
    return format_decimal(value, locale=_locale(language))


def percent(value: int, language: str) -> str:
    """Write *value* percent: “30%”."""
    return format_percent(Decimal(value) / 100, locale=_locale(language))


@lru_cache(maxsize=1000)
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


@lru_cache(maxsize=1000)
def months(count: int, language: str) -> str:
    """Write a length of time: “18 months”, and “2 years” for whole years."""
    years, rest = divmod(count, 12)
    unit: Literal["year", "month"] = "month" if rest else "year"
    length = timedelta(days=count * 30 if rest else years * 365)
    return format_timedelta(length, unit, threshold=MOST, locale=_locale(language))


@lru_cache(maxsize=1000)
def country(code: str, language: str) -> str:
    """Name a country by its *code* (ISO 3166-1 alpha-2): “Germany”; an unknown one is its code."""
    return str(_locale(language).territories.get(code, code))


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

"""Codes of countries and currencies, from the lists beside this file; it asks nobody else.

Names are the Unicode CLDR's English ones; they only help to say what was meant.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import ClassVar, Self

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from postingkit.model.values import PlainText, nearest

USUAL_MISTAKES: Mapping[str, str] = {
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "holland": "NL",
    "america": "US",
    "deutschland": "DE",
    "österreich": "AT",
    "schweiz": "CH",
    "suisse": "CH",
    "españa": "ES",
    "italia": "IT",
    "€": "EUR",
    "£": "GBP",
    "$": "USD",
    "us$": "USD",
    "zł": "PLN",
    "fr.": "CHF",
    "dollar": "USD",
    "pound": "GBP",
}
"""What people write that is near to no name and no code in the lists."""


class _Code(PlainText):
    """A code of the list of a *kind*."""

    kind: ClassVar[str]
    file: ClassVar[str]
    form: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    @classmethod
    def validate(cls, value: object) -> Self:
        """Take a text node that is a code of the list."""
        words = super().validate(value)
        if words.text not in _names(cls.file):
            message = f"There is no {cls.kind} “{{written}}”."
            hint = _hint(words.text, cls.file) or f"Write {cls.form}, as in {cls.examples[0]}."
            context = {"written": words.text, "hint": hint}
            raise PydanticCustomError("unknown_code", message, context)
        return words

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say the form to editors."""
        letters = len(cls.examples[0])
        pattern = f"^[A-Z]{{{letters}}}$"
        return {"type": "string", "pattern": pattern, "examples": [*cls.examples]}


class CountryCode(_Code):
    """A country, as its ISO 3166-1 alpha-2 code."""

    kind = "country"
    file = "countries.csv"
    form = "a country's code of two letters"
    examples = ("DE", "US")


class CurrencyCode(_Code):
    """A currency, as its ISO 4217 code."""

    kind = "currency"
    file = "currencies.csv"
    form = "a currency's code of three letters"
    examples = ("EUR", "USD")


@cache
def _names(file: str) -> Mapping[str, tuple[str, ...]]:
    """Give each code of the list in *file* with what else it is called."""
    text = (files("postingkit.model.codes") / file).read_text("utf-8")
    _, *rows = csv.reader(text.splitlines())
    return {code: tuple(others) for code, *others in rows}


def _hint(written: str, file: str) -> str:
    codes = _names(file)
    by_name = {name.lower(): code for code, names in codes.items() for name in (code, *names)}
    by_name |= {name: code for name, code in USUAL_MISTAKES.items() if code in codes}
    # Any two codes are alike, but that says nothing of what somebody meant by one that is none.
    is_code = any(len(code) == len(written) for code in codes)
    near = written.lower() if is_code else nearest(written, tuple(by_name))
    return f"Did you mean “{by_name[near]}”?" if near in by_name else ""

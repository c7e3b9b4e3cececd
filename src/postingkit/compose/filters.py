"""What a value in wording may be passed through before it is shown; it fills nothing in.

A filter gives a value that it is not made for as it is, and one that is absent stays absent.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from jinja2 import pass_context
from jinja2.runtime import Context

from postingkit.compose import formatting
from postingkit.document import Inlines, Text

LANGUAGE = "__language__"
"""The name under which a rendering knows the language that it writes."""

NUMBER = re.compile(r"\d{1,15}(\.\d{1,4})?")
CURRENCY = re.compile("[A-Z]{3}")

Filter: TypeAlias = Callable[..., object]


class Given(str):
    """A value as conditions and filters see it: its plain text.

    *inlines* are what is shown; *items* are the single texts of a list.
    """

    __slots__ = ("inlines", "items")
    inlines: Inlines
    items: tuple[str, ...]

    @classmethod
    def of(cls, text: str, inlines: Inlines, items: tuple[str, ...]) -> "Given":
        """Make a value that is shown as *inlines*."""
        given = cls(text)
        given.inlines, given.items = inlines, items
        return given


class Absent(str):
    """A known name without a value: what shows it is hidden."""

    __slots__ = ()


def _changed(change: Callable[[str], str]) -> Filter:
    """Make a filter of a *change* of characters; the value keeps the language that it is in."""

    def filtered(value: str) -> str:
        if isinstance(value, Absent):
            return value
        text = change(str(value))
        language = _language(value.inlines) if isinstance(value, Given) else None
        return Given.of(text, (Text(text, language),), (text,))

    return filtered


def _language(inlines: Inlines) -> str | None:
    return next((each.language for each in inlines if isinstance(each, Text)), None)


def _default(value: str, otherwise: str = "") -> str:
    return otherwise if isinstance(value, Absent) else value


@pass_context
def _date(context: Context, value: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return formatting.date_words(day, context[LANGUAGE])


@pass_context
def _number(context: Context, value: object) -> object:
    amount = _amount(value)
    return value if amount is None else formatting.number(amount, context[LANGUAGE])


@pass_context
def _money(context: Context, value: object, currency: str = "") -> object:
    amount = _amount(value)
    if amount is None or not CURRENCY.fullmatch(currency):
        return value
    return formatting.money(amount, currency, context[LANGUAGE])


@pass_context
def _plural(context: Context, value: object, **forms: str) -> object:
    amount = _amount(value)
    if amount is None:
        return value
    form = formatting.plural_form(amount, context[LANGUAGE])
    return forms.get(form, forms.get("other", ""))


@pass_context
def _list(context: Context, value: str) -> str:
    if not isinstance(value, Given):
        return value
    text = formatting.listed(value.items, context[LANGUAGE])
    return Given.of(text, (Text(text, _language(value.inlines)),), value.items)


def _amount(value: Any) -> Decimal | None:  # noqa: ANN401 - whatever wording holds
    return Decimal(str(value)) if NUMBER.fullmatch(str(value)) else None


FILTERS: Mapping[str, Filter] = {
    "upper": _changed(str.upper),
    "lower": _changed(str.lower),
    "capitalize": _changed(lambda text: text[:1].upper() + text[1:]),
    "default": _default,
    "list": _list,
    "date": _date,
    "number": _number,
    "money": _money,
    "plural": _plural,
}
"""Every filter: ``{{ level | default("Any") }}``, ``{{ "2026-12-01" | date }}``."""

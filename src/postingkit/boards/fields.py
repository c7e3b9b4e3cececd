"""Makes of each field of a profile, once, the function that reads its value of an entry."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import reduce
from typing import TypeAlias, cast
from urllib.parse import urlencode

from postingkit.boards.conditions import holds
from postingkit.boards.elements import Element
from postingkit.boards.forms import number, written_date
from postingkit.boards.values import DATES, VALUES, Entry, Value

Shaped: TypeAlias = str | int | bool | Decimal | tuple[str, ...] | None
"""A value in its board's form."""
Read: TypeAlias = Callable[[Entry], Shaped]

BETWEEN = ", "


def reader(element: Element) -> Read:
    """Give the function that reads the *element*'s value, in the board's form, of an entry."""
    raw, shaped, remote = raw_reader(element), shaper(element), element.remote
    if remote is None:
        return (lambda entry: shaped(raw(entry))) if _steps(element) else cast("Read", raw)

    def read_anywhere(entry: Entry) -> Shaped:
        value = shaped(raw(entry))
        return remote if is_empty(value) and is_anywhere(entry) else value

    return read_anywhere


def raw_reader(element: Element) -> Callable[[Entry], Value]:
    """Give the function that reads the *element*'s value before it takes the board's form."""
    if element.value is None:
        return _constant(element.literal)
    return VALUES[element.value].read


def shaper(element: Element) -> Callable[[Value], Shaped]:
    """Give the function that puts a value of the *element* into the board's form."""
    match _steps(element):  # which leave no date
        case []:
            return lambda value: cast("Shaped", value)
        case [step]:
            return cast("Callable[[Value], Shaped]", step)
        case [*every]:
            return lambda raw: cast("Shaped", reduce(lambda value, step: step(value), every, raw))


def asked_for(element: Element, entry: Entry) -> bool:
    """Say whether the *element* is there at all in *entry*."""
    return element.when is None or holds(element.when, entry.vacancy)


def is_empty(value: Value) -> bool:
    """Say whether *value* says nothing; a number always says something."""
    return value is None or value in ("", ())


def is_anywhere(entry: Entry) -> bool:
    """Say whether the work of *entry* is remote and has no place."""
    return holds("anywhere", entry.vacancy)


def text_of(value: Shaped, join: str | None) -> str:
    """Write *value* as text; *join* stands between the texts of a list."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return number(value)
        case tuple():
            return (BETWEEN if join is None else join).join(value)


def _constant(literal: str | None) -> Callable[[Entry], Value]:
    return lambda _: literal


def _steps(element: Element) -> list[Callable[[Value], Value]]:
    """Give what is to be done to a value, and no more than that."""
    if element.value is None:  # a literal stands as it is
        return []
    steps: list[Callable[[Value], Value]] = []
    if element.map:
        steps.append(lambda value: _mapped(value, element.map))
    if element.value in DATES:
        steps.append(lambda value: _dated(value, element))
    if element.join is not None:
        steps.append(lambda value: _joined(value, element.join or ""))
    if element.before or element.after:
        steps.append(lambda value: _around(value, element.before, element.after))
    if element.query:
        steps.append(_added(urlencode(element.query)))
    return steps


def _mapped(value: Value, words: dict[str, str]) -> Value:
    match value:
        case str():
            return words.get(value, "")
        case tuple():
            return tuple(words[each] for each in value if words.get(each))
        case _:
            return value


def _dated(value: Value, element: Element) -> Value:
    return written_date(value, element.date) if isinstance(value, date) else value


def _joined(value: Value, between: str) -> Value:
    return between.join(value) if isinstance(value, tuple) else value


def _around(value: Value, before: str, after: str) -> Value:
    if is_empty(value) or isinstance(value, date):
        return value
    return f"{before}{text_of(value, None)}{after}"


def _added(query: str) -> Callable[[Value], Value]:
    def add(value: Value) -> Value:
        if not isinstance(value, str) or not value:
            return value
        address, mark, fragment = value.partition("#")
        return f"{address}{'&' if '?' in address else '?'}{query}{mark}{fragment}"

    return add

"""Reads the fields of an entry as plain values, for JSON and YAML; it writes neither."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from postingkit.boards.characters import clean, entities
from postingkit.boards.elements import Element
from postingkit.boards.fields import Shaped, asked_for, reader
from postingkit.boards.values import EACH, Entry

Tree: TypeAlias = "str | int | float | bool | list[Tree] | dict[str, Tree] | None"
Grow: TypeAlias = Callable[[Entry], Tree]


def tree_of(fields: Mapping[str, Element]) -> Callable[[Entry], dict[str, Tree]]:
    """Give the function that reads *fields* of an entry; those without a value are left out."""
    grows = [(name, _field(element), element.kept_empty) for name, element in fields.items()]

    def grow(entry: Entry) -> dict[str, Tree]:
        read = ((name, each(entry), kept) for name, each, kept in grows)
        return {name: value for name, value, kept in read if kept or value not in _NOTHING}

    return grow


_NOTHING: tuple[Tree, ...] = (None, "", [], {})


def _field(element: Element) -> Grow:
    grow: Grow = tree_of(element.fields) if element.fields else _leaf(element)
    if element.each is not None:
        one, each = grow, EACH[element.each]
        grow = _repeated(one, each)
    return grow if element.when is None else _conditional(grow, element)


def _repeated(grow: Grow, each: Callable[[Entry], Iterator[Entry]]) -> Grow:
    return lambda entry: [value for value in map(grow, each(entry)) if value not in _NOTHING]


def _conditional(grow: Grow, element: Element) -> Grow:
    return lambda entry: grow(entry) if asked_for(element, entry) else None


def _leaf(element: Element) -> Grow:
    read = reader(element)
    if element.escaped:
        return lambda entry: _escaped(_plain(read(entry)))
    return lambda entry: _plain(read(entry))


def _escaped(value: Tree) -> Tree:
    return entities(value) if isinstance(value, str) else value


def _plain(value: Shaped) -> Tree:
    match value:
        case str():
            return clean(value)
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple():
            return [clean(each) for each in value]
        case _:
            return value

"""Writes JSON-LD that can stand in a page as it is; it knows no document and no vacancy."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from postingkit.exporters.html.elements import clean

Value: TypeAlias = "str | int | float | Sequence[Value] | Mapping[str, Value] | None"
Node: TypeAlias = Mapping[str, Value]

# Nothing in a script ends it, or begins a comment in it, without a "<":
# https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
# The others are for readers that take it for XML, for HTML or for JavaScript first.
NEUTRAL = str.maketrans({one: f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"})


def node(kind: str, properties: Mapping[str, Value]) -> Node:
    """Give a node of the type *kind* without what is empty; with nothing in it, an empty one."""
    kept = {name: value for name, value in properties.items() if not _is_empty(value)}
    return {"@type": kind, **kept} if kept else {}


def several(values: Sequence[Value]) -> Value:
    """Give *values* as JSON-LD likes them best: a single one without an array around it."""
    return values[0] if len(values) == 1 else values


def number(amount: Decimal) -> int | float:
    """Give *amount* as the number that JSON writes with the same digits, to 15 of them."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def written(root: Node) -> str:
    """Write *root* for a script element: on one line, in its own order."""
    line = json.dumps(_cleaned(root), ensure_ascii=False, separators=(",", ":"))
    return line.translate(NEUTRAL)


def _is_empty(value: Value) -> bool:
    return value is None or (isinstance(value, str | Sequence | Mapping) and not value)


def _cleaned(value: Value) -> Value:
    """Drop from all texts what the page around them cannot hold, escaped or not."""
    match value:
        case str():
            return clean(value)
        case Mapping():
            return {name: _cleaned(inner) for name, inner in value.items()}
        case Sequence():
            return [_cleaned(inner) for inner in value]
        case _:
            return value

"""The scripts of a text, as HarfBuzz wants them: one for each piece that it shapes."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import uharfbuzz

_COMMON = "Zyyy"
_TOGETHER = {"Hira": "Hani", "Kana": "Hani"}  # Japanese changes between them within words


class Run(NamedTuple):
    """A piece of a text: where it begins, and its script (ISO 15924)."""

    text: str
    start: int
    script: str


def runs(text: str) -> list[Run]:
    """Cut *text* into pieces of one script each.

    Characters of no script of their own (digits, punctuation, marks) stay with what is before
    them, at the beginning with what follows (Unicode Standard Annex 24, 5.1).
    """
    if text.isascii():
        return [Run(text, 0, "Latn")]
    found = {script for character in text if (script := _script(character))}
    if len(found) > 1:
        return list(_pieces(text))
    return [Run(text, 0, found.pop() if found else _COMMON)]


def _pieces(text: str) -> Iterator[Run]:
    start, current = 0, ""
    for index, character in enumerate(text):
        script = _script(character)
        if script and current and script != current:
            yield Run(text[start:index], start, current)
            start = index
        current = script or current
    yield Run(text[start:], start, current)


@cache
def _script(character: str) -> str:
    """Give the script of *character*, or nothing where it is common to many or inherits one."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    script = buffer.script or ""
    return _TOGETHER.get(script, script)

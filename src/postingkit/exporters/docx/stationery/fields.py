"""Finds fields such as ``{{ title }}`` in a paragraph, however Word split them over runs.

A field's mark takes the place where the field begins, so that its value has the formatting there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from postingkit.exporters.docx.stationery.names import XML_SPACE, Element, W
from postingkit.exporters.docx.stationery.segments import mark

FIELD = re.compile(r"\{\{\s*([^\W\d][\w-]*)\s*\}\}")
BEGINNING = re.compile(r"\{\{|\{%")
"""What looks like the beginning of a field or of another program's instruction."""
TEXT = W + "t"
CHARACTERS = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
}
OTHERS = frozenset((W + "p", W + "pPr", W + "rPr", W + "del", W + "moveFrom"))
"""What holds words that are no part of the paragraph's own, or none."""
AROUND = 30
"""Characters that a message quotes on each side."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field's *name* as the table of fields has it, and as *written*, from *start* to *end*."""

    name: str
    written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """The characters of a paragraph, and the elements that they stand in."""

    pieces: tuple[tuple[Element, str], ...]

    @property
    def text(self) -> str:
        """All characters."""
        return "".join(characters for _, characters in self.pieces)

    def fields(self) -> tuple[Field, ...]:
        """Give the fields, in their order."""
        return tuple(
            Field(field_name(found[1]), found[1], *found.span())
            for found in FIELD.finditer(self.text)
        )

    def stray(self) -> int | None:
        """Tell where something begins that looks like a field and is none."""
        found = BEGINNING.search(FIELD.sub(lambda field: " " * len(field[0]), self.text))
        return found.start() if found else None

    def around(self, start: int, end: int) -> str:
        """Quote what stands from *start* to *end* with some of the text around it."""
        first, last = max(0, start - AROUND), end + AROUND
        text = self.text
        before, after = "…" if first else "", "…" if last < len(text) else ""
        return before + " ".join(text[first:last].split()) + after


def field_name(written: str) -> str:
    """Give the name in the table of fields: Word capitalises what begins a sentence."""
    return written.lower().replace("-", "_")


def section_key(name: str) -> str:
    """Give a field's name as sections are called."""
    return name.replace("_", "-")


def line(paragraph: Element) -> Line:
    """Read the characters of *paragraph*, without those of text boxes in it."""
    return Line(tuple(_pieces(paragraph)))


def _pieces(element: Element) -> Iterator[tuple[Element, str]]:
    for each in element:
        if each.tag == TEXT:
            yield each, each.text or ""
        elif each.tag in CHARACTERS:
            yield each, CHARACTERS[str(each.tag)]
        elif each.tag not in OTHERS:
            yield from _pieces(each)


def place_marks(written: Line) -> None:
    """Put a mark in the place of each field."""
    for field in reversed(written.fields()):
        _place_mark(written, field)


def _place_mark(written: Line, field: Field) -> None:
    position = 0
    for element, characters in written.pieces:
        start, end = field.start - position, field.end - position
        position += len(characters)
        if start >= len(characters) or end <= 0:
            continue
        if element.tag != TEXT:
            _remove(element)
            continue
        # Fields further back have been replaced, so what is left begins as the characters did.
        kept = element.text or ""
        if start < 0:
            element.text = kept[end:]
        else:
            element.text = kept[:start]
            element.insert(0, _with_tail(mark("value", field.name), kept[end:]))
        element.set(XML_SPACE, "preserve")


def _with_tail(element: Element, tail: str) -> Element:
    element.tail = tail
    return element


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

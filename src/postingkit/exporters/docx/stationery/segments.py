"""Cuts the XML of a part at marks, once, and joins it for each document; it knows no Word.

Marks are processing instructions, which the parts have none of when they are read. They nest.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from postingkit.exporters.docx.stationery.names import Element

TARGET = "postingkit"
MARK = re.compile(rf"<\?{TARGET} (\w+) ?([^?]*)\?>")


@dataclass(frozen=True, slots=True)
class Value:
    """The value of the field *name* stands here."""

    name: str


@dataclass(frozen=True, slots=True)
class Room:
    """What was written for the room of this *number* stands here."""

    number: int


@dataclass(frozen=True, slots=True)
class Unless:
    """*shown* stands here, or *otherwise* where one of the fields *names* has no value."""

    names: tuple[str, ...]
    shown: "Segments"
    otherwise: "Segments"


@dataclass(frozen=True, slots=True)
class Either:
    """The room of this *number* stands here where it is taken, else *otherwise*."""

    number: int
    otherwise: "Segments"


Segment: TypeAlias = str | Value | Room | Unless | Either
Segments: TypeAlias = tuple[Segment, ...]


def mark(kind: str, argument: str = "") -> Element:
    """Make a mark, to be put into a tree."""
    return etree.ProcessingInstruction(TARGET, f"{kind} {argument}".strip())


def segments(xml: str) -> Segments:
    """Cut *xml* at its marks."""
    pieces = MARK.split(xml)
    return _Cutter(pieces).until()


class _Cutter:
    """Walks over text, kind, argument, text, kind, argument …, and text."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.pieces = iter(pieces)

    def until(self) -> Segments:
        found: list[Segment] = []
        while True:
            text = next(self.pieces)
            if text:
                found.append(text)
            kind, argument = next(self.pieces, "end"), next(self.pieces, "")
            match kind:
                case "value":
                    found.append(Value(argument))
                case "room":
                    found.append(Room(int(argument)))
                case "either":
                    found.append(Either(int(argument), self.until()))
                case "unless":
                    found.append(Unless(tuple(argument.split()), self.until(), self.until()))
                case _:
                    return tuple(found)


def filled(pieces: Segments, values: Mapping[str, str], rooms: Mapping[int, str]) -> str:
    """Join *pieces* with the *values* of fields, as XML, and what was written for *rooms*."""
    return "".join([_filled(piece, values, rooms) for piece in pieces])


def _filled(piece: Segment, values: Mapping[str, str], rooms: Mapping[int, str]) -> str:
    match piece:
        case str():
            return piece
        case Value(name):
            return values.get(name, "")
        case Room(number):
            return rooms.get(number, "")
        case Either(number, otherwise):
            return rooms[number] if number in rooms else filled(otherwise, values, rooms)
        case Unless(names, shown, otherwise):
            complete = all(values.get(name) for name in names)
            return filled(shown if complete else otherwise, values, rooms)


def names_in(pieces: Segments) -> frozenset[str]:
    """Give the fields that *pieces* use."""
    found: set[str] = set()
    for piece in pieces:
        match piece:
            case Value(name):
                found.add(name)
            case Either(_, otherwise):
                found |= names_in(otherwise)
            case Unless(_, shown, otherwise):
                found |= names_in(shown) | names_in(otherwise)
            case str() | Room():
                pass
    return frozenset(found)

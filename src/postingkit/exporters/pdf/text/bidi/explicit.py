"""Follows the explicit controls of a text: embeddings, overrides and isolates (rules X1 to X8)."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

DEEPEST = 125
"""No embedding goes deeper (BD2)."""
CONTROLS = re.compile("[lrxypijfqB]")
ISOLATES = re.compile("[ijfq]")
NOT_NEUTRAL = re.compile("[^lrxypZB]")
OVERRIDES = {"x": "L", "y": "R"}
STRONG = re.compile("[LRAijf]")


def pairs(kinds: str) -> dict[int, int]:
    """Give the index of the matching PDI for each isolate initiator that has one (BD9)."""
    opened: list[int] = []
    matching: dict[int, int] = {}
    for found in ISOLATES.finditer(kinds):
        if found[0] != "q":
            opened.append(found.start())
        elif opened:
            matching[opened.pop()] = found.start()
    return matching


def first_strong(kinds: str, isolates: dict[int, int], start: int, end: int) -> int:
    """Give the level that the first strong character outside isolates asks for, else 0 (P2, P3)."""
    while found := STRONG.search(kinds, start, end):
        if found[0] in "LRA":
            return int(found[0] != "L")
        start = isolates.get(found.start(), end)
    return 0


class Status(NamedTuple):
    """An entry of the directional status stack; *override* is a letter, empty where neutral."""

    level: int
    override: str = ""
    is_isolate: bool = False

    def deeper(self, direction: int) -> int:
        """Give the next level above this one that runs in *direction* (0 or 1)."""
        return self.level + (1 if (self.level + 1) % 2 == direction else 2)


@dataclass(slots=True)
class Walk:
    """A walk through a paragraph (X1), with the classes and levels found so far."""

    stack: list[Status]
    letters: list[str] = field(default_factory=list)
    levels: bytearray = field(default_factory=bytearray)
    open_isolates: int = 0
    lost_isolates: int = 0
    lost_embeddings: int = 0

    def take(self, kinds: str) -> None:
        """Pass characters that are at the level reached, and that an override changes (X6)."""
        status = self.stack[-1]
        self.letters.append(NOT_NEUTRAL.sub(status.override, kinds) if status.override else kinds)
        self.levels += bytes([status.level]) * len(kinds)

    def control(self, kind: str, direction: int) -> None:
        """Obey a control; *direction* is what it asks for, of those that open something."""
        if kind == "B":
            del self.stack[1:]
            self.open_isolates = self.lost_isolates = self.lost_embeddings = 0
        elif kind == "p":
            self._end_embedding()
        elif kind == "q":
            self._end_isolate()
        self.take(kind)
        if kind in "ijf":
            self._isolate(direction)
        elif kind in "lrxy":
            self._embed(direction, OVERRIDES.get(kind, ""))

    def _embed(self, direction: int, override: str) -> None:
        """Open an embedding or override (X2 to X5)."""
        level = self.stack[-1].deeper(direction)
        if level <= DEEPEST and not self.lost_isolates and not self.lost_embeddings:
            self.stack.append(Status(level, override))
        elif not self.lost_isolates:
            self.lost_embeddings += 1

    def _isolate(self, direction: int) -> None:
        """Open an isolate (X5a to X5c)."""
        level = self.stack[-1].deeper(direction)
        if level <= DEEPEST and not self.lost_isolates and not self.lost_embeddings:
            self.open_isolates += 1
            self.stack.append(Status(level, is_isolate=True))
        else:
            self.lost_isolates += 1

    def _end_isolate(self) -> None:
        """Close the last isolate, and the embeddings within it (X6a)."""
        if self.lost_isolates:
            self.lost_isolates -= 1
        elif self.open_isolates:
            self.open_isolates -= 1
            self.lost_embeddings = 0
            while not self.stack.pop().is_isolate:
                pass

    def _end_embedding(self) -> None:
        """Close the last embedding or override (X7)."""
        if self.lost_embeddings and not self.lost_isolates:
            self.lost_embeddings -= 1
        elif not self.lost_isolates and len(self.stack) > 1 and not self.stack[-1].is_isolate:
            self.stack.pop()


def explicit(kinds: str, isolates: dict[int, int], base: int) -> tuple[str, bytes]:
    """Give the classes as overrides leave them, and the level each character is embedded at."""
    walk = Walk([Status(base)])
    done = 0
    for control in CONTROLS.finditer(kinds):
        start, end = control.span()
        walk.take(kinds[done:start])
        walk.control(control[0], _direction(kinds, isolates, start))
        done = end
    walk.take(kinds[done:])
    return "".join(walk.letters), bytes(walk.levels)


def _direction(kinds: str, isolates: dict[int, int], index: int) -> int:
    """Give the direction of the control at *index*; U+2068 takes that of its text (X5c)."""
    if kinds[index] == "f":
        return first_strong(kinds, isolates, index + 1, isolates.get(index, len(kinds)))
    return int(kinds[index] in "ryj")

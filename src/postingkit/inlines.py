"""What stands within a paragraph: text with strength, stress and links; it knows no block."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Characters, to be shown as they are; *language* (BCP 47) where it is not the document's."""

    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Strong:
    """Inlines of strong importance."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Inlines with stress."""

    children: "Inlines"


@dataclass(frozen=True, slots=True)
class Link:
    """Inlines that lead to *target*: an absolute address of scheme http, https, mailto or tel."""

    children: "Inlines"
    target: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line within a paragraph."""


Inline: TypeAlias = Text | Strong | Emphasis | Link | LineBreak
Inlines: TypeAlias = tuple[Inline, ...]


def lines(inlines: Inlines) -> tuple[str, ...]:
    """Give the plain text of *inlines*, one string a line."""
    if len(inlines) == 1 and isinstance(inlines[0], Text):  # as most are
        return tuple(inlines[0].text.split("\n"))
    return tuple("".join(_characters(inlines)).split("\n"))


def plain(inlines: Inlines) -> str:
    """Give the plain text of *inlines* as one line."""
    return " ".join(lines(inlines))


def _characters(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text):
                yield text
            case Strong(children) | Emphasis(children) | Link(children):
                yield from _characters(children)
            case LineBreak():
                yield "\n"

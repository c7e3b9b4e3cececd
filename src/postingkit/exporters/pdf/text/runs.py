"""Inlines as runs of text of one look, and characters as they can be drawn; it shapes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import category, name

from postingkit.document import Emphasis, Inlines, LineBreak, Link, Strong, Text, plain
from postingkit.exporters.pdf.fonts.chain import Chain

_NO_BREAK = "\u2007\u202f"
_UNHOLDABLE = ("Cc", "Cs")


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """Where one link leads, and what it says; two links to one address are two targets."""

    address: str
    contents: str


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Text of one look; *language* (BCP 47) where it is not that of the text around it."""

    text: str
    bold: bool = False
    italic: bool = False
    target: Target | None = None
    language: str | None = None


def runs(inlines: Inlines, run: Run) -> list[list[Run]]:
    """Give the runs of each line that *inlines* themselves begin, in the look of *run*."""
    result: list[list[Run]] = [[]]
    for found in _runs(inlines, run):
        if found is None:
            result.append([])
        elif found.text:
            result[-1].append(found)
    return result


def _runs(inlines: Inlines, run: Run) -> Iterator[Run | None]:
    for inline in inlines:
        match inline:
            case Text(text, language):
                yield Run(text, run.bold, run.italic, run.target, language or run.language)
            case Strong(children):
                yield from _runs(children, replace(run, bold=True))
            case Emphasis(children):
                yield from _runs(children, replace(run, italic=True))
            case Link(children, target):
                yield from _runs(children, replace(run, target=Target(target, plain(children))))
            case LineBreak():
                yield None


def drawable(text: str, chain: Chain) -> str:
    """Give the exact text that stands on the page for *text*.

    A character that no face has becomes its Unicode name in square brackets. Controls are dropped,
    and the kinds of space become a space or, where no line may break, U+00A0.
    """
    spaced = text.translate(_SPACES)
    return "".join(
        part if face else "".join(f"[{described(character)}]" for character in part)
        for face, part in chain.faces(spaced)
    )


def missing(text: str, chain: Chain) -> Iterator[str]:
    """Yield the characters of *text* that no face has, in order, repeated as they are."""
    for face, part in chain.faces(text.translate(_SPACES)):
        if not face:
            yield from part


def described(character: str) -> str:
    """Give a character's Unicode name, or its code point where it has none."""
    return name(character, f"U+{ord(character):04X}")


def recorded(text: str) -> str:
    """Give *text* as file properties and bookmarks can hold it: any character but controls."""
    spaced = (" " if character.isspace() else character for character in text)
    return "".join(character for character in spaced if category(character) not in _UNHOLDABLE)


class _Spaces(dict[int, str]):
    """The text for each code point, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _spaced(chr(code))
        return self[code]


def _spaced(character: str) -> str:
    if character in _NO_BREAK:
        return "\u00a0"
    if character.isspace() and character != "\u00a0":
        return " "
    return "" if category(character) in _UNHOLDABLE else character


_SPACES = _Spaces()

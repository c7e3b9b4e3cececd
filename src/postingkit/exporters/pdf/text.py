"""What stands on the page for any text: its own characters, or the names of those that cannot.

Platypus neither shapes nor reorders, so characters that need either count as missing.
"""

import re
from unicodedata import bidirectional, category, name

from postingkit.exporters.pdf import fonts

# Default_Ignorable_Code_Point of the Unicode character database (UAX #44): nothing to be seen.
_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_NO_BREAK = "\u00a0\u2007\u202f"
_DEVANAGARI = re.compile("[\u0900-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff]")
# Control, format, surrogate, private-use and unassigned characters have no shape to draw.
_SHAPELESS = ("Cc", "Cf", "Cs", "Co", "Cn")
_UNHOLDABLE = ("Cc", "Cs")
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_LAST_OF_BASIC_PLANE = 0xFFFF  # ReportLab's ToUnicode maps end here
_REPLACEMENT = 0xFFFD


def drawable(text: str) -> str:
    """Give the exact text that stands on the page for *text*.

    A character that cannot be drawn becomes its Unicode name in square brackets. What is invisible
    is dropped, and the kinds of space become a space or, where no line may break, U+00A0.
    """
    return text.translate(_SUBSTITUTES)


def named(text: str) -> tuple[str, ...]:
    """Give each character of *text* that stands on the page as its name, in order, once."""
    return tuple(character for character in dict.fromkeys(text) if len(drawable(character)) > 1)


def described(character: str) -> str:
    """Give a character's Unicode name, or its code point where it has none."""
    return name(character, f"U+{ord(character):04X}")


def recorded(text: str) -> str:
    """Give *text* as file properties and bookmarks can hold it: any character but controls."""
    spaced = (" " if character.isspace() else character for character in text)
    return "".join(character for character in spaced if category(character) not in _UNHOLDABLE)


class _Substitutes(dict[int, str]):
    """The text for each code point, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _substitute(chr(code))
        return self[code]


_SUBSTITUTES = _Substitutes()


def _substitute(character: str) -> str:
    if character in _NO_BREAK:
        return "\u00a0"
    if character.isspace():
        return " "
    if _IGNORABLE.match(character) or category(character) in _UNHOLDABLE:
        return ""
    return character if _can_be_drawn(character) else f"[{described(character)}]"


def _can_be_drawn(character: str) -> bool:
    code = ord(character)
    return (
        code in fonts.register()
        and code <= _LAST_OF_BASIC_PLANE
        and code != _REPLACEMENT
        and category(character) not in _SHAPELESS
        and bidirectional(character) not in _RIGHT_TO_LEFT
        and not _DEVANAGARI.match(character)
    )

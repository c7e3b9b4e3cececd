"""Finds spaces that look ordinary and are not, where YAML knows the ordinary one alone."""

import re
import unicodedata
from dataclasses import replace

from postingkit.errors import FilePlace, Place, Problem

SPACE = "[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"  # Unicode's Zs but U+0020
# One indents what stands behind it, or parts a dash, or the name of a field, from it.
STRAY = re.compile(rf"(?:- +)*(?:-|[\w-]+:|[\w-]+(?={SPACE}+:(?:\s|$)))?{SPACE}")
ANY = re.compile(SPACE)


def stray_space(place: Place) -> Problem | None:
    """Tell of a space of another kind that keeps what begins at *place* from being read.

    That is a list, a group or a field, which becomes a text by it; a quoted text holds none.
    """
    return _found(place, STRAY)


def misread_space(place: Place) -> Problem | None:
    """Tell of a space of another kind that stands at *place* itself."""
    return _found(place, ANY)


def _found(place: Place, pattern: re.Pattern[str]) -> Problem | None:
    if not isinstance(place, FilePlace) or place.source.isascii():
        return None
    match = pattern.match(place.source, place.column - 1)
    if match is None:
        return None
    space = match[0][-1]
    name = unicodedata.name(space).lower()
    article = "An" if name.startswith(("i", "e", "o")) else "A"
    message = f"{article} {name} (U+{ord(space):04X}) stands here in place of an ordinary one."
    hint = "Replace it by an ordinary space; it often comes along with text from other programs."
    return Problem.at(replace(place, column=match.end()), message, hint)

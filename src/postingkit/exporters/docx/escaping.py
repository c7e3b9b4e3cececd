"""Puts anybody's characters into XML text and attributes; it knows no element."""

import re
from html import escape

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold in any form (section 2.2, production Char)."""


def text(characters: str) -> str:
    """Escape *characters* for an element, without those that XML cannot hold."""
    return escape(_legal(characters), quote=False)


def attribute(characters: str) -> str:
    """Escape *characters* for an attribute in double quotes, likewise."""
    return escape(_legal(characters), quote=True)


def _legal(characters: str) -> str:
    # Most texts are plain ASCII, which is told in no time.
    if characters.isascii() and characters.isprintable():
        return characters
    return ILLEGAL.sub("", characters)

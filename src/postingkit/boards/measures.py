"""How long a text is, in the units of boards' limits."""

from postingkit.boards.elements import Limit

MOST_BYTES = 4
"""Bytes that a character takes at most (RFC 3629, 3)."""


def length(text: str, limit: Limit) -> int:
    """Count *text* in the unit of *limit*."""
    match limit.unit:
        case "characters":
            return len(text)
        case "bytes":
            return len(text.encode("utf-8", "replace"))
        case "words":
            return len(text.split())


def fits(text: str, limit: Limit) -> bool:
    """Say whether *text* is neither too short nor too long for *limit*.

    Where the characters tell it, bytes are not counted.
    """
    least = len(text)
    if limit.unit == "bytes" and limit.allows(least) and limit.allows(MOST_BYTES * least):
        return True
    return limit.allows(length(text, limit))

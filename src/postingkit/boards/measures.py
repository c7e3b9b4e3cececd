"""How long a text is, in the units of boards' limits."""

from postingkit.boards.elements import Limit


def length(text: str, limit: Limit) -> int:
    """Count *text* in the unit of *limit*."""
    match limit.unit:
        case "characters":
            return len(text)
        case "bytes":
            return len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
        case "words":
            return len(text.split())


def is_within(number: int, limit: Limit) -> bool:
    """Say whether *number* is neither below nor above *limit*."""
    return number >= limit.minimum and (limit.maximum is None or number <= limit.maximum)

"""What of a text must stay in one font: a character and all that hangs on it."""

import re
import unicodedata
from collections.abc import Iterator

JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_FIRST_PICTOGRAPH = "\U0001f000"
_AFTER_PICTOGRAPHS = "\U0001fb00"
_MARKS = {"Mn", "Mc", "Me"}
_IGNORABLE = (
    "[\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufff8\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Default_Ignorable_Code_Point of Unicode, less the Hangul fillers, which HarfBuzz draws."""
_INVISIBLE = re.compile(_IGNORABLE)
_LETTER = re.compile(f".{_IGNORABLE}*", re.DOTALL)


def clusters(text: str) -> Iterator[str]:
    """Cut *text* before each character that hangs on none before it."""
    start = 0
    for index in range(1, len(text)):
        if text[index - 1] != JOINER and not _hangs(text[index]):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def letters(cluster: str) -> list[str]:
    """Cut *cluster* into its characters, each with the invisible ones behind it."""
    return _LETTER.findall(cluster)


def visible(cluster: str) -> str:
    """Give of *cluster* what a font must have: not joiners, selectors and other invisible ones.

    Nor spaces, which HarfBuzz makes in any width.
    """
    if len(cluster) == 1 and cluster > "\u3000":
        return "" if _INVISIBLE.match(cluster) else cluster
    return "".join(letter for letter in cluster if not _is_blank(letter))


def is_pictograph(cluster: str) -> bool:
    """Say whether *cluster* is an emoji by its nature, or asked to look like one."""
    return _EMOJI_STYLE in cluster or any(
        _FIRST_PICTOGRAPH <= letter < _AFTER_PICTOGRAPHS for letter in cluster
    )


def _hangs(character: str) -> bool:
    return unicodedata.category(character) in _MARKS or bool(_INVISIBLE.match(character))


def _is_blank(character: str) -> bool:
    return unicodedata.category(character) == "Zs" or bool(_INVISIBLE.match(character))

"""Says how Word marks a language and which way it is written; it knows no document."""

import re
from collections.abc import Iterator

from postingkit.languages import direction_of, primary

TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
"""The tags that Word and screen readers know; the rarer forms of BCP 47 say nothing to them."""

EAST_ASIAN = frozenset(("ja", "ko", "yue", "zh"))

# Letters by their direction, as whole blocks of Unicode (DerivedBidiClass.txt: R and AL; L).
_RIGHT = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_LEFT = (
    "A-Za-zªµºÀ-ÖØ-öø-\u058f\u0900-\u1fff\u200e\u2c00-\u2dff\u2e80-\ud7ff\uf900-\ufb1c"
    "\U00010000-\U000107ff\U00011000-\U0001e7ff\U00020000-\U0003ffff"
)
# A stretch takes in what lies within it, and numbers that follow (UAX #9, rules W7 and N1); the
# signs of C++ and C# stay with their letter.
_LEFT_STRETCH = re.compile(f"[{_LEFT}](?:[^{_RIGHT}]*[{_LEFT}0-9])?[+#]*")
_RIGHT_STRETCH = re.compile(f"[{_RIGHT}](?:[^{_LEFT}]*[{_RIGHT}0-9])?")


def marking(language: str) -> str:
    """Give the ``w:lang`` of *language*, or nothing where it is no tag."""
    if not TAG.fullmatch(language):
        return ""
    also = f' w:eastAsia="{language}"' if primary(language) in EAST_ASIAN else ""
    also += f' w:bidi="{language}"' if direction_of(language) == "rtl" else ""
    return f'<w:lang w:val="{language}"{also}/>'


def stretches(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Cut *text* of the given direction where it changes: each piece, and whether it is *rtl*."""
    start = 0
    for found in (_LEFT_STRETCH if rtl else _RIGHT_STRETCH).finditer(text):
        if found.start() > start:
            yield text[start : found.start()], rtl
        yield found[0], not rtl
        start = found.end()
    if start < len(text):
        yield text[start:], rtl

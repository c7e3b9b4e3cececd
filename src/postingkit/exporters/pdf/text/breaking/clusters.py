"""Finds the clusters within which no text is ever cut (UAX #29, Unicode 15.0).

They are the extended grapheme clusters of https://www.unicode.org/reports/tr29/tr29-41.html, and
beyond them consonants that a virama joins stay together (GB9c of later Unicode, and the stacked
ones of Khmer and Burmese), and so do Thai and Lao consonants and the vowels written before them.
"""

import re
from functools import cache

from postingkit.exporters.pdf.text.properties import Classes

LETTERS = {
    "CR": "r", "LF": "n", "Control": "c", "Extend": "e", "ZWJ": "z", "Linker": "k",
    "SpacingMark": "m", "Prepend": "p", "Regional_Indicator": "f", "Pictographic": "x",
    "L": "L", "V": "V", "T": "T", "LV": "2", "LVT": "3", "Consonant": "s", "Other": "o",
}  # fmt: skip
CLUSTER = re.compile(
    r"""rn | [rnc]
      | (?: p*(?: L*(?:V+|2V*|3)T* | L+ | T+        # Hangul
                | ff                                # flags
                | x(?:[ek]*zx)*                     # emoji joined by ZWJ
                | s(?:[ez]*k[ekz]*s)*               # consonants joined by viramas
                | [^rncp] )
        | p+ )
        [ekzm]*""",
    re.VERBOSE,
)
UNBROKEN = re.compile(
    "[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u109a-\u109f"
    "\u1780-\u17d3\u17d7\u17dc\u17dd\u1950-\u19c9\u19da\u19de\u19df\u1a20-\u1a7c\u1aa0-\u1aad"
    "\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaadf\U00011700-\U0001172b\U0001173a\U0001173b\U0001173f-\U00011746]"
)
"""Letters and marks of class SA of UAX #14: Thai, Lao, Burmese, Khmer, Tai, Ahom."""

FOLLOWING = re.compile("[\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3]")
"""Vowels of Thai and Lao that are written after their consonant and begin no line."""


def emergency(text: str) -> bytes:
    """Say for each character whether a word wider than its line may be cut after it, 1 or 0.

    Thai, Lao, Khmer and Burmese are cut there too, for want of a dictionary.
    """
    verdicts = bytearray(len(text))
    for cluster in CLUSTER.finditer(text.translate(_classes())):
        verdicts[cluster.end() - 1] = 1
    for vowel in FOLLOWING.finditer(text, 1):
        verdicts[vowel.start() - 1] = 0
    return bytes(verdicts)


def unbroken_script(text: str) -> bool:
    """Tell whether *text* has letters of a script whose words no space parts."""
    return UNBROKEN.search(text) is not None


@cache
def _classes() -> Classes:
    return Classes("clusters.txt", LETTERS)

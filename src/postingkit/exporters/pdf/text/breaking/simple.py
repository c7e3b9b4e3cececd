"""Knows the texts whose words are simply what stands between spaces; they are most of all texts.

It decides nothing of its own: for a simple text, its spaces and `parts` are `opportunities`.
"""

import re
from functools import lru_cache

from postingkit.exporters.pdf.text.breaking.rules import opportunities

LETTERS = "A-Za-zÀ-ÖØ-öø-ȳΆ-ΊΌΎ-ΡΣ-ώЀ-ҁҊ-ӿḀ-ỹ"
"""Precomposed Latin, Greek and Cyrillic letters, as the inside of a set of characters."""
OPENING = r"(\[{«‹“‘„‚¿¡"
CLOSING = r")\]}»›”’!?,.;:"
AROUND = r"\"'#$%&*+/<=>@\\_|~§©®°±·–—•…€£-"
PLAIN = re.compile(rf"[ 0-9{LETTERS}{OPENING}{CLOSING}{AROUND}]*+")
ODD = re.compile(
    rf"""[ ](?: (?<=[{OPENING}][ ])
             | [ /{CLOSING}]
             | ["'](?:[ ]|$)
             | (?<=—[ ])—
             | (?<=^["'»›”’][ ]) )""",
    re.VERBOSE,
)
"""Spaces that a rule looks across."""
WHOLE = re.compile(rf"[(\[“‘„«\"']*[0-9{LETTERS}]*[)\]”’»\"',.;:!?]*")
"""Words that have no opportunity within."""


def is_simple(text: str) -> bool:
    """Tell whether the units of *text* are `parts` of the words between its single spaces.

    Such a text is of left-to-right letters of one character each, digits and common punctuation.
    A text that begins or ends in a space has an empty word there.
    """
    return PLAIN.fullmatch(text) is not None and ODD.search(text) is None


def parts(word: str) -> tuple[str, ...]:
    """Cut a *word* without spaces where a line may end within it: full-, time/, part-, time.

    The parts are the whole *word* again when joined.
    """
    return (word,) if WHOLE.fullmatch(word) else _parts(word)


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[str, ...]:
    ends = [index + 1 for index, verdict in enumerate(opportunities(word, "")) if verdict]
    return tuple(word[start:end] for start, end in zip([0, *ends], ends, strict=False))

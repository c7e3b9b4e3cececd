"""Finds where a word may be parted with a hyphen in its language; it draws no hyphen.

The patterns are Pyphen's (those of LibreOffice), the algorithm is Liang's (TeX): the digits within
a pattern weigh the places between its letters, and a word may be parted where the highest is odd.
They are read here and not by Pyphen, which takes half a second for German and forgets no word.
"""

import re
from functools import lru_cache, partial
from pathlib import Path

from postingkit.exporters.pdf.text.breaking.simple import LETTERS

BEFORE = 2
"""So many letters at least stand before a hyphen."""
AFTER = 3
"""So many letters at least stand after it."""
PREFERRED = {"en": "en_US", "de": "de_DE", "no": "nb_NO"}
"""The patterns for a language without a region, where Pyphen's own choice is not the usual one."""
LEFT_WHOLE = re.compile(r"[\d@_\\\u00ad]|://|www\.|\w\.\w|\w/\w", re.IGNORECASE)
"""What numbers, addresses and words with hyphens of their own are known by."""
RUN = re.compile(f"[{LETTERS}]{{{BEFORE + AFTER},}}")
SPELLING = re.compile("/.*")
WEIGHTS = re.compile(r"(\d?)(\D?)")
UNCHANGED = 2
"""What is left, when divided by four, of a doubled odd weight that changes no letter."""


@lru_cache(maxsize=8192)
def hyphenation_points(word: str, language: str) -> tuple[int, ...]:
    """Give the indices in *word* before which a hyphen and the line's end may stand, ascending.

    *language* is a BCP 47 tag; there are none in a language without patterns. Numbers, addresses,
    abbreviations and names in mixed case are left whole, and so are places where the spelling
    would change (Hungarian, Dutch). Punctuation around the word is no part of it.
    """
    patterns = _patterns(language) if is_parted(word) else None
    if patterns is None:
        return ()
    return tuple(
        run.start() + point
        for run in RUN.finditer(word)
        if run[0][1:].islower()
        for point in patterns.points(run[0].lower())
    )


def is_parted(text: str) -> bool:
    """Tell whether the words of *text*, which has no spaces, may be parted at all."""
    return not LEFT_WHOLE.search(text)


class Patterns:
    """The patterns of one language, each read when it is first met."""

    def __init__(self, file: bytes) -> None:
        """Index a *file* of Hunspell's, whose first line is its encoding, by patterns' letters."""
        encoding, _, patterns = file.translate(None, b" \t\r").partition(b"\n")
        decode = partial(str, encoding=encoding.decode("ascii"))
        letters = SPELLING.sub("", decode(patterns.translate(None, b"0123456789")))
        self._raw = dict(zip(letters.split("\n"), decode(patterns).split("\n"), strict=True))
        self._longest = max(map(len, self._raw))

    def points(self, word: str) -> list[int]:
        """Give the places in *word*, in small letters, that leave enough letters on both sides."""
        dotted = f".{word}."
        weights = [0] * (len(dotted) + 1)
        for start in range(len(dotted)):
            for end in range(start + 1, min(start + self._longest, len(dotted)) + 1):
                if raw := self._raw.get(dotted[start:end]):
                    for index, weight in enumerate(_weights(raw), start):
                        weights[index] = max(weights[index], weight)
        inner = range(BEFORE, len(word) - AFTER + 1)
        return [point for point in inner if weights[point + 1] % 4 == UNCHANGED]


@lru_cache(maxsize=8192)
def _weights(raw: str) -> tuple[int, ...]:
    """Give a pattern's weights, doubled, and one more where parting there changes the spelling."""
    pattern, changes, _ = raw.partition("/")
    values = [int(digit or 0) for digit, _ in WEIGHTS.findall(pattern)]
    return tuple(2 * value + (1 if changes and value % 2 else 0) for value in values)


def _patterns(language: str) -> Patterns | None:
    import pyphen  # noqa: PLC0415 - few looks hyphenate

    name = pyphen.language_fallback(PREFERRED.get(language, language))
    return _read(pyphen.LANGUAGES[name]) if name else None


@lru_cache(maxsize=8)
def _read(path: Path) -> Patterns:
    return Patterns(path.read_bytes())

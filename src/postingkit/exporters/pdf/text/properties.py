"""Reads the character properties in ``data/``, which are those of Unicode 15.0 under any Python.

The standard library's ``unicodedata`` grows with each Python, and equal text shall be set equally.
"""

from bisect import bisect_right
from collections.abc import Mapping
from importlib.resources import files

MOST_REMEMBERED = 20_000
"""So many characters are looked up by one step; of more than that the rest take a search each."""


class Classes(dict[int, str]):
    """Maps each code point to a letter that stands for its class, as `str.translate` wants it.

    *file* is one of ``data/``: each line has the first code point of a range, in hexadecimal, and
    the name of a class; a range goes on to the next line's. *letters* has a letter per class name.
    """

    def __init__(self, file: str, letters: Mapping[str, str]) -> None:
        text = (files(__package__) / "data" / file).read_text("ascii")
        ranges = [line.split() for line in text.splitlines() if not line.startswith("#")]
        self._starts = [int(start, 16) for start, _ in ranges]
        self._letters = [letters[name] for _, name in ranges]

    def __missing__(self, code: int) -> str:
        """Look *code* up, and remember it."""
        letter = self._letters[bisect_right(self._starts, code) - 1]
        if len(self) < MOST_REMEMBERED:
            self[code] = letter
        return letter

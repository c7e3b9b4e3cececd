"""Resolves the characters of one isolating run sequence to levels (rules W1 to W7, N0 to I2).

Each rule is a substitution in the string of their class letters, with the edges' letters around it.
"""

import re

from postingkit.exporters.pdf.text.bidi.brackets import resolve_brackets
from postingkit.exporters.pdf.text.bidi.classes import direction
from postingkit.exporters.pdf.text.bidi.sequences import Sequence

MARKS = re.compile("(.)(M+)")
ARABIC_NUMBERS = re.compile("A[^LR]*")
SEPARATOR_OF_NUMBERS = re.compile("(?<=E)[PC](?=E)")
SEPARATOR_OF_ARABIC_NUMBERS = re.compile("(?<=N)C(?=N)")
TERMINATORS = re.compile("T+(?=E)|(?<=E)T+")
LATIN_NUMBERS = re.compile("L[^R]*")
NEUTRAL = str.maketrans(dict.fromkeys("PTCBSWOijfq", "O"))
BETWEEN_LEFT = re.compile("(?<=L)O+(?=L)")
BETWEEN_RIGHT = re.compile("(?<=[REN])O+(?=[REN])")
RISES = (str.maketrans("LREN", "\0\1\2\2"), str.maketrans("LREN", "\1\0\1\1"))
"""By how much a character's level is above that of its embedding, even or odd (I1, I2)."""


def resolve(kinds: str, characters: str, sequence: Sequence) -> list[int]:
    """Give the levels of the *characters* of a *sequence*, whose classes are *kinds*."""
    letters = _weak(sequence.before + kinds)[1:].translate(NEUTRAL)
    letters = resolve_brackets(letters, kinds, characters, sequence)
    letters = _neutral(f"{sequence.before}{letters}{sequence.after}")[1:-1]
    letters = letters.replace("O", direction(sequence.level))
    return [sequence.level + rise for rise in letters.translate(RISES[sequence.level % 2]).encode()]


def _weak(letters: str) -> str:
    """Resolve marks, numbers and what belongs to numbers (W1 to W7, but for W6)."""
    letters = MARKS.sub(_as_base, letters)
    letters = ARABIC_NUMBERS.sub(lambda found: found[0].replace("E", "N"), letters)
    letters = letters.replace("A", "R")
    letters = SEPARATOR_OF_NUMBERS.sub("E", letters)
    letters = SEPARATOR_OF_ARABIC_NUMBERS.sub("N", letters)
    letters = TERMINATORS.sub(lambda found: "E" * len(found[0]), letters)
    return LATIN_NUMBERS.sub(lambda found: found[0].replace("E", "L"), letters)


def _as_base(found: re.Match[str]) -> str:
    base = "O" if found[1] in "ijfq" else found[1]
    return found[1] + base * len(found[2])


def _neutral(letters: str) -> str:
    """Give neutrals the direction of what stands on both sides (N1)."""
    letters = BETWEEN_LEFT.sub(lambda found: "L" * len(found[0]), letters)
    return BETWEEN_RIGHT.sub(lambda found: "R" * len(found[0]), letters)

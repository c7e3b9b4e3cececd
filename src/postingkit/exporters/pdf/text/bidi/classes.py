"""The classes of characters that the rules of UAX #9 speak of, each as a letter."""

from functools import cache

from postingkit.exporters.pdf.text.properties import Classes

LETTERS = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N",
    "ES": "P", "ET": "T", "CS": "C", "NSM": "M", "BN": "Z", "B": "B", "S": "S",
    "WS": "W", "ON": "O",
    "LRE": "l", "RLE": "r", "LRO": "x", "RLO": "y", "PDF": "p",
    "LRI": "i", "RLI": "j", "FSI": "f", "PDI": "q",
}  # fmt: skip
REMOVED = "lrxypZ"
"""What rule X9 takes out: embeddings, overrides, their ends, and boundary neutrals."""


def classes(text: str) -> str:
    """Give a letter for each character of *text*."""
    return text.translate(_table())


@cache
def _table() -> Classes:
    return Classes("bidi.txt", LETTERS)


def direction(level: int) -> str:
    """Give the letter of the direction in which a *level* runs: L where it is even, else R."""
    return "LR"[level % 2]

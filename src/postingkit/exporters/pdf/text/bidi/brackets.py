"""Gives brackets that belong together one direction (rule N0)."""

import re

from postingkit.exporters.pdf.text.bidi.classes import direction
from postingkit.exporters.pdf.text.bidi.sequences import Sequence

PAIRED = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘"
    "⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
"""Each opening bracket with its closing one behind it (BidiBrackets.txt), in canonical form."""
CANONICAL = str.maketrans("\u2329\u232a", "\u3008\u3009")
CLOSING = dict(zip(PAIRED[::2], PAIRED[1::2], strict=True))
BRACKETS = re.compile(f"[{re.escape(PAIRED)}\u2329\u232a]")
DEEPEST = 63
"""So many brackets may be open at once (BD16)."""
STRONG = {"L": re.compile("L"), "R": re.compile("[REN]")}
OPPOSITE = {"L": "R", "R": "L"}


def resolve_brackets(letters: str, kinds: str, characters: str, sequence: Sequence) -> str:
    """Give the *letters* of a sequence's *characters* with the brackets among them resolved.

    *kinds* are the classes before rule W1: marks behind a bracket take its direction too.
    """
    resolved = list(letters)
    context, reached = sequence.before, 0
    for opening, closing in _pairs(letters, characters):
        context = _last_strong(resolved, reached, opening) or context
        reached = opening
        found = _direction_of_pair(letters, opening, closing, direction(sequence.level), context)
        if found:
            for bracket in (opening, closing):
                marks = len(kinds) - bracket - 1 - len(kinds[bracket + 1 :].lstrip("M"))
                resolved[bracket : bracket + marks + 1] = found * (marks + 1)
    return "".join(resolved)


def _pairs(letters: str, characters: str) -> list[tuple[int, int]]:
    """Give the bracket pairs, by where they open (BD16); none where too many are open at once."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for found in BRACKETS.finditer(characters):
        index, bracket = found.start(), found[0].translate(CANONICAL)
        if letters[index] != "O":
            continue
        if bracket in CLOSING:
            if len(opened) == DEEPEST:
                return []
            opened.append((CLOSING[bracket], index))
        else:
            _close(opened, pairs, bracket, index)
    return sorted(pairs)


def _close(
    opened: list[tuple[str, int]], pairs: list[tuple[int, int]], bracket: str, index: int
) -> None:
    for depth in range(len(opened) - 1, -1, -1):
        if opened[depth][0] == bracket:
            pairs.append((opened[depth][1], index))
            del opened[depth:]
            return


def _last_strong(resolved: list[str], start: int, end: int) -> str:
    """Give the direction of the last strong character or number in the range, if there is one."""
    for letter in reversed(resolved[start:end]):
        if letter != "O":
            return "L" if letter == "L" else "R"
    return ""


def _direction_of_pair(
    letters: str, opening: int, closing: int, embedding: str, context: str
) -> str:
    """Give the direction of a pair by what it encloses, or none where that is neutral."""
    if STRONG[embedding].search(letters, opening, closing):
        return embedding
    opposite = OPPOSITE[embedding]
    if STRONG[opposite].search(letters, opening, closing):
        return opposite if context == opposite else embedding
    return ""

"""Finds where lines may break (UAX #14, Unicode 15.0); it measures nothing and breaks no line.

All rules of https://www.unicode.org/reports/tr14/tr14-49.html hold, with the numbers of its example
7 (section 8.2). What good typesetting asks beyond them is in `tailoring`, and:

- small kana and the long-vowel mark may begin a line in Japanese (class CJ, CSS's ``normal``);
- Hangul breaks between syllables, as Chinese and Japanese do between characters;
- Thai, Lao, Khmer and Burmese (class SA) break at spaces and U+200B alone: no dictionary is here.
  `emergency` tells where their words may be cut when they must.
"""

import re
from functools import cache
from itertools import product

from postingkit.exporters.pdf.text.breaking.tailoring import tailor
from postingkit.exporters.pdf.text.properties import Classes

NONE, ALLOWED, MANDATORY = 0, 1, 2

LETTERS = {
    "AL": "a", "SA": "a", "HL": "h", "NU": "d", "SP": "s", "ZW": "z", "WJ": "w", "GL": "g",
    "CM": "m", "ZWJ": "j", "BK": "k", "NL": "k", "CR": "r", "LF": "f", "OP": "o", "OP-wide": "O",
    "CL": "c", "CP": "p", "EX": "x", "IS": "i", "SY": "y", "QU": "q", "NS": "n", "CJ": "n",
    "B2": "B", "BB": "b", "BA": "t", "HY": "H", "IN": "e", "PR": "P", "PO": "Q", "ID": "I",
    "ID-free": "J", "EB": "E", "EM": "M", "CB": "C", "RI": "R",
    "JL": "L", "JV": "V", "JT": "T", "H2": "2", "H3": "3",
}  # fmt: skip
"""A letter for each class of ``data/breaking.txt``; where two are treated alike they share one."""
END = "$"

PAIRS = """
LB4   k     *      !
LB5   r     f      ×
LB5   rf    *      !
LB3   *     $      ÷
LB6   *     krf    ×
LB7   *     sz     ×
LB8   z     *      ÷
LB11  *     w      ×
LB11  w     *      ×
LB12  g     *      ×
LB12a ^stH  g      ×
LB13  *     cpxiy  ×
LB14  oO    *      ×
LB15  q     oO     ×
LB16  cp    n      ×
LB17  B     B      ×
LB18  s     *      ÷
LB19  *     q      ×
LB19  q     *      ×
LB20  *     C      ÷
LB20  C     *      ÷
LB21  *     tHn    ×
LB21  b     *      ×
LB21b y     h      ×
LB22  *     e      ×
LB23  ah    d      ×
LB23  d     ah     ×
LB23a P     IJEM   ×
LB23a IJEM  Q      ×
LB24  PQ    ah     ×
LB24  ah    PQ     ×
LB25  PQoHd d      ×
LB26  L     LV23   ×
LB26  V2    VT     ×
LB26  T3    T      ×
LB27  LVT23 Q      ×
LB27  P     LVT23  ×
LB28  ah    ah     ×
LB29  i     ah     ×
LB30  ahd   o      ×
LB30  p     ahd    ×
LB30b EJ    M      ×
LB31  *     *      ÷
"""
"""What two neighbours say: rule, before, after, verdict. ``*`` is any class, ``^`` all but these;
the first line that fits holds."""

GLUED = re.compile(
    r"""[oOqcpBhPQd](?:
        (?<=[oO])s+                       # LB14
      | (?<=q)s+(?=[oO])                  # LB15
      | (?<=[cp])s+(?=n)                  # LB16
      | (?<=B)s+(?=B)                     # LB17
      | (?<=h)[Ht](?!C)                   # LB21a
      | (?<=[PQ])(?=[oOH]d)               # LB25, as the next two
      | (?<=d)[diy]*[cp]?(?=[PQ])
      | (?<=d)[diy]*(?=d)
    )""",
    re.VERBOSE,
)
"""Runs of classes within and after which there is no opportunity, whatever their neighbours say."""
FLAGS = re.compile("(R)R")
OPENED = re.compile("zs+(?![szkrf$])")
LONE_MARK = re.compile("(?:^|(?<=[szkrf]))[mj]")
MARKS = re.compile("[mj]+")


def opportunities(text: str, language: str) -> bytes:
    """Say for each character whether a line may end after it.

    The verdicts are NONE, ALLOWED and MANDATORY. The last one is ALLOWED, or MANDATORY where the
    text ends in a line separator. Spaces belong to the line they end. *language* is a BCP 47 tag.
    """
    if not text:
        return b""
    verdicts = standard(text.translate(_classes(language.partition("-")[0] == "ja")))
    tailor(text, verdicts)
    return bytes(verdicts)


def standard(classes: str) -> bytearray:
    """Give the verdicts of the standard's rules for a text of these *classes*."""
    if not MARKS.search(classes):
        return _without_marks(classes)
    verdicts = _with_marks(LONE_MARK.sub("a", classes))
    for joiner in re.finditer("j(?!$)", classes):  # LB8a
        verdicts[joiner.start()] = NONE
    return verdicts


def _with_marks(classes: str) -> bytearray:
    """Treat a base and its marks as the base alone (LB9); lone marks are letters by now (LB10)."""
    bare = _without_marks(MARKS.sub("", classes))
    verdicts, taken, end = bytearray(), 0, 0
    for marks in MARKS.finditer(classes):
        base = taken + marks.start() - end - 1
        verdicts += bare[taken:base] + bytes(len(marks[0])) + bare[base : base + 1]
        taken, end = base + 1, marks.end()
    return verdicts + bare[taken:]


def _without_marks(classes: str) -> bytearray:
    pairs = _pairs()
    verdicts = bytearray(map(pairs.__getitem__, zip(classes, classes[1:] + END, strict=True)))
    for glued in GLUED.finditer(classes):
        verdicts[glued.start() : glued.end()] = bytes(len(glued[0]))
    for flag in FLAGS.finditer(classes):  # LB30a
        verdicts[flag.start()] = NONE
    for opened in OPENED.finditer(classes):  # LB8
        verdicts[opened.end() - 1] = ALLOWED
    verdicts[-1] = verdicts[-1] or ALLOWED
    return verdicts


@cache
def _pairs() -> dict[tuple[str, str], int]:
    every = "".join(sorted({*LETTERS.values(), END}))
    table: dict[tuple[str, str], int] = {}
    for line in reversed(PAIRS.strip().splitlines()):
        _, before, after, verdict = line.split()
        pairs = product(_letters(before, every), _letters(after, every))
        table.update(dict.fromkeys(pairs, "×÷!".index(verdict)))
    return table


def _letters(listed: str, every: str) -> str:
    if listed == "*":
        return every
    if listed.startswith("^"):
        return "".join(letter for letter in every if letter not in listed)
    return listed


@cache
def _classes(is_japanese: bool) -> Classes:  # noqa: FBT001 - cache asks for a positional one
    return Classes("breaking.txt", LETTERS | {"CJ": "I" if is_japanese else "n"})

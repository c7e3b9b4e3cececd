"""Writes numbering.xml: bullets and numbers to nine levels, and a fresh count for each list."""

from collections.abc import Sequence
from dataclasses import dataclass

from postingkit.exporters.docx.names import DECLARATION, WORD
from postingkit.look import Look

LEVELS = 9
"""The deepest that Word counts."""
STEP = 360
"""Twips from a level's marker to its text, and to the next level's marker."""
BULLETS = 1
"""The numbering that all bulleted lists share."""
NUMBERS = 2
"""The numbering of the numbered lists that people add in Word."""
FIRST_RESTART = 3
MARKERS = ("•", "–")
"""In turn, level by level: both stand in about every font."""

STYLES = {"bullet": "ListBullet", "decimal": "ListNumber"}
"""The styles whose paragraphs are numbered in Word's first level."""


@dataclass(frozen=True, slots=True)
class Restart:
    """A numbered list of its own: it counts from *start*, 0 or more, at *level*, 0 to 8."""

    level: int
    start: int


@dataclass(frozen=True, slots=True)
class Counters:
    """The ids of our numberings in a file, and of the definitions that they are made from.

    Bodies name them as they are by default; numbered lists count from *first_restart* on.
    """

    bullets: int = BULLETS
    numbers: int = NUMBERS
    first_restart: int = FIRST_RESTART
    bullet_kind: int = 0
    number_kind: int = 1


OURS = Counters()


def numbering(look: Look, restarts: Sequence[Restart], ids: Counters = OURS) -> str:
    """Write the part."""
    lists = "".join(_restart(ids.first_restart + at, each, ids) for at, each in enumerate(restarts))
    return (
        f"{DECLARATION}<w:numbering {WORD}>"
        f"{_kind(ids.bullet_kind, 'bullet', look)}{_kind(ids.number_kind, 'decimal', look)}"
        f"{_count(ids.bullets, ids.bullet_kind)}{_count(ids.numbers, ids.number_kind)}"
        f"{lists}</w:numbering>"
    )


def marker_room(last: int) -> int:
    """Give the twips between a marker's edge and its text for numbers up to *last*."""
    return STEP + 130 * max(0, len(str(last)) - 2)


def _count(number: int, kind: int) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/></w:num>'


def _restart(number: int, restart: Restart, ids: Counters) -> str:
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{ids.number_kind}"/>'
        f'<w:lvlOverride w:ilvl="{restart.level}"><w:startOverride w:val="{restart.start}"/>'
        f"</w:lvlOverride></w:num>"
    )


def _kind(number: int, kind: str, look: Look) -> str:
    levels = "".join(_level(level, kind, look) for level in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="50B{number:05X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(level: int, kind: str, look: Look) -> str:
    marker = MARKERS[level % len(MARKERS)] if kind == "bullet" else f"%{level + 1}."
    style = f'<w:pStyle w:val="{STYLES[kind]}"/>' if level == 0 else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{style}'
        f'<w:lvlText w:val="{marker}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{look.colours.accent[1:]}"/></w:rPr></w:lvl>'
    )

"""Inlines as lines of Markdown source; it knows no blocks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from postingkit.document import Emphasis, Inlines, LineBreak, Link, Strong, Text
from postingkit.exporters.markdown.emphasis import EMPHASIS, STRONG, Run, write
from postingkit.exporters.markdown.escape import (
    escape,
    escape_brackets,
    escape_ends,
    escape_start,
    escape_target,
    holdable,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where among inlines characters stand: under which marks, and in the link to what."""

    marks: frozenset[str] = frozenset()
    target: str = ""


@dataclass(frozen=True, slots=True)
class _Characters:
    text: str
    place: _Place

    @property
    def is_white(self) -> bool:
        return self.text.isspace()


_Line = tuple[_Characters, ...]


def inline_lines(inlines: Inlines, *, begins_blocks: bool = False) -> list[str]:
    """Give the source of *inlines*, a line of theirs each; lines without characters are left out.

    With *begins_blocks* a line is escaped where it would begin another block, a list say.
    """
    if len(inlines) == 1 and isinstance(inlines[0], Text):
        source = escape(holdable(inlines[0].text).strip())
        sources = [escape_start(source) if begins_blocks else source]
    else:
        sources = [_source(line, begins_blocks=begins_blocks) for line in _lines(inlines)]
    return [escape_ends(source) for source in sources if source]


def _lines(inlines: Inlines) -> list[_Line]:
    parts = groupby(_flat(inlines, _Place()), lambda part: part is None)
    lines = [[part for part in group if part] for is_break, group in parts if not is_break]
    return [tuple(_settled(line)) for line in lines]


def _flat(inlines: Inlines, place: _Place) -> Iterator[_Characters | None]:
    """Yield characters with their places, and None for the end of a line."""
    for inline in inlines:
        match inline:
            case Text(text):
                yield from _split(holdable(text), place)
            case Strong(children):
                yield from _flat(children, replace(place, marks=place.marks | {STRONG}))
            case Emphasis(children):
                yield from _flat(children, replace(place, marks=place.marks | {EMPHASIS}))
            case Link(children, target):
                # A link cannot hold another (GFM 6.6); the outer one stays.
                outer = place.target or escape_target(target)
                yield from _flat(children, replace(place, target=outer))
            case LineBreak():
                yield None


def _split(text: str, place: _Place) -> Iterator[_Characters]:
    """Part the white space at both ends from the rest, for marks must touch characters."""
    core = text.strip()
    before, _, after = text.partition(core) if core else (text, "", "")
    yield from (_Characters(part, place) for part in (before, core, after) if part)


def _settled(line: Iterable[_Characters]) -> Iterator[_Characters]:
    """Leave white space only between characters, and only in what these have in common."""
    groups = [tuple(group) for _, group in groupby(line, lambda part: part.is_white)]
    for index, group in enumerate(groups):
        if not group[0].is_white:
            yield from group
        elif 0 < index < len(groups) - 1:
            before, after = groups[index - 1][-1].place, groups[index + 1][0].place
            target = before.target if before.target == after.target else ""
            text = "".join(part.text for part in group)
            yield _Characters(text, _Place(before.marks & after.marks, target))


def _source(line: _Line, *, begins_blocks: bool) -> str:
    source = write(tuple(_runs(line)))
    begins_with_link = line and line[0].place.target
    return escape_start(source) if begins_blocks and not begins_with_link else source


def _runs(line: _Line) -> Iterator[Run]:
    for target, group in groupby(line, lambda part: part.place.target):
        runs = tuple(Run(part.text, part.place.marks) for part in group)
        if target:
            yield _link(runs, target)
        else:
            yield from runs


def _link(runs: tuple[Run, ...], target: str) -> Run:
    """Write a link; marks that cover all of it stand around it."""
    covering = frozenset.intersection(*(run.marks for run in runs))
    bare = tuple(replace(run, marks=run.marks - covering) for run in runs)
    label = write(bare, before="[", after="]")[1:-1]
    return Run(f"[{escape_brackets(label)}]({target})", covering, is_link=True)

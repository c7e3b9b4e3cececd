"""Characters with stars around them that mean emphasis; it knows marks, not the tree.

CommonMark's rules of flanking and of three (GFM 6.4) decide whether a run of stars opens or closes.
Where its neighbours would make it neither, or both, the one in the way is written as a character
reference. The few nestings that no stars can say lose a mark, never a word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile

from postingkit.exporters.markdown.escape import Kind, escape, kind, reference

STRONG = "**"
EMPHASIS = "*"
DOUBTFUL = (Kind.LETTER, Kind.EITHER)

Marks = tuple[str, ...]
"""Marks that enclose one another, the outermost first."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters under *marks*, or a link that is source already.

    White space stands in runs of its own, and not at the ends of a line.
    """

    text: str
    marks: frozenset[str] = frozenset()
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class _Source:
    text: str
    marks: Marks = ()
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class _Stars:
    """What ends between two characters and what begins, in the order of writing.

    They are *within* a mark that goes on at both sides, or not.
    """

    closing: Marks
    opening: Marks
    is_within: bool


def write(runs: tuple[Run, ...], *, before: str = "", after: str = "") -> str:
    """Write a line of *runs* with their stars, and what stands *before* and *after* it."""
    parts = [before]
    marks: Marks = ()
    for source in (*_sources(runs), _Source(after)):
        stars = _stars(marks, source.marks)
        left, right = _fitted(parts[-1], stars, source)
        parts[-1:] = [left, *stars.closing, *stars.opening, right]
        marks = source.marks
    return "".join(parts)


def _sources(runs: tuple[Run, ...]) -> Iterator[_Source]:
    """Escape runs, joined where they are under the same marks."""
    pairs = zip(_nested(runs), runs, strict=True)
    for (marks, is_link), group in groupby(pairs, lambda pair: (pair[0], pair[1].is_link)):
        texts = [run.text for _, run in group]
        if is_link:
            yield from (_Source(text, marks, is_link) for text in texts)
        else:
            yield _Source(escape("".join(texts)), marks)


def _nested(runs: tuple[Run, ...]) -> Iterator[Marks]:
    """Decide for each run which mark encloses which; one that overlaps another is left out."""
    marks: Marks = ()
    for index, run in enumerate(runs):
        is_white = run.text.isspace()
        wanted = run.marks & runs[index + 1].marks if is_white else run.marks
        kept = tuple(takewhile(wanted.__contains__, marks))
        opening = wanted.difference(marks)
        if is_white or (kept and not _can_open_within(runs[index - 1], run)):
            opening = frozenset()
        longest_first = sorted(opening, key=lambda mark: (-_end(runs, index, mark), mark))
        marks = (*kept, *longest_first)
        yield marks


def _can_open_within(before: Run, run: Run) -> bool:
    """Tell whether stars between the two cannot be taken for closing what is open."""
    return kind(before.text[-1]) is Kind.SPACE or (
        not run.is_link and _first_kind(run.text) is Kind.LETTER
    )


def _first_kind(text: str) -> Kind:
    """Tell the kind of the first character; a lone one may yet become a reference."""
    first = kind(text[:1])
    return Kind.EITHER if len(text) == 1 and first is Kind.LETTER else first


def _end(runs: tuple[Run, ...], start: int, mark: str) -> int:
    """Give the index of the first run from *start* on that is not under the *mark*."""
    return next(
        (index for index in range(start, len(runs)) if mark not in runs[index].marks), len(runs)
    )


def _stars(old: Marks, new: Marks) -> _Stars:
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    return _Stars(old[kept:][::-1], new[kept:], is_within=kept > 0)


def _fitted(left: str, stars: _Stars, source: _Source) -> tuple[str, str]:
    """Make what stands at the two sides of *stars* let these open and close what they shall."""
    before, after = left[-1:], source.text[:1]
    if source.is_link and before in ("!", "]") and not (stars.closing or stars.opening):
        return f"{left[:-1]}\\{before}", source.text  # else a picture or a reference
    before_is, after_is = _in_the_way(kind(before), _first_kind(source.text), stars)
    return (
        left[:-1] + reference(before) if before_is else left,
        reference(after) + source.text[1:] if after_is else source.text,
    )


def _in_the_way(before: Kind, after: Kind, stars: _Stars) -> tuple[bool, bool]:
    """Tell which neighbours of *stars* are to be written as references, so as punctuation."""
    letter_before, letter_after = before is Kind.LETTER, after is Kind.LETTER
    match bool(stars.closing), bool(stars.opening):
        case True, True:
            is_doubtful = not (letter_before and letter_after)
            return is_doubtful and before in DOUBTFUL, is_doubtful and after in DOUBTFUL
        case True, False:
            return False, after in DOUBTFUL and not letter_before
        case False, True:
            return before in DOUBTFUL and (stars.is_within or not letter_after), False
        case _:
            return False, False

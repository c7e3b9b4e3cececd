"""Breaks a paragraph's words into lines, greedily; it draws nothing.

Lengths are thousandths of the type size.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from postingkit.exporters.pdf.text.breaking import emergency, parts
from postingkit.exporters.pdf.text.hyphens import hyphenation_points, is_parted
from postingkit.exporters.pdf.text.runs import Run
from postingkit.exporters.pdf.text.units import Units
from postingkit.exporters.pdf.text.words import SOFT_HYPHEN, Word

_TOLERANCE = 0.01
_FULL = 0.7  # of a line; then a text without spaces ends at one rather than between two letters
_NEAR = 50  # words on either side of one that may tell that it is part of an address


@dataclass(slots=True, eq=False)
class Line:
    """Words of one line in logical order, *width* wide without the space at the end.

    *sources*, *runs* and *levels* are those of `Units`. A *full* line was ended for want of room,
    and may be
    stretched.
    """

    sources: Sequence[Run]
    words: list[Word]
    runs: list[int]
    levels: list[int]
    width: float
    full: bool


def broken(units: Units, width: float, *, hyphenate: bool) -> list[Line]:
    """Break *units* into lines of *width*; nothing is wider but a character that is so itself."""
    if units.width <= width + _TOLERANCE:
        return [_whole(units)] if units.stops else []
    return list(_Breaker(units, width + _TOLERANCE, hyphenate=hyphenate).lines())


def _whole(units: Units) -> Line:
    end = units.stops[-1] + 1
    words, runs, levels = units.words[:end], units.runs[:end], units.levels[:end]
    return Line(units.sources, words, runs, levels, units.width, full=False)


def ended(line: Line, end: Word) -> Line:
    """Give *line* with *end* for the space at its end, if it has one."""
    count = len(line.words) - (line.words[-1].text == " ")
    return replace(
        line,
        words=[*line.words[:count], end],
        runs=[*line.runs[:count], line.runs[count - 1]] if line.runs else [],
        levels=[*line.levels[:count], line.levels[count - 1]] if line.levels else [],
    )


class _Breaker:
    """Where the breaking of one paragraph stands.

    *first* is the word that the next line begins with; *carried* stands for it where its beginning
    is on the line before. *stop* is the first of the stops that are not behind.
    """

    def __init__(self, units: Units, width: float, *, hyphenate: bool) -> None:
        self.units, self.width, self.hyphenate = units, width, hyphenate
        self.first, self.stop = 0, 0
        self.carried: Word | None = None

    def lines(self) -> Iterator[Line]:
        units = self.units
        while self.stop < len(units.stops):
            start = self._start()
            fit = bisect_right(units.reaches, start + self.width, self.stop) - 1
            if fit == len(units.stops) - 1:
                yield self._ended(fit, start, full=False)
            else:
                yield self._divided(fit, start) or self._fitting(fit, start)

    def _start(self) -> float:
        """Give where the line begins in the scale of the units' ends."""
        return self.units.ends[self.first] - self._word(self.first).width

    def _word(self, index: int) -> Word:
        return self.carried if self.carried and index == self.first else self.units.words[index]

    def _divided(self, fit: int, start: float) -> Line | None:
        """End the line within the first word that does not fit, where that may be parted."""
        units = self.units
        index = bisect_right(units.ends, start + self.width, self.first)
        if fit >= self.stop and index < units.nexts[fit]:
            return None  # a space that does not fit parts nothing
        word = self._word(index)
        room = start + self.width - (units.ends[index] - word.width)
        if fit >= self.stop and units.reaches[fit] - start > _FULL * self.width and word.flows:
            return None
        hyphenate = self.hyphenate or word.width > self.width
        halves = _parted(word, room, hyphenate=hyphenate and self._may_hyphenate(index))
        if halves is None and fit < self.stop and (index == self.first or word.width > self.width):
            halves = _cut(word, room, alone=index == self.first)
        if halves is None:
            return None
        line = self._line(index, start, halves[0])
        self.first, self.carried, self.stop = index, halves[1], max(fit + 1, self.stop)
        return line

    def _may_hyphenate(self, index: int) -> bool:
        """Tell whether all that stands between spaces around a word is no address or number."""
        words = self.units.words
        first = last = index
        while first and index - first < _NEAR and words[first - 1].text != " ":
            first -= 1
        while last + 1 < len(words) and last - index < _NEAR and words[last + 1].text != " ":
            last += 1
        return is_parted("".join([word.text for word in words[first : last + 1]]))

    def _fitting(self, fit: int, start: float) -> Line:
        """End the line at the last stop that fits, or anywhere where there is none."""
        if fit >= self.stop:
            return self._ended(fit, start, full=True)
        end = bisect_right(self.units.ends, start + self.width, self.first)
        end = max(end, self.first + 1)
        if end > self.units.stops[self.stop]:
            return self._ended(self.stop, start, full=True)
        line = self._line(end, start)
        self.first, self.carried = end, None
        return line

    def _ended(self, stop: int, start: float, *, full: bool) -> Line:
        """End the line at a stop, with the space that follows it, if any."""
        units = self.units
        end, following = units.stops[stop] + 1, units.nexts[stop]
        spaced = min(following, end + 1, len(units.words)) if full else end
        line = self._line(spaced, start)
        line.width, line.full = units.reaches[stop] - start, full
        self.first, self.carried, self.stop = following, None, stop + 1
        return line

    def _line(self, end: int, start: float, head: Word | None = None) -> Line:
        """Make a line of the words up to *end*, with the *head* of that one."""
        units, first = self.units, self.first
        words = units.words[first:end]
        if self.carried and words:
            words[0] = self.carried
        width = units.ends[end - 1] - start if words else 0
        if head:
            words.append(head)
            width, end = width + head.width, end + 1
        runs, levels = units.runs[first:end], units.levels[first:end]
        return Line(units.sources, words, runs, levels, width, full=True)


def _parted(word: Word, room: float, *, hyphenate: bool) -> tuple[Word, Word] | None:
    """Part *word* so that its beginning fits: after a hyphen, at a soft hyphen, by its language."""
    points = _points(word, hyphenate=hyphenate)
    vocabulary = word.vocabulary
    for point in sorted(points, reverse=True):
        head = vocabulary[word.text[:point] + points[point]]
        if head.width <= room:
            return head, vocabulary[word.text[point:]]
    return None


def _points(word: Word, *, hyphenate: bool) -> dict[int, str]:
    """Give the places at which *word* may be parted, each with what is added there."""
    points: dict[int, str] = {}
    text = word.text
    pieces = parts(text)
    if len(pieces) > 1:
        end = 0
        for piece in pieces[:-1]:
            end += len(piece)
            points[end] = ""
    if hyphenate and SOFT_HYPHEN not in text:
        points |= dict.fromkeys(hyphenation_points(text, word.vocabulary.language), SOFT_HYPHEN)
    if word.flows:
        points |= dict.fromkeys(_clusters(text), "")
    return points


def _cut(word: Word, room: float, *, alone: bool) -> tuple[Word, Word] | None:
    """Cut a word that is wider than a line between two clusters of characters.

    A word *alone* on its line leaves a cluster there that does not fit.
    """
    vocabulary = word.vocabulary
    ends = _clusters(word.text)
    if not ends:
        return None
    guess = max(1, bisect_right(ends, len(word.text) * room / max(word.width, 1)))
    while guess > 1 and vocabulary[word.text[: ends[guess - 1]]].width > room:
        guess -= 1
    while guess < len(ends) and vocabulary[word.text[: ends[guess]]].width <= room:
        guess += 1
    end = ends[guess - 1]
    head = vocabulary[word.text[:end]]
    return (head, vocabulary[word.text[end:]]) if alone or head.width <= room else None


def _clusters(text: str) -> list[int]:
    """Give where the clusters of *text* end, but for the last."""
    return [index + 1 for index, end in enumerate(emergency(text)) if end][:-1]

"""Paragraphs: lines of words of one style, drawn as one sequence of text; it breaks no lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Literal

from postingkit.exporters.pdf.layout.parts import Paper, Part
from postingkit.exporters.pdf.layout.pens import Pen
from postingkit.exporters.pdf.layout.styles import TextStyle
from postingkit.exporters.pdf.structure import Area, Element, Kid
from postingkit.exporters.pdf.text.bidi import visual
from postingkit.exporters.pdf.text.lines import Line
from postingkit.exporters.pdf.text.runs import Run, Target
from postingkit.exporters.pdf.text.words import Word
from postingkit.exporters.pdf.writing import Bookmark

_LEAST_LINES = 2  # of a paragraph, on either side of a page's end


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before the first line of an item: its *text*, *left* of the column's edge."""

    line: Line
    element: Element
    style: TextStyle
    left: float


@dataclass(frozen=True, slots=True)
class Entry:
    """What the outline says of a heading; *level* is 0 for the outermost."""

    title: str
    level: int


@dataclass(frozen=True, slots=True)
class ParagraphPart:
    """*lines* in a column of *width* that begins *left* of its own column's edge.

    *base* is 1 where the lines begin at the right; *held* has the elements of its links and
    foreign runs.
    """

    lines: Sequence[Line]
    style: TextStyle
    element: Element
    left: float
    width: float
    base: int
    keeps: bool
    above: float
    below: float
    held: dict[Target | Run, Element]
    label: Label | None = None
    entry: Entry | None = None

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """The height of the lines that must not be parted."""
        count = len(self.lines)
        return (count if count <= _LEAST_LINES + 1 else _LEAST_LINES) * self.style.leading

    def split(self, room: float) -> "tuple[Part, Part] | None":
        """Part it with at least two lines in either half."""
        count = min(int(room / self.style.leading), len(self.lines) - _LEAST_LINES)
        return self._parted(count) if count >= _LEAST_LINES else None

    def cut(self, room: float) -> "tuple[Part, Part] | None":
        """Part it after any line."""
        count = min(int(room / self.style.leading), len(self.lines) - 1)
        return self._parted(count) if count > 0 else None

    def _parted(self, count: int) -> "tuple[Part, Part]":
        return (
            replace(self, lines=self.lines[:count], below=0),
            replace(self, lines=self.lines[count:], above=0, label=None, entry=None),
        )

    def draw(self, paper: Paper, left: float, top: float) -> None:
        """Draw the label and the lines, and underline the links."""
        baseline = top - self.style.leading + self.style.rise
        if self.entry:
            mark = Bookmark(self.entry.title, self.entry.level, paper.sheet.number, top)
            paper.bookmarks.append(mark)
        if self.label:
            self._draw_label(self.label, paper, left, baseline)
        pen = Pen(paper, self.element)
        pen.begin(self.style.colour)
        stretches: list[_Stretch] = []
        for number, line in enumerate(self.lines):
            height = baseline - number * self.style.leading
            stretches += self._draw_line(line, pen, left + self.left, height)
        pen.end()
        if stretches:
            _underline(stretches, paper, self.style)

    def _draw_label(self, label: Label, paper: Paper, left: float, baseline: float) -> None:
        pen = Pen(paper, label.element)
        pen.begin(label.style.colour)
        pen.move(left + label.left, baseline)
        for group in _groups(label.line, self.base):
            pen.show(group.words, label.style.size)
        pen.end()

    def _draw_line(self, line: Line, pen: Pen, left: float, baseline: float) -> "list[_Stretch]":
        """Draw a line from the left, and give where its links stand."""
        size = self.style.size
        slack = self.width - line.width * size / 1000
        stretch = self._stretch(line, slack)
        pen.move(left + self._shift(0 if stretch else slack, line), baseline)
        if self._is_uniform(line):
            pen.turn(self.element)
            pen.show(line.words, size, stretch)
            return []
        return self._draw_groups(line, pen, baseline, stretch)

    def _is_uniform(self, line: Line) -> bool:
        """Tell whether all of a line stands in the paragraph's own element, as it is written."""
        return not (line.runs or line.levels) and self._is_own(line.sources[0])

    def _is_own(self, run: Run) -> bool:
        return run.target is None and not self._is_foreign(run)

    def _draw_groups(
        self, line: Line, pen: Pen, baseline: float, stretch: float
    ) -> "list[_Stretch]":
        stretches: list[_Stretch] = []
        kids = self.element.kids
        apart = bool(line.levels) and not all(map(self._is_own, line.sources))
        said: list[tuple[int, list[Kid]]] = []
        for group in _groups(line, self.base):
            run, begin, count = line.sources[group.run], pen.left, len(kids)
            if apart:
                pen.leave()
            pen.turn(self._element(run))
            pen.colour(self.style.link if run.target else self.style.colour)
            pen.show(group.words, self.style.size, stretch)
            if run.target:
                element, width = self.held[run.target], pen.left - begin
                stretches.append(_Stretch(run.target, element, begin, baseline, width))
            said.append((group.first, kids[count:]))
        if apart:
            pen.leave()
            _sort(kids, said)
        return stretches

    def _is_foreign(self, run: Run) -> bool:
        return run.language is not None and run.language != self.element.language

    def _element(self, run: Run) -> Element:
        """Give the element that a run's text belongs to, made when the run is first met."""
        parent = self._held(self.element, run.target, "Link") if run.target else self.element
        if not self._is_foreign(run):
            return parent
        span = self._held(parent, run, "Span")
        span.language = run.language
        return span

    def _held(self, parent: Element, key: Target | Run, tag: Literal["Link", "Span"]) -> Element:
        if key not in self.held:
            self.held[key] = parent.add(tag)
        return self.held[key]

    def _stretch(self, line: Line, slack: float) -> float:
        """Give how much wider each space becomes, in thousandths of the size."""
        if self.style.alignment != "justify" or not line.full:
            return 0
        spaces = sum(word.text == " " for word in line.words) - (line.words[-1].text == " ")
        return slack * 1000 / self.style.size / spaces if spaces > 0 else 0

    def _shift(self, slack: float, line: Line) -> float:
        """Give how far from the column's left edge a line begins."""
        space = line.words[-1].width * self.style.size / 1000 if line.words[-1].text == " " else 0
        before = space if self.base else 0
        match self.style.alignment:
            case "start" | "justify":
                return slack - before if self.base else 0
            case "end":
                return -before if self.base else slack
            case "center":
                return slack / 2 - before


@dataclass(frozen=True, slots=True)
class _Group:
    """Words of one run that stand together on the page, the leftmost first.

    *first* is where in the line's own order the first of them stands.
    """

    run: int
    words: Sequence[Word]
    first: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A link's part of a line."""

    target: Target
    element: Element
    left: float
    baseline: float
    width: float


def _sort(kids: list[Kid], said: list[tuple[int, list[Kid]]]) -> None:
    """Sort the last kids, which were drawn from left to right, as they are read."""
    count = sum(len(group) for _, group in said)
    ordered = sorted(said, key=itemgetter(0))
    kids[len(kids) - count :] = [kid for _, group in ordered for kid in group]


def _groups(line: Line, base: int) -> Iterator[_Group]:
    """Cut a line where the run changes, in the order in which the words stand on the page."""
    runs = line.runs or [0] * len(line.words)
    order = range(len(line.words))
    for run, indices in groupby(_visual(line, base) if line.levels else order, runs.__getitem__):
        found = list(indices)
        yield _Group(run, [line.words[index] for index in found], min(found))


def _visual(line: Line, base: int) -> list[int]:
    """Give the order of the words from the left; the space at the end goes with the paragraph."""
    levels = list(line.levels)
    for index in range(len(levels) - 1, -1, -1):
        if line.words[index].text != " ":
            break
        levels[index] = base
    return visual(levels)


def _underline(areas: Sequence[_Stretch], paper: Paper, style: TextStyle) -> None:
    """Draw a line below each part of a link, and lay the link's annotation over it."""
    sheet = paper.sheet
    thickness, depth = 0.06 * style.size, 0.14 * style.size
    strokes = " ".join(
        f"{area.left:.2f} {area.baseline - depth:.2f} {area.width:.2f} {thickness:.2f} re"
        for area in areas
    )
    sheet.decorate(f"{style.link} rg {strokes} f")
    for area in areas:
        bottom = area.baseline - style.rise
        right, top = area.left + area.width, bottom + style.leading
        box = Area(
            sheet.number,
            area.left,
            bottom,
            right,
            top,
            area.target.address,
            area.target.contents,
        )
        sheet.link(box, area.element)

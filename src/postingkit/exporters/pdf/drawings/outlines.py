"""Outlines as straight lines and cubic curves, and the box around them.

Points are complex numbers; nothing here knows SVG's words, colours or transformations.
"""

from cmath import exp, phase
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil, pi, radians, sqrt, tan
from typing import Literal, NamedTuple, TypeAlias

from postingkit.exporters.pdf.drawings.geometry import Box, Matrix
from postingkit.exporters.pdf.drawings.values import Undrawable, written_points

Operator: TypeAlias = Literal["m", "l", "c", "h"]


class Segment(NamedTuple):
    """A path operator of PDF with its points."""

    operator: Operator
    points: tuple[complex, ...] = ()


@dataclass(slots=True)
class Outline:
    """A path that grows: *here* is where it has come to, *start* where its last part began."""

    segments: list[Segment] = field(default_factory=list)
    here: complex = 0
    start: complex = 0

    def move(self, point: complex) -> None:
        """Begin a new part at *point*."""
        self.here = self.start = point
        self.segments.append(Segment("m", (point,)))

    def line(self, point: complex) -> None:
        """Go straight to *point*."""
        self._reopen()
        self.here = point
        self.segments.append(Segment("l", (point,)))

    def curve(self, first: complex, second: complex, point: complex) -> None:
        """Go to *point* along the cubic curve with the two control points."""
        self._reopen()
        self.here = point
        self.segments.append(Segment("c", (first, second, point)))

    def bend(self, control: complex, point: complex) -> None:
        """Go to *point* along the quadratic curve with the one *control* point."""
        self.curve((self.here + 2 * control) / 3, (point + 2 * control) / 3, point)

    def arc(self, radii: complex, turn: float, point: complex, *, large: bool, sweep: bool) -> None:
        """Go to *point* along an ellipse that is turned by so many degrees (SVG 2, B.2)."""
        across, down = abs(radii.real), abs(radii.imag)
        if self.here == point:
            return
        if not across or not down:
            self.line(point)
            return
        turned = exp(1j * radians(turn))
        first, last = (_squeezed(each / turned, across, down) for each in (self.here, point))
        grown = max(1.0, abs(last - first) / 2)
        for control, other, end in _unit_arc(first / grown, last / grown, large=large, sweep=sweep):
            points = (
                _squeezed(each * grown, 1 / across, 1 / down) for each in (control, other, end)
            )
            self.curve(*(each * turned for each in points))
        self.here = point

    def close(self) -> None:
        """Go straight back to where this part began, and join the ends."""
        self.here = self.start
        self.segments.append(Segment("h"))

    def _reopen(self) -> None:
        if not self.segments:
            raise Undrawable("A path begins with a move.")
        if self.segments[-1].operator == "h":
            self.move(self.here)

    def transformed(self, matrix: Matrix) -> "Outline":
        """Give the path as *matrix* makes it."""
        return Outline(
            [
                Segment(operator, tuple(map(matrix.applied, points)))
                for operator, points in self.segments
            ]
        )

    def code(self) -> str:
        """Write the path's operators (ISO 32000-1, 8.5.2)."""
        return "\n".join(
            f"{written_points(*segment.points)} {segment.operator}".lstrip()
            for segment in self.segments
        )

    def box(self) -> Box:
        """Give the least rectangle around the path, its line's width left out."""
        points = list(self._extremes())
        across, down = [point.real for point in points], [point.imag for point in points]
        x, y = min(across), min(down)
        return Box(x, y, max(across) - x, max(down) - y)

    def _extremes(self) -> Iterator[complex]:
        here = 0j
        for _, points in self.segments:
            if len(points) == 3:  # noqa: PLR2004 - a curve's two control points and its end
                yield from _turning_points(here, *points)
            if points:
                here = points[-1]
                yield here


def rectangle(box: Box) -> Outline:
    """Give the outline of a *box*."""
    made, right, bottom = Outline(), box.x + box.width, box.y + box.height
    made.move(complex(box.x, box.y))
    for corner in (complex(right, box.y), complex(right, bottom), complex(box.x, bottom)):
        made.line(corner)
    made.close()
    return made


def _squeezed(point: complex, across: float, down: float) -> complex:
    return complex(point.real / across, point.imag / down)


def _unit_arc(
    first: complex, last: complex, *, large: bool, sweep: bool
) -> Iterator[tuple[complex, complex, complex]]:
    """Yield the curves along a circle of radius 1 through two points."""
    middle, half = (first + last) / 2, (last - first) / 2
    away = sqrt(max(0.0, 1 - abs(half) ** 2)) * 1j * half / abs(half)
    center = middle + away if large != sweep else middle - away
    begin, angle = phase(first - center), phase((last - center) / (first - center))
    if sweep and angle < 0:
        angle += 2 * pi
    if not sweep and angle > 0:
        angle -= 2 * pi
    count = max(1, ceil(abs(angle) / (pi / 2) - 1e-9))
    step, reach = angle / count, 4 / 3 * tan(angle / count / 4)
    for index in range(count):
        one = exp(1j * (begin + index * step))
        other = exp(1j * (begin + (index + 1) * step))
        yield center + one * (1 + 1j * reach), center + other * (1 - 1j * reach), center + other


def _turning_points(*curve: complex) -> Iterator[complex]:
    """Yield the points of a cubic curve where it goes no further across or down."""
    for along in (list(map(_real, curve)), list(map(_imaginary, curve))):
        for time in _turning_times(*along):
            if 0 < time < 1:
                rest = 1 - time
                p0, p1, p2, p3 = curve
                yield (
                    rest**3 * p0 + 3 * rest**2 * time * p1 + 3 * rest * time**2 * p2 + time**3 * p3
                )


def _real(point: complex) -> float:
    return point.real


def _imaginary(point: complex) -> float:
    return point.imag


def _turning_times(p0: float, p1: float, p2: float, p3: float) -> Iterator[float]:
    """Yield where the derivative of a cubic curve is 0."""
    square, twice, rest = p3 - 3 * p2 + 3 * p1 - p0, p2 - 2 * p1 + p0, p1 - p0
    if abs(square) < 1e-12:  # noqa: PLR2004 - a straight derivative, as far as floats can tell
        if twice:
            yield -rest / (2 * twice)
        return
    inner = twice**2 - square * rest
    if inner >= 0:
        yield (-twice + sqrt(inner)) / square
        yield (-twice - sqrt(inner)) / square

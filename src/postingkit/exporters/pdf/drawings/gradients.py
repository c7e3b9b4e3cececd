"""Makes SVG's gradients PDF's shadings (SVG 2, chapter 14; ISO 32000-1, 8.7.4.5)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor
from typing import Literal, NamedTuple, TypeAlias
from xml.etree.ElementTree import Element

from postingkit.exporters.pdf.drawings.colours import Colour, colour, opacity
from postingkit.exporters.pdf.drawings.geometry import Box, Matrix, View, length, transformation
from postingkit.exporters.pdf.drawings.reading import Source, href_of, name_of
from postingkit.exporters.pdf.drawings.values import Undrawable, written, written_points

NEAREST = 1e-4
"""How near two stops may come to each other: PDF wants each further on than the one before."""
MOST_ROUNDS = 200
MOST_TEMPLATES = 20
ROUND_ENOUGH = 0.99
"""How near to its circle a focal point may come; beyond, viewers do not agree."""

Space: TypeAlias = Literal["DeviceRGB", "DeviceGray"]


class Stop(NamedTuple):
    """A colour of a gradient and where it stands, from 0 to 1."""

    offset: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient between two circles, or two points where there are no radii.

    *matrix* leads from its space to the drawing's; *stops* are at least two.
    """

    kind: Literal["axial", "radial"]
    centers: tuple[complex, complex]
    radii: tuple[float, float]
    matrix: Matrix
    spread: str
    stops: tuple[Stop, ...]

    def pattern(self, space: Space, corners: Sequence[complex]) -> bytes:
        """Write a shading pattern that covers *corners*; in DeviceGray it is of the opacities."""
        stops = self._repeated(corners)
        first, last = stops[0].offset, stops[-1].offset
        ends = [self._at(offset, *self.centers) for offset in (first, last)]
        radii = [self._at(offset, *self.radii).real for offset in (first, last)]
        coordinates = (
            f"{written_points(ends[0])} {written(radii[0])} {written_points(ends[1])} "
            f"{written(radii[1])}"
            if self.kind == "radial"
            else written_points(*ends)
        )
        return (
            f"<</PatternType 2/Matrix[{written(*self.matrix)}]/Shading<</ShadingType "
            f"{3 if self.kind == 'radial' else 2}/ColorSpace/{space}/Coords[{coordinates}]"
            f"/Domain[{written(first, last)}]/Extend[true true]/Function"
            f"{_function(stops, space)}>>>>"
        ).encode()

    @staticmethod
    def _at(offset: float, first: complex, last: complex) -> complex:
        return first + (last - first) * offset

    def _repeated(self, corners: Sequence[complex]) -> tuple[Stop, ...]:
        """Give the stops of as many rounds as it takes to cover *corners*."""
        if self.spread == "pad":
            return _apart([self.stops])
        back = self.matrix.inverted()
        offsets = [self._offset(back.applied(corner)) for corner in corners]
        first = 0 if self.kind == "radial" else floor(min(offsets))
        last = max(first + 1, ceil(max(offsets)))
        if last - first > MOST_ROUNDS or (self.kind == "radial" and self.radii[0]):
            raise Undrawable(self.spread)
        mirrored = tuple(Stop(1 - stop.offset, stop.colour) for stop in reversed(self.stops))
        every_other = mirrored if self.spread == "reflect" else self.stops
        return _apart(
            [
                tuple(Stop(at + n, c) for at, c in (every_other if n % 2 else self.stops))
                for n in range(first, last)
            ]
        )

    def _offset(self, point: complex) -> float:
        """Give how far *point* lies along the gradient, or further where it is radial."""
        way, gone = self.centers[1] - self.centers[0], point - self.centers[0]
        if self.kind == "radial":
            return abs(gone) / (self.radii[1] - abs(way))
        return (gone * way.conjugate()).real / abs(way) ** 2


def _apart(rounds: Sequence[Sequence[Stop]]) -> tuple[Stop, ...]:
    """Move stops on that stand at one place; each round begins and ends in a stop of its own."""
    made: list[Stop] = []
    for stops in rounds:
        for stop in stops:
            least = made[-1].offset + NEAREST if made else stop.offset
            made.append(Stop(max(stop.offset, least), stop.colour))
    return tuple(made)


def _function(stops: Sequence[Stop], space: Space) -> str:
    """Write the function from offsets to colours (ISO 32000-1, 7.10.4)."""
    pieces = "".join(
        f"<</FunctionType 2/Domain[0 1]/N 1/C0[{_components(one, space)}]"
        f"/C1[{_components(other, space)}]>>"
        for one, other in pairwise(stops)
    )
    bounds = written(*(stop.offset for stop in stops[1:-1]))
    domain = written(stops[0].offset, stops[-1].offset)
    return (
        f"<</FunctionType 3/Domain[{domain}]/Functions[{pieces}]/Bounds[{bounds}]"
        f"/Encode[{' '.join(['0 1'] * (len(stops) - 1))}]>>"
    )


def _components(stop: Stop, space: Space) -> str:
    numbers = stop.colour.light if space == "DeviceRGB" else (stop.colour.alpha,)
    return written(*(round(number, 4) for number in numbers))


class Gradients:
    """Reads gradients of one drawing, each with what it takes from its templates."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def read(
        self, element: Element, matrix: Matrix, box: Callable[[], Box], view: View
    ) -> Gradient | Colour | None:
        """Read a gradient for a shape with a bounding *box*; None where it has no stops.

        *matrix* leads from the shape's space to the drawing's.
        """
        chain = list(self._chain(element))
        stops = next(filter(None, map(self._stops, chain)), ())
        if not stops:
            return None
        values = {key: value for each in reversed(chain) for key, value in each.attrib.items()}
        if values.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox":
            x, y, width, height = box()
            matrix, view = matrix @ Matrix(width, 0, 0, height, x, y), View(1, 1)
        matrix @= transformation(values.get("gradientTransform", ""))
        make = _radial if name_of(element) == "radialGradient" else _linear
        gradient = make(values, matrix, view, _ended(stops))
        matrix.inverted()
        flat = len(stops) == 1 or gradient.radii[1] == 0 == abs(
            gradient.centers[1] - gradient.centers[0]
        )
        return stops[-1].colour if flat else gradient

    def _chain(self, element: Element) -> Iterator[Element]:
        for _ in range(MOST_TEMPLATES):
            if name_of(element) not in ("linearGradient", "radialGradient"):
                break
            yield element
            if not href_of(element):
                return
            element = self.source.named(href_of(element))
        raise Undrawable(element.tag)

    def _stops(self, element: Element) -> tuple[Stop, ...]:
        return tuple(self._stop(child) for child in element if name_of(child) == "stop")

    def _stop(self, element: Element) -> Stop:
        style = self.source.style_in_place(element)
        written = style["stop-color"]
        red, green, blue, alpha = colour(style["color"] if written == "currentColor" else written)
        shown = Colour(red, green, blue, alpha * opacity(style["stop-opacity"]))
        return Stop(opacity(element.get("offset", "0")), shown)


def _ended(stops: Sequence[Stop]) -> tuple[Stop, ...]:
    """Give stops that never go back, with one at either end."""
    made = [Stop(0, stops[0].colour)] if stops[0].offset > 0 else []
    for stop in stops:
        made.append(Stop(max(stop.offset, made[-1].offset if made else 0), stop.colour))
    if made[-1].offset < 1:
        made.append(Stop(1, made[-1].colour))
    return tuple(made)


def _linear(
    values: dict[str, str], matrix: Matrix, view: View, stops: tuple[Stop, ...]
) -> Gradient:
    x1, x2 = (
        length(values.get("x1", "0%"), view.width),
        length(values.get("x2", "100%"), view.width),
    )
    y1, y2 = (
        length(values.get("y1", "0%"), view.height),
        length(values.get("y2", "0%"), view.height),
    )
    ends = (complex(x1, y1), complex(x2, y2))
    return Gradient("axial", ends, (0, 0), matrix, _spread(values), stops)


def _radial(
    values: dict[str, str], matrix: Matrix, view: View, stops: tuple[Stop, ...]
) -> Gradient:
    cx, cy = (
        length(values.get("cx", "50%"), view.width),
        length(values.get("cy", "50%"), view.height),
    )
    fx = length(values["fx"], view.width) if "fx" in values else cx
    fy = length(values["fy"], view.height) if "fy" in values else cy
    radius = length(values.get("r", "50%"), view.diagonal)
    inner = length(values.get("fr", "0%"), view.diagonal)
    centers = (complex(fx, fy), complex(cx, cy))
    if radius < 0 or inner < 0 or abs(centers[1] - centers[0]) + inner > radius * ROUND_ENOUGH:
        raise Undrawable("radialGradient")
    return Gradient("radial", centers, (inner, radius), matrix, _spread(values), stops)


def _spread(values: dict[str, str]) -> str:
    spread = values.get("spreadMethod", "pad")
    if spread not in ("pad", "reflect", "repeat"):
        raise Undrawable(spread)
    return spread

"""Reads the outlines of SVG's shapes and of path data (SVG 2, chapters 9 and 10); it draws none."""

import re
from collections.abc import Callable, Iterator, Mapping

from postingkit.exporters.pdf.drawings.geometry import NUMBER, View, length, numbers
from postingkit.exporters.pdf.drawings.outlines import Outline
from postingkit.exporters.pdf.drawings.values import Undrawable

COUNTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
COMMAND = re.compile(r"([MLHVCSQTAZmlhvcsqtaz])([^MLHVCSQTAZmlhvcsqtaz]*)")
ARC = re.compile(
    r"[\s,]*".join(["", *[f"({NUMBER})"] * 3, *["([01])"] * 2, *[f"({NUMBER})"] * 2, ""])
)
SMOOTH = {"s": "cs", "t": "qt"}
"""After which commands a smooth one goes on in their direction."""


def outline(name: str, attributes: Mapping[str, str], view: View) -> Outline:
    """Give the outline of the shape *name*; it is empty where nothing is to be seen."""
    made = Outline()
    SHAPES[name](made, attributes, view)
    return made


def _path(made: Outline, attributes: Mapping[str, str], _: View) -> None:
    data = attributes.get("d", "").strip()
    if data[:1] not in ("", "M", "m"):
        raise Undrawable(data)
    reading = _Reading(made)
    for letter, given in COMMAND.findall(data):
        for each, values in _operands(letter, given):
            reading.follow(each, values)


def _operands(letter: str, given: str) -> Iterator[tuple[str, list[float]]]:
    """Yield a command as often as there are numbers for it; a move goes on as lines."""
    count = COUNTS[letter.lower()]
    values = _arcs(given) if letter in "aA" else numbers(given)
    if len(values) % count if count else values:
        raise Undrawable(given)
    if not values and count:
        raise Undrawable(letter)
    yield letter, values[:count]
    further = {"m": "l", "M": "L"}.get(letter, letter)
    yield from ((further, values[at : at + count]) for at in range(count, len(values), count or 1))


def _arcs(given: str) -> list[float]:
    """Read arcs, whose two flags need nothing between them."""
    values: list[float] = []
    position = 0
    while position < len(given):
        found = ARC.match(given, position)
        if not found:
            raise Undrawable(given)
        values += map(float, found.groups())
        position = found.end()
    return values


class _Reading:
    """Follows path data, command by command (SVG 2, 9.3)."""

    def __init__(self, made: Outline) -> None:
        self.made = made
        self.before = ""
        self.control = 0j

    def follow(self, letter: str, values: list[float]) -> None:
        """Draw one command; a small *letter* counts from where the path has come to."""
        made, kind = self.made, letter.lower()
        origin = made.here if letter == kind else 0j
        pairs = range(len(values) % 2, len(values), 2)
        points = [origin + complex(*values[at : at + 2]) for at in pairs]
        if kind in SMOOTH:
            ahead = 2 * made.here - self.control if self.before in SMOOTH[kind] else made.here
            points.insert(0, ahead)
        self._draw(kind, values, points, origin)
        self.control = points[-2] if len(points) > 1 else 0j
        self.before = kind

    def _draw(self, kind: str, values: list[float], points: list[complex], origin: complex) -> None:
        made = self.made
        match kind:
            case "m":
                made.move(*points)
            case "l":
                made.line(*points)
            case "h":
                made.line(complex(origin.real + values[0], made.here.imag))
            case "v":
                made.line(complex(made.here.real, origin.imag + values[0]))
            case "c" | "s":
                made.curve(*points)
            case "q" | "t":
                made.bend(*points)
            case "a":
                large, sweep = bool(values[3]), bool(values[4])
                radii = complex(values[0], values[1])
                made.arc(radii, values[2], points[-1], large=large, sweep=sweep)
            case _:
                made.close()


def _rectangle(made: Outline, attributes: Mapping[str, str], view: View) -> None:
    x, y = _number(attributes, "x", view.width), _number(attributes, "y", view.height)
    width = _number(attributes, "width", view.width)
    height = _number(attributes, "height", view.height)
    if width <= 0 or height <= 0:
        return
    across, down = _radii(attributes, view)
    across, down = min(across, width / 2), min(down, height / 2)
    radii, right, bottom = complex(across, down), x + width, y + height
    made.move(complex(x + across, y))
    for straight, corner in (
        (complex(right - across, y), complex(right, y + down)),
        (complex(right, bottom - down), complex(right - across, bottom)),
        (complex(x + across, bottom), complex(x, bottom - down)),
        (complex(x, y + down), complex(x + across, y)),
    ):
        made.line(straight)
        made.arc(radii, 0, corner, large=False, sweep=True)
    made.close()


def _radii(attributes: Mapping[str, str], view: View) -> tuple[float, float]:
    """Read two radii, of which each stands in for the other."""
    given = {name: attributes.get(name, "auto").strip() for name in ("rx", "ry")}
    wholes = {"rx": view.width, "ry": view.height}
    known = {name: length(text, wholes[name]) for name, text in given.items() if text != "auto"}
    if min(known.values(), default=0) < 0:
        raise Undrawable(given)
    across = known.get("rx", known.get("ry", 0.0))
    return across, known.get("ry", across)


def _circle(made: Outline, attributes: Mapping[str, str], view: View) -> None:
    radius = _number(attributes, "r", view.diagonal)
    _round(made, attributes, view, complex(radius, radius))


def _ellipse(made: Outline, attributes: Mapping[str, str], view: View) -> None:
    _round(made, attributes, view, complex(*_radii(attributes, view)))


def _round(made: Outline, attributes: Mapping[str, str], view: View, radii: complex) -> None:
    center = complex(_number(attributes, "cx", view.width), _number(attributes, "cy", view.height))
    if radii.real <= 0 or radii.imag <= 0:
        return
    made.move(center + radii.real)
    made.arc(radii, 0, center - radii.real, large=False, sweep=True)
    made.arc(radii, 0, center + radii.real, large=False, sweep=True)
    made.close()


def _line(made: Outline, attributes: Mapping[str, str], view: View) -> None:
    x1, x2 = (_number(attributes, name, view.width) for name in ("x1", "x2"))
    y1, y2 = (_number(attributes, name, view.height) for name in ("y1", "y2"))
    made.move(complex(x1, y1))
    made.line(complex(x2, y2))


def _polyline(made: Outline, attributes: Mapping[str, str], _: View) -> None:
    values = numbers(attributes.get("points", ""))
    if len(values) % 2:
        raise Undrawable("points")
    for x, y in zip(values[::2], values[1::2], strict=True):
        go = made.line if made.segments else made.move
        go(complex(x, y))


def _polygon(made: Outline, attributes: Mapping[str, str], view: View) -> None:
    _polyline(made, attributes, view)
    if made.segments:
        made.close()


def _number(attributes: Mapping[str, str], name: str, whole: float) -> float:
    return length(attributes.get(name, "0"), whole)


SHAPES: Mapping[str, Callable[[Outline, Mapping[str, str], View], None]] = {
    "path": _path,
    "rect": _rectangle,
    "circle": _circle,
    "ellipse": _ellipse,
    "line": _line,
    "polyline": _polyline,
    "polygon": _polygon,
}
"""The elements that have an outline."""

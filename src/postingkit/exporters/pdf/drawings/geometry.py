"""Lengths, transformations and view boxes of SVG 2, chapter 8; points are complex numbers."""

import re
from math import cos, hypot, radians, sin, sqrt, tan
from typing import NamedTuple

from postingkit.exporters.pdf.drawings.values import Undrawable

NUMBER = r"(?>[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)"
NUMBERS = re.compile(NUMBER)
GAPS = " \t\r\n,"
LENGTH = re.compile(rf"\s*({NUMBER})(%|[a-z]*)\s*", re.IGNORECASE)
UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
FUNCTION = re.compile(r"(\w+)\s*\(([^()]*)\)")
ALIGNED = re.compile(r"x(Min|Mid|Max)Y(Min|Mid|Max)(?:\s+(meet|slice))?")
SHARES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


EVEN = 1e-6
"""What part of itself a length may change by turning, and still count as the same."""


class Matrix(NamedTuple):
    """An affine transformation, in the order of numbers that SVG and PDF share."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __matmul__(self, inner: "Matrix") -> "Matrix":
        """Give the transformation that does *inner* first and then this one."""
        first, second = complex(inner.a, inner.b), complex(inner.c, inner.d)
        end, origin = self.applied(complex(inner.e, inner.f)), self.applied(0)
        first, second = self.applied(first) - origin, self.applied(second) - origin
        return Matrix(first.real, first.imag, second.real, second.imag, end.real, end.imag)

    def applied(self, point: complex) -> complex:
        """Give where *point* comes to lie."""
        x, y = point.real, point.imag
        return complex(self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    @property
    def area(self) -> float:
        """What the unit square's area becomes; 0 where nothing can be seen any more."""
        return self.a * self.d - self.b * self.c

    @property
    def scale(self) -> float | None:
        """How many times longer all lengths become; None where not all become equally longer."""
        scale = sqrt(abs(self.area))
        uneven = abs(complex(self.a, self.b) ** 2 + complex(self.c, self.d) ** 2)
        return scale if uneven <= EVEN * scale**2 else None

    def inverted(self) -> "Matrix":
        """Give the transformation back."""
        if abs(self.area) < 1e-12:  # noqa: PLR2004 - flat, as far as floats can tell
            raise Undrawable(self)
        a, b, c, d = (n / self.area for n in (self.d, -self.b, -self.c, self.a))
        return Matrix(a, b, c, d, -a * self.e - c * self.f, -b * self.e - d * self.f)


class View(NamedTuple):
    """The width and height that lengths in percent refer to."""

    width: float
    height: float

    @property
    def diagonal(self) -> float:
        """What lengths in percent refer to that are of no direction (SVG 2, 8.9)."""
        return hypot(self.width, self.height) / sqrt(2)


class Box(NamedTuple):
    """A rectangle by its least corner and its size."""

    x: float
    y: float
    width: float
    height: float


def numbers(text: str) -> list[float]:
    """Read numbers, with commas or white space between them."""
    if NUMBERS.sub("", text).strip(GAPS):
        raise Undrawable(text)
    return [float(number) for number in NUMBERS.findall(text)]


def length(text: str, whole: float) -> float:
    """Read a length, in pixels; percent are of the *whole*."""
    found = LENGTH.fullmatch(text)
    if found and found[2] == "%":
        return float(found[1]) / 100 * whole
    if not found or found[2].lower() not in UNITS:
        raise Undrawable(text)
    return float(found[1]) * UNITS[found[2].lower()]


def transformation(text: str) -> Matrix:
    """Read the value of a ``transform`` attribute."""
    if FUNCTION.sub("", text).strip(GAPS):
        raise Undrawable(text)
    matrix = Matrix()
    for name, given in FUNCTION.findall(text):
        matrix @= _function(name, numbers(given))
    return matrix


def _function(name: str, given: list[float]) -> Matrix:  # noqa: PLR0911 - one for each function of SVG
    match name, given:
        case "matrix", [a, b, c, d, e, f]:
            return Matrix(a, b, c, d, e, f)
        case "translate", [x, *y] if len(y) <= 1:
            return Matrix(e=x, f=sum(y))
        case "scale", [x]:
            return Matrix(x, 0, 0, x)
        case "scale", [x, y]:
            return Matrix(x, 0, 0, y)
        case "rotate", [angle]:
            turn = radians(angle)
            return Matrix(cos(turn), sin(turn), -sin(turn), cos(turn))
        case "rotate", [angle, x, y]:
            return Matrix(e=x, f=y) @ _function("rotate", [angle]) @ Matrix(e=-x, f=-y)
        case "skewX", [angle]:
            return Matrix(c=tan(radians(angle)))
        case "skewY", [angle]:
            return Matrix(b=tan(radians(angle)))
        case _:
            raise Undrawable(name)


def fitted(box: Box, room: Box, how: str) -> Matrix:
    """Give the transformation of a view *box* into its *room* (SVG 2, 8.2)."""
    across, down = room.width / box.width, room.height / box.height
    if how.strip() == "none":
        return Matrix(across, 0, 0, down, room.x - box.x * across, room.y - box.y * down)
    found = ALIGNED.fullmatch(how.strip())
    if not found:
        raise Undrawable(how)
    scale = max(across, down) if found[3] == "slice" else min(across, down)
    x = room.x + (room.width - box.width * scale) * SHARES[found[1]]
    y = room.y + (room.height - box.height * scale) * SHARES[found[2]]
    return Matrix(scale, 0, 0, scale, x - box.x * scale, y - box.y * scale)

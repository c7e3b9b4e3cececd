"""What a drawing becomes, and the numbers that it is made of; nothing here knows any SVG."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite


class Undrawable(Exception):  # noqa: N818 - it says what is so, and nobody is told
    """Something in a drawing that would not come out just as it is meant."""


@dataclass(frozen=True, slots=True)
class VectorDrawing:
    """A Form XObject: its operators, with the origin at its lower left, its size in points.

    *resources* holds finished dictionaries by kind (``ExtGState``, ``Pattern``) and name. The code
    calls on two further kinds that are streams of their own, of the same size and space: *forms*,
    which ``Do`` draws, transparency groups in DeviceRGB; and *masks*, which ``gs`` sets as a
    luminosity soft mask (ISO 32000-1, 11.6.5.2), transparency groups in DeviceGray.
    """

    width: float
    height: float
    code: str
    resources: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    forms: Mapping[str, "VectorDrawing"] = field(default_factory=dict)
    masks: Mapping[str, "VectorDrawing"] = field(default_factory=dict)


def written(*numbers: float) -> str:
    """Write *numbers* as PDF does: seven digits that matter, and no exponent."""
    return " ".join(map(_written, numbers))


def _written(number: float) -> str:
    if not isfinite(number):
        raise Undrawable(number)
    text = f"{number:.7g}"
    if "e" in text:
        text = f"{number:.12f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def written_points(*points: complex) -> str:
    """Write the coordinates of *points*."""
    return " ".join(written(point.real, point.imag) for point in points)

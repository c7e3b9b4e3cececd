"""Reads colours as CSS writes them (CSS Color 4, chapters 5 to 7); it knows no drawing."""

import re
from colorsys import hls_to_rgb
from typing import NamedTuple

from postingkit.exporters.pdf.drawings.geometry import NUMBER
from postingkit.exporters.pdf.drawings.names import NAMED
from postingkit.exporters.pdf.drawings.values import Undrawable

DIGITS = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
CALL = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")
PART = re.compile(rf"({NUMBER})(%|deg)?")


class Colour(NamedTuple):
    """Shares of red, green and blue, and how opaque they are; all from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    @property
    def light(self) -> tuple[float, float, float]:
        """The colour without its opacity."""
        return self.red, self.green, self.blue


def colour(text: str) -> Colour:
    """Read a colour; ``currentColor`` is none."""
    text = text.strip().lower()
    text = f"#{NAMED[text]}" if text in NAMED else text
    if text == "transparent":
        return Colour(0, 0, 0, 0)
    if DIGITS.fullmatch(text):
        size = 1 if len(text) <= len("#rgba") else 2
        digits = [text[at : at + size] * (3 - size) for at in range(1, len(text), size)]
        return Colour(*(int(pair, 16) / 255 for pair in digits))
    found = CALL.fullmatch(text)
    if not found:
        raise Undrawable(text)
    return _called(found[1], found[2])


def opacity(text: str) -> float:
    """Read an opacity, as a number or in percent."""
    found = PART.fullmatch(text.strip())
    if not found or found[2] == "deg":
        raise Undrawable(text)
    return _share(float(found[1]), 100 if found[2] else 1)


def _called(name: str, given: str) -> Colour:
    parts = [PART.fullmatch(part) for part in re.split(r"[\s,/]+", given.strip())]
    values = [(float(part[1]), part[2]) for part in parts if part]
    alphas = [_share(value, 100 if unit else 1) for value, unit in values[3:]]
    units = tuple(unit for _, unit in values[:3])
    match name, units, [value for value, _ in values[:3]]:
        case "rgb", (None, None, None) | ("%", "%", "%"), shares if len(values) == len(parts):
            light = [_share(share, 100 if units[0] else 255) for share in shares]
        case "hsl", (None | "deg", "%", "%"), [hue, strength, lightness]:
            light = [*hls_to_rgb(hue / 360 % 1, _share(lightness, 100), _share(strength, 100))]
        case _:
            raise Undrawable(given)
    if len(alphas) > 1 or len(values) != len(parts):
        raise Undrawable(given)
    return Colour(*light, *alphas)


def _share(value: float, whole: float) -> float:
    return min(1.0, max(0.0, value / whole))

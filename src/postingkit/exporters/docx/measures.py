"""Turns millimetres and points into the units that Word files count in, and measures the sheet."""

from dataclasses import dataclass
from itertools import pairwise

from postingkit.document import Orientation
from postingkit.look import Page

MILLIMETRES_PER_INCH = 25.4
TWIPS_PER_INCH = 1440
TWIPS_PER_POINT = 20
EMU_PER_MILLIMETRE = 36_000


def twips(millimetres: float) -> int:
    """Give twentieths of a point."""
    return round(millimetres / MILLIMETRES_PER_INCH * TWIPS_PER_INCH)


def half_points(points: float) -> int:
    """Give a type size in half points."""
    return round(points * 2)


def emu(millimetres: float) -> int:
    """Give English Metric Units, in which drawings are measured."""
    return round(millimetres * EMU_PER_MILLIMETRE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper as it is held, in twips."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    orientation: Orientation

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return max(1, self.width - self.left - self.right)

    @property
    def text_height(self) -> int:
        """The height between the margins."""
        return max(1, self.height - self.top - self.bottom)


def sheet(page: Page, orientation: Orientation) -> Sheet:
    """Measure *page*, turned if the *orientation* asks for it; its margins stay where they are."""
    width, height = twips(page.width), twips(page.height)
    if orientation == "landscape":
        width, height = height, width
    return Sheet(
        width,
        height,
        twips(page.top),
        twips(page.right),
        twips(page.bottom),
        twips(page.left),
        orientation,
    )


def shares(weights: list[float], total: int) -> list[int]:
    """Divide *total* in proportion to *weights*; the parts are whole and add up exactly."""
    whole = sum(weights)
    edges = [0]
    reached = 0.0
    for weight in weights:
        reached += weight
        edges.append(round(reached / whole * total))
    return [right - left for left, right in pairwise(edges)]


CHARACTER = 0.58
"""The average width of a character, as a share of the type size: a rough estimate."""

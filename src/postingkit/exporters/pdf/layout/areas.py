"""Where on the paper text stands; nothing is laid out here."""

from dataclasses import dataclass

from postingkit.document import Orientation
from postingkit.errors import ExportFailed, Problem
from postingkit.look import Page

MILLIMETRE = 72 / 25.4
"""Points."""
_LEAST = 72.0  # points of width and height that text needs at the very least


@dataclass(frozen=True, slots=True)
class Area:
    """The paper and where text stands on it, from its lower left corner."""

    paper: tuple[float, float]
    left: float
    bottom: float
    width: float
    height: float

    @classmethod
    def of(cls, page: Page, orientation: Orientation) -> "Area":
        """Turn *page* as *orientation* asks; raises `ExportFailed` where no room is left."""
        sides = (page.width * MILLIMETRE, page.height * MILLIMETRE)
        paper = sides if orientation == "portrait" else sides[::-1]
        left, bottom = page.left * MILLIMETRE, page.bottom * MILLIMETRE
        width = paper[0] - left - page.right * MILLIMETRE
        height = paper[1] - bottom - page.top * MILLIMETRE
        if min(width, height) < _LEAST:
            raise ExportFailed(
                Problem.at(None, "The page's margins leave no room for text.", "Make them smaller.")
            )
        return cls(paper, left, bottom, width, height)

    @property
    def top(self) -> float:
        """The upper edge of the text."""
        return self.bottom + self.height

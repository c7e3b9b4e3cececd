"""Writes how a line is drawn: its width, ends, corners and dashes (ISO 32000-1, 8.4.3)."""

from dataclasses import dataclass

from postingkit.exporters.pdf.drawings.geometry import View, length
from postingkit.exporters.pdf.drawings.reading import Properties
from postingkit.exporters.pdf.drawings.values import Undrawable, written

CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn, in the numbers of PDF; *dashes* are of an even count."""

    width: float
    cap: int
    join: int
    limit: float
    dashes: tuple[float, ...]
    offset: float

    def code(self, scale: float) -> str:
        """Write the operators for a line whose lengths are to be *scale* times as long."""
        ends = f"{self.cap} J {self.join} j {written(self.limit)} M"
        pen = f"{written(self.width * scale)} w {ends}"
        if not self.dashes:
            return pen
        dashes = written(*(dash * scale for dash in self.dashes))
        return f"{pen} [{dashes}] {written(self.offset * scale)} d"


def pen(style: Properties, view: View) -> Pen:
    """Read the pen that a *style* asks for."""
    cap, join = CAPS.get(style["stroke-linecap"]), JOINS.get(style["stroke-linejoin"])
    width = length(style["stroke-width"], view.diagonal)
    limit = length(style["stroke-miterlimit"], 0)
    if cap is None or join is None or width < 0 or limit < 1:
        raise Undrawable("stroke")
    dashes = _dashes(style["stroke-dasharray"], view)
    offset = length(style["stroke-dashoffset"], view.diagonal)
    return Pen(width, cap, join, limit, dashes, offset % sum(dashes) if dashes else 0)


def _dashes(text: str, view: View) -> tuple[float, ...]:
    if text == "none":
        return ()
    dashes = tuple(length(dash, view.diagonal) for dash in text.replace(",", " ").split())
    if min(dashes, default=-1) < 0:
        raise Undrawable(text)
    # Viewers do not agree about an odd count of dashes with an offset.
    return dashes * (1 + len(dashes) % 2) if sum(dashes) else ()

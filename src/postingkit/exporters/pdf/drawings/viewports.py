"""The rooms that drawings within a drawing have: their size and what fits into it.

It draws nothing (SVG 2, chapter 8).
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from postingkit.exporters.pdf.drawings.geometry import Box, Matrix, View, fitted, length, numbers
from postingkit.exporters.pdf.drawings.values import Undrawable


def natural_size(root: Element) -> View:
    """Give the size that the drawing says it has, as who judged it understood it."""
    sizes = [root.get(name, "100%") for name in ("width", "height")]
    if any("%" in size for size in sizes):
        _, _, width, height = _view_box(root.get("viewBox", ""))
    else:
        width, height = (length(size, 0) for size in sizes)
    if width <= 0 or height <= 0:
        raise Undrawable("viewBox")
    return View(width, height)


def room_for(attributes: Mapping[str, str], view: View) -> Box:
    """Give the room that *attributes* ask for, within a *view*."""
    x, y = attributes.get("x", "0"), attributes.get("y", "0")
    width, height = (attributes.get(name, "100%") for name in ("width", "height"))
    across, down = view
    return Box(length(x, across), length(y, down), length(width, across), length(height, down))


def space_within(room: Box, attributes: Mapping[str, str]) -> tuple[Matrix, View]:
    """Give how what stands in a *room* comes to lie there, and what its percents refer to."""
    if "viewBox" not in attributes:
        return Matrix(e=room.x, f=room.y), View(room.width, room.height)
    box = _view_box(attributes["viewBox"])
    how = attributes.get("preserveAspectRatio", "xMidYMid meet")
    return fitted(box, room, how), View(box.width, box.height)


def _view_box(text: str) -> Box:
    match numbers(text):
        case [x, y, width, height] if width > 0 and height > 0:
            return Box(x, y, width, height)
        case _:
            raise Undrawable(text)

"""Draws a logo's elements in their order; it judges none and leaves out none that is to be seen."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NoReturn
from xml.etree.ElementTree import Element
from xml.parsers.expat import ExpatError

from postingkit.exporters.pdf.drawings.canvas import Canvas, Kind, Region
from postingkit.exporters.pdf.drawings.colours import Colour, colour, opacity
from postingkit.exporters.pdf.drawings.geometry import (
    Box,
    Matrix,
    View,
    length,
    transformation,
)
from postingkit.exporters.pdf.drawings.gradients import Gradient, Gradients
from postingkit.exporters.pdf.drawings.outlines import Outline, rectangle
from postingkit.exporters.pdf.drawings.pens import pen
from postingkit.exporters.pdf.drawings.reading import (
    INITIAL,
    Properties,
    Source,
    href_of,
    name_of,
)
from postingkit.exporters.pdf.drawings.shapes import SHAPES, outline
from postingkit.exporters.pdf.drawings.values import Undrawable, VectorDrawing
from postingkit.exporters.pdf.drawings.viewports import natural_size, room_for, space_within
from postingkit.look import Logo

POINTS_PER_MILLIMETRE = 72 / 25.4
DEEPEST = 60
MOST_WORK, MOST_SEGMENTS = 10_000, 40_000
"""Elements and their lines and curves that are drawn; more are smaller as a picture."""
UNSEEN = frozenset(
    (
        *("", "defs", "title", "desc", "metadata", "style", "symbol", "clipPath"),
        *("linearGradient", "radialGradient", "pattern", "mask", "filter", "marker"),
    )
)
"""What is drawn only where something refers to it; an empty name is that of other vocabularies."""
UNKNOWN = ("systemLanguage", "requiredExtensions", "requiredFeatures", "refX", "refY")
"""Attributes that change what is to be seen in ways that are not known here."""
SIZES: tuple[str, ...] = ("width", "height")
REFERENCE = re.compile(r"url\(\s*[\"']?(#[^\"')]*)[\"']?\s*\)(.*)", re.DOTALL)


def drawing(logo: Logo) -> VectorDrawing | None:
    """Draw the SVG of *logo* in its size on paper; None where it would not come out right."""
    if logo.media_type != "image/svg+xml":
        return None
    size = View(logo.width * POINTS_PER_MILLIMETRE, logo.height * POINTS_PER_MILLIMETRE)
    try:
        return _Painter(Source(logo.data)).drawn(size)
    except (Undrawable, ExpatError, ArithmeticError, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class _Around:
    """What an element finds where it is drawn; *matrix* leads from its space to the paper."""

    matrix: Matrix
    style: Properties
    view: View
    depth: int = 0


class _Painter:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.gradients = Gradients(source)
        self.work = self.segments = 0

    def drawn(self, size: View) -> VectorDrawing:
        canvas, root = Canvas(size), self.source.root
        if name_of(root) != "svg":
            raise Undrawable(root.tag)
        room = natural_size(root)
        scale = Matrix(size.width / room.width, 0, 0, -size.height / room.height, 0, size.height)
        whole = {"x": "0", "y": "0", "width": str(room.width), "height": str(room.height)}
        self._viewport(canvas, root, {**root.attrib, **whole}, _Around(scale, INITIAL, room))
        return canvas.drawing()

    def _element(self, canvas: Canvas, element: Element, around: _Around) -> None:
        name = name_of(element)
        if name in UNSEEN:
            return
        if name == "svg":
            self._viewport(canvas, element, element.attrib, around)
            return
        here = self._here(element, around)
        if here.style["display"] == "none":
            return
        if name in SHAPES:
            self._shape(canvas, element, here)
        elif name == "g":
            self._layered(
                canvas, here, lambda inner: self._children(inner, element, here), _boxless
            )
        elif name == "use":
            self._layered(canvas, here, lambda inner: self._use(inner, element, here), _boxless)
        else:
            raise Undrawable(name)

    def _here(self, element: Element, around: _Around) -> _Around:
        self.work += 1
        unknown = any(name in element.attrib for name in UNKNOWN)
        if unknown or self.work > MOST_WORK or around.depth > DEEPEST:
            raise Undrawable(element.tag)
        matrix = around.matrix @ transformation(element.get("transform", ""))
        style = self.source.style(element, around.style)
        return _Around(matrix, style, around.view, around.depth + 1)

    def _children(self, canvas: Canvas, element: Element, around: _Around) -> None:
        for child in element:
            self._element(canvas, child, around)

    def _use(self, canvas: Canvas, element: Element, here: _Around) -> None:
        target = self.source.named(href_of(element))
        around = replace(here, matrix=here.matrix @ _moved(element, here.view))
        if name_of(target) not in ("symbol", "svg"):
            self._element(canvas, target, around)
            return
        sizes = {name: element.attrib[name] for name in SIZES if name in element.attrib}
        self._viewport(canvas, target, {**target.attrib, **sizes}, around)

    def _viewport(
        self, canvas: Canvas, element: Element, attributes: Mapping[str, str], around: _Around
    ) -> None:
        """Draw what has a room of its own: the drawing itself, one within it, a symbol."""
        if "transform" in attributes:
            raise Undrawable("transform")
        outer = self._here(element, around)
        room = room_for(attributes, around.view)
        inner = _fitted_into(room, attributes, outer)

        def draw(layer: Canvas) -> None:
            hidden = outer.style["overflow"] not in ("visible", "auto")
            if hidden:
                layer.begin(Region(rectangle(room), outer.matrix, even_odd=False))
            self._children(layer, element, inner)
            if hidden:
                layer.end()

        if outer.style["display"] != "none" and room.width > 0 and room.height > 0:
            self._layered(canvas, outer, draw, _boxless)

    def _layered(
        self, canvas: Canvas, here: _Around, draw: Callable[[Canvas], None], box: Callable[[], Box]
    ) -> None:
        """Do *draw* as the clip path and the opacity of an element want it."""
        alpha = opacity(here.style["opacity"])
        regions = self._clip(here, box)
        if regions == [] or alpha == 0:
            return
        single = regions if regions and len(regions) == 1 else []
        for region in single:
            canvas.begin(region)
        if alpha < 1 or (regions and not single):
            layer = canvas.blank()
            draw(layer)
            canvas.draw_layer(layer, alpha, [] if single else regions or [])
        else:
            draw(canvas)
        for _ in single:
            canvas.end()

    def _outline(self, element: Element, here: _Around) -> Outline:
        shape = outline(name_of(element), element.attrib, here.view)
        self.segments += len(shape.segments)
        if self.segments > MOST_SEGMENTS:
            raise Undrawable(self.segments)
        return shape

    def _shape(self, canvas: Canvas, element: Element, here: _Around) -> None:
        shape = self._outline(element, here)
        style = here.style
        if "pathLength" in element.attrib and style["stroke-dasharray"] != "none":
            raise Undrawable("pathLength")
        if not shape.segments or style["visibility"] != "visible" or not here.matrix.area:
            return
        paints = list(self._paints(here, shape))
        # What is painted once needs no layer to be seen through.
        share = opacity(style["opacity"]) if len(paints) == 1 else 1
        if len(paints) == 1:
            here = replace(here, style={**style, "opacity": "1"})
        region = Region(shape, here.matrix, _even_odd(style["fill-rule"]))

        def draw(layer: Canvas) -> None:
            for kind, paint, alpha in paints:
                fills = kind == "fill"
                code = region.filled() if fills else region.drawn_with(pen(style, here.view))
                layer.draw(kind, paint, alpha * share, code)

        self._layered(canvas, here, draw, shape.box)

    def _paints(
        self, here: _Around, shape: Outline
    ) -> Iterator[tuple[Kind, Colour | Gradient, float]]:
        style = here.style
        kinds: tuple[Kind, ...] = ("fill", "stroke")
        for kind in kinds:
            paint, alpha = self._paint(style[kind], here, shape), opacity(style[f"{kind}-opacity"])
            seen = kind == "fill" or length(style["stroke-width"], here.view.diagonal)
            if paint and seen and alpha:
                yield kind, paint, alpha

    def _paint(self, text: str, here: _Around, shape: Outline) -> Colour | Gradient | None:
        found = REFERENCE.fullmatch(text)
        if found:
            gradient = self.source.named(found[1])
            return self.gradients.read(gradient, here.matrix, shape.box, here.view)
        if text == "none":
            return None
        return colour(here.style["color"] if text.lower() == "currentcolor" else text)

    def _clip(self, here: _Around, box: Callable[[], Box]) -> list[Region] | None:
        """Give what an element is clipped to; None where it is not."""
        text = here.style["clip-path"]
        if text == "none":
            return None
        found = REFERENCE.fullmatch(text)
        clip = self.source.named(found[1] if found else text)
        style = self.source.style_in_place(clip)
        if name_of(clip) != "clipPath" or style["clip-path"] != "none":
            raise Undrawable(text)
        matrix, view = here.matrix @ transformation(clip.get("transform", "")), here.view
        if clip.get("clipPathUnits") == "objectBoundingBox":
            x, y, width, height = box()
            matrix, view = matrix @ Matrix(width, 0, 0, height, x, y), View(1, 1)
        around = _Around(matrix, style, view)
        return [region for child in clip for region in self._regions(child, around)]

    def _regions(self, element: Element, around: _Around) -> Iterator[Region]:
        """Yield what one element of a clip path lets through."""
        name = name_of(element)
        if name in UNSEEN:
            return
        here = self._here(element, around)
        if here.style["clip-path"] != "none" or name not in (*SHAPES, "use"):
            raise Undrawable(name)
        if here.style["display"] == "none":
            return
        if name == "use":
            moved = replace(here, matrix=here.matrix @ _moved(element, here.view))
            yield from self._regions(self.source.named(href_of(element)), moved)
        elif here.style["visibility"] == "visible":
            shape = self._outline(element, here)
            if shape.segments:
                yield Region(shape, here.matrix, _even_odd(here.style["clip-rule"]))


def _boxless() -> NoReturn:
    raise Undrawable("The box around a group would have to be known.")


def _moved(element: Element, view: View) -> Matrix:
    x, y = element.get("x", "0"), element.get("y", "0")
    return Matrix(e=length(x, view.width), f=length(y, view.height))


def _fitted_into(room: Box, attributes: Mapping[str, str], outer: _Around) -> _Around:
    matrix, view = space_within(room, attributes)
    return replace(outer, matrix=outer.matrix @ matrix, view=view)


def _even_odd(rule: str) -> bool:
    if rule not in ("nonzero", "evenodd"):
        raise Undrawable(rule)
    return rule == "evenodd"

"""The operators of one drawing while it is made, and the resources that they call on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from postingkit.exporters.pdf.drawings.colours import Colour
from postingkit.exporters.pdf.drawings.geometry import Matrix, View
from postingkit.exporters.pdf.drawings.gradients import Gradient, Space
from postingkit.exporters.pdf.drawings.outlines import Outline
from postingkit.exporters.pdf.drawings.pens import Pen
from postingkit.exporters.pdf.drawings.values import Undrawable, VectorDrawing, written

Kind: TypeAlias = Literal["fill", "stroke"]

DEEPEST = 20
"""How often states may be saved within each other; PDF/A allows 28 (ISO 19005-2, 6.1.13)."""
COLOURS = {"fill": "rg", "stroke": "RG"}
PATTERNS = {"fill": "/Pattern cs /{} scn", "stroke": "/Pattern CS /{} SCN"}


class Region(NamedTuple):
    """What an outline encloses; *matrix* leads from its space to the drawing's."""

    outline: Outline
    matrix: Matrix
    even_odd: bool

    def filled(self) -> str:
        """Write the operators that fill it."""
        return f"{self._placed()}\nf{'*' if self.even_odd else ''}"

    def drawn_with(self, pen: Pen) -> str:
        """Write the operators that draw a line along it."""
        scale = self.matrix.scale
        if scale is None:  # the line is distorted too, not only where it goes
            return f"{written(*self.matrix)} cm\n{pen.code(1)}\n{self.outline.code()}\nS"
        return f"{pen.code(scale)}\n{self._placed()}\nS"

    def clipped(self) -> str:
        """Write the operators that clip to it what follows."""
        return f"{self._placed()}\nW{'*' if self.even_odd else ''} n"

    def _placed(self) -> str:
        return self.outline.transformed(self.matrix).code()


@dataclass(slots=True)
class Canvas:
    """A Form XObject that grows; all that stands in its code is in the drawing's own space."""

    size: View
    code: list[str] = field(default_factory=list)
    resources: dict[str, dict[str, bytes]] = field(default_factory=dict)
    forms: dict[str, VectorDrawing] = field(default_factory=dict)
    masks: dict[str, VectorDrawing] = field(default_factory=dict)
    depth: int = 0

    def drawing(self) -> VectorDrawing:
        """Give what was drawn."""
        code = "\n".join(self.code)
        return VectorDrawing(*self.size, code, self.resources, self.forms, self.masks)

    def blank(self) -> "Canvas":
        """Give an empty one of the same size."""
        return Canvas(self.size)

    def begin(self, region: Region) -> None:
        """Clip to *region* all that follows until the `end`."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise Undrawable("Clip paths are too deep in each other.")
        self.code.append(f"q\n{region.clipped()}")

    def end(self) -> None:
        """End the clip begun last."""
        self.depth -= 1
        self.code.append("Q")

    def draw(self, kind: Kind, paint: Colour | Gradient, alpha: float, code: str) -> None:
        """Do what *code* does, with a *paint*."""
        if isinstance(paint, Gradient) and alpha < 1:  # mupdf fades a pattern twice
            layer = self.blank()
            layer.draw(kind, paint, 1, code)
            self.draw_layer(layer, alpha, [])
            return
        self.code.append(f"q\n{self._paint(kind, paint, alpha)}\n{code}\nQ")

    def draw_layer(self, layer: "Canvas", alpha: float, regions: Sequence[Region]) -> None:
        """Draw a *layer* as one, within *regions*, if any."""
        name = f"X{len(self.forms)}"
        self.forms[name] = layer.drawing()
        mask = self._mask(_white(self.blank(), regions)) if regions else ""
        self.code.append(f"q\n{self._alpha(alpha)}{mask}/{name} Do\nQ")

    def _paint(self, kind: Kind, paint: Colour | Gradient, alpha: float) -> str:
        if isinstance(paint, Colour):
            shown = written(*(round(share, 4) for share in paint.light))
            return f"{self._alpha(alpha * paint.alpha)}{shown} {COLOURS[kind]}"
        mask = ""
        if any(stop.colour.alpha < 1 for stop in paint.stops):
            veil = self.blank()
            pattern = PATTERNS["fill"].format(veil.pattern(paint, "DeviceGray"))
            veil.code.append(f"{pattern}\n0 0 {written(*self.size)} re f")
            mask = self._mask(veil)
        return mask + PATTERNS[kind].format(self.pattern(paint, "DeviceRGB"))

    def pattern(self, gradient: Gradient, space: Space) -> str:
        """Name the pattern of a *gradient*; in DeviceGray it is of the opacities."""
        width, height = self.size
        corners = (0j, complex(width, 0), complex(0, height), complex(width, height))
        return self._named("Pattern", "P", gradient.pattern(space, corners))

    def _alpha(self, alpha: float) -> str:
        if alpha >= 1:
            return ""
        shown = written(round(alpha, 4))
        return f"/{self._named('ExtGState', 'G', f'<</ca {shown}/CA {shown}>>'.encode())} gs\n"

    def _mask(self, veil: "Canvas") -> str:
        name = f"M{len(self.masks)}"
        self.masks[name] = veil.drawing()
        return f"/{name} gs\n"

    def _named(self, kind: str, letter: str, value: bytes) -> str:
        known = self.resources.setdefault(kind, {})
        for name, each in known.items():
            if each == value:
                return name
        name = f"{letter}{len(known)}"
        known[name] = value
        return name


def _white(canvas: Canvas, regions: Sequence[Region]) -> Canvas:
    canvas.code += [f"q\n1 g\n{region.filled()}\nQ" for region in regions]
    return canvas

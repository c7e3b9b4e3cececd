"""Pictures as parts, and the names under which a file knows them; it opens none."""

from dataclasses import dataclass
from typing import Literal

from postingkit.document import Image
from postingkit.errors import Place, Problem
from postingkit.exporters.pdf.drawings.values import VectorDrawing
from postingkit.exporters.pdf.layout.parts import Paper, Part
from postingkit.exporters.pdf.structure import Area, Element
from postingkit.exporters.pdf.text.runs import Target
from postingkit.exporters.pdf.writing import Drawing, Picture
from postingkit.look import Logo


@dataclass(frozen=True, slots=True)
class PicturePart:
    """A picture of *size* (width, height), drawn as *picture*, with a *link* or none.

    One that *keeps* belongs to what follows. Without an alternative text it only adorns the page.
    """

    picture: Picture | Drawing
    size: tuple[float, float]
    left: float
    element: Element
    keeps: bool
    above: float
    below: float
    link: tuple[Target, Element] | None = None

    @property
    def height(self) -> float:
        """The picture's height."""
        return self.size[1]

    @property
    def least(self) -> float:
        """All of it."""
        return self.size[1]

    def split(self, room: float) -> "tuple[Part, Part] | None":  # noqa: ARG002 - whole as it is
        """Leave it whole."""
        return None

    def cut(self, room: float) -> "tuple[Part, Part] | None":  # noqa: ARG002 - whole as it is
        """Leave it whole."""
        return None

    def draw(self, paper: Paper, left: float, top: float) -> None:
        """Draw it, and lay its link over it."""
        left += self.left
        width, height = self.size
        bottom = top - height
        across, up = self._scale()
        sheet = paper.sheet
        self.element.box = (left, bottom, left + width, top)
        code = f"q {across:.4f} 0 0 {up:.4f} {left:.2f} {bottom:.2f} cm /{self.picture.name} Do Q"
        if self.element.alternative or self.link:
            sheet.begin(self.element)
            sheet.code.append(code)
            sheet.end()
        else:
            sheet.decorate(code)
        if self.link:
            target, element = self.link
            box = (left, bottom, left + width, top)
            sheet.link(Area(sheet.number, *box, target.address, target.contents), element)

    def _scale(self) -> tuple[float, float]:
        """Give what the picture's own space is scaled by: an image's is one point wide and high."""
        width, height = self.size
        match self.picture:
            case Picture():
                return width, height
            case Drawing(_, vector):
                return width / vector.width, height / vector.height


class Pictures:
    """The pictures of one document, each once; *vector* is the logo's drawing, if there is one."""

    def __init__(self, vector: VectorDrawing | None) -> None:
        self._vector = vector
        self._drawings: list[Drawing] = []
        self._pictures: dict[bytes, Picture] = {}
        self._told: dict[str, tuple[str, Place | None]] = {}

    def image(self, image: Image, alternative: str, place: Place | None) -> Picture:
        """Give the picture of *image*; *alternative* and *place* tell of it if it is broken."""
        return self._picture(image.data, image.media_type, (alternative, place))

    def logo(self, logo: Logo, alternative: str) -> Picture | Drawing:
        """Give the picture of *logo*, as a drawing where there is one."""
        if self._vector:
            self._drawings = [Drawing("X1", self._vector)]
            return self._drawings[0]
        if logo.media_type == "image/svg+xml":
            return self._picture(logo.fallback, "image/png", (alternative, None))
        return self._picture(logo.data, logo.media_type, (alternative, None))

    def _picture(
        self,
        data: bytes,
        media_type: Literal["image/png", "image/jpeg"],
        told: tuple[str, Place | None],
    ) -> Picture:
        if data not in self._pictures:
            name = f"I{len(self._pictures) + 1}"
            self._pictures[data] = Picture(name, data, media_type)
            self._told[name] = told
        return self._pictures[data]

    def all(self) -> tuple[Picture | Drawing, ...]:
        """Give every picture that the document shows."""
        return (*self._pictures.values(), *self._drawings)

    def broken(self, name: str) -> Problem:
        """Say that the picture known as *name* cannot be read."""
        alternative, place = self._told[name]
        message = f"The picture “{alternative}” cannot be read."
        return Problem.at(place, message, "Save it anew as PNG or JPEG.")

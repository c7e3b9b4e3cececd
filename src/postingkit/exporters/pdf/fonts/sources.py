"""Faces that could be loaded, known by what they are called, and the choice among them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain, count

import uharfbuzz

from postingkit.exporters.pdf.fonts.face import Face, Program
from postingkit.look import Asset
from postingkit.typefaces import BOLD, NORMAL, REGULAR, FaceNames, faces

_SLOPES = ("ital", "slnt")
_STYLED = ("wght", *_SLOPES)


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A face to load: its PostScript *name*, what it says of itself, and where it is."""

    name: str
    names: FaceNames
    program: Program
    _loaded: dict[tuple[tuple[str, float], ...], Face] = field(default_factory=dict, repr=False)

    def distance(self, weight: int, *, italic: bool) -> tuple[int, bool, int]:
        """Say how far it is from a style: in width, then in slope, then in weight."""
        slope = self.names.italic != italic and not (italic and self._leans())
        heavier = 0 if self.names.variable else abs(self.names.weight - weight)
        return abs(self.names.width - NORMAL), slope, heavier

    def _leans(self) -> bool:
        axes = self.program.opened().axis_infos if self.names.variable else ()
        return any(axis.tag in _SLOPES for axis in axes)

    def face(self, *, bold: bool, italic: bool) -> Face:
        """Load the face, once; a variable one as it is at the style's place on its axes.

        Its name then says that place (Adobe Technical Note 5902).
        """
        axes = self.program.opened().axis_infos
        wanted = {"wght": BOLD if bold else REGULAR, "ital": int(italic)}
        location = tuple((axis.tag, _place(axis, wanted, italic=italic)) for axis in axes)
        if location not in self._loaded:
            varied = (f"_{value:g}{tag}" for tag, value in location if tag in _STYLED)
            name = self.name + "".join(varied).replace(".", "-")
            self._loaded[location] = Face(name, self.program, dict(location))
        return self._loaded[location]


def _place(axis: uharfbuzz.OTVarAxisInfo, wanted: Mapping[str, float], *, italic: bool) -> float:
    if axis.tag == "slnt" and italic:
        return axis.min_value  # clockwise, and so to the right, is negative
    value = wanted.get(axis.tag, axis.default_value)
    return min(max(value, axis.min_value), axis.max_value)


def nearest(sources: Iterable[Source], *, bold: bool, italic: bool) -> Source:
    """Choose the face that comes nearest to a style; of equal ones the first."""
    weight = BOLD if bold else REGULAR
    return min(sources, key=lambda source: source.distance(weight, italic=italic))


def brought(files: Iterable[Asset], taken: Iterable[str]) -> dict[str, tuple[Source, ...]]:
    """Give the faces that *files* hold by their family in small letters.

    A face whose PostScript name is *taken*, or was in a file before, gets a number behind it.
    Raises ValueError for what is no font that may be embedded.
    """
    names = set(taken)
    found: dict[str, tuple[Source, ...]] = {}
    for file in files:
        for face in faces(file.data):
            program = Program(file.data, face.index)
            name = _free(program.name(), names)
            names.add(name)
            family = face.family.casefold()
            found[family] = (*found.get(family, ()), Source(name, face, program))
    return found


def _free(name: str, taken: Collection[str]) -> str:
    numbered = (f"{name}-{number}" for number in count(2))
    return next(each for each in chain([name], numbered) if each not in taken)

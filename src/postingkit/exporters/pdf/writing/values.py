"""What `written` is told besides the sheets; nothing here knows how a file is made."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # few files have a drawing, and it takes time to load what makes them
    from postingkit.exporters.pdf.drawings.values import VectorDrawing


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself; *language* is a BCP 47 tag, *archive* claims PDF/A-2a."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str
    right_to_left: bool
    archive: bool


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that leads to *top*, in points from the lower edge of *sheet*.

    *level* is 0 for the outermost; an entry is held by the one before it of a lower level.
    """

    title: str
    level: int
    sheet: int
    top: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that code draws as ``q width 0 0 height x y cm /name Do Q``."""

    name: str
    data: bytes
    media_type: Literal["image/png", "image/jpeg"]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector drawing that code draws as ``q horizontal 0 0 vertical x y cm /name Do Q``.

    *horizontal* and *vertical* are factors: unscaled, it is as many points large as *vector* says.
    """

    name: str
    vector: "VectorDrawing"

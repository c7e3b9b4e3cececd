"""What the file says to those who hear it: a tree of elements, made before any page is drawn.

Elements carry the standard structure types of ISO 32000-1, 14.8.4, and what stands on the pages is
hung into them while it is drawn. Nothing here knows how a file is written.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

Tag: TypeAlias = Literal[
    "Document", "Sect", "H1", "H2", "P", "L", "LI", "Lbl", "LBody",
    "Table", "Caption", "THead", "TBody", "TR", "TH", "TD",
    "Div", "Figure", "Link", "Span", "Note", "BlockQuote",
]  # fmt: skip
ListNumbering: TypeAlias = Literal["Disc", "Decimal", "None"]


class Mark(NamedTuple):
    """A marked-content sequence: *number* (MCID) on the sheet *sheet*, both from 0."""

    sheet: int
    number: int


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of a sheet that leads to *target* when it is clicked.

    *left*, *bottom*, *right* and *top* are points from the sheet's lower left corner, *contents*
    is what a screen reader says of it.
    """

    sheet: int
    left: float
    bottom: float
    right: float
    top: float
    target: str
    contents: str


@dataclass(slots=True, eq=False)
class Element:
    """A structure element: its *tag*, its kids in reading order, and what is said of it.

    *scope* is for TH, *numbering* for L, *summary* for Table, *box* (left, bottom, right, top in
    points) and *alternative* for Figure, *language* a BCP 47 tag where it is not the parent's.
    *actual* is the text of a Span whose glyphs do not tell it.
    """

    tag: Tag
    kids: "list[Kid]" = field(default_factory=list)
    language: str | None = None
    alternative: str = ""
    actual: str = ""
    scope: Literal["Row", "Column"] | None = None
    columns: int = 1
    numbering: ListNumbering | None = None
    summary: str = ""
    box: tuple[float, float, float, float] | None = None

    def add(self, tag: Tag, language: str | None = None) -> "Element":
        """Make an element the last kid of this one, and give it."""
        kid = Element(tag, language=language)
        self.kids.append(kid)
        return kid


Kid: TypeAlias = Element | Mark | Area

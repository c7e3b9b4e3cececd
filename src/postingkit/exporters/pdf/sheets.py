"""The pages of one file while they are drawn: content streams, and what is marked in them.

It writes no file; `writing` makes one of the finished sheets.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from postingkit.exporters.pdf.structure import Area, Element, Mark

Artifact: TypeAlias = Literal[
    "/Artifact<</Type/Layout>>BDC",
    "/Artifact<</Type/Pagination>>BDC",
    "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC",
    "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC",
]
LAYOUT: Artifact = "/Artifact<</Type/Layout>>BDC"
PAGINATION: Artifact = "/Artifact<</Type/Pagination>>BDC"
HEADER: Artifact = "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"
FOOTER: Artifact = "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"


@dataclass(slots=True, eq=False)
class Sheet:
    """A page being drawn: its *number* from 0, its size in points, its operators in *code*.

    *marked* holds the element of each marked-content sequence by its number, *areas* each link's
    place with its Link element. A *silent* sheet is within an artifact.
    """

    number: int
    width: float
    height: float
    code: list[str] = field(default_factory=list)
    marked: list[Element] = field(default_factory=list)
    areas: list[tuple[Area, Element]] = field(default_factory=list)
    silent: bool = False

    def begin(self, element: Element) -> None:
        """Begin a marked-content sequence that belongs to *element*; `end` ends it.

        Within an artifact nothing is marked.
        """
        if self.silent:
            return
        number = len(self.marked)
        self.marked.append(element)
        element.kids.append(Mark(self.number, number))
        said = f"/ActualText{_written(element.actual)}" if element.actual else ""
        self.code.append(f"/{element.tag}<</MCID {number}{said}>>BDC")

    def begin_artifact(self, kind: Artifact) -> None:
        """Begin what is drawn but not said (ISO 32000-1, 14.8.2.2)."""
        self.code.append(kind)
        self.silent = True

    def end(self) -> None:
        """End the sequence begun last."""
        if not self.silent:
            self.code.append("EMC")

    def end_artifact(self) -> None:
        """End the artifact."""
        self.silent = False
        self.code.append("EMC")

    def decorate(self, operators: str) -> None:
        """Draw what only adorns the page."""
        if self.silent:
            self.code.append(operators)
        else:
            self.code.append(f"{LAYOUT} {operators} EMC")

    def link(self, area: Area, element: Element) -> None:
        """Put a link's annotation over *area*, as the next kid of its Link *element*."""
        if self.silent:
            return
        element.kids.append(area)
        self.areas.append((area, element))


def _written(text: str) -> str:
    """Write *text* as a text string in hexadecimal form (ISO 32000-1, 7.9.2.2 and 7.3.4.3)."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"

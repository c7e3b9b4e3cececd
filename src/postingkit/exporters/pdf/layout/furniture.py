"""What stands in the margins of each page: a header, a footer, the number of the page."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from postingkit.document import Alignment, Inlines, Meta, Text
from postingkit.exporters.pdf.layout.areas import Area
from postingkit.exporters.pdf.layout.paragraphs import ParagraphPart
from postingkit.exporters.pdf.layout.parts import Paper
from postingkit.exporters.pdf.layout.prose import prose
from postingkit.exporters.pdf.layout.setting import Setting
from postingkit.exporters.pdf.sheets import FOOTER, HEADER
from postingkit.exporters.pdf.structure import Element

_LEAST = 72.0  # points of width for texts


class Furniture:
    """The margins of one document's pages, around the *area* of their text.

    *cut* says which texts were too long for their margin on any page drawn so far.
    """

    def __init__(self, meta: Meta, setting: Setting, area: Area) -> None:
        self._setting, self._area = setting, area
        self._label = meta.page_label
        # Held, so that they are shaped once for all pages.
        self._header, self._footer = (Text(meta.header),), (Text(meta.footer),)
        self.cut: set[Literal["header", "footer"]] = set()

    def draw(self, paper: Paper, page: int, pages: int) -> None:
        """Draw the margins of *page*: the number at the end of the foot, and the texts."""
        written = self._label.replace("{page}", str(page)).replace("{pages}", str(pages))
        size = self._setting.styles.furniture.size
        middle = max(self._area.bottom / 2, size)
        number = self._set((Text(written),), self._area.width, "end")
        taken = max(
            (one.style.size / 1000 * line.width for one in number for line in one.lines), default=0
        )
        beside = max(self._area.width - taken - 2 * size, _LEAST)
        foot = self._set(self._footer, beside, "start")
        if number or foot:
            paper.sheet.begin_artifact(FOOTER)
            self._around("footer", number, paper, self._area.left, middle)
            shift = self._area.width - beside if self._setting.mirrored else 0
            self._around("footer", foot, paper, self._area.left + shift, middle)
            paper.sheet.end_artifact()
        head = self._set(self._header, self._area.width, "start")
        if head:
            above = max((self._area.paper[1] - self._area.top) / 2, size)
            paper.sheet.begin_artifact(HEADER)
            self._around("header", head, paper, self._area.left, self._area.paper[1] - above)
            paper.sheet.end_artifact()

    def _set(self, inlines: Inlines, width: float, alignment: Alignment) -> list[ParagraphPart]:
        style = self._setting.styles.furniture.aligned(alignment)
        within = self._setting.within(width, style)
        return prose(inlines, style, Element("P"), within)

    def _around(
        self,
        name: Literal["header", "footer"],
        parts: Sequence[ParagraphPart],
        paper: Paper,
        left: float,
        middle: float,
    ) -> None:
        """Draw *parts* around *middle*, as many lines as the margin holds, clear of its edges."""
        for part in parts:
            leading = part.style.leading
            room = 2 * min(middle, self._area.paper[1] - middle)
            count = max(1, int(room / leading - 0.5))
            fitting = replace(part, lines=part.lines[:count])
            if fitting.lines != part.lines:
                self.cut.add(name)
            fitting.draw(paper, left, middle + fitting.height / 2)

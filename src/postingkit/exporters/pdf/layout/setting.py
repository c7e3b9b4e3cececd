"""What blocks are set in; it sets none."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from postingkit.document import Blocks, Direction, Inlines
from postingkit.exporters.pdf.layout.parts import Part
from postingkit.exporters.pdf.layout.pictures import Pictures
from postingkit.exporters.pdf.layout.styles import Styles, TextStyle
from postingkit.exporters.pdf.structure import Element
from postingkit.exporters.pdf.text.units import Units
from postingkit.exporters.pdf.text.words import Vocabularies
from postingkit.languages import direction_of
from postingkit.look import TableStyle


@dataclass(frozen=True, slots=True)
class Common:
    """What all blocks of a document share.

    *page* is the height of a page's text. *shaped* keeps texts that were shaped to be measured, by
    the identity of their inlines, and these with them.
    """

    styles: Styles
    vocabularies: Vocabularies
    pictures: Pictures
    table: TableStyle
    page: float
    shaped: dict[tuple[int, str, bool, bool, str], tuple[Inlines, list[Units]]] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """The room of blocks: *width* points that begin *left* of their column's edge.

    *text* is the style of paragraphs that name none, *language* and *direction* are those of the
    text around.
    """

    common: Common
    width: float
    text: TextStyle
    language: str
    direction: Direction
    left: float = 0.0

    @property
    def styles(self) -> Styles:
        """The styles of the document's look."""
        return self.common.styles

    @property
    def page(self) -> float:
        """The height of a page's text."""
        return self.common.page

    @property
    def mirrored(self) -> bool:
        """Say whether lines and columns begin at the right."""
        return self.direction == "rtl"

    @property
    def base(self) -> int:
        """The level of the text (UAX #9): 1 where it runs from right to left."""
        return int(self.mirrored)

    def indented(self, indent: float, text: TextStyle) -> "Setting":
        """Give the setting *indent* points further from where lines begin."""
        left = self.left if self.mirrored else self.left + indent
        return replace(self, width=self.width - indent, text=text, left=left)

    def within(self, width: float, text: TextStyle) -> "Setting":
        """Give the setting of a column of its own, such as a cell."""
        return Setting(self.common, width, text, self.language, self.direction)

    def speaking(self, language: str | None) -> "Setting":
        """Give the setting of a block in *language*, if that is one of its own."""
        if language is None or language == self.language:
            return self
        return replace(self, language=language, direction=direction_of(language))


Inner: TypeAlias = Callable[[Blocks, Element, Setting], list[Part]]
"""Sets the blocks within a block, as kids of an element."""

"""What blocks are set in; it sets none."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from postingkit.document import Blocks, Inlines
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

    *page* is the height of a page's text; *mirrored* columns begin at the right. *shaped* keeps
    texts that were shaped to be measured, by the identity of their inlines, and these with them.
    """

    styles: Styles
    vocabularies: Vocabularies
    pictures: Pictures
    table: TableStyle
    page: float
    mirrored: bool
    shaped: dict[tuple[int, str, bool, bool, str], tuple[Inlines, list[Units]]] = field(
        default_factory=dict
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """The room of blocks: *width* points that begin *left* of their column's edge.

    *text* is the style of paragraphs that name none, *language* that of the text around.
    """

    common: Common
    width: float
    text: TextStyle
    language: str
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
        """Say whether columns begin at the right."""
        return self.common.mirrored

    @property
    def base(self) -> int:
        """The level of text in this language (UAX #9): 1 where it runs from right to left."""
        return int(direction_of(self.language) == "rtl")

    def indented(self, indent: float, text: TextStyle) -> "Setting":
        """Give the setting *indent* points further from where lines begin."""
        left = self.left if self.mirrored else self.left + indent
        return Setting(self.common, self.width - indent, text, self.language, left)

    def within(self, width: float, text: TextStyle) -> "Setting":
        """Give the setting of a column of its own, such as a cell."""
        return Setting(self.common, width, text, self.language)

    def speaking(self, language: str | None) -> "Setting":
        """Give the setting of a block in *language*, if it has one of its own."""
        return replace(self, language=language) if language else self


Inner: TypeAlias = Callable[[Blocks, Element, Setting], list[Part]]
"""Sets the blocks within a block, as kids of an element."""

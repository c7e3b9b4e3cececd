"""What a block takes over from the place it stands in: room, indent, language, references."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from postingkit.document import Alignment, Blocks, Inlines
from postingkit.exporters.docx.inlines import Voice, runs
from postingkit.exporters.docx.paragraphs import Form, Indent
from postingkit.exporters.docx.references import References


@dataclass(frozen=True, slots=True)
class Setting:
    """The surroundings of a block; lengths are twips.

    *width* is that of the text area, column or panel, from which *indent* is taken; *base* is the
    part of the indent that the paragraphs' style brings. *panel* is the style that all paragraphs
    of a callout have, *plain* that of paragraphs that ask for none. *level* counts the lists
    around, *apart* asks for space above the first paragraph; *page_height* and *type_size* (in
    points) help to judge what fits on a page.
    """

    references: References
    voice: Voice
    width: int
    page_height: int
    type_size: float
    indent: int = 0
    base: int = 0
    level: int = 0
    panel: str = ""
    plain: str = "Normal"
    alignment: Alignment = "start"
    apart: bool = False

    @property
    def room(self) -> int:
        """The width that is left for text."""
        return max(1, self.width - self.indent)

    def speaking(self, language: str | None) -> "Setting":
        """Give this setting in another *language*; None changes nothing."""
        return self if language is None else replace(self, voice=self.voice.speaking(language))

    def indented(self, by: int) -> "Setting":
        """Give this setting *by* twips further in, but never beyond the middle."""
        return replace(self, indent=min(self.indent + by, max(self.indent, self.width // 2)))

    def with_apart(self, *, apart: bool) -> "Setting":
        """Give this setting with space above its first paragraph, or without."""
        return self if apart == self.apart else replace(self, apart=apart)

    def style(self, base: str, name: str | None = None) -> str:
        """Give the paragraph style for *base* and a block's style *name*, unless in a panel."""
        return self.panel or self.references.style("paragraph", base, name)

    def form(self, style: str) -> Form:
        """Give the form of a paragraph of *style* that stands here."""
        indent = None if self.indent == self.base else Indent(self.indent)
        return Form(
            style,
            rtl=self.voice.rtl,
            indent=indent,
            alignment=self.alignment,
            apart=self.apart,
        )

    def runs(self, inlines: Inlines) -> str:
        """Write *inlines* in the language of this place."""
        return runs(inlines, self.voice, self.references)


Write: TypeAlias = Callable[[Blocks, Setting], str]
"""Writes blocks where they stand; given to what holds blocks itself."""

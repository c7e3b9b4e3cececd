"""Knows the language and direction around a run of text; it writes no HTML.

Only what differs from its surroundings is marked.
"""

from dataclasses import dataclass, replace

from postingkit.document import Direction
from postingkit.exporters.html.elements import Attributes
from postingkit.languages import direction_of


@dataclass(frozen=True, slots=True)
class Context:
    """What a block stands in: *label* is the id of the heading that names it."""

    language: str
    direction: Direction
    label: str

    def within(self, language: str | None) -> "Context":
        """Give the context of what stands within something in *language*."""
        if language is None or language == self.language:
            return self
        return replace(self, language=language, direction=direction_of(language))

    def marks(self, language: str | None) -> Attributes:
        """Give the attributes that say that something here is in *language*."""
        inner = self.within(language)
        if inner == self:
            return {}
        turned = inner.direction if inner.direction != self.direction else None
        return {"lang": inner.language, "dir": turned}

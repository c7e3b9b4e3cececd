"""Knows the language and direction around a run of text; it writes no HTML.

Only what differs from its surroundings is marked.
"""

import re
from dataclasses import dataclass, replace

from postingkit.document import Direction
from postingkit.exporters.html.elements import Attributes

RIGHT_TO_LEFT_SCRIPTS = frozenset(
    "adlm arab armi hebr mand mend nkoo phnx rohg samr syrc thaa".split()  # noqa: SIM905 - a list
)
RIGHT_TO_LEFT_LANGUAGES = frozenset(
    "ar arc ckb dv fa he iw ji ks nqo ps sd syr ug ur yi".split()  # noqa: SIM905 - a list
)


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


def direction_of(language: str) -> Direction:
    """Give the direction of the script that *language*, a BCP 47 tag, is written in."""
    first, *others = language.lower().replace("_", "-").split("-")
    script = next((part for part in others if re.fullmatch("[a-z]{4}", part)), None)
    if script:
        return "rtl" if script in RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if first in RIGHT_TO_LEFT_LANGUAGES else "ltr"

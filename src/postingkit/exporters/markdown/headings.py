"""Headings, whose words must stay and yet please linters; it knows nothing below them."""

import re

from postingkit.document import Text
from postingkit.exporters.markdown.escape import (
    escape,
    escape_dollars,
    holdable,
    reference,
)

FINAL = ".,;:!。，；：！"
"""What markdownlint (MD026) does not want to see at the end of a heading."""


class Headings:
    """Writes the headings of one file, no two of them with the same source (MD024)."""

    def __init__(self) -> None:
        self._sources: set[str] = set()

    def lines(self, level: int, title: Text) -> list[str]:
        """Give the lines of a heading and the empty one after it; none for an empty *title*."""
        words = holdable(title.text).strip()
        if not words:
            return []
        fewest = 1 if words[-1] in FINAL else 0
        sources = [_source(words, referred) for referred in range(fewest, len(words) + 1)]
        source = next((one for one in sources if one not in self._sources), sources[0])
        self._sources.add(source)
        return [f"{'#' * level} {source}", ""]


def _source(words: str, referred: int) -> str:
    """Write *words*, the last *referred* characters as references: other source, same words."""
    split = len(words) - referred
    source = escape(words[:split]) + "".join(map(reference, words[split:]))
    return escape_dollars(re.sub(r"#(?=#*$)", r"\\#", source))

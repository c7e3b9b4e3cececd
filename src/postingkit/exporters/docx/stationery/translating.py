"""Turns what a body calls styles and numberings into what a file calls them.

A body is finished XML, in which no text can look like an element, for every “<” of it is escaped.
"""

import re
from collections.abc import Mapping

from postingkit.exporters.docx.numbering import BULLETS, FIRST_RESTART, Counters
from postingkit.exporters.docx.table_styles import POSTING_TABLE

REFERENCE = re.compile(r'(<w:(?:pStyle|rStyle|tblStyle|numId) w:val=")([^"]+)')


class Translator:
    """Translates by the file's *ids* of styles and its *counters*."""

    def __init__(self, ids: Mapping[str, str], counters: Counters) -> None:
        self.ids = {ours: theirs for ours, theirs in ids.items() if ours != theirs}
        self.counters = counters

    def translate(self, body: str) -> str:
        """Give *body* with the file's ids."""
        if not self.ids and self.counters == Counters():
            return body
        return REFERENCE.sub(self._translated, body)

    def _translated(self, found: re.Match[str]) -> str:
        start, id_ = found.groups()
        if start.startswith("<w:numId"):
            return f"{start}{self._number(int(id_))}"
        if start.startswith("<w:tblStyle") and id_.startswith(POSTING_TABLE):
            return start + self.ids.get(POSTING_TABLE, id_)
        return start + self.ids.get(id_, id_)

    def _number(self, ours: int) -> int:
        if ours == BULLETS:
            return self.counters.bullets
        return self.counters.first_restart + ours - FIRST_RESTART

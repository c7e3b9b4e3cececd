"""Writes the outline that viewers show beside the pages (ISO 32000-1, 12.3.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from postingkit.exporters.pdf.writing.file import File
from postingkit.exporters.pdf.writing.syntax import number, text_string
from postingkit.exporters.pdf.writing.values import Bookmark


@dataclass(slots=True)
class _Entry:
    """An entry, or the outline itself: its object's number, its level, and what it holds."""

    number: int
    level: int
    head: str
    kids: "list[_Entry]" = field(default_factory=list)
    size: int = 0


def write_outline(file: File, bookmarks: Sequence[Bookmark], pages: Sequence[int]) -> int:
    """Write all entries, open, and give the outline's number; *pages* are those of the sheets."""
    first = file.reserve(len(bookmarks) + 1)
    outline = _Entry(first, -1, "/Type/Outlines")
    path = [outline]
    for place, bookmark in enumerate(bookmarks, 1):
        while path[-1].level >= bookmark.level:
            path.pop()
        entry = _Entry(first + place, bookmark.level, _head(bookmark, path[-1].number, pages))
        path[-1].kids.append(entry)
        for holder in path:
            holder.size += 1
        path.append(entry)
    _put(file, outline, "")
    return first


def _head(bookmark: Bookmark, parent: int, pages: Sequence[int]) -> str:
    target = f"[{pages[bookmark.sheet]} 0 R/XYZ null {number(bookmark.top)} null]"
    return f"/Title{text_string(bookmark.title)}/Parent {parent} 0 R/Dest{target}"


def _put(file: File, entry: _Entry, neighbours: str) -> None:
    """Put *entry* and all that it holds."""
    kids = entry.kids
    held = f"/First {kids[0].number} 0 R/Last {kids[-1].number} 0 R" if kids else ""
    size = f"/Count {entry.size}" if kids else ""
    file.objects[entry.number] = f"<<{entry.head}{neighbours}{held}{size}>>"
    for place, kid in enumerate(kids):
        before = f"/Prev {kids[place - 1].number} 0 R" if place else ""
        after = f"/Next {kids[place + 1].number} 0 R" if kid is not kids[-1] else ""
        _put(file, kid, before + after)

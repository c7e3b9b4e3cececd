"""Streams the feed of a board: documents in, bytes out, one entry after the other.

No entry is kept, so a feed may be of any length. Nothing comes from the clock.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from postingkit.boards.elements import Element
from postingkit.boards.entries import EMPTY, NO_VACANCY, BoardWriting, entries
from postingkit.boards.profile import Feed, Profile
from postingkit.boards.trees import Tree, tree_of
from postingkit.boards.values import Entry, Head
from postingkit.boards.xml import xml_element, xml_fields
from postingkit.document import Document
from postingkit.errors import PostingkitError

WriteEntry: TypeAlias = Callable[[Entry], str]
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'


class NoFeed(PostingkitError):  # noqa: N818 - it reads as what it says
    """A board takes no feed."""


def write_feed(
    profile: Profile, documents: Iterable[Document], head: Head, as_of: date | None = None
) -> Iterator[bytes]:
    """Yield the bytes of the board's feed of *documents*, which are taken one by one.

    Openings that are closed are left out, and, with *as_of*, those whose closing date lies before
    it; so are documents that are no opening's. Of when the feed was made, it says that day, and
    without one nothing. Raises `NoFeed` for a board that takes none.
    """
    if profile.feed is None:
        raise NoFeed(f"{profile.name} takes no feed.")
    writing = BoardWriting(profile)
    per = profile.feed.per
    every = (
        entry
        for document in documents
        if is_open(document, as_of)
        for entry in entries(document, writing, per)
    )
    write = _write_xml if profile.feed.form == "xml" else _write_json
    around = Entry(EMPTY, NO_VACANCY, writing, "", head=replace(head, built=as_of))
    parts = write(profile, profile.feed, every, around)
    return (part.encode() for part in parts)


def is_open(document: Document, as_of: date | None) -> bool:
    """Say whether *document* is an opening's that is not closed, as of a day or at all."""
    vacancy = document.meta.vacancy
    if vacancy is None or vacancy.status == "closed":
        return False
    return as_of is None or vacancy.closes is None or vacancy.closes >= as_of


def _write_xml(
    profile: Profile, feed: Feed, every: Iterable[Entry], around: Entry
) -> Iterator[str]:
    write = xml_element(feed.entry, profile.entry, feed)
    inner = f"<{feed.list}>\n", f"</{feed.list}>\n"
    before, after = inner if feed.list else ("", "")
    yield f"{DECLARATION}<{feed.root}>\n{xml_fields(feed.head, feed)(around)}{before}"
    tally = _Tally(around)
    for entry in tally.counted(every):
        yield write(entry)
    yield f"{after}{xml_fields(feed.foot, feed)(tally.around)}</{feed.root}>\n"


def _write_json(
    profile: Profile, feed: Feed, every: Iterable[Entry], around: Entry
) -> Iterator[str]:
    write = tree_of(profile.entry)
    tally = _Tally(around)
    members = "".join(f"{member}, " for member in _members(feed.head, around))
    yield "[" if feed.list is None else f"{{{members}{_dumped(feed.list)}: ["
    for entry in tally.counted(every):
        yield f"{',' if tally.count > 1 else ''}\n{_dumped(write(entry))}"
    members = "".join(f", {member}" for member in _members(feed.foot, tally.around))
    yield "\n]\n" if feed.list is None else f"\n]{members}}}\n"


def _members(fields: Mapping[str, Element], around: Entry) -> Iterator[str]:
    return (f"{_dumped(name)}: {_dumped(value)}" for name, value in tree_of(fields)(around).items())


def _dumped(value: Tree) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Tally:
    """Counts entries as they go by."""

    def __init__(self, around: Entry) -> None:
        self.count = 0
        self._around = around

    def counted(self, every: Iterable[Entry]) -> Iterator[Entry]:
        for entry in every:
            self.count += 1
            yield entry

    @property
    def around(self) -> Entry:
        """What the feed says of itself, now that its entries are known."""
        return replace(self._around, head=replace(self._around.head, count=self.count))

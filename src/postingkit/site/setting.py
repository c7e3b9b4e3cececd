"""What all files of one site share: its address, its language, its words; it holds no opening."""

from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import quote

from postingkit.document import Direction
from postingkit.languages import direction_of
from postingkit.look import Look
from postingkit.vacancy import Workplace

Feed: TypeAlias = tuple[str, str, str]

RSS: Feed = ("rss.xml", "application/rss+xml", "RSS")
ATOM: Feed = ("atom.xml", "application/atom+xml", "Atom")
JSON_FEED: Feed = ("feed.json", "application/feed+json", "JSON Feed")
FEEDS = (RSS, ATOM, JSON_FEED)
"""The feeds: each one's file, media type and name."""

BETWEEN = " · "
"""What stands between two facts; names of places have commas in them."""


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words of a list of openings; ``{…}`` in some is to be filled in."""

    title: str
    about: str
    find: str
    search: str
    department: str
    all_departments: str
    place: str
    all_places: str
    workplace: str
    all_workplaces: str
    onsite: str
    hybrid: str
    remote: str
    other: str
    pay: str
    closes: str
    rolling: str
    count: str
    shown: str
    empty: str
    nothing: str
    reset: str
    feeds: str
    home: str
    download: str
    page: str

    def of_workplace(self, workplace: Workplace) -> str:
        """Say where the work is done, in a word."""
        match workplace:
            case "onsite":
                return self.onsite
            case "hybrid":
                return self.hybrid
            case "remote":
                return self.remote


@dataclass(frozen=True, slots=True)
class Site:
    """The site of one *organization*; *language* (BCP 47) is that of its list.

    *url* is the public address of its folder, with a slash at its end, and empty where none is
    known.
    """

    organization: str
    language: str
    words: Words
    look: Look
    url: str = ""

    @property
    def title(self) -> str:
        """What the list is called."""
        if not self.organization:
            return self.words.title
        return self.words.about.replace("{organization}", self.organization)

    @property
    def direction(self) -> Direction:
        """Where the list's lines run."""
        return direction_of(self.language)

    def address(self, path: str) -> str:
        """Give the public address of the file at *path*; without one of the site, the path."""
        return self.url + quote(path)

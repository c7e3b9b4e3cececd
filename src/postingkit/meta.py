"""What a document says beside its blocks: its title, its language, its margins, its vacancy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from postingkit.errors import Place
from postingkit.inlines import Text
from postingkit.vacancy import Vacancy

Direction: TypeAlias = Literal["ltr", "rtl"]
Orientation: TypeAlias = Literal["portrait", "landscape"]


@dataclass(frozen=True, slots=True)
class Reference:
    """A page or a file that stands beside a page, and what a link to it says.

    *address* is relative to the page. A file has a *media_type*.
    """

    address: str
    label: str
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """What file properties, page titles and running feet need and no block holds.

    *language* is a BCP 47 tag. *page_label* is the running foot's wording with ``{page}`` and
    ``{pages}`` in it. *header* and *footer* stand in the margins of pages on paper, and are empty
    where there is nothing to stand there. *description* is one plain sentence, for file
    properties. *fields* is the flat table of names and plain values that wording and stationery
    share; a known name without a value stands there with an empty one. *section_keys* names the
    sections there could be, shown in this document or not. *vacancy* has the facts of
    an opening, where the document is one's. *home* is the list that a page of a site belongs to,
    and *downloads* are files beside it that say the same; only pages have them. *place* is the
    title's.
    """

    kind: Literal["posting", "comparison"]
    title: Text
    language: str = "en"
    direction: Direction = "ltr"
    orientation: Orientation = "portrait"
    organization: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    page_label: str = "Page {page} of {pages}"
    header: str = ""
    footer: str = ""
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    section_keys: tuple[str, ...] = ()
    vacancy: Vacancy | None = None
    home: Reference | None = None
    downloads: tuple[Reference, ...] = ()
    place: Place | None = field(default=None, compare=False)

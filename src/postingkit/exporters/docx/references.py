"""Gathers what a body refers to and other parts hold: links, pictures, numberings, styles."""

import re
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from postingkit.document import Image
from postingkit.exporters.docx import escaping
from postingkit.exporters.docx.definitions import Derived, derive
from postingkit.exporters.docx.names import RELATIONSHIPS
from postingkit.exporters.docx.numbering import FIRST_RESTART, LEVELS, Restart

SUFFIXES = {"image/png": "png", "image/jpeg": "jpeg"}
UNSAFE = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}\ud800-\udfff\ufffe\uffff]")
"""What no address may hold as it is (RFC 3986, 2; RFC 3987, 2.2)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's part of the package and the relationship that leads to it."""

    relationship: str
    name: str
    data: bytes


@dataclass(slots=True)
class References:
    """What one body has referred to so far, each thing once, in the order of its first use.

    *prefix* begins the names of relationships and pictures, *drawings* is the last number taken.
    """

    prefix: str = ""
    drawings: int = 0
    links: dict[str, str] = field(default_factory=dict)
    pictures: dict[bytes, Picture] = field(default_factory=dict)
    restarts: list[Restart] = field(default_factory=list)
    styles: dict[Derived, None] = field(default_factory=dict)

    def link(self, target: str) -> str | None:
        """Give the relationship that leads to *target*; None where that is no address."""
        address = _address(target)
        if address is None:
            return None
        return self.links.setdefault(address, f"{self.prefix}link{len(self.links) + 1}")

    def picture(self, image: Image) -> str:
        """Give the relationship that leads to the part with the data of *image*."""
        return self._picture(image.data, SUFFIXES[image.media_type])

    def _picture(self, data: bytes, suffix: str) -> str:
        known = self.pictures.get(data)
        if known is None:
            stem = f"{self.prefix}image{len(self.pictures) + 1}"
            known = self.pictures[data] = Picture(stem, f"media/{stem}.{suffix}", data)
        return known.relationship

    def vector(self, data: bytes) -> str:
        """Give the relationship that leads to the part with the SVG drawing *data*."""
        return self._picture(data, "svg")

    def drawing(self) -> int:
        """Give the next drawing's number."""
        self.drawings += 1
        return self.drawings

    def numbering(self, level: int, start: int) -> int:
        """Give a numbering of its own to a list that counts from *start* at *level*."""
        self.restarts.append(Restart(min(level, LEVELS - 1), max(0, start)))
        return FIRST_RESTART + len(self.restarts) - 1

    def style(self, kind: str, base: str, name: str | None) -> str:
        """Give the id of the style *base*, or of the one derived from it for a block's *name*."""
        if name is None:
            return base
        derived = derive(kind, base, name)
        self.styles[derived] = None
        return derived.id

    def relationships(self) -> str:
        """Write the relationships to links and pictures."""
        links = (
            f'<Relationship Id="{id_}" Type="{RELATIONSHIPS}/hyperlink" '
            f'Target="{escaping.attribute(address)}" TargetMode="External"/>'
            for address, id_ in self.links.items()
        )
        pictures = (
            f'<Relationship Id="{each.relationship}" Type="{RELATIONSHIPS}/image" '
            f'Target="{each.name}"/>'
            for each in self.pictures.values()
        )
        return "".join((*links, *pictures))


def _address(target: str) -> str | None:
    """Give *target* with what an address may not hold percent-encoded; None if nothing helps."""
    address = UNSAFE.sub(lambda found: quote(found[0], errors="ignore"), target)
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - it raises for a port that is no number
    except ValueError:
        return None
    return address if parts.scheme and (parts.netloc or parts.path) else None

"""Writes the places that lead elsewhere when they are clicked."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import quote, urlsplit

from postingkit.exporters.pdf.sheets import Sheet
from postingkit.exporters.pdf.structure import Area, Element
from postingkit.exporters.pdf.writing.file import File
from postingkit.exporters.pdf.writing.syntax import rectangle, text_string

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Nothing else reaches the file."""
_KEPT = "!#$%&'()*+,/:;=?@[]~"
"""What stands in addresses as it is, besides letters, digits and ``-._~`` (RFC 3986, 2.2)."""
_stray_percent = re.compile(r"%(?![0-9A-Fa-f]{2})")
_authority = re.compile(r"^(https?://(?:[^/?#@]*@)?)([^/?#:@\[\]]+)", re.IGNORECASE)
_dots = re.compile("[.\u3002\uff0e\uff61]")


class Annotation(NamedTuple):
    """A link's place on a page: its object's *number*, and its *key* in the parent tree."""

    number: int
    key: int
    element: Element


class Links(dict[int, Annotation]):
    """The annotations of a file by the identity of their areas: equal areas are two places."""

    def of(self, area: Area) -> Annotation | None:
        """Give the annotation of *area*; None where its target may not be led to."""
        return self.get(id(area))

    def on(self, sheet: Sheet) -> list[int]:
        """Give the numbers of the annotations on *sheet*."""
        found = (self.of(area) for area, _ in sheet.areas)
        return [each.number for each in found if each is not None]


def write_links(file: File, sheets: Sequence[Sheet]) -> Links:
    """Write the annotations of all *sheets*; their keys come after the pages'."""
    links = Links()
    for sheet in sheets:
        for area, element in sheet.areas:
            address = ascii_address(area.target)
            if address is not None:
                key = len(sheets) + len(links)
                number = file.add(_annotation(area, address, key))
                links[id(area)] = Annotation(number, key, element)
    return links


def _annotation(area: Area, address: str, key: int) -> str:
    box = rectangle(area.left, area.bottom, area.right, area.top)
    return (
        f"<</Type/Annot/Subtype/Link/Rect{box}/Border[0 0 0]/F 4/StructParent {key}"
        f"/Contents{text_string(area.contents or area.target)}"
        f"/A<</S/URI/URI{text_string(address)}>>>>"
    )


def ascii_address(target: str) -> str | None:
    """Give *target* in the characters of RFC 3986; None where its scheme is not allowed.

    Hosts are written in Punycode (RFC 3492), all else percent-encoded as UTF-8.
    """
    try:
        scheme = urlsplit(target).scheme
    except ValueError:
        return None
    if scheme not in SCHEMES:
        return None
    named = _authority.sub(lambda found: found[1] + _host(found[2]), target, count=1)
    return _stray_percent.sub("%25", quote(named, safe=_KEPT, errors="ignore"))


def _host(name: str) -> str:
    return ".".join(map(_label, _dots.split(name)))


def _label(label: str) -> str:
    if label.isascii():
        return label
    plain = normalize("NFKC", label.lower())
    return plain if plain.isascii() else "xn--" + plain.encode("punycode").decode()

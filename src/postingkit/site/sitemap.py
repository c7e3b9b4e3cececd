"""Tells search engines which pages there are; it knows no look and no clock."""

from collections.abc import Iterator
from datetime import date

from postingkit.exporters.html.elements import Html, clean, element, stacked, text
from postingkit.site.listing import Listing
from postingkit.site.setting import Site

FILE = "sitemap.xml"
MOST_PAGES = 50_000
"""The addresses that one sitemap holds: https://www.sitemaps.org/protocol.html#index"""

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
"""

ROBOTS = """\
User-agent: *
Disallow:

Sitemap: {address}
"""
"""https://www.rfc-editor.org/rfc/rfc9309: an empty rule keeps nobody from anything."""


def sitemap(listing: Listing, site: Site) -> Iterator[bytes]:
    """Name the list and the page of each open opening, with the day each last changed."""
    yield HEAD.encode()
    yield _page(site.url, listing.changed)
    for opening in listing.openings[: MOST_PAGES - 1]:
        yield _page(site.address(opening.path), opening.changed)
    yield b"</urlset>\n"


def robots(site: Site) -> Iterator[bytes]:
    """Let every crawler in, and tell it of the sitemap."""
    yield clean(ROBOTS.format(address=site.address(FILE))).encode()


def _page(address: str, changed: date | None) -> bytes:
    day = element("lastmod", Html(changed.isoformat())) if changed else Html("")
    content = stacked([element("loc", text(address)), day])
    return clean(f"{element('url', content)}\n").encode()

"""Tells readers of new openings, the latest first: as RSS, Atom and JSON Feed; it has no clock.

An opening that says no day is in no feed, for a feed is in the order of days. Characters that XML
cannot hold are left out.
"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from email.utils import format_datetime

from postingkit.exporters.html.elements import (
    Html,
    block,
    clean,
    element,
    stacked,
    text,
    written,
)
from postingkit.site.listing import Listed, Listing
from postingkit.site.setting import ATOM, BETWEEN, JSON_FEED, RSS, Feed, Site

BEGINNING = date(1970, 1, 1)
"""When a feed last changed that no opening was ever in: Atom asks for a day."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
RSS_NAMESPACES = {"version": "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom"}


def rss(listing: Listing, site: Site) -> Iterator[bytes]:
    """Write the openings of *listing* as RSS 2.0 (https://www.rssboard.org/rss-specification)."""
    yield _encoded(f"{DECLARATION}<rss{written(RSS_NAMESPACES)}>\n<channel>")
    yield _encoded(stacked(_rss_head(listing, site)))
    for opening, changed in _dated(listing):
        yield _encoded(block("item", stacked(_rss_item(opening, changed, site))))
    yield _encoded("</channel>\n</rss>")


def _rss_head(listing: Listing, site: Site) -> Iterator[Html]:
    yield element("title", text(site.title))
    yield element("link", text(site.url))
    yield element("description", text(site.title))
    yield element("language", text(site.language))
    if listing.changed:
        yield element("lastBuildDate", text(format_datetime(_midnight(listing.changed))))
    yield _link("atom:link", {"rel": "self", "type": RSS[1], "href": _own(RSS, site)})


def _rss_item(opening: Listed, changed: date, site: Site) -> Iterator[Html]:
    address = text(site.address(opening.path))
    yield element("title", text(opening.title))
    yield element("link", address)
    yield element("guid", address)
    yield element("pubDate", text(format_datetime(_midnight(changed))))
    if opening.department:
        yield element("category", text(opening.department))
    # Readers take a description for HTML, so its text is escaped for that as well.
    yield element("description", text(text(_said(opening, site))))


def atom(listing: Listing, site: Site) -> Iterator[bytes]:
    """Write the openings of *listing* as Atom (https://www.rfc-editor.org/rfc/rfc4287)."""
    attributes = {"xmlns": RSS_NAMESPACES["xmlns:atom"], "xml:lang": site.language}
    yield _encoded(f"{DECLARATION}<feed{written(attributes)}>")
    yield _encoded(stacked(_atom_head(listing, site)))
    for opening, changed in _dated(listing):
        language = opening.language if opening.language != site.language else None
        content = stacked(_atom_entry(opening, changed, site))
        yield _encoded(block("entry", content, {"xml:lang": language}))
    yield _encoded("</feed>")


def _atom_head(listing: Listing, site: Site) -> Iterator[Html]:
    yield element("id", text(site.url))
    yield element("title", text(site.title))
    yield element("updated", _moment(listing.changed or BEGINNING))
    yield element("author", element("name", text(site.organization or site.title)))
    yield _link("link", {"rel": "self", "type": ATOM[1], "href": _own(ATOM, site)})
    yield _link("link", {"rel": "alternate", "type": "text/html", "href": site.url})


def _atom_entry(opening: Listed, changed: date, site: Site) -> Iterator[Html]:
    address = site.address(opening.path)
    yield element("id", text(address))
    yield element("title", text(opening.title))
    yield element("updated", _moment(changed))
    if opening.posted:
        yield element("published", _moment(opening.posted))
    yield _link("link", {"rel": "alternate", "type": "text/html", "href": address})
    for file in opening.downloads:
        target = {"type": file.media_type, "href": site.address(file.address)}
        yield _link("link", {"rel": "enclosure", **target, "title": file.label})
    if opening.department:
        yield _link("category", {"term": opening.department})
    yield element("summary", text(_said(opening, site)))


def json_feed(listing: Listing, site: Site) -> Iterator[bytes]:
    """Write the openings of *listing* as a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.title,
        "home_page_url": site.url,
        "feed_url": _own(JSON_FEED, site),
        "language": site.language,
        "authors": [{"name": site.organization or site.title}],
    }
    yield _encoded(_json(head)[:-1] + ', "items": [')
    before = ""
    for opening, changed in _dated(listing):
        yield _encoded(before + _json(_json_item(opening, changed, site)))
        before = ","
    yield _encoded("]}")


def _json_item(opening: Listed, changed: date, site: Site) -> dict[str, object]:
    address = site.address(opening.path)
    posted = {"date_published": _moment(opening.posted)} if opening.posted else {}
    tags = {"tags": [opening.department]} if opening.department else {}
    files = [
        {
            "url": site.address(file.address),
            "mime_type": file.media_type,
            "title": file.label,
        }
        for file in opening.downloads
    ]
    return {
        "id": address,
        "url": address,
        "title": opening.title,
        "content_text": _said(opening, site),
        **posted,
        "date_modified": _moment(changed),
        "language": opening.language,
        **tags,
        **({"attachments": files} if files else {}),
    }


def _dated(listing: Listing) -> list[tuple[Listed, date]]:
    """Give the openings with the day that each last changed, the latest first."""
    dated = [(each, each.changed) for each in listing.openings if each.changed]
    return sorted(dated, key=lambda pair: (-pair[1].toordinal(), pair[0].id))


def _said(opening: Listed, site: Site) -> str:
    """Say of an opening in a few words where it is, what it pays, and what it is about."""
    facts = (*opening.places, site.words.of_workplace(opening.workplace), opening.pay)
    return "\n".join(filter(None, (BETWEEN.join(filter(None, facts)), opening.summary)))


def _own(feed: Feed, site: Site) -> str:
    return site.address(feed[0])


def _link(name: str, attributes: dict[str, str]) -> Html:
    return Html(f"<{name}{written(attributes)}/>")


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _moment(day: date) -> Html:
    return Html(f"{day.isoformat()}T00:00:00Z")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _encoded(part: str) -> bytes:
    return f"{clean(part)}\n".encode()

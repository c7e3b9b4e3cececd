"""Feeds, sitemap and robots.txt: what they say, and that any reader takes them with any text."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from email.utils import parsedate_to_datetime

import pytest
from listings import CLERK, COOK, HOSTILE, SEEN, listing, site
from lxml import etree

from postingkit.site import MOST_PAGES, Listed, Listing, Site, atom, json_feed, robots, rss, sitemap

ADDRESS = "https://example.org/jobs/"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
UNDATED = replace(CLERK, id="undated", posted=None, updated=None)
BAD = replace(CLERK, title=HOSTILE, summary=HOSTILE, department=HOSTILE, pay=HOSTILE)


def tree(write: Callable[[Listing, Site], Iterable[bytes]], *openings: Listed) -> etree._Element:
    return etree.fromstring(b"".join(write(listing(*openings), site())))


def entries(*openings: Listed) -> dict[str, object]:
    data = b"".join(json_feed(listing(*openings), site()))
    return json.loads(data)  # type: ignore[no-any-return] # JSON


def items(*openings: Listed) -> list[dict[str, object]]:
    return entries(*openings)["items"]  # type: ignore[return-value] # JSON


def texts(found: Iterable[etree._Element], name: str) -> list[str | None]:
    return [each.findtext(name) for each in found]


def test_rss_has_the_latest_opening_first_with_the_day_it_last_changed() -> None:
    channel = tree(rss, CLERK, COOK)[0]
    items = channel.findall("item")
    assert texts(items, "title") == ["Clerk", "Koch"]
    assert texts(items, "link") == texts(items, "guid")
    assert items[0].findtext("link") == f"{ADDRESS}openings/clerk.html"
    days = [parsedate_to_datetime(day or "") for day in texts(items, "pubDate")]
    assert [day.isoformat() for day in days] == [
        "2026-11-04T00:00:00+00:00",
        "2026-11-03T00:00:00+00:00",
    ]
    own = channel.find(f"{ATOM}link")
    assert own is not None
    assert own.get("href") == f"{ADDRESS}rss.xml"


def test_atom_tells_the_days_of_posting_and_of_the_last_change() -> None:
    feed = tree(atom, CLERK)
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert feed.findtext(f"{ATOM}updated") == "2026-11-04T00:00:00Z"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-04T00:00:00Z"
    assert entry.findtext(f"{ATOM}published") == "2026-11-02T00:00:00Z"
    links = {link.get("rel"): link.get("href") for link in entry.findall(f"{ATOM}link")}
    assert links["enclosure"] == f"{ADDRESS}openings/clerk.pdf"


def test_an_entry_in_another_language_says_so() -> None:
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    feed = tree(atom, CLERK, COOK)
    assert feed.get(language) == "en"
    assert [entry.get(language) for entry in feed.findall(f"{ATOM}entry")] == [None, "de"]


def test_the_json_feed_holds_what_the_others_do() -> None:
    feed = entries(CLERK)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{ADDRESS}feed.json"
    assert items(CLERK) == [
        {
            "id": f"{ADDRESS}openings/clerk.html",
            "url": f"{ADDRESS}openings/clerk.html",
            "title": "Clerk",
            "content_text": "Berlin, Germany · Łódź, Poland · Hybrid · €40,000 a year\n"
            "Keeps our files.",
            "date_published": "2026-11-02T00:00:00Z",
            "date_modified": "2026-11-04T00:00:00Z",
            "language": "en",
            "tags": ["Sales"],
            "attachments": [
                {
                    "url": f"{ADDRESS}openings/clerk.pdf",
                    "mime_type": "application/pdf",
                    "title": "Download as PDF",
                }
            ],
        }
    ]


def test_an_opening_without_a_day_is_in_no_feed() -> None:
    assert tree(rss, UNDATED).findall(".//item") == []
    assert tree(atom, UNDATED).findall(f"{ATOM}entry") == []
    assert items(UNDATED) == []


def test_an_empty_feed_is_one_all_the_same() -> None:
    assert tree(rss)[0].findtext("title") == "Open positions at Example & Co"
    assert tree(atom).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"
    assert items() == []


def test_any_text_can_be_read_back() -> None:
    assert tree(atom, BAD).findtext(f"{ATOM}entry/{ATOM}title") == SEEN
    assert tree(rss, BAD).findtext(".//item/title") == SEEN
    (item,) = items(BAD)
    assert item["title"] == SEEN.replace("  ", " \x00\x0b ")


def test_a_description_in_rss_is_text_for_those_who_read_it_as_html() -> None:
    written = tree(rss, replace(CLERK, summary="<script>")).findtext(".//item/description")
    assert written is not None
    assert "&lt;script&gt;" in written


def test_the_sitemap_names_the_list_and_each_page_with_its_day() -> None:
    pages = tree(sitemap, CLERK, UNDATED)
    found = [(page.findtext(f"{SITEMAP}loc"), page.findtext(f"{SITEMAP}lastmod")) for page in pages]
    assert found == [
        (ADDRESS, "2026-11-04"),
        (f"{ADDRESS}openings/clerk.html", "2026-11-04"),
        (f"{ADDRESS}openings/clerk.html", None),
    ]


def test_a_sitemap_holds_as_many_pages_as_one_may() -> None:
    many = [replace(CLERK, id=str(number)) for number in range(MOST_PAGES + 5)]
    assert len(tree(sitemap, *many)) == MOST_PAGES


def test_crawlers_are_let_in_and_told_of_the_sitemap() -> None:
    written = b"".join(robots(site())).decode()
    assert written == f"User-agent: *\nDisallow:\n\nSitemap: {ADDRESS}sitemap.xml\n"


@pytest.mark.parametrize("write", [rss, atom, json_feed, sitemap])
def test_equal_openings_give_equal_bytes(
    write: Callable[[Listing, Site], Iterable[bytes]],
) -> None:
    one, other = (b"".join(write(listing(CLERK, COOK), site())) for _ in range(2))
    assert one == other

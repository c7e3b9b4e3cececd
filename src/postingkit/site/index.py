"""Makes the list of openings one HTML page: grouped, searched and filtered; it reads no document.

The page is in the look of the postings and holds all that it needs. Without a script everything is
listed and the filters work through the stylesheet; the script adds the search, a count, and the
filters in the page's address.
"""

from collections.abc import Iterator

from postingkit.exporters.html.elements import Html, block, clean, element, stacked, text, written
from postingkit.exporters.html.logo import prepare_logo
from postingkit.site.filters import Filter, filters_of, marking, search_form
from postingkit.site.groups import Group, contents, groups_of, written_group
from postingkit.site.head import page_head
from postingkit.site.listing import Listing
from postingkit.site.resources import resource
from postingkit.site.setting import FEEDS, Site


def index_page(listing: Listing, site: Site) -> Iterator[bytes]:
    """Write the page that lists the openings of *listing*, a group of them at a time."""
    groups, filters = groups_of(listing.openings), filters_of(listing.openings, site.words)
    attributes = written({"lang": site.language, "dir": site.direction})
    yield _encoded(f"<!doctype html>\n<html{attributes}>")
    yield _encoded(page_head(filters, len(listing.openings), site))
    yield _encoded('<body class="openings">')
    yield _encoded(_header(site))
    yield _encoded("<main>")
    yield _encoded(stacked(_finding(groups, filters, site)))
    mark = marking(filters)
    for group in groups:
        yield _encoded(written_group(group, mark, site))
    yield _encoded("</main>")
    yield _encoded(stacked(_end(site)))
    yield _encoded("</body>\n</html>")


def _header(site: Site) -> Html:
    logo = site.look.logo
    mark = prepare_logo(logo)(site.organization) if logo else Html("")
    return block("header", stacked([mark, element("h1", text(site.title), {"id": "title"})]))


def _finding(groups: tuple[Group, ...], filters: tuple[Filter, ...], site: Site) -> Iterator[Html]:
    """Write what stands above the openings: the form, their number, and the way to each group."""
    words, number = site.words, str(sum(len(group.openings) for group in groups))
    if not groups:
        yield element("p", text(words.empty), {"class": "empty"})
        return
    counted = words.count.replace("{count}", number)
    shown = words.shown.replace("{count}", number)
    yield search_form(filters, words)
    status = {"id": "count", "role": "status", "data-all": counted, "data-some": shown}
    reset = {"id": "reset", "type": "reset", "form": "find", "hidden": ""}
    found = (
        element("p", text(counted), {**status, "tabindex": "-1"}),
        element("button", text(words.reset), reset),
    )
    yield block("div", stacked(found), {"class": "found"})
    yield contents(groups, site)
    yield element("p", text(words.nothing), {"id": "nothing", "class": "empty", "hidden": ""})


def _end(site: Site) -> Iterator[Html]:
    if site.url:
        items = (
            element("li", element("a", text(name), {"href": file, "type": media_type}))
            for file, media_type, name in FEEDS
        )
        label = element("h2", text(site.words.feeds), {"id": "feeds"})
        nav = {"class": "feeds", "aria-labelledby": "feeds"}
        content = stacked([label, block("ul", stacked(items))])
        yield block("footer", block("nav", content, nav))
    yield element("script", Html(resource("index.js")))


def _encoded(part: str) -> bytes:
    return f"{clean(part)}\n".encode()

"""Writes the head of the page that lists openings: its names, its addresses, its rules."""

from collections.abc import Iterator

from postingkit.document import Document, Meta, Text
from postingkit.exporters.html.elements import Html, block, element, stacked, text, void
from postingkit.exporters.html.stylesheet import prepare_stylesheet
from postingkit.site.filters import Filter, static_rules
from postingkit.site.resources import resource
from postingkit.site.setting import FEEDS, Site


def page_head(filters: tuple[Filter, ...], openings: int, site: Site) -> Html:
    """Write the head of the page whose number of *openings* are told apart by *filters*."""
    static = element("style", Html(f"\n{static_rules(filters, openings)}"))
    parts = (
        void("meta", {"charset": "utf-8"}),
        void("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        void("meta", {"name": "color-scheme", "content": "light dark"}),
        element("title", text(site.title)),
        void("meta", {"name": "description", "content": site.title}),
        void("meta", {"name": "generator", "content": "postingkit"}),
        *_addresses(site),
        void("link", {"rel": "icon", "href": "data:,"}),
        element("style", Html(_rules(site))),
        element("noscript", static),
    )
    return block("head", stacked(parts))


def _addresses(site: Site) -> Iterator[Html]:
    """Say where the page stands, for whom there is a feed; nothing where it is not known."""
    if not site.url:
        return
    yield void("link", {"rel": "canonical", "href": site.url})
    for file, media_type, name in FEEDS:
        title = f"{site.title} ({name})"
        yield void("link", {"rel": "alternate", "type": media_type, "href": file, "title": title})
    graph = {"type": "website", "title": site.title, "description": site.title, "url": site.url}
    for name, value in graph.items():
        yield void("meta", {"property": f"og:{name}", "content": value})


def _rules(site: Site) -> str:
    """Give the rules of the postings, and those of the list."""
    meta = Meta(
        "posting", Text(site.title), site.language, site.direction, page_label=site.words.page
    )
    shared = prepare_stylesheet(site.look).rules(Document(meta, ()))
    return f"\n{shared}\n{resource('index.css')}"

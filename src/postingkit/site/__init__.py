"""A careers site's own files: its list of openings, feeds and sitemap; it writes none of them."""

from postingkit.site.feeds import atom, json_feed, rss
from postingkit.site.index import index_page
from postingkit.site.listing import Listed, Listing, Naming, listing
from postingkit.site.setting import Site, Words
from postingkit.site.sitemap import MOST_PAGES, robots, sitemap

__all__ = [
    "MOST_PAGES",
    "Listed",
    "Listing",
    "Naming",
    "Site",
    "Words",
    "atom",
    "index_page",
    "json_feed",
    "listing",
    "robots",
    "rss",
    "sitemap",
]

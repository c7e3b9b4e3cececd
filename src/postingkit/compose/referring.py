"""The words that lead from one page of a site to the next, and names for lists of openings."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from postingkit.compose import formatting, places
from postingkit.compose.labels import labels
from postingkit.document import Document, Reference
from postingkit.vacancy import Location

NAMES = {"docx": "Word (DOCX)", "pdf": "PDF"}
"""What people call a format; another one is called by its own name in capitals."""
OF_FACTS = {"place": "places", "workplace": "workplace", "pay": "pay", "closes": "closes"}
"""The words of a list that are a posting's too, by their names there."""


def site_words(language: str) -> Mapping[str, str]:
    """Give the fixed words of a list of openings in *language*, by their names."""
    table = labels(language)
    shared = {name: table.facts[fact] for name, fact in OF_FACTS.items()}
    phrases = {name: table.phrases[name] for name in ("rolling", "page")}
    return {**table.site, **shared, **phrases}


def place_name(location: Location, language: str) -> str:
    """Name the city and country of *location*: “Berlin, Germany”."""
    return places.short(location, language)


def area_name(country: str, region: str, language: str) -> str:
    """Name a country, or a *region* in it: “New York, United States”."""
    return places.area(country, region, language)


def day_name(day: date, language: str) -> str:
    """Write a *day* in a few letters: “23 Nov 2026”."""
    return formatting.date_words(day, language, "medium")


def download(address: str, format_: str, media_type: str, language: str) -> Reference:
    """Give the reference to a file that says the same as its page."""
    name = NAMES.get(format_, format_.upper())
    return Reference(
        address, labels(language).site["download"].replace("{format}", name), media_type
    )


def referring(document: Document, home: str, downloads: Iterable[Reference]) -> Document:
    """Let the page of *document* lead to its list at the address *home* and to its *downloads*."""
    label = labels(document.meta.language).site["home"]
    meta = replace(document.meta, home=Reference(home, label), downloads=tuple(downloads))
    return replace(document, meta=meta)

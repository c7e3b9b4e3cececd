"""The fixed words of each language, one file a language in ``labels/``; it holds no wording."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from postingkit.languages import primary, script


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of one *language*, a BCP 47 tag.

    *sections*, *columns*, *facts* and *criteria* are names; *phrases* may hold ``{…}`` to be
    filled in; *terms* are the words for what a vacancy can be, by the vacancy's own values. *site*
    has what stands on the list of all openings, and on their pages only to lead there and away.
    """

    language: str
    sections: Mapping[str, str]
    columns: Mapping[str, str]
    facts: Mapping[str, str]
    criteria: Mapping[str, str]
    phrases: Mapping[str, str]
    terms: Mapping[str, str]
    site: Mapping[str, str]


@cache
def languages() -> tuple[str, ...]:
    """Give the languages, by the shortest tags of them, that have fixed words."""
    folder = files("postingkit.compose") / "labels"
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def spoken(language: str) -> bool:
    """Say whether there are fixed words for *language*, a BCP 47 tag, in its script."""
    return _table(language) is not None


@cache
def labels(language: str) -> Labels:
    """Give the fixed words of *language*, a BCP 47 tag, which must be `spoken`."""
    name = f"{_table(language)}.yaml"
    text = (files("postingkit.compose") / "labels" / name).read_text("utf-8")
    tables = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes nothing but text
    return Labels(language, **tables)


def _table(language: str) -> str | None:
    """Name the table that serves *language*: no region has one of its own, but scripts do."""
    same = (each for each in languages() if primary(each) == primary(language))
    return next((each for each in same if script(each) == script(language)), None)

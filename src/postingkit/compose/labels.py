"""The fixed words of each language, one file a language in ``labels/``; it holds no wording."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from postingkit.languages import primary


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of one language.

    *sections*, *columns*, *facts* and *criteria* are names; *phrases* may hold ``{…}`` to be
    filled in.
    """

    sections: Mapping[str, str]
    columns: Mapping[str, str]
    facts: Mapping[str, str]
    criteria: Mapping[str, str]
    phrases: Mapping[str, str]


def languages() -> tuple[str, ...]:
    """Give the languages, by their primary subtags, that have fixed words."""
    folder = files("postingkit.compose") / "labels"
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@cache
def labels(language: str) -> Labels:
    """Give the fixed words of *language*, which must be one of `languages` but for its country."""
    name = f"{primary(language)}.yaml"
    text = (files("postingkit.compose") / "labels" / name).read_text("utf-8")
    return Labels(**yaml.load(text, yaml.BaseLoader))  # noqa: S506 - it makes nothing but text

"""Gives the computer's fonts to exporters that put fonts into their files; the others need none."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from postingkit.exporters import AnyExporter
from postingkit.look import Fonts, Look
from postingkit.model.computer_fonts import installed_fonts
from postingkit.typefaces import faces


def with_fonts_for(exporter: AnyExporter, look: Look, folders: tuple[Path, ...]) -> Look:
    """Give *look* with the files in *folders* of the families that nobody brings."""
    families = families_to_find(exporter, look)
    found = tuple(file for family in families for file in installed_fonts(family, folders))
    fonts = replace(look.fonts, files=(*look.fonts.files, *found))
    return replace(look, fonts=fonts) if found else look


def families_to_find(exporter: AnyExporter, look: Look) -> tuple[str, ...]:
    """Name the families of *look* that must come from the computer, whether or not they are there.

    These are the ones that neither the template has files of nor *exporter* itself, which says so
    by its *families*; without that attribute it puts no fonts into its files.
    """
    own: frozenset[str] | None = getattr(exporter, "families", None)
    return () if own is None else tuple(_brought_by_nobody(look.fonts, own))


def _brought_by_nobody(fonts: Fonts, own: frozenset[str]) -> Iterator[str]:
    brought = {each.family for file in fonts.files for each in faces(file.data)}
    known = {family.casefold() for family in own | brought}
    families = dict.fromkeys((fonts.body, fonts.headings))
    return (family for family in families if family.casefold() not in known)

"""Gives the computer's fonts to exporters that put fonts into their files; the others need none."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from postingkit.exporters import AnyExporter
from postingkit.look import Asset, Fonts, Look
from postingkit.model.computer_fonts import installed_fonts
from postingkit.typefaces import faces


def with_fonts_for(exporter: AnyExporter, look: Look, folders: tuple[Path, ...]) -> Look:
    """Give *look* with the files in *folders* of the families that nobody brings.

    These are the ones that neither the template has files of nor *exporter* itself, which says so
    by its *families*; without that attribute it puts no fonts into its files.
    """
    own: frozenset[str] | None = getattr(exporter, "families", None)
    if own is None:
        return look
    found = tuple(_files(look.fonts, own, folders))
    fonts = replace(look.fonts, files=(*look.fonts.files, *found))
    return replace(look, fonts=fonts) if found else look


def _files(fonts: Fonts, own: frozenset[str], folders: tuple[Path, ...]) -> Iterator[Asset]:
    brought = {each.family for file in fonts.files for each in faces(file.data)}
    known = {family.casefold() for family in own | brought}
    for family in dict.fromkeys((fonts.body, fonts.headings)):
        if family.casefold() not in known:
            yield from installed_fonts(family, folders)

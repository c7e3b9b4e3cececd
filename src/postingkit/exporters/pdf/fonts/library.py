"""All the fonts of one look, each loaded when it is first needed."""

from collections.abc import Iterable
from functools import partial

from postingkit.exporters.pdf.fonts import bundled
from postingkit.exporters.pdf.fonts.chain import Chain, Loader
from postingkit.exporters.pdf.fonts.sources import brought, nearest
from postingkit.look import Fonts

_IDEOGRAPHS = ("ja", "ko", "zh")
_WIDE_MARKS = ("ja", "zh")


class Library:
    """The fonts that a look asks for, and those that stand in where they lack a character.

    These are Noto Sans, then the other families among the look's files, then those of the wheel
    and of the extra. *substituted* names the families that are nowhere; Noto Sans stands in for
    them. Raises ValueError where one of the files is no font that may be embedded.
    """

    def __init__(self, fonts: Fonts) -> None:
        here = bundled.sources()
        taken = (source.name for sources in here.values() for source in sources)
        own = brought(fonts.files, taken)
        both = {family: (*sources, *here.get(family, ())) for family, sources in own.items()}
        self._sources = {**here, **both}
        self._own = tuple(own)
        self._chains: dict[tuple[str, bool, bool, str], Chain] = {}
        families = dict.fromkeys((fonts.body, fonts.headings))
        self.substituted: tuple[str, ...] = tuple(
            family for family in families if family.casefold() not in self._sources
        )

    def chain(self, family: str, *, bold: bool, italic: bool, language: str) -> Chain:
        """Give the faces to ask for a text of *language* (BCP 47) in *family*.

        Where the family is nowhere, or lacks a style, what is nearest to it is taken.
        """
        key = (family, bold, italic, language)
        if key not in self._chains:
            self._chains[key] = self._made(family, bold=bold, italic=italic, language=language)
        return self._chains[key]

    def _made(self, family: str, *, bold: bool, italic: bool, language: str) -> Chain:
        loaders = partial(self._loaders, bold=bold, italic=italic)
        (first, *plain) = loaders((family, bundled.PLAIN, *self._own))
        ideographic = loaders(bundled.ideographic(language))
        others = [*loaders(bundled.FALLBACKS), *ideographic]
        spoken = language.partition("-")[0].casefold()
        if spoken in _IDEOGRAPHS:  # their own signs before those of other scripts
            others = [*ideographic, *others]
        return Chain(
            first(),
            [*plain, *others],
            pictures=loaders((bundled.PICTURES,)),
            wide=ideographic[:1] if spoken in _WIDE_MARKS else (),
        )

    def _loaders(self, families: Iterable[str], *, bold: bool, italic: bool) -> list[Loader]:
        """Give what loads the faces of those *families* that are somewhere."""
        known = (self._sources.get(family.casefold()) for family in families)
        chosen = (nearest(sources, bold=bold, italic=italic) for sources in known if sources)
        return [partial(source.face, bold=bold, italic=italic) for source in chosen]

"""Fallback: which face of a chain draws which part of a text.

It shapes nothing; a face is loaded only when a character asks for it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from postingkit.exporters.pdf.fonts.clusters import clusters, is_pictograph, letters, visible
from postingkit.exporters.pdf.fonts.face import Face

Loader: TypeAlias = Callable[[], Face]
Run: TypeAlias = tuple[Face | None, str]

_MOST_KNOWN = 20_000
_IDEOGRAPH = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"
_MARKS = "[‘’“”…―—‥]+"
_WIDE = re.compile(f"({_MARKS}(?={_IDEOGRAPH})|(?<={_IDEOGRAPH}){_MARKS})")
"""Marks that stand beside ideographs, where they are as wide as those."""


class Chain:
    """The faces to ask in order, for one family, weight, slope and language.

    *first* is asked before all *others*; emoji ask *pictures* in between. Quotation marks, dashes
    and dots beside ideographs ask *wide* before all.
    """

    def __init__(
        self,
        first: Face,
        others: Sequence[Loader] = (),
        pictures: Sequence[Loader] = (),
        wide: Sequence[Loader] = (),
    ) -> None:
        self.first = first
        self._others = others
        self._pictures = pictures
        self._wide = wide
        self._plain: set[str] = set()
        self._known: dict[str, Face | None] = {}

    def faces(self, text: str) -> list[Run]:
        """Cut *text* into the longest runs that one face draws; None has what no face has.

        Marks, joiners and variation selectors stay with what is before them.
        """
        if self._plain.issuperset(text):
            return [(self.first, text)] if text else []
        return _merged(self._widened(text) if self._wide else self._cut(text))

    def _widened(self, text: str) -> Iterator[Run]:
        for index, piece in enumerate(_WIDE.split(text)):
            face = next(_drawing(self._wide, piece), None) if index % 2 else None
            if face:
                yield face, piece
            else:
                yield from self._cut(piece)

    def _cut(self, text: str) -> Iterator[Run]:
        """Cut *text* into clusters, and a cluster that no face has whole into its characters."""
        for cluster in clusters(text):
            face = self._face(cluster)
            if face or len(cluster) == 1:
                yield face, cluster
            else:
                yield from ((self._face(letter), letter) for letter in letters(cluster))

    def _face(self, cluster: str) -> Face | None:
        if cluster not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[cluster] = face = self._sought(cluster)
            if face is self.first and len(cluster) == 1:
                self._plain.add(cluster)
        return self._known[cluster]

    def _sought(self, cluster: str) -> Face | None:
        shown = visible(cluster)
        if _draws(self.first, shown):
            return self.first
        asked = (*self._pictures, *self._others) if is_pictograph(cluster) else self._others
        return next(_drawing(asked, shown), None)


def _drawing(asked: Iterable[Loader], characters: str) -> Iterator[Face]:
    return (face for loaded in asked if _draws(face := loaded(), characters))


def _draws(face: Face, characters: str) -> bool:
    """Say whether *face* has *characters*, or others of the same meaning that it shapes alike."""
    if all(map(face.has, characters)):
        return True
    if characters.isascii():
        return False
    composed = unicodedata.normalize("NFC", characters)
    decomposed = unicodedata.normalize("NFD", characters)
    return all(map(face.has, composed)) or all(map(face.has, decomposed))


def _merged(parts: Iterable[Run]) -> list[Run]:
    result: list[Run] = []
    for face, part in parts:
        if result and result[-1][0] is face:
            result[-1] = (face, result[-1][1] + part)
        else:
            result.append((face, part))
    return result

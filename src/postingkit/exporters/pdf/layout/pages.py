"""Fills pages with parts, and draws them with what stands in their margins."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from postingkit.exporters.pdf.fonts.face import Face
from postingkit.exporters.pdf.fonts.used import UsedFonts
from postingkit.exporters.pdf.layout.areas import Area
from postingkit.exporters.pdf.layout.furniture import Furniture
from postingkit.exporters.pdf.layout.parts import Paper, Part, Placed, Queue, draw
from postingkit.exporters.pdf.sheets import Sheet
from postingkit.exporters.pdf.text.words import Word
from postingkit.exporters.pdf.writing import Bookmark


def filled(parts: Sequence[Part], area: Area) -> list[tuple[Placed, ...]]:
    """Divide *parts* over as many pages as they need, one at least."""
    queue = Queue(parts)
    pages = []
    while queue:
        pages.append(queue.fill(area.height, fresh=True))
    return pages or [()]


def drawn(
    pages: Sequence[Sequence[Placed]], area: Area, furniture: Furniture, fonts: UsedFonts
) -> tuple[list[Sheet], list[Bookmark]]:
    """Draw each page, and its margins once their number is known."""
    words: set[Word] = set()
    bookmarks: list[Bookmark] = []
    sheets = []
    for number, placed in enumerate(pages):
        paper = Paper(Sheet(number, *area.paper), fonts, words, bookmarks)
        draw(placed, paper, area.left, area.top)
        furniture.draw(paper, number + 1, len(pages))
        sheets.append(paper.sheet)
    _count(words, fonts)
    return sheets, bookmarks


def _count(words: Iterable[Word], fonts: UsedFonts) -> None:
    """Note the glyphs of plain words, each word once."""
    glyphs: dict[Face, list[tuple[int, ...]]] = defaultdict(list)
    for word in words:
        glyphs[word.face].append(word.glyphs)
    for face, found in glyphs.items():
        fonts.count(face, sorted(set().union(*found)))

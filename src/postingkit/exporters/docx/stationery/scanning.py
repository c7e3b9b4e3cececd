"""Walks over the paragraphs of a part, each with its place in Word's terms; it changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from postingkit.errors import WordPlace
from postingkit.exporters.docx.stationery.names import MC, Element, W

P, TBL, TR, TC = W + "p", W + "tbl", W + "tr", W + "tc"
TEXT_BOX = W + "txbxContent"
FALLBACK = MC + "Fallback"


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph and where it stands.

    One *boxed* stands in a text box. A *repeated* one is the copy of another for older programs.
    """

    paragraph: Element
    place: WordPlace
    boxed: bool = False
    repeated: bool = False


def spots(root: Element, place: WordPlace) -> Iterator[Spot]:
    """Yield the paragraphs of the part *root* in reading order; *place* names the part."""
    yield from _Walk(place.part).container(root, Spot(root, place))


class _Walk:
    """Counts the tables and text boxes of a part."""

    def __init__(self, part: str) -> None:
        self.part = part
        self.tables = 0
        self.boxes = 0

    def container(self, element: Element, around: Spot) -> Iterator[Spot]:
        """Walk over what holds paragraphs and tables, at any depth of content controls."""
        number = 0
        for each in _nearest(element, P, TBL):
            if each.tag == TBL:
                yield from self.table(each, around)
            else:
                number += 1
                yield from self.paragraph(each, number, around)

    def paragraph(self, element: Element, number: int, around: Spot) -> Iterator[Spot]:
        yield replace(around, paragraph=element, place=replace(around.place, paragraph=number))
        for box in _nearest(element, TEXT_BOX):
            repeated = around.repeated or any(
                each.tag == FALLBACK for each in _between(box, element)
            )
            self.boxes += 0 if repeated else 1
            place = WordPlace(around.place.file, f"{self.part}, text box {self.boxes}")
            yield from self.container(box, Spot(box, place, boxed=True, repeated=repeated))

    def table(self, element: Element, around: Spot) -> Iterator[Spot]:
        self.tables += 0 if around.repeated else 1
        table = self.tables
        for row, line in enumerate(_nearest(element, TR), 1):
            for number, cell in enumerate(_nearest(line, TC), 1):
                place = replace(around.place, paragraph=None, table=table, row=row, cell=number)
                yield from self.container(cell, replace(around, place=place))


def _nearest(element: Element, *tags: str) -> list[Element]:
    """Give the nearest descendants with one of *tags*, none within another."""
    found: list[Element] = []
    waiting = list(element)[::-1]
    while waiting:
        each = waiting.pop()
        if each.tag in tags:
            found.append(each)
        else:
            waiting.extend(list(each)[::-1])
    return found


def _between(element: Element, outer: Element) -> Iterator[Element]:
    """Yield what stands around *element* within *outer*."""
    for each in element.iterancestors():
        if each is outer:
            return
        yield each

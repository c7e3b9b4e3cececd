"""Lets paragraphs go that have nothing to say, without harm to what else stands in them.

A cell, a header or a content control must keep a paragraph, and so must two tables between them; a
paragraph may also hold a picture, a section's end or the beginning of something longer. There, only
the words go.
"""

from collections.abc import Iterable
from copy import deepcopy

from postingkit.exporters.docx.stationery.fields import Line, line
from postingkit.exporters.docx.stationery.names import Element, W, value
from postingkit.exporters.docx.stationery.rooms import touches_table
from postingkit.exporters.docx.stationery.segments import mark

P = W + "p"
HOLDERS = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object", "sectPr"))
BREAKS = frozenset(("page", "column"))
PAIRS = (("bookmarkStart", "bookmarkEnd"), ("commentRangeStart", "commentRangeEnd"))


def holds_more(paragraph: Element) -> bool:
    """Tell whether *paragraph* holds more than words."""
    if any(each.tag in HOLDERS or _breaks_page(each) for each in paragraph.iter()):
        return True
    kinds = [value(each, "fldCharType") for each in paragraph.iter(W + "fldChar")]
    return kinds.count("begin") != kinds.count("end") or any(
        _count(paragraph, start) != _count(paragraph, end) for start, end in PAIRS
    )


def _breaks_page(element: Element) -> bool:
    return element.tag == W + "br" and value(element, "type") in BREAKS


def _count(paragraph: Element, name: str) -> int:
    return sum(1 for _ in paragraph.iter(W + name))


def freed(paragraph: Element) -> Element:
    """Give a paragraph with the words of *paragraph* alone; what else it holds stays below."""
    if not holds_more(paragraph):
        return paragraph
    alone = deepcopy(paragraph)
    for each in [each for each in alone.iter() if each.tag in HOLDERS or _breaks_page(each)]:
        _remove(each)
    paragraph.addprevious(alone)
    for element, _ in line(paragraph).pieces:
        if not _breaks_page(element):
            _remove(element)
    return alone


def must_stay(paragraph: Element, lasting: Iterable[Element]) -> bool:
    """Tell whether *paragraph* cannot be left out, where *lasting* are those that always stay."""
    before, after = paragraph.getprevious(), paragraph.getnext()
    if touches_table(before) and touches_table(after):
        return True
    parent = paragraph.getparent()
    if parent is None or parent.tag == W + "body":
        return False
    if parent.tag == W + "tc" and after is None and touches_table(before):
        return True
    return not any(each.getparent() is parent for each in lasting if each is not paragraph)


def leave_out(paragraph: Element, names: Iterable[str]) -> None:
    """Mark *paragraph* to be left out where one of the fields *names* has no value."""
    paragraph.addprevious(mark("unless", " ".join(names)))
    paragraph.addnext(mark("end"))
    paragraph.addnext(mark("otherwise"))


def empty(paragraph: Element, written: Line, names: Iterable[str]) -> None:
    """Mark the words of *paragraph*, and its number in a list, to be left out likewise."""
    asked = " ".join(names)
    numbers = paragraph.findall(f"{W}pPr/{W}numPr")
    for element in (*numbers, *(each for each, _ in written.pieces if not _breaks_page(each))):
        if element.getparent() is not None:
            element.addprevious(mark("unless", asked))
            element.addnext(mark("end"))
            element.addnext(mark("otherwise"))


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)

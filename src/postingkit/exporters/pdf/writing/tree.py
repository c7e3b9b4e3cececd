"""Writes the structure tree: every element, and the way back to it from what is on the pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from postingkit.exporters.pdf.sheets import Sheet
from postingkit.exporters.pdf.structure import Area, Element, Mark
from postingkit.exporters.pdf.writing.file import File
from postingkit.exporters.pdf.writing.links import Links
from postingkit.exporters.pdf.writing.syntax import rectangle, text_string


@dataclass(slots=True)
class Tree:
    """The elements written so far, each as a finished object.

    *pages* are the numbers of the sheets' objects, *last* is the last number given.
    """

    pages: Sequence[int]
    links: Links
    last: int
    numbers: dict[Element, int] = field(default_factory=dict)
    bodies: dict[int, str] = field(default_factory=dict)

    def write(self, element: Element, parent: int) -> int | None:
        """Write *element* and what is below it, and give its number.

        None where nothing is below it: it is not written then, unless it is a cell, without which
        its row would be short.
        """
        number = self.last = self.last + 1
        sheet = next((kid.sheet for kid in element.kids if isinstance(kid, Mark)), None)
        kids = [kid for each in element.kids if (kid := self._kid(each, number, sheet))]
        if not kids and element.tag not in {"TH", "TD", "Document"}:
            self.last = number - 1
            return None
        page = "" if sheet is None else f"/Pg {self.pages[sheet]} 0 R"
        content = _content(kids)
        tag, said = self._tag(element), _said(element, number)
        self.bodies[number] = f"<</S/{tag}/P {parent} 0 R{page}{content}{said}>>"
        self.numbers[element] = number
        return number

    def _kid(self, kid: Element | Mark | Area, parent: int, sheet: int | None) -> str:
        """Write *kid* as an entry of K; nothing where it does not reach the file."""
        match kid:
            case Element():
                number = self.write(kid, parent)
                return f"{number} 0 R" if number else ""
            case Mark():
                if kid.sheet == sheet:
                    return str(kid.number)
                return f"<</Type/MCR/Pg {self.pages[kid.sheet]} 0 R/MCID {kid.number}>>"
            case Area():
                annotation = self.links.of(kid)
                if annotation is None:
                    return ""
                page = self.pages[kid.sheet]
                return f"<</Type/OBJR/Pg {page} 0 R/Obj {annotation.number} 0 R>>"
        assert_never(kid)

    def _tag(self, element: Element) -> str:
        """Give the structure type; a link that leads nowhere is but a stretch of text."""
        if element.tag == "Link" and not any(map(self._leads, element.kids)):
            return "Span"
        return element.tag

    def _leads(self, kid: Element | Mark | Area) -> bool:
        return isinstance(kid, Area) and self.links.of(kid) is not None


def write_tree(
    file: File, root: Element, sheets: Sequence[Sheet], pages: Sequence[int], links: Links
) -> int:
    """Write what is below *root*, and give the number of the tree's root.

    *pages* are the numbers of the sheets' objects.
    """
    number = file.objectcounter + 1
    tree = Tree(pages, links, last=number)
    tree.write(root, number)
    file.objectcounter = tree.last
    file.objects |= tree.bodies
    file.objects[number] = _root(tree, root, sheets)
    return number


def _content(kids: Sequence[str]) -> str:
    """Write what an element holds; one kid stands by itself."""
    match kids:
        case []:
            return ""
        case [kid]:
            return f"/K {kid}"
        case _:
            return f"/K[{' '.join(kids)}]"


def _root(tree: Tree, root: Element, sheets: Sequence[Sheet]) -> str:
    numbers = tree.numbers
    pages = [
        f"{key}[{' '.join([f'{numbers[element]} 0 R' for element in sheet.marked])}]"
        for key, sheet in enumerate(sheets)
    ]
    annotations = [f"{each.key} {numbers[each.element]} 0 R" for each in tree.links.values()]
    return (
        f"<</Type/StructTreeRoot/K {numbers[root]} 0 R"
        f"/ParentTree<</Nums[{' '.join(pages + annotations)}]>>"
        f"/ParentTreeNextKey {len(pages) + len(annotations)}{_notes(numbers)}>>"
    )


def _notes(numbers: dict[Element, int]) -> str:
    """Write where the notes are by their identifiers (ISO 32000-1, 14.7.2)."""
    notes = sorted(number for element, number in numbers.items() if element.tag == "Note")
    names = " ".join(f"({_identifier(number)}){number} 0 R" for number in notes)
    return f"/IDTree<</Names[{names}]>>" if names else ""


def _identifier(note: int) -> str:
    """Name a note: each has a name of its own (ISO 14289-1, 7.9); names sort like numbers."""
    return f"note{note:08}"


def _said(element: Element, number: int) -> str:
    """Write what is said of *element* besides its kids (ISO 32000-1, 14.7.2)."""
    language = f"/Lang{text_string(element.language)}" if element.language else ""
    alternative = f"/Alt{text_string(element.alternative)}" if element.alternative else ""
    actual = f"/ActualText{text_string(element.actual)}" if element.actual else ""
    return language + alternative + actual + "".join(_particulars(element, number))


def _particulars(element: Element, number: int) -> Iterator[str]:
    """Write what the tag calls for: attributes (ISO 32000-1, 14.8.5) or a note's identifier."""
    match element.tag:
        case "TH" | "TD":
            scope = f"/Scope/{element.scope}" if element.scope else ""
            span = f"/ColSpan {element.columns}" if element.columns > 1 else ""
            if scope or span:
                yield f"/A<</O/Table{scope}{span}>>"
        # Readers of attributes take text strings for bytes, and stop where these are not UTF-8.
        case "Table" if element.summary and element.summary.isascii():
            yield f"/A<</O/Table/Summary{text_string(element.summary)}>>"
        case "L" if element.numbering:
            yield f"/A<</O/List/ListNumbering/{element.numbering}>>"
        case "Figure" if element.box:
            yield f"/A<</O/Layout/Placement/Block/BBox{rectangle(*element.box)}>>"
        case "Note":
            yield f"/ID({_identifier(number)})"
        case _:
            pass

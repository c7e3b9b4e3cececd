"""Reads a tagged PDF as a screen reader does: along its structure tree, by its fonts' ToUnicode.

A parser of our own over pikepdf, which shares nothing with the exporter. Text that is painted from
right to left comes in the order it is painted in.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import pikepdf
from pdf_content import Sheet, painted
from pikepdf import Array, Dictionary, Name, Object

INLINE = frozenset(("Link", "Span", "Strong", "Em", "Quote", "Code", "StructTreeRoot"))


@dataclass
class Node:
    """A structure element: what it is, what it holds, and where it stands in the file."""

    tag: str
    dictionary: Object
    kids: "list[Kid]" = field(default_factory=list)

    def walk(self) -> "Iterator[Node]":
        """Yield it and all below it, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def all(self, tag: str) -> "list[Node]":
        """Give those of a *tag*."""
        return [node for node in self.walk() if node.tag == tag]

    @property
    def nodes(self) -> "list[Node]":
        """The elements right below it."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def attribute(self, key: str) -> object:
        """Give the value that one of its attribute dictionaries has for *key*, or None."""
        attributes = self.dictionary.get("/A", Array())
        owners = attributes if isinstance(attributes, Array) else [attributes]
        return next((each[key] for each in owners if isinstance(each, Dictionary) and key in each),
                    None)  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """A marked-content sequence on a page, and what it says."""

    page: int
    number: int
    text: str


@dataclass(frozen=True)
class Annotation:
    """An annotation, as an element refers to it."""

    dictionary: Object


Kid: TypeAlias = Node | Piece | Annotation


@dataclass
class File:
    """A whole file: the tree's root, and its pages."""

    pdf: pikepdf.Pdf
    sheets: list[Sheet]
    root: Node

    @property
    def said(self) -> str:
        """Everything that is said, a line for each block, without list markers."""
        return "\n".join(line for line in spoken(self.root).split("\n") if line.strip())

    @property
    def furniture(self) -> str:
        """What stands on the pages and is not said: running heads, page numbers."""
        return "\n".join(sheet.furniture for sheet in self.sheets)

    def said_in(self, language: str) -> str:
        """Give what is said in a *language* of its own, by elements first and by Spans then."""
        nodes = [node for node in self.root.walk() if node.dictionary.get("/Lang") == language]
        spans = [sheet.foreign.get(language, "") for sheet in self.sheets]
        return "\n".join([*(spoken(node).strip() for node in nodes), *filter(None, spans)])


def read(data: bytes) -> File:
    """Read a file; it need not be a right one."""
    pdf = pikepdf.open(io.BytesIO(data))
    sheets = [painted(page) for page in pdf.pages]
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    tree = pdf.Root.get("/StructTreeRoot", Dictionary())
    root = Node("StructTreeRoot", tree)
    root.kids += _kids(tree.get("/K"), None, _Places(numbers, sheets))
    return File(pdf, sheets, root)


@dataclass(frozen=True)
class _Places:
    numbers: dict[tuple[int, int], int]
    sheets: list[Sheet]

    def piece(self, page: Object | None, number: int) -> Piece:
        at = self.numbers.get(page.objgen, -1) if page is not None else -1
        return Piece(at, number, self.sheets[at].said.get(number, "") if at >= 0 else "")


def _kids(held: object, page: Object | None, places: _Places) -> Iterator[Kid]:
    if isinstance(held, Array):
        for each in held.as_list():
            yield from _kids(each, page, places)
    elif isinstance(held, int):
        yield places.piece(page, held)
    elif isinstance(held, Object):
        yield _kid(held, held.get("/Pg", page), places)


def _kid(held: Object, page: Object | None, places: _Places) -> Kid:
    if held.get("/Type") == Name.MCR:
        return places.piece(page, int(held.MCID))
    if held.get("/Type") == Name.OBJR:
        return Annotation(held.Obj)
    node = Node(str(held.S)[1:], held)
    node.kids += _kids(held.get("/K"), page, places)
    return node


def spoken(node: Node) -> str:
    """Give what a node says; blocks stand on lines of their own."""
    if node.tag == "Lbl":
        return ""
    if "/ActualText" in node.dictionary:
        text = str(node.dictionary.ActualText)
    else:
        text = "".join(map(_part, node.kids))
    return f"\n{text}\n" if node.tag not in INLINE else text


def _part(kid: Kid) -> str:
    match kid:
        case Node():
            return spoken(kid)
        case Piece(text=text):
            return text
        case Annotation():
            return ""

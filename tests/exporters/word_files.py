"""Reads back what the Word exporter made, by lxml, which knows nothing of Word."""

import io
import zipfile

from lxml import etree
from lxml.etree import _Element

from postingkit.document import (
    Alignment,
    Block,
    Cell,
    Column,
    Direction,
    Document,
    Inlines,
    Meta,
    Section,
    Table,
    Text,
)
from postingkit.exporters.docx import DocxExporter, DocxOptions
from postingkit.look import Look
from postingkit.testing import (
    cell,
)

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
}

export = DocxExporter().prepare(Look(), DocxOptions())


class Part:
    """A part's XML, asked by XPath."""

    def __init__(self, element: _Element) -> None:
        self.element = element

    def find(self, path: str) -> list["Part"]:
        """Give the elements at *path*."""
        return [Part(each) for each in self._ask(path) if isinstance(each, _Element)]

    def strings(self, path: str) -> list[str]:
        """Give the attributes or texts at *path*."""
        return [str(each) for each in self._ask(path)]

    def _ask(self, path: str) -> list[object]:
        found = self.element.xpath(path, namespaces=SPACES)
        assert isinstance(found, list)
        return list(found)

    @property
    def text(self) -> str:
        """The words in it."""
        return "".join(self.strings(".//w:t/text()"))


def part(data: bytes, name: str) -> Part:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return Part(etree.fromstring(package.read(name)))


def file(
    *blocks: Block, title: str = "T", language: str = "en", direction: Direction = "ltr"
) -> bytes:
    meta = Meta("posting", Text(title), language=language, direction=direction)
    return export(Document(meta, (Section("s", Text("S"), blocks),))).data


def body(*blocks: Block, language: str = "en", direction: Direction = "ltr") -> Part:
    """Give what follows the title and the section's heading."""
    document = part(file(*blocks, language=language, direction=direction), "word/document.xml")
    for heading in document.find("/w:document/w:body/w:p[position() <= 2]"):
        parent = heading.element.getparent()
        assert parent is not None
        parent.remove(heading.element)
    return document


def column(title: str = "A", width: float = 1, alignment: Alignment = "start") -> Column:
    return Column((Text(title),), width, alignment)


def simple_table(
    *columns: Column, rows: tuple[tuple[Cell, ...], ...] = (), caption: Inlines = ()
) -> Table:
    return Table(columns, rows or (tuple(cell("x") for _ in columns),), caption=caption)

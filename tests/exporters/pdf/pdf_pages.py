"""Looks at what stands where on the pages of a PDF, as Chromium's pdfium finds it."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it has no types
from pypdfium2 import raw

from postingkit.document import Block, Cell, Column, Document, Meta, Section, Table, Text
from postingkit.exporters.interface import Export
from postingkit.exporters.pdf import PdfExporter
from postingkit.exporters.pdf.options import PdfOptions
from postingkit.look import Look

MILLIMETRE = 72 / 25.4
EDGES = (20 * MILLIMETRE, 190 * MILLIMETRE)
"""Where text begins and ends on a page of the default look, in points from its left edge."""


@dataclass(frozen=True)
class Piece:
    """Characters that the file draws at once; positions in points from the lower left corner."""

    page: int
    text: str
    font: str
    size: float
    left: float
    right: float
    baseline: float
    artifact: bool


@dataclass(frozen=True)
class Shape:
    """A filled shape or a picture and where it stands, in points from the lower left corner."""

    page: int
    is_picture: bool
    left: float
    bottom: float
    right: float
    top: float


def export(document: Document, look: Look | None = None) -> Export:
    """Make a file of *document*."""
    return PdfExporter().prepare(look or Look(), PdfOptions())(document)


def of(*blocks: Block, **meta: Any) -> Document:
    """Make a document of *blocks*, entitled T."""
    return Document(replace(Meta("posting", Text("T")), **meta), (Section("s", None, blocks),))


def table(*cells: Cell, rows: int = 1, **settings: Any) -> Table:
    """Make a table of equal rows, under head0, head1 and so on."""
    columns = tuple(Column((Text(f"head{number}"),)) for number in range(len(cells)))
    return Table(columns, (cells,) * rows, **settings)


def pieces(document: Document, look: Look | None = None) -> list[Piece]:
    """Give the pieces of text on the pages of *document*, in the order they are drawn in."""
    with pypdfium2.PdfDocument(export(document, look).data) as file:
        return [piece for number in range(len(file)) for piece in _pieces(file[number], number)]


def said(document: Document, look: Look | None = None) -> list[str]:
    """Give the texts that are no furniture, in the order they are drawn in."""
    return [one.text.strip() for one in pieces(document, look) if not one.artifact]


def found(document: Document, *texts: str, look: Look | None = None) -> list[Piece]:
    """Give the first piece that is each of *texts*."""
    all_pieces = pieces(document, look)
    return [next(one for one in all_pieces if one.text.strip() == text) for text in texts]


def shapes(document: Document, look: Look | None = None) -> list[Shape]:
    """Give what is filled or pictured on the pages of *document*."""
    with pypdfium2.PdfDocument(export(document, look).data) as file:
        return [shape for number in range(len(file)) for shape in _shapes(file[number], number)]


def _pieces(page: pypdfium2.PdfPage, number: int) -> Iterator[Piece]:
    texts = page.get_textpage()
    for thing in page.get_objects(textpage=texts):
        if thing.type == raw.FPDF_PAGEOBJ_TEXT:
            left, _, right, _ = thing.get_bounds()
            name = thing.get_font().get_base_name().split("+")[-1]
            size, baseline = round(thing.get_font_size(), 1), thing.get_matrix().f
            artifact = "Artifact" in _marks(thing)
            yield Piece(number, thing.extract(), name, size, left, right, baseline, artifact)


def _shapes(page: pypdfium2.PdfPage, number: int) -> Iterator[Shape]:
    for thing in page.get_objects(max_depth=1):
        if thing.type != raw.FPDF_PAGEOBJ_TEXT:
            is_picture = thing.type != raw.FPDF_PAGEOBJ_PATH
            yield Shape(number, is_picture, *thing.get_bounds())


def _marks(thing: pypdfium2.PdfObject) -> list[str]:
    marks = []
    for number in range(raw.FPDFPageObj_CountMarks(thing)):
        mark = raw.FPDFPageObj_GetMark(thing, number)
        buffer, length = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
        raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
        marks.append(bytes(buffer)[: length.value - 2].decode("utf-16-le"))
    return marks

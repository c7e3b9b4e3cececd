"""A file being written: ReportLab's registry of objects, put into object streams at the end.

It knows objects and their numbers, not what they mean.
"""

import hashlib
from collections.abc import Sequence
from struct import Struct
from typing import cast

from reportlab.pdfbase import pdfdoc

from postingkit.exporters.pdf.writing.syntax import STREAM_END, compressed

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
TOGETHER = 200
"""How many objects share an object stream."""
FREE, PLAIN, HELD = 0, 1, 2
"""Kinds of cross-reference entries (ISO 32000-1, table 18)."""
_entry = Struct(">BIH").pack


class Catalog(pdfdoc.PDFCatalog):
    """ReportLab's catalog, with an entry that it would drop."""

    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012 - as there

    Pages: pdfdoc.PDFPages
    Lang: str
    MarkInfo: str
    Metadata: str
    Outlines: str
    OutputIntents: str
    StructTreeRoot: str
    ViewerPreferences: str


class Page(pdfdoc.PDFPage):
    """ReportLab's page, with entries of a tagged file that it would drop."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012

    StructParents: int
    Tabs: str


class File(pdfdoc.PDFDocument):
    """ReportLab's document, with finished *objects* and *streams* beside those of its registry.

    Objects are text whose characters stand for bytes (Latin-1); streams are finished bytes.
    """

    Pages: pdfdoc.PDFPages

    def __init__(self) -> None:
        super().__init__(invariant=1, pdfVersion=(1, 7))
        self.Catalog = Catalog()
        self.Catalog.Pages = self.Pages
        self.fonts = cast("pdfdoc.PDFDictionary", self.idToObject[pdfdoc.BasicFonts])
        self.objects: dict[int, str] = {}
        self.streams: dict[int, bytes] = {}

    def reserve(self, count: int = 1) -> int:
        """Keep *count* numbers for objects to come, and give the first."""
        first = self.objectcounter + 1
        self.objectcounter += count
        return first

    def add(self, written: str) -> int:
        """Add a finished object, and give its number."""
        number = self.reserve()
        self.objects[number] = written
        return number

    def add_stream(self, written: bytes) -> int:
        """Add a finished stream object, and give its number."""
        number = self.reserve()
        self.streams[number] = written
        return number

    def number_of(self, element: pdfdoc.PDFObject) -> int:
        """Give the number of an object of the registry, which it enters if it is not there."""
        reference = self.Reference(element)  # type: ignore[no-untyped-call]  # its types lack it
        number, _ = self.idToObjectNumberAndVersion[reference.name]
        return number

    def finished(self, information: int) -> bytes:
        """Give the bytes of the file; *information* is the number of that dictionary."""
        catalog = self.number_of(self.Catalog)
        self._format_registry()
        entries = {0: _entry(FREE, 0, 65535)}
        numbers = sorted(self.objects)
        for start in range(0, len(numbers), TOGETHER):
            group = numbers[start : start + TOGETHER]
            holder = self.add_stream(_object_stream(group, [self.objects[each] for each in group]))
            entries |= {number: _entry(HELD, holder, i) for i, number in enumerate(group)}
        return _assembled(self.streams, entries, f"/Root {catalog} 0 R/Info {information} 0 R")

    def _format_registry(self) -> None:
        """Finish the registry's objects, which may register others on their way."""
        done = 0
        while done < len(self.numberToId):
            for number, name in list(self.numberToId.items())[done:]:
                self._finish(number, pdfdoc.format(self.idToObject[name], self, toplevel=1))
                done += 1

    def _finish(self, number: int, body: bytes) -> None:
        if body.endswith(b"endstream\n"):  # archives want an end-of-line before that word
            self.streams[number] = body.removesuffix(b"endstream\n") + STREAM_END
        else:
            self.objects[number] = body.decode("latin-1")


def _object_stream(numbers: Sequence[int], bodies: Sequence[str]) -> bytes:
    """Write a stream that holds objects (ISO 32000-1, 7.5.7)."""
    heads, offset = [], 0
    for number, body in zip(numbers, bodies, strict=True):
        heads.append(f"{number} {offset}")
        offset += len(body) + 1
    head = " ".join(heads) + "\n"
    entries = f"/Type/ObjStm/N {len(heads)}/First {len(head)}"
    return compressed(entries, (head + "\n".join(bodies)).encode("latin-1"))


def _assembled(streams: dict[int, bytes], entries: dict[int, bytes], trailer: str) -> bytes:
    """Write header, streams and the cross-reference stream (ISO 32000-1, 7.5.8)."""
    parts, offset = [HEADER], len(HEADER)
    for number, body in streams.items():
        part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        entries[number] = _entry(PLAIN, offset, 0)
        parts.append(part)
        offset += len(part)
    last = len(entries)
    entries[last] = _entry(PLAIN, offset, 0)
    content = b"".join(parts)
    identity = hashlib.sha256(content).hexdigest()[:32]
    head = f"/Type/XRef/Size {last + 1}/W[1 4 2]{trailer}/ID[<{identity}><{identity}>]"
    references = compressed(head, b"".join(map(entries.__getitem__, range(last + 1))))
    end = b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (last, references, offset)
    return content + end

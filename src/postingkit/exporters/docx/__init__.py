"""Makes Word files; it writes WordprocessingML itself and asks no Word and no clock."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from postingkit.document import Document
from postingkit.errors import Problem, StationeryError
from postingkit.exporters.docx.package import Package
from postingkit.exporters.docx.parts import MEDIA_TYPE
from postingkit.exporters.docx.stationery import LetterheadPackage, open_letterhead
from postingkit.exporters.interface import Export
from postingkit.look import Asset, Look

__all__ = ["DocxExporter", "DocxOptions"]


@dataclass(frozen=True, slots=True)
class DocxOptions:
    """What a template says under ``docx:``.

    *stationery* is a Word file (.docx or .dotx) that postings are written into. *styles* names
    styles of it, by what shall have them: ``title``, ``heading``, ``text``, ``table`` …
    """

    stationery: Asset | None = None
    styles: Mapping[str, str] = field(default_factory=dict)


class DocxExporter:
    """Makes documents into Word files (ISO/IEC 29500 transitional), for Word 2010 and later."""

    suffix: ClassVar[str] = ".docx"
    media_type: ClassVar[str] = MEDIA_TYPE
    options_type: type[DocxOptions] = DocxOptions

    def prepare(self, look: Look, options: DocxOptions) -> Callable[[Document], Export]:
        """Make the parts that documents of one look share, and give the function for each.

        Raises `StationeryError` with all that is wrong with the stationery. The function raises it
        for names in the stationery that a document does not know.
        """
        if options.stationery is None:
            return _on_plain_paper(look, options)
        letterhead = open_letterhead(options.stationery, look, options.styles)
        return LetterheadPackage(letterhead).pack


def _on_plain_paper(look: Look, options: DocxOptions) -> Callable[[Document], Export]:
    if options.styles:
        message = "The styles of a Word file are named, but no Word file is."
        hint = "Add “stationery: letterhead.docx” under “docx”, or remove “styles”."
        raise StationeryError((Problem(None, "docx.styles", message, hint),))
    package = Package(look)

    def make(document: Document) -> Export:
        return Export(package.pack(document))

    return make

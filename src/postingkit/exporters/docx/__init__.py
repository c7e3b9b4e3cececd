"""Makes Word files; it writes WordprocessingML itself and asks no Word and no clock."""

from collections.abc import Callable
from typing import ClassVar

from postingkit.document import Document
from postingkit.exporters.docx.package import Package
from postingkit.exporters.docx.parts import MEDIA_TYPE
from postingkit.exporters.interface import Export, NoOptions
from postingkit.look import Look

__all__ = ["DocxExporter"]


class DocxExporter:
    """Makes documents into Word files (ISO/IEC 29500 transitional), for Word 2010 and later."""

    suffix: ClassVar[str] = ".docx"
    media_type: ClassVar[str] = MEDIA_TYPE
    options_type: type[NoOptions] = NoOptions

    def prepare(self, look: Look, options: NoOptions) -> Callable[[Document], Export]:  # noqa: ARG002 - there are none
        """Make the parts that documents of one look share, and give the function for each."""
        package = Package(look)

        def make(document: Document) -> Export:
            return Export(package.pack(document))

        return make

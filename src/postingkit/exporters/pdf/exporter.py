"""Makes PDF files of documents; it reads its own package data and nothing else."""

from collections.abc import Callable
from typing import ClassVar

from postingkit.document import Document, Meta
from postingkit.errors import ExportFailed, Problem
from postingkit.exporters.interface import Export, NoOptions
from postingkit.exporters.pdf import fonts
from postingkit.exporters.pdf.blocks import Setting
from postingkit.exporters.pdf.notices import notices
from postingkit.exporters.pdf.pages import Area, laid_out
from postingkit.exporters.pdf.story import story
from postingkit.exporters.pdf.styles import Styles
from postingkit.languages import script
from postingkit.look import Look

SCRIPTS = frozenset({"Cyrl", "Grek", "Latn"})
"""What the font has and platypus sets as it stands (ISO 15924)."""


class PdfExporter:
    """Makes a document one PDF file with its font inside, bookmarks and numbered pages.

    It sets Latin, Greek and Cyrillic. A document that is written otherwise raises `ExportFailed`;
    single words of other scripts stand as the names of their characters.
    """

    suffix: ClassVar[str] = ".pdf"
    media_type: ClassVar[str] = "application/pdf"
    options_type = NoOptions

    def prepare(
        self,
        look: Look,
        options: NoOptions,  # noqa: ARG002 - there are none
    ) -> Callable[[Document], Export]:
        """Make fonts and styles ready, once, and give the function for each document."""
        fonts.register()
        styles = Styles.of(look)

        def make(document: Document) -> Export:
            _refuse_other_scripts(document.meta)
            area = Area(look.page, document.meta.orientation)
            setting = Setting(styles, look.table, area.width, area.height, styles.body)
            data = laid_out(story(document, setting, look), document.meta, look, area)
            return Export(data, notices(document, look.fonts))

        return make


def _refuse_other_scripts(meta: Meta) -> None:
    if meta.direction == "rtl" or script(meta.language) not in SCRIPTS:
        message = (
            f"PDF files cannot yet be written in the script of the language “{meta.language}”."
        )
        raise ExportFailed(
            Problem.at(None, message, "Its other formats are made; print one of them.")
        )

"""Makes PDF files of documents; it reads the fonts of its own package and nothing else."""

from collections.abc import Callable
from typing import ClassVar

from postingkit.document import Document, Meta
from postingkit.errors import ExportFailed
from postingkit.exporters.interface import Export
from postingkit.exporters.pdf.drawings.values import VectorDrawing
from postingkit.exporters.pdf.fonts.bundled import FAMILIES
from postingkit.exporters.pdf.fonts.library import Library
from postingkit.exporters.pdf.fonts.used import UsedFonts
from postingkit.exporters.pdf.layout.areas import Area
from postingkit.exporters.pdf.layout.furniture import Furniture
from postingkit.exporters.pdf.layout.pages import drawn, filled
from postingkit.exporters.pdf.layout.pictures import Pictures
from postingkit.exporters.pdf.layout.setting import Common, Setting
from postingkit.exporters.pdf.layout.story import story
from postingkit.exporters.pdf.layout.styles import Styles
from postingkit.exporters.pdf.notices import cut_short, notices
from postingkit.exporters.pdf.options import PdfOptions
from postingkit.exporters.pdf.structure import Element
from postingkit.exporters.pdf.text.runs import recorded
from postingkit.exporters.pdf.text.words import Vocabularies
from postingkit.exporters.pdf.writing import Properties, written
from postingkit.look import Logo, Look


class PdfExporter:
    """Makes a document one PDF file, tagged and in any script, with its fonts inside.

    *families* are those that need no file of a template's or the computer's.
    """

    suffix: ClassVar[str] = ".pdf"
    media_type: ClassVar[str] = "application/pdf"
    options_type = PdfOptions
    families: ClassVar[frozenset[str]] = FAMILIES

    def prepare(self, look: Look, options: PdfOptions) -> Callable[[Document], Export]:
        """Make fonts, styles and the logo ready, once, and give the function for each document."""
        return Press(look, options).print


class Press:
    """Prints the documents of one look; it keeps the words that it has shaped."""

    def __init__(self, look: Look, options: PdfOptions) -> None:
        self._look, self._options = look, options
        self._vocabularies = Vocabularies(Library(look.fonts))
        self._styles = Styles.of(look, self._vocabularies)
        self._vector = _vector(look.logo)

    def forget(self) -> None:
        """Forget the words; the fonts stay."""
        self._vocabularies.forget()

    def print(self, document: Document) -> Export:
        """Make the file of *document*; raises `ExportFailed` where it cannot be made."""
        meta, pictures, fonts = document.meta, Pictures(self._vector), UsedFonts()
        area = Area.of(self._look.page, meta.orientation)
        setting = self._setting(meta, area, pictures)
        root = Element("Document")
        pages = filled(story(document, setting, self._look, root), area)
        furniture = Furniture(meta, setting, area)
        sheets, bookmarks = drawn(pages, area, furniture, fonts)
        try:
            data = written(sheets, root, fonts, pictures.all(), bookmarks, self._properties(meta))
        except ValueError as error:
            name = str(error).partition(":")[0]
            raise ExportFailed(pictures.broken(name)) from error
        found = notices(document, self._look.fonts, self._vocabularies.library)
        return Export(data, (*found, *map(cut_short, sorted(furniture.cut))))

    def _setting(self, meta: Meta, area: Area, pictures: Pictures) -> Setting:
        styles = self._styles
        table = self._look.table
        common = Common(styles, self._vocabularies, pictures, table, area.height)
        return Setting(common, area.width, styles.body, meta.language, meta.direction)

    def _properties(self, meta: Meta) -> Properties:
        return Properties(
            recorded(meta.title.text),
            recorded(meta.organization),
            recorded(meta.description),
            tuple(map(recorded, meta.keywords)),
            recorded(meta.language),
            meta.direction == "rtl",
            self._options.archive,
        )


def _vector(logo: Logo | None) -> VectorDrawing | None:
    """Draw a logo that is a drawing; few files have one, and it takes time to load what draws."""
    if logo is None or logo.media_type != "image/svg+xml":
        return None
    from postingkit.exporters.pdf.drawings import drawing  # noqa: PLC0415

    return drawing(logo)

"""Puts the parts of a Word file together: those that a look prepares, and those of one document."""

from functools import lru_cache

from postingkit.document import Direction, Document, Meta
from postingkit.exporters.docx import parts
from postingkit.exporters.docx.archive import Entry, archive, entry
from postingkit.exporters.docx.body import body
from postingkit.exporters.docx.definitions import Derived
from postingkit.exporters.docx.footer import footer, header
from postingkit.exporters.docx.inlines import Voice
from postingkit.exporters.docx.masthead import masthead
from postingkit.exporters.docx.measures import Sheet, sheet
from postingkit.exporters.docx.names import DECLARATION, EVERY
from postingkit.exporters.docx.numbering import Restart, numbering
from postingkit.exporters.docx.properties import properties
from postingkit.exporters.docx.references import References
from postingkit.exporters.docx.setting import Setting
from postingkit.exporters.docx.styles import styles
from postingkit.look import Look


class Package:
    """The parts that documents of one *look* share, deflated once.

    Parts that differ by few things (language, the number of lists) are kept by those things; they
    are equal however often they are made, so what was made before changes nothing.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._content_types = lru_cache(2)(_make_content_types)
        self._root = entry("_rels/.rels", parts.ROOT_RELATIONSHIPS)
        self._settings = entry("word/settings.xml", parts.settings(look.text))
        self._fonts = entry("word/fontTable.xml", parts.font_table(look))
        self._styles = lru_cache(64)(self._make_styles)
        self._numbering = lru_cache(64)(self._make_numbering)
        self._footer = lru_cache(64)(_make_footer)
        self._header = lru_cache(64)(_make_header)

    def pack(self, document: Document) -> bytes:
        """Give the file of *document*."""
        meta = document.meta
        references = References()
        voice = Voice(rtl=meta.direction == "rtl")
        paper = sheet(self._look.page, meta.orientation)
        size = self._look.fonts.size
        setting = Setting(references, voice, paper.text_width, paper.text_height, size)
        logo = self._look.logo
        above = masthead(logo, meta.organization, setting) if logo else ""
        written = above + body(document, setting)
        further = (parts.HEADER,) if meta.header else ()
        return archive(
            (
                self._content_types(further),
                self._root,
                entry("docProps/core.xml", properties(meta)),
                entry("word/document.xml", _document(written, paper, meta)),
                entry(
                    "word/_rels/document.xml.rels",
                    parts.relationships(references.relationships(), *further),
                ),
                self._styles(meta.language, meta.direction, tuple(references.styles)),
                self._numbering(tuple(references.restarts)),
                self._settings,
                self._fonts,
                self._footer(meta.page_label, meta.footer, paper.text_width, voice),
                *((self._header(meta.header, voice),) if meta.header else ()),
                *(entry(f"word/{each.name}", each.data) for each in references.pictures.values()),
            )
        )

    def _make_styles(
        self, language: str, direction: Direction, derived: tuple[Derived, ...]
    ) -> Entry:
        return entry("word/styles.xml", styles(self._look, language, direction, derived))

    def _make_numbering(self, restarts: tuple[Restart, ...]) -> Entry:
        return entry("word/numbering.xml", numbering(self._look, restarts))


def _make_content_types(further: tuple[str, ...]) -> Entry:
    return entry("[Content_Types].xml", parts.content_types(*further))


def _make_footer(label: str, text: str, width: int, voice: Voice) -> Entry:
    return entry("word/footer.xml", footer(label, text, width, voice))


def _make_header(text: str, voice: Voice) -> Entry:
    return entry("word/header.xml", header(text, voice))


def _document(written: str, paper: Sheet, meta: Meta) -> str:
    return (
        f"{DECLARATION}<w:document {EVERY}><w:body>{written}"
        f"{_section(paper, meta)}</w:body></w:document>"
    )


def _section(paper: Sheet, meta: Meta) -> str:
    above = '<w:headerReference w:type="default" r:id="header"/>' if meta.header else ""
    turned = ' w:orient="landscape"' if paper.orientation == "landscape" else ""
    return (
        f'<w:sectPr>{above}<w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz w:w="{paper.width}" w:h="{paper.height}"{turned}/>'
        f'<w:pgMar w:top="{paper.top}" w:right="{paper.right}" w:bottom="{paper.bottom}" '
        f'w:left="{paper.left}" w:header="{paper.top // 2}" w:footer="{paper.bottom // 2}" '
        f'w:gutter="0"/>{"<w:bidi/>" if meta.direction == "rtl" else ""}</w:sectPr>'
    )

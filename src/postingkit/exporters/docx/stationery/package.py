"""Fills one document into a letterhead and packs it; what documents share is packed once."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from postingkit.document import Direction, Document, Section
from postingkit.errors import Problem, StationeryError, WordPlace
from postingkit.exporters.docx.archive import Entry, archive, entry
from postingkit.exporters.docx.body import title_heading, write_sections
from postingkit.exporters.docx.definitions import Derived
from postingkit.exporters.docx.inlines import Voice
from postingkit.exporters.docx.names import DECLARATION
from postingkit.exporters.docx.numbering import Restart
from postingkit.exporters.docx.properties import properties
from postingkit.exporters.docx.references import References
from postingkit.exporters.docx.setting import Setting
from postingkit.exporters.docx.stationery.compiling import POSTING
from postingkit.exporters.docx.stationery.completing import CORE
from postingkit.exporters.docx.stationery.letterhead import Letterhead
from postingkit.exporters.docx.stationery.names import CONTENT_TYPES
from postingkit.exporters.docx.stationery.rooms import Place
from postingkit.exporters.docx.stationery.segments import filled
from postingkit.exporters.docx.stationery.styles import NORMAL
from postingkit.exporters.docx.stationery.translating import Translator
from postingkit.exporters.docx.stationery.values import (
    field_values,
    placed,
    refuse_unknown,
    written,
)
from postingkit.exporters.docx.tables import GAP, TABLE_END, TABLE_START
from postingkit.exporters.interface import Export

END = "</Relationships>"


class LetterheadPackage:
    """The parts that all documents on one *letterhead* share, deflated once.

    Parts that differ by few things are kept by those things, as in a package of our own.
    """

    def __init__(self, letterhead: Letterhead) -> None:
        self._letterhead = letterhead
        main = letterhead.main
        own = {main.relationships, main.styles, main.numbering, *letterhead.compiled.parts}
        static = [name for name in letterhead.parts if name not in own]
        static.sort(key=lambda name: name != CONTENT_TYPES)
        self._static = [entry(name, letterhead.parts[name]) for name in static]
        self._relationships = letterhead.parts[main.relationships].decode().removesuffix(END)
        self._translator = Translator(letterhead.styles.ids, letterhead.numbering.counters)
        self._styles = lru_cache(64)(self._make_styles)
        self._numbering = lru_cache(64)(self._make_numbering)

    def pack(self, document: Document) -> Export:
        """Give the file of *document*, and a notice for each section that has no place in it.

        Raises `StationeryError` for the names in the file that no posting knows, and for a locked
        section that has no place in it.
        """
        letterhead = self._letterhead
        refuse_unknown(letterhead.compiled, document)
        references = References(letterhead.prefix, letterhead.drawings)
        sections, homeless = placed(letterhead.compiled.places, document.sections)
        self._refuse_to_leave_out(section for section in homeless if section.locked)
        rooms = {
            number: self._room(letterhead.compiled.places[number], own, document, references)
            for number, own in sections.items()
        }
        parts = (*self._static, *self._own(document, rooms), *self._gathered(document, references))
        return Export(archive(parts), tuple(self._notices(homeless)))

    def _room(
        self,
        place: Place,
        sections: tuple[Section, ...],
        document: Document,
        references: References,
    ) -> str:
        """Write *sections*, and the title where it has no paragraph of its own."""
        setting = self._setting(place, document, references)
        titled = place.key != POSTING or self._letterhead.compiled.titled
        title = "" if titled else title_heading(document.meta.title, setting)
        body = self._translator.translate(title + write_sections(sections, setting))
        if place.gap_before and body.startswith(TABLE_START):
            body = GAP + body
        if (place.gap_after and body.endswith(TABLE_END)) or (place.needed and not body):
            body += GAP
        return body

    def _setting(self, place: Place, document: Document, references: References) -> Setting:
        styles = self._letterhead.styles
        return Setting(
            references,
            Voice(rtl=document.meta.direction == "rtl"),
            place.width,
            place.height,
            styles.size,
            plain=styles.ids.get(NORMAL, NORMAL) if NORMAL in styles.chosen else NORMAL,
        )

    def _own(self, document: Document, rooms: Mapping[int, str]) -> Iterator[Entry]:
        """Fill the parts that have fields in them."""
        values = {name: written(said) for name, said in field_values(document).items()}
        for name, segments in self._letterhead.compiled.parts.items():
            yield entry(name, DECLARATION + filled(segments, values, rooms))

    def _gathered(self, document: Document, references: References) -> Iterator[Entry]:
        """Make the parts that differ by what the body refers to, and by the properties."""
        meta, main = document.meta, self._letterhead.main
        yield entry(CORE, properties(meta))
        yield entry(main.relationships, self._relationships + references.relationships() + END)
        yield self._styles(meta.language, meta.direction, tuple(references.styles))
        yield self._numbering(tuple(references.restarts))
        for each in references.pictures.values():
            yield entry(main.beside(each.name), each.data)

    def _make_styles(
        self, language: str, direction: Direction, derived: tuple[Derived, ...]
    ) -> Entry:
        counters = self._letterhead.numbering.counters
        part = self._letterhead.styles.with_ours(language, direction, derived, counters)
        return entry(self._letterhead.main.styles, part)

    def _make_numbering(self, restarts: tuple[Restart, ...]) -> Entry:
        part = self._letterhead.numbering.with_ours(restarts)
        return entry(self._letterhead.main.numbering, part)

    def _refuse_to_leave_out(self, locked: Iterable[Section]) -> None:
        problems = tuple(
            self._homeless(
                section,
                f"The section “{section.key}” is locked at {section.locked} and has no place here.",
            )
            for section in locked
        )
        if problems:
            raise StationeryError(problems)

    def _notices(self, homeless: tuple[Section, ...]) -> Iterator[Problem]:
        for section in homeless:
            message = f"The section “{section.key}” has no place in the file, so it is left out."
            yield self._homeless(section, message)

    def _homeless(self, section: Section, message: str) -> Problem:
        hint = f"Add a paragraph {{{{ {section.key} }}}}, or {{{{ posting }}}} for all the rest."
        return Problem.at(WordPlace(self._letterhead.name, "body"), message, hint)

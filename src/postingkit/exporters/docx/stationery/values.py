"""What is filled into a letterhead: the values of fields, and the sections for each place."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from postingkit.document import Document, Section
from postingkit.errors import Problem, StationeryError
from postingkit.exporters.docx import escaping
from postingkit.exporters.docx.inlines import SOFT_HYPHEN
from postingkit.exporters.docx.stationery.compiling import POSTING, TITLE, Compiled, Use
from postingkit.exporters.docx.stationery.fields import section_key
from postingkit.exporters.docx.stationery.rooms import Place

LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
MOST_NAMED = 40


def field_values(document: Document) -> Mapping[str, str]:
    """Give the plain values of the fields of *document*, by their names."""
    return {TITLE: document.meta.title.text, **document.meta.fields}


def written(value: str) -> str:
    """Write a field's *value* as the content of a ``w:t``."""
    if not value.strip():
        return ""
    lines = escaping.text(value).replace("\u00ad", SOFT_HYPHEN).split("\n")
    return LINE_BREAK.join(lines)


def refuse_unknown(compiled: Compiled, document: Document) -> None:
    """Raise `StationeryError` for the names in a file that nobody knows.

    A comparison has few fields, so what it does not know has no value for it.
    """
    names = field_values(document).keys()
    sections = {*document.meta.section_keys, *(each.key for each in document.sections)}
    unknown = [
        use
        for use in compiled.uses
        if use.name not in names and section_key(use.name) not in sections
    ]
    if unknown and document.meta.kind == "posting":
        known = sorted({*names, *sections, POSTING})
        raise StationeryError(tuple(_unknown(use, known) for use in unknown))


def _unknown(use: Use, known: list[str]) -> Problem:
    message = f"There is no field “{use.written}”, as in “{use.around}”."
    near = get_close_matches(use.name, known, n=1, cutoff=0.6)
    hint = f"Did you mean “{near[0]}”?" if near else f"Possible are: {', '.join(known)}."
    return Problem.at(use.place, message, hint if near or len(known) <= MOST_NAMED else "")


def placed(
    places: list[Place], sections: tuple[Section, ...]
) -> tuple[Mapping[int, tuple[Section, ...]], tuple[Section, ...]]:
    """Give the sections for each of the *places*, by their numbers, and those without a place."""
    keys = {place.key for place in places if place.key != POSTING}
    rest = tuple(section for section in sections if section.key not in keys)
    found = dict(_found(places, sections, rest))
    return found, () if any(place.key == POSTING for place in places) else rest


def _found(
    places: list[Place], sections: tuple[Section, ...], rest: tuple[Section, ...]
) -> Iterator[tuple[int, tuple[Section, ...]]]:
    taken: set[str] = set()
    for number, place in enumerate(places):
        if place.key == POSTING:
            yield number, rest
        elif place.key not in taken:
            taken.add(place.key)
            own = tuple(section for section in sections if section.key == place.key)
            if own:
                yield number, own

"""The values that profiles name, each read from a document and its opening; the set is closed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeAlias

from postingkit.document import Document, Section
from postingkit.vacancy import Area, Location, Pay, Vacancy

Value: TypeAlias = str | int | bool | Decimal | date | tuple[str, ...] | None
"""What a field can hold before it takes a board's form."""

YEAR = 12
NOWHERE = Location("")


class Writing(Protocol):
    """Writes texts as one board has them."""

    def html(self, document: Document) -> str:
        """Write a document's sections in the board's tags."""
        ...

    def text(self, document: Document) -> str:
        """Write a document's sections as plain text."""
        ...

    def section_html(self, section: Section) -> str:
        """Write a section with its heading in the board's tags."""
        ...

    def section_text(self, section: Section) -> str:
        """Write a section with its heading as plain text."""
        ...

    def section_content(self, section: Section) -> str:
        """Write a section without its heading in the board's tags."""
        ...

    def section_items(self, section: Section) -> str:
        """Write a section without its heading as the items of a list that stands around them."""
        ...

    def salary(self, pay: Pay | None) -> str:
        """Write *pay* as one text."""
        ...


@dataclass(frozen=True, slots=True)
class Head:
    """What a feed as a whole says: who publishes it, and the day that it is made for.

    *count* is the number of entries, known at the feed's end.
    """

    publisher: str = ""
    url: str = ""
    built: date | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: an opening's document, with one place of it.

    *location* is None where the opening names none. *area* and *section* are what a field is being
    repeated for, *head* is the feed's.
    """

    document: Document
    vacancy: Vacancy
    writing: Writing
    reference: str
    location: Location | None = None
    area: Area | None = None
    section: Section | None = None
    head: Head = Head()


@dataclass(frozen=True, slots=True)
class Known:
    """How a value is read, and where its source is written.

    *path* is the opening's dotted path, or, with *file*, the path in that other file.
    """

    read: Callable[[Entry], Value]
    path: str = ""
    file: str = ""


def _location(read: Callable[[Location], str]) -> Callable[[Entry], Value]:
    return lambda entry: read(entry.location or NOWHERE)


def place_name(location: Location) -> str:
    """Name *location* in one text: “Austin, TX”, “Berlin, DE”."""
    further = location.region if location.country == "US" and location.region else location.country
    return ", ".join(filter(None, (location.city, further)))


def area_name(area: Area) -> str:
    """Name *area* as the document does, else by its codes."""
    return area.name or ", ".join(filter(None, (area.region, area.country)))


def _pay(attribute: str) -> Callable[[Entry], Value]:
    def read(entry: Entry) -> Value:
        pay = entry.vacancy.pay
        value: Value = getattr(pay, attribute) if pay else None
        return value

    return read


def _cents(attribute: str) -> Callable[[Entry], Value]:
    amount = _pay(attribute)

    def read(entry: Entry) -> Value:
        found = amount(entry)
        return int(found * 100) if isinstance(found, Decimal) else None

    return read


def _years(entry: Entry) -> Value:
    months = entry.vacancy.experience
    return None if not months else Decimal(months) / YEAR


def _occupation(classification: str) -> Callable[[Entry], Value]:
    return lambda entry: dict(entry.vacancy.occupation).get(classification)


def _lead(entry: Entry) -> tuple[Section, ...]:
    """Give the sections before the first one with a heading."""
    sections = entry.document.sections
    count = next((index for index, each in enumerate(sections) if each.title), len(sections))
    return sections[:count]


def _headed(entry: Entry) -> tuple[Section, ...]:
    return entry.document.sections[len(_lead(entry)) :]


def _lead_html(entry: Entry) -> Value:
    return "\n".join(filter(None, map(entry.writing.section_html, _lead(entry))))


def _lead_text(entry: Entry) -> Value:
    return "\n\n".join(filter(None, map(entry.writing.section_text, _lead(entry))))


PROJECT = "postingkit.yaml"
ROLE = "the role"

VALUES: Mapping[str, Known] = {
    "title": Known(lambda entry: entry.document.meta.title.text, "title", ROLE),
    "title.bare": Known(lambda entry: entry.vacancy.title, "title", ROLE),
    "summary": Known(lambda entry: entry.document.meta.description, "summary", ROLE),
    "keywords": Known(lambda entry: entry.document.meta.keywords, "technologies", ROLE),
    "language": Known(lambda entry: entry.vacancy.language, "language"),
    "description.html": Known(
        lambda entry: entry.writing.html(entry.document), "responsibilities", ROLE
    ),
    "description.text": Known(
        lambda entry: entry.writing.text(entry.document), "responsibilities", ROLE
    ),
    "lead.html": Known(_lead_html, "summary", ROLE),
    "lead.text": Known(_lead_text, "summary", ROLE),
    "section.title": Known(
        lambda entry: entry.section.title.text if entry.section and entry.section.title else ""
    ),
    "section.html": Known(
        lambda entry: entry.writing.section_content(entry.section) if entry.section else ""
    ),
    "section.items": Known(
        lambda entry: entry.writing.section_items(entry.section) if entry.section else ""
    ),
    "id": Known(lambda entry: entry.vacancy.id),
    "reference": Known(lambda entry: entry.reference),
    "requisition": Known(lambda entry: entry.vacancy.requisition, "requisition"),
    "role": Known(lambda entry: entry.vacancy.role, "role"),
    "department": Known(lambda entry: entry.vacancy.department, "department", ROLE),
    "employer.name": Known(lambda entry: entry.vacancy.employer.name, "organization.name", PROJECT),
    "employer.url": Known(lambda entry: entry.vacancy.employer.url, "organization.url", PROJECT),
    "employer.logo": Known(
        lambda entry: entry.vacancy.employer.logo, "organization.logo_url", PROJECT
    ),
    "url": Known(lambda entry: entry.vacancy.url, "site.url", PROJECT),
    "apply.url": Known(lambda entry: entry.vacancy.apply.url, "apply.url"),
    "apply.email": Known(lambda entry: entry.vacancy.apply.email, "apply.email"),
    "apply.instructions": Known(
        lambda entry: entry.vacancy.apply.instructions, "apply.instructions"
    ),
    "apply.address": Known(lambda entry: entry.vacancy.apply.url or entry.vacancy.url, "apply.url"),
    "apply.direct": Known(lambda entry: entry.vacancy.apply.direct, "apply.direct"),
    "contact.name": Known(lambda entry: entry.vacancy.contact.name, "contact.name"),
    "contact.email": Known(
        lambda entry: entry.vacancy.contact.email or entry.vacancy.apply.email, "contact.email"
    ),
    "contact.phone": Known(lambda entry: entry.vacancy.contact.phone, "contact.phone"),
    "location.name": Known(_location(place_name), "locations"),
    "location.street": Known(_location(lambda each: each.street), "locations.street"),
    "location.city": Known(_location(lambda each: each.city), "locations.city"),
    "location.region": Known(_location(lambda each: each.region), "locations.region"),
    "location.postal_code": Known(
        _location(lambda each: each.postal_code), "locations.postal_code"
    ),
    "location.country": Known(_location(lambda each: each.country), "locations.country"),
    "locations": Known(lambda entry: tuple(map(place_name, entry.vacancy.locations)), "locations"),
    "workplace": Known(lambda entry: entry.vacancy.workplace, "workplace"),
    "eligible": Known(lambda entry: tuple(map(area_name, entry.vacancy.eligible)), "eligible"),
    "area.name": Known(lambda entry: area_name(entry.area) if entry.area else "", "eligible"),
    "area.country": Known(lambda entry: entry.area.country if entry.area else "", "eligible"),
    "area.region": Known(lambda entry: entry.area.region if entry.area else "", "eligible"),
    "employment_types": Known(lambda entry: entry.vacancy.employment_types, "employment_types"),
    "pay.minimum": Known(_pay("minimum"), "pay.min"),
    "pay.maximum": Known(_pay("maximum"), "pay.max"),
    "pay.minimum_cents": Known(_cents("minimum"), "pay.min"),
    "pay.maximum_cents": Known(_cents("maximum"), "pay.max"),
    "pay.currency": Known(_pay("currency"), "pay.currency"),
    "pay.period": Known(_pay("period"), "pay.period"),
    "pay.kind": Known(_pay("kind"), "pay.kind"),
    "pay.shown": Known(_pay("shown"), "pay"),
    "pay.text": Known(lambda entry: entry.writing.salary(entry.vacancy.pay), "pay"),
    "pay.extras": Known(_pay("extras"), "pay.extras"),
    "pay.agreement": Known(_pay("agreement"), "pay.agreement"),
    "benefits": Known(lambda entry: entry.vacancy.benefits, "benefits"),
    "posted": Known(lambda entry: entry.vacancy.posted, "posted"),
    "updated": Known(lambda entry: entry.vacancy.updated or entry.vacancy.posted, "updated"),
    "closes": Known(lambda entry: entry.vacancy.closes, "closes"),
    "starts": Known(lambda entry: entry.vacancy.starts, "starts"),
    "immediate": Known(lambda entry: entry.vacancy.immediate, "starts"),
    "duration": Known(lambda entry: entry.vacancy.duration, "duration"),
    "hours": Known(lambda entry: entry.vacancy.hours, "hours"),
    "vacancies": Known(lambda entry: entry.vacancy.vacancies, "vacancies"),
    "education": Known(lambda entry: entry.vacancy.education, "education"),
    "experience.months": Known(lambda entry: entry.vacancy.experience, "experience_months"),
    "experience.years": Known(_years, "experience_months"),
    "experience.instead": Known(
        lambda entry: entry.vacancy.experience_instead, "experience_instead_of_education"
    ),
    "clearance": Known(lambda entry: entry.vacancy.clearance, "clearance"),
    "travel": Known(lambda entry: entry.vacancy.travel, "travel"),
    "occupation.onet": Known(_occupation("onet"), "occupation", ROLE),
    "occupation.isco": Known(_occupation("isco"), "occupation", ROLE),
    "occupation.esco": Known(_occupation("esco"), "occupation", ROLE),
    "feed.publisher": Known(lambda entry: entry.head.publisher, "organization.name", PROJECT),
    "feed.url": Known(lambda entry: entry.head.url, "organization.url", PROJECT),
    "feed.built": Known(lambda entry: entry.head.built),
    "feed.count": Known(lambda entry: entry.head.count),
}
"""Every value by its name."""

DATES = frozenset({"posted", "updated", "closes", "starts", "feed.built"})
"""The values that are dates."""
CLEAN = frozenset(
    {
        "description.html",
        "description.text",
        "lead.html",
        "lead.text",
        "section.html",
        "section.items",
    }
)
"""The values that hold no character that a file cannot hold, for they were made without any."""


def _sections(entry: Entry) -> Iterator[Entry]:
    return (replace(entry, section=section) for section in _headed(entry))


EACH: Mapping[str, Callable[[Entry], Iterator[Entry]]] = {
    "locations": lambda entry: (
        replace(entry, location=location) for location in entry.vacancy.locations
    ),
    "eligible": lambda entry: (replace(entry, area=area) for area in entry.vacancy.eligible),
    "sections": _sections,
    "opening": lambda entry: iter((entry,)),
}
"""What a field can be repeated for, with an entry for each; ``opening`` makes a list of one."""

"""Documents of openings, made directly, for the tests of boards."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from postingkit.document import Document
from postingkit.errors import FilePlace
from postingkit.testing import every_kind
from postingkit.vacancy import Application, Contact, Employer, Location, Pay, Vacancy

PLACE = FilePlace("openings/de-2026.yaml", 1, 1)
BERLIN = Location("DE", "Berlin", "Berlin", "10115", "Beispielweg 1")
AUSTIN = Location("US", "TX", "Austin", "73301", "1 Example Road")


def vacancy(**changes: object) -> Vacancy:
    """Make a vacancy that lacks nothing that a board asks for, but for the *changes*."""
    whole = Vacancy(
        "de-2026",
        "DE-2026-014",
        "data-engineer",
        "Data Engineer",
        "en",
        Employer("Example & Co", "https://example.org", "https://example.org/logo.png"),
        "Data",
        (BERLIN,),
        "hybrid",
        employment_types=("full_time",),
        pay=Pay(Decimal(65_000), Decimal(80_000), "EUR", "year", "€65,000–80,000 a year"),
        posted=date(2026, 11, 1),
        updated=date(2026, 11, 10),
        closes=date(2026, 12, 15),
        apply=Application("https://www.example.org/apply?id=1"),
        contact=Contact("Example Person", "jobs@example.org"),
        education="bachelor_degree",
        experience=30,
        url="https://example.org/jobs/de-2026.html",
        place=PLACE,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]  # the fields of a vacancy


def opening(document: Document | None = None, **changes: object) -> Document:
    """Make the document of `vacancy`, with the sections of *document* or each kind of them."""
    document = document or every_kind()
    return replace(document, meta=replace(document.meta, vacancy=vacancy(**changes)))

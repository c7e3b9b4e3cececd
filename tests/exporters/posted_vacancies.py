"""Makes documents of vacancies, which show every text that the vacancy holds."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from postingkit.document import (
    Callout,
    Column,
    Document,
    Fact,
    Facts,
    Link,
    List,
    Meta,
    Paragraph,
    Section,
    Table,
    Text,
)
from postingkit.testing import bullets, cell, paragraph
from postingkit.vacancy import Application, Area, Contact, Employer, Location, Pay, Vacancy

BERLIN = Location("DE", "Berlin", "Berlin", "10115", "Invalidenstraße 44")
VIENNA = Location("AT", "Wien", "Wien", "1010", "Schottenring 1")
GERMANY, AUSTRIA = Area("DE", name="Germany"), Area("AT", name="Austria")
MICHIGAN = Area("US", "MI", "Michigan, United States")
RANGE = Pay(Decimal(65000), Decimal("80000.00"), "EUR", "year", "€65,000 to €80,000 a year")
AMOUNT = Pay(Decimal("21.10"), Decimal("21.10"), "EUR", "hour", "€21.10 an hour")
FROM = Pay(Decimal(65000), None, "EUR", "year", "from €65,000 a year")
UP_TO = Pay(None, Decimal(80000), "EUR", "year", "up to €80,000 a year")
COMMISSION = replace(FROM, kind="commission_only", shown="commission of €65,000 a year or more")
TOTAL = replace(RANGE, kind="total", shown="€65,000 to €80,000 a year, bonus included")

VACANCY = Vacancy(
    id="data-engineer-berlin",
    requisition="DE-2026-014",
    role="data-engineer",
    title="Data Engineer",
    language="en",
    employer=Employer(
        "Example Analytics", "https://example.org/", "https://example.org/logo-square.png"
    ),
    department="Data Platform",
    locations=(BERLIN,),
    workplace="hybrid",
    employment_types=("full_time",),
    pay=replace(RANGE, extras="Bonus up to 10 %"),
    benefits=("30 days of holiday", "A transit pass"),
    posted=date(2026, 11, 1),
    closes=date(2026, 12, 15),
    starts=date(2027, 2, 1),
    hours="40 hours a week",
    vacancies=2,
    apply=Application("https://example.org/apply", "jobs@example.org"),
    contact=Contact("Alex Example", "alex@example.org", "+49 30 123456"),
    education="bachelor_degree",
    experience=24,
    experience_instead=True,
    clearance="Clearance level Ü2",
    url="https://example.org/jobs/data-engineer-berlin.html",
    occupation=(("onet", "15-1243.00"),),
)


def opening(**changes: Any) -> Document:
    """Make the page of the usual vacancy with *changes*."""
    return page_of(replace(VACANCY, **changes))


def page_of(vacancy: Vacancy) -> Document:
    """Make a document that shows what *vacancy* says."""
    meta = Meta(
        "posting",
        Text(vacancy.title),
        vacancy.language,
        organization=vacancy.employer.name,
        description="Build the pipelines that every team relies on.",
        vacancy=vacancy,
    )
    return Document(
        meta,
        (
            Section("lead", None, (Paragraph((Text(meta.description),), style="lead"),)),
            Section("facts", None, (_facts(vacancy),)),
            Section("responsibilities", Text("Key Responsibilities"), (_responsibilities(),)),
            Section("qualifications", Text("Qualifications"), (_qualifications(),)),
            Section("technologies", Text("Technologies"), (paragraph("Python · SQL · dbt"),)),
            Section("benefits", Text("Benefits"), (bullets(*vacancy.benefits),)),
            Section("apply", Text("How to Apply"), _applying(vacancy)),
            Section("equal-opportunity", None, (Callout((paragraph("We hire everybody."),)),)),
        ),
    )


def _facts(vacancy: Vacancy) -> Facts:
    pay = vacancy.pay
    facts = {
        "Employer": vacancy.employer.name,
        "Department": vacancy.department,
        "Location": "; ".join(map(_address, vacancy.locations)),
        "Workplace": "Remote: all work is done from home"
        if vacancy.workplace == "remote"
        else vacancy.workplace.title(),
        "Open to applicants in": "; ".join(area.name for area in vacancy.eligible),
        "Pay": f"{pay.shown}. {pay.extras}" if pay else "",
        "Employment": ", ".join(vacancy.employment_types).replace("_", " ").capitalize(),
        "Hours": vacancy.hours,
        "Clearance": vacancy.clearance,
        "Posted": str(vacancy.posted or ""),
        "Apply by": str(vacancy.closes or ""),
        "Start": str(vacancy.starts or ""),
        "Reference": vacancy.requisition,
    }
    return Facts(
        tuple(Fact((Text(name),), (paragraph(value),)) for name, value in facts.items() if value)
    )


def _address(location: Location) -> str:
    town = f"{location.postal_code} {location.city}".strip()
    parts = (location.street, town, location.region, location.country)
    return ", ".join(filter(None, parts))


def _responsibilities() -> Table:
    return Table(
        (Column((Text("Responsibility"),), 2), Column((Text("What it means"),), 6)),
        (
            (cell("Pipelines"), cell("Build them, and keep them running.")),
            (cell("Quality"), cell("Test data like code.", "Say so when it is wrong.")),
        ),
        row_headers=True,
    )


def _qualifications() -> List:
    return bullets("A bachelor's degree, or experience", "24 months with data in production")


def _applying(vacancy: Vacancy) -> tuple[Paragraph, ...]:
    apply, contact = vacancy.apply, vacancy.contact
    mail = (Link((Text(apply.email),), f"mailto:{apply.email}"),) if apply.email else ()
    form = (Link((Text("Apply on our site"),), apply.url), Text(" ")) if apply.url else ()
    asked = Text(f"Questions? {contact.name}, {contact.email}, {contact.phone}")
    return Paragraph((*form, *mail)), Paragraph((asked,))

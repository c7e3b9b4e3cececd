"""Documents of openings, each made of the few facts that a test is about."""

from datetime import date
from decimal import Decimal
from typing import Any

from postingkit.document import Document, Meta, Paragraph, Section, Text
from postingkit.errors import FilePlace
from postingkit.rules import Judge, Rule, Verdict
from postingkit.vacancy import Area, Employer, Location, Pay, Vacancy

DAY = date(2026, 11, 23)
FILE = "openings/a.yaml"
DENVER = Location("US", "CO", "Denver")
BERLIN = Location("DE", "Berlin", "Berlin")
ANYWHERE = Area("US", name="United States")


def place(line: int, path: str = "") -> FilePlace:
    return FilePlace(FILE, line, 1, path=path)


def pay(least: int | None, most: int | None, currency: str = "USD", **more: Any) -> Pay:
    lower, upper = (None if end is None else Decimal(end) for end in (least, most))
    return Pay(lower, upper, currency, "year", "as shown", **more)


def opening(
    words: str = "We look for you.",
    *,
    title: str = "Data Engineer",
    shown: str = "",
    language: str = "en",
    section: str = "lead",
    **facts: Any,
) -> Document:
    """Give the document of an opening; *shown* is its title there, if that has a suffix."""
    usual: dict[str, Any] = {"place": place(1)}
    employer = Employer("Example Works Ltd")
    vacancy = Vacancy("a", "DE-14", "role", title, language, employer, **(usual | facts))
    meta = Meta("posting", Text(shown or title), language, vacancy=vacancy)
    return Document(meta, (Section(section, None, (Paragraph((Text(words),)),)),))


def rule(**fields: Any) -> Rule:
    """Give a rule of the United States that asks for a pay range, but for its *fields*."""
    usual: dict[str, Any] = {
        "id": "own",
        "jurisdiction": "Home",
        "countries": ["US"],
        "asks": ["pay_range"],
        "source": "a test",
        "confidence": "S",
    }
    return Rule.model_validate(usual | fields)


def verdict(
    document: Document, *rules: Rule, day: date = DAY, employees: int | None = None
) -> Verdict:
    return Judge(rules, day, employees).verdict(document)


def told(
    document: Document, *rules: Rule, day: date = DAY, employees: int | None = None
) -> list[str]:
    """Give what is told of the law alone."""
    return [each.message for each in verdict(document, *rules, day=day, employees=employees).law]

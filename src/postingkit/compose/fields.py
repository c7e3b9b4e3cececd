"""The values of fields as parts of the tree, and as plain text; those of openings, in words."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from postingkit.compose import formatting, places
from postingkit.compose.facts import beginning, closing, experience
from postingkit.compose.labels import Labels
from postingkit.compose.texts import inlines
from postingkit.compose.vacancy import day
from postingkit.document import Inlines, Text, plain
from postingkit.model.fields import Value, Written, values
from postingkit.model.organization import Organization
from postingkit.model.role import Role
from postingkit.vacancy import Pay, Vacancy


def shown(value: Value, labels: Labels) -> Inlines:
    """Give the inlines that stand for *value* in a text; none for no value."""
    if isinstance(value, tuple):
        joined = labels.phrases["separator"].join(words.text for words in value)
        return (Text(joined, value[0].language),) if joined else ()
    if isinstance(value, Written):
        return (Text(value.text, value.language),)
    return inlines(value) if value else ()


def plain_fields(role: Role, organization: Organization, labels: Labels) -> Mapping[str, str]:
    """Give every name with its value as plain text, empty where there is none."""
    return as_plain(values(role, organization), labels)


def as_plain(table: Mapping[str, Value], labels: Labels) -> Mapping[str, str]:
    """Give every name of *table* with its value as plain text, empty where there is none."""
    return {name: plain(shown(value, labels)) for name, value in table.items()}


def opening_values(vacancy: Vacancy, labels: Labels) -> Mapping[str, Value]:
    """Give every name that an opening has a value for, with the value as its language writes it."""
    language = labels.language
    found: Mapping[str, Value] = {
        "places": _list(places.short(each, language) for each in vacancy.locations),
        "workplace": _term(vacancy.workplace, labels),
        "eligible": _list(area.name for area in vacancy.eligible),
        "employment": _list(labels.terms[kind] for kind in vacancy.employment_types),
        **_pay_values(vacancy.pay, language),
        "hours": _text(vacancy.hours),
        "starts": _day(vacancy.starts, beginning(vacancy, labels)),
        "duration": _text(vacancy.duration),
        "closes": _day(vacancy.closes, closing(vacancy, labels)),
        "posted": _day(vacancy.posted, day(vacancy.posted, labels) if vacancy.posted else ""),
        "updated": _day(vacancy.updated, day(vacancy.updated, labels) if vacancy.updated else ""),
        "vacancies": _number(Decimal(vacancy.vacancies), language),
        "education": _term(vacancy.education, labels),
        "experience": _text(experience(vacancy, labels)),
        "clearance": _text(vacancy.clearance),
        "requisition": _text(vacancy.requisition),
        "apply": _text(vacancy.apply.url or vacancy.apply.email),
        "contact": _text(vacancy.contact.name or vacancy.contact.email or vacancy.contact.phone),
    }
    return {name: value for name, value in found.items() if value}


def _pay_values(pay: Pay | None, language: str) -> Mapping[str, Value]:
    if pay is None:
        return {}
    return {
        "pay": _text(pay.shown),
        "pay_min": _number(pay.minimum, language),
        "pay_max": _number(pay.maximum, language),
        "currency": _text(pay.currency),
    }


def _text(text: str) -> Written | None:
    return Written(text, text) if text else None


def _term(value: str | None, labels: Labels) -> Written | None:
    return Written(labels.terms[value], value) if value else None


def _list(texts: Iterable[str]) -> tuple[Written, ...]:
    return tuple(Written(text, text) for text in texts)


def _number(value: Decimal | None, language: str) -> Written | None:
    return None if value is None else Written(formatting.number(value, language), f"{value:f}")


def _day(value: date | None, shown: str) -> Written | None:
    return Written(shown, value.isoformat() if value else shown) if shown else None

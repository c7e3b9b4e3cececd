"""The values of fields as parts of the tree, and as plain text; those of openings, in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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
    table = values(role, organization)
    return {name: plain(shown(value, labels)) for name, value in table.items()}


class DatedFields(Mapping[str, Value]):
    """Every name with its value for an opening, made when it is asked for: feeds ask for none.

    *role_fields* are the names with the values of its role, which stand where it has none.
    """

    def __init__(self, role_fields: Mapping[str, Value], vacancy: Vacancy, labels: Labels) -> None:
        self._role_fields = role_fields
        self._vacancy = vacancy
        self._labels = labels

    def __getitem__(self, name: str) -> Value:
        """Give the value of *name*."""
        read = OPENING_VALUES.get(name)
        return (read and read(self._vacancy, self._labels)) or self._role_fields[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names in the order of the documentation."""
        return iter(self._role_fields)

    def __len__(self) -> int:
        """Count the names."""
        return len(self._role_fields)


class PlainFields(Mapping[str, str]):
    """Every name of a *table* with its value as plain text, made when it is asked for."""

    def __init__(self, table: Mapping[str, Value], labels: Labels) -> None:
        self._table = table
        self._labels = labels

    def __getitem__(self, name: str) -> str:
        """Give the text of *name*, empty where it has no value."""
        return plain(shown(self._table[name], self._labels))

    def __iter__(self) -> Iterator[str]:
        """Give the names in the table's order."""
        return iter(self._table)

    def __len__(self) -> int:
        """Count the names."""
        return len(self._table)


def _pay(read: Callable[[Pay, str], Value]) -> Callable[[Vacancy, Labels], Value]:
    return lambda vacancy, labels: read(vacancy.pay, labels.language) if vacancy.pay else None


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


def _date(value: date | None, labels: Labels) -> Written | None:
    return _day(value, day(value, labels)) if value else None


OPENING_VALUES: Mapping[str, Callable[[Vacancy, Labels], Value]] = {
    "places": lambda vacancy, labels: _list(
        places.short(each, labels.language) for each in vacancy.locations
    ),
    "workplace": lambda vacancy, labels: _term(vacancy.workplace, labels),
    "eligible": lambda vacancy, _: _list(area.name for area in vacancy.eligible),
    "employment": lambda vacancy, labels: _list(
        labels.terms[kind] for kind in vacancy.employment_types
    ),
    "pay": _pay(lambda pay, _: _text(pay.shown)),
    "pay_min": _pay(lambda pay, language: _number(pay.minimum, language)),
    "pay_max": _pay(lambda pay, language: _number(pay.maximum, language)),
    "currency": _pay(lambda pay, _: _text(pay.currency)),
    "hours": lambda vacancy, _: _text(vacancy.hours),
    "starts": lambda vacancy, labels: _day(
        vacancy.starts, beginning(vacancy.starts, vacancy.immediate, labels)
    ),
    "duration": lambda vacancy, _: _text(vacancy.duration),
    "closes": lambda vacancy, labels: _day(
        vacancy.closes, closing(vacancy.closes, vacancy.rolling, labels)
    ),
    "posted": lambda vacancy, labels: _date(vacancy.posted, labels),
    "updated": lambda vacancy, labels: _date(vacancy.updated, labels),
    "vacancies": lambda vacancy, labels: _number(Decimal(vacancy.vacancies), labels.language),
    "education": lambda vacancy, labels: _term(vacancy.education, labels),
    "experience": lambda vacancy, labels: _text(experience(vacancy.experience, labels)),
    "clearance": lambda vacancy, _: _text(vacancy.clearance),
    "requisition": lambda vacancy, _: _text(vacancy.requisition),
    "apply": lambda vacancy, _: _text(vacancy.apply.url or vacancy.apply.email),
    "contact": lambda vacancy, _: _text(
        vacancy.contact.name or vacancy.contact.email or vacancy.contact.phone
    ),
}
"""Every name that an opening can have a value for, as its language writes it."""

"""The facts of a posting: what a role says of itself in a few words, and what an opening does."""

from collections.abc import Callable
from datetime import date
from functools import cache
from operator import attrgetter

from postingkit.compose import formatting, places
from postingkit.compose.labels import Labels, labels
from postingkit.compose.sayings import FactPlaces, Lines, Linked, Saying, Sayings, name_of
from postingkit.compose.texts import joined, paragraph
from postingkit.compose.vacancy import day
from postingkit.document import Blocks, Fact, Facts
from postingkit.model.role import Role
from postingkit.once import once
from postingkit.vacancy import Area, Employer, EmploymentType, Location, Pay, Vacancy

MOST_ROLES = 200
"""Roles whose facts are kept; with each the whole role is, and that is much."""


def facts_of(role: Role, vacancy: Vacancy | None, labels: Labels) -> Blocks:
    """Give what *role* and, where there is one, its *vacancy* are, as names with their values."""
    own = _role_facts(labels.language)(role)
    if vacancy is None:
        return (Facts(own, place=role.place),) if own else ()
    offered = OFFERED.of(vacancy, labels.language)
    asked_for = ASKED_FOR.of(vacancy, labels.language)
    facts = (*offered.values(), *own, *asked_for.values())
    names = (*offered, *[""] * len(own), *asked_for)
    return (Facts(facts, place=role.place, places=FactPlaces(names, vacancy)),) if facts else ()


def closing(closes: date | None, rolling: bool, labels: Labels) -> str:  # noqa: FBT001 - as read
    """Say until when one can apply; nothing where that is not known."""
    return _day_or(closes, "rolling" if rolling else "", labels)


def beginning(starts: date | None, immediate: bool, labels: Labels) -> str:  # noqa: FBT001 - as read
    """Say when the work begins; nothing where that is not known."""
    return _day_or(starts, "immediately" if immediate else "", labels)


def experience(months: int | None, labels: Labels) -> str:
    """Say how much experience is asked for; nothing where that is not known."""
    if months is None:
        return ""
    if months == 0:
        return labels.phrases["experience_none"]
    length = formatting.months(months, labels.language)
    return labels.phrases["experience_at_least"].replace("{length}", length)


@cache
def _role_facts(language: str) -> Callable[[Role], tuple[Fact, ...]]:
    """Give what makes the facts of a role in *language*, which are those of all its openings."""
    words = labels(language)
    return once(lambda role: _of_role(role, words), most=MOST_ROLES)


def _of_role(role: Role, labels: Labels) -> tuple[Fact, ...]:
    single = (
        ("level", role.level),
        ("reports_to", role.reports_to),
        ("manages", role.manages),
        ("travel", role.travel),
    )
    names = labels.facts
    facts = [Fact(name_of(names[name]), (paragraph(words),)) for name, words in single if words]
    if role.works_with:
        teams = joined(role.works_with, labels.phrases["separator"])
        facts.append(Fact(name_of(names["works_with"]), (teams,)))
    return tuple(facts)


def _day_or(value: date | None, phrase: str, labels: Labels) -> str:
    """Say what day it is, or a *phrase* where there is none."""
    if value:
        return day(value, labels)
    return labels.phrases[phrase] if phrase else ""


def _as_it_is(text: str, _: Labels) -> Lines:
    return (text,)


def _term(value: str | None, labels: Labels) -> Lines:
    return (labels.terms[value],) if value else ()


def _day(value: date | None, labels: Labels) -> Lines:
    return (day(value, labels),) if value else ()


def _addresses(locations: tuple[Location, ...], labels: Labels) -> Lines:
    return tuple(places.address(each, labels.language) for each in locations)


def _areas(eligible: tuple[Area, ...], _: Labels) -> Lines:
    return tuple(area.name for area in eligible)


def _employment(kinds: tuple[EmploymentType, ...], labels: Labels) -> Lines:
    return (labels.phrases["separator"].join(labels.terms[kind] for kind in kinds),)


def _pay(pay: Pay | None, labels: Labels) -> Lines:
    if pay is None:
        return ()
    kind = "" if pay.kind == "base" else labels.terms[pay.kind]
    agreement = labels.phrases["agreement"].replace("{agreement}", pay.agreement)
    return (pay.shown, kind, pay.extras, agreement if pay.agreement else "")


def _beginning(value: tuple[date | None, bool], labels: Labels) -> Lines:
    return (beginning(*value, labels),)


def _closing(value: tuple[date | None, bool], labels: Labels) -> Lines:
    return (closing(*value, labels),)


def _count(vacancies: int, labels: Labels) -> Lines:
    return (formatting.number(vacancies, labels.language),) if vacancies > 1 else ()


def _experience(value: tuple[int | None, bool], labels: Labels) -> Lines:
    months, is_instead = value
    return experience(months, labels), labels.phrases["experience_instead"] if is_instead else ""


def _employer(employer: Employer, _: Labels) -> Lines:
    is_linked = employer.name and employer.url
    return (Linked(employer.name, employer.url) if is_linked else employer.name,)


CLOSING = Saying("closes", attrgetter("closes", "rolling"), _closing)
OFFERED = Sayings(
    Saying("places", attrgetter("locations"), _addresses),
    Saying("workplace", attrgetter("workplace"), _term),
    Saying("eligible", attrgetter("eligible"), _areas),
    Saying("employment", attrgetter("employment_types"), _employment),
    Saying("pay", attrgetter("pay"), _pay),
    Saying("hours", attrgetter("hours"), _as_it_is),
    Saying("starts", attrgetter("starts", "immediate"), _beginning),
    Saying("duration", attrgetter("duration"), _as_it_is),
    CLOSING,
    Saying("vacancies", attrgetter("vacancies"), _count),
)
"""What an opening offers, before what its role says of itself."""
ASKED_FOR = Sayings(
    Saying("education", attrgetter("education"), _term),
    Saying(
        "experience",
        attrgetter("experience", "experience_instead"),
        _experience,
    ),
    Saying("clearance", attrgetter("clearance"), _as_it_is),
    Saying("organization", attrgetter("employer"), _employer),
    Saying("posted", attrgetter("posted"), _day),
    Saying("updated", attrgetter("updated"), _day),
    Saying("requisition", attrgetter("requisition"), _as_it_is),
)
"""What an opening asks for and is known by, after it."""

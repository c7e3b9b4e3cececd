"""The facts of a posting: what a role says of itself in a few words, and what an opening does.

Facts that say the same are one value, whichever openings say it; where they are written stands
aside.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias, overload

from postingkit.compose import formatting, places
from postingkit.compose.labels import Labels, labels
from postingkit.compose.texts import joined, paragraph
from postingkit.compose.vacancy import day
from postingkit.document import Blocks, Fact, Facts, Inlines, LineBreak, Link, Paragraph, Text
from postingkit.errors import Place
from postingkit.model.role import Role
from postingkit.once import MOST_FACTS, Once
from postingkit.vacancy import Pay, Vacancy

MOST_ROLES = 200
"""Roles whose facts are kept; with each the whole role is, and that is much."""
WHERE = {
    "places": "locations",
    "employment": "employment_types",
    "experience": "experience_months",
    "apply_online": "apply",
    "apply_email": "apply",
}
"""The fields of an opening that facts of another name come from."""


class Linked(NamedTuple):
    """A *text* that leads to *target*."""

    text: str
    target: str


Lines: TypeAlias = tuple[str | Linked, ...]
"""What stands under a name, one below the other; empty texts are left out."""


@dataclass(frozen=True, slots=True)
class FactPlaces(Sequence[Place | None]):
    """Where the facts of these *names* are written, found when it is asked for, which is seldom.

    A fact without a name here is a role's, whose own blocks know their places.
    """

    names: tuple[str, ...]
    vacancy: Vacancy

    @overload
    def __getitem__(self, index: int) -> Place | None: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Place | None]: ...
    def __getitem__(self, index: int | slice) -> Place | Sequence[Place | None] | None:
        """Give the place of the fact at *index*."""
        if isinstance(index, slice):
            return FactPlaces(self.names[index], self.vacancy)
        name = self.names[index]
        vacancy = self.vacancy
        return vacancy.where.get(WHERE.get(name, name), vacancy.place) if name else None

    def __len__(self) -> int:
        """Count the facts."""
        return len(self.names)


def facts_of(role: Role, vacancy: Vacancy | None, labels: Labels) -> Blocks:
    """Give what *role* and, where there is one, its *vacancy* are, as names with their values."""
    own = _role_facts(labels.language)(role)
    if vacancy is None:
        return (Facts(own, place=role.place),) if own else ()
    offered, asked_for = _offered(vacancy, labels), _asked_for(vacancy, labels)
    facts = (*offered.values(), *own, *asked_for.values())
    names = (*offered, *[""] * len(own), *asked_for)
    return (Facts(facts, place=role.place, places=FactPlaces(names, vacancy)),) if facts else ()


def named(lines: Mapping[str, Lines], labels: Labels) -> dict[str, Fact]:
    """Give each of *lines* under its label, where there are any."""
    labelled = labels.facts
    return {
        name: fact
        for name, values in lines.items()
        if (fact := _fact(labelled[name], values)) is not None
    }


@lru_cache(MOST_FACTS)
def _fact(label: str, lines: Lines) -> Fact | None:
    """Make one fact of equal texts, for it holds nothing but them."""
    values: Inlines
    match lines:
        case (str() as line,):
            values = (Text(line),) if line else ()
        case _:
            values = tuple(_inlines(lines))[1:]
    return Fact(_name(label), (Paragraph(values),)) if values else None


@cache
def _name(label: str) -> tuple[Text]:
    """Make the name of a fact, one for all facts under the label; there are few labels."""
    return (Text(label),)


def _inlines(lines: Lines) -> Iterator[LineBreak | Link | Text]:
    """Yield each of *lines* with the end of the one before it."""
    for line in lines:
        if line:
            yield LineBreak()
            yield Text(line) if isinstance(line, str) else _link(line)


def _link(line: Linked) -> Link:
    return Link((Text(line.text),), line.target)


def closing(vacancy: Vacancy, labels: Labels) -> str:
    """Say until when one can apply; nothing where that is not known."""
    if vacancy.closes:
        return day(vacancy.closes, labels)
    return labels.phrases["rolling"] if vacancy.rolling else ""


def beginning(vacancy: Vacancy, labels: Labels) -> str:
    """Say when the work begins; nothing where that is not known."""
    if vacancy.starts:
        return day(vacancy.starts, labels)
    return labels.phrases["immediately"] if vacancy.immediate else ""


def experience(vacancy: Vacancy, labels: Labels) -> str:
    """Say how much experience is asked for; nothing where that is not known."""
    if vacancy.experience is None:
        return ""
    if vacancy.experience == 0:
        return labels.phrases["experience_none"]
    length = formatting.months(vacancy.experience, labels.language)
    return labels.phrases["experience_at_least"].replace("{length}", length)


def employment(vacancy: Vacancy, labels: Labels) -> str:
    """Name the kinds of employment."""
    kinds = (labels.terms[kind] for kind in vacancy.employment_types)
    return labels.phrases["separator"].join(kinds)


def _offered(vacancy: Vacancy, labels: Labels) -> dict[str, Fact]:
    language = labels.language
    count = formatting.number(vacancy.vacancies, language) if vacancy.vacancies > 1 else ""
    lines: dict[str, Lines] = {
        "places": tuple(places.address(each, language) for each in vacancy.locations),
        "workplace": (labels.terms[vacancy.workplace],),
        "eligible": tuple(area.name for area in vacancy.eligible),
        "employment": (employment(vacancy, labels),),
        "pay": _pay(vacancy.pay, labels) if vacancy.pay else (),
        "hours": (vacancy.hours,),
        "starts": (beginning(vacancy, labels),),
        "duration": (vacancy.duration,),
        "closes": (closing(vacancy, labels),),
        "vacancies": (count,),
    }
    return named(lines, labels)


def _pay(pay: Pay, labels: Labels) -> tuple[str, ...]:
    kind = "" if pay.kind == "base" else labels.terms[pay.kind]
    agreement = labels.phrases["agreement"].replace("{agreement}", pay.agreement)
    return (pay.shown, kind, pay.extras, agreement if pay.agreement else "")


@cache
def _role_facts(language: str) -> Once[Role, tuple[Fact, ...]]:
    """Give what makes the facts of a role in *language*, which are those of all its openings."""
    words = labels(language)
    return Once(lambda role: _of_role(role, words), most=MOST_ROLES)


def _of_role(role: Role, labels: Labels) -> tuple[Fact, ...]:
    single = (
        ("level", role.level),
        ("reports_to", role.reports_to),
        ("manages", role.manages),
        ("travel", role.travel),
    )
    names = labels.facts
    facts = [Fact(_name(names[name]), (paragraph(words),)) for name, words in single if words]
    if role.works_with:
        teams = joined(role.works_with, labels.phrases["separator"])
        facts.append(Fact(_name(names["works_with"]), (teams,)))
    return tuple(facts)


def _asked_for(vacancy: Vacancy, labels: Labels) -> dict[str, Fact]:
    instead = labels.phrases["experience_instead"] if vacancy.experience_instead else ""
    lines: dict[str, Lines] = {
        "education": (labels.terms[vacancy.education] if vacancy.education else "",),
        "experience": (experience(vacancy, labels), instead),
        "clearance": (vacancy.clearance,),
        "organization": (_employer(vacancy),),
        "posted": (day(vacancy.posted, labels) if vacancy.posted else "",),
        "updated": (day(vacancy.updated, labels) if vacancy.updated else "",),
        "requisition": (vacancy.requisition,),
    }
    return named(lines, labels)


def _employer(vacancy: Vacancy) -> str | Linked:
    employer = vacancy.employer
    is_linked = employer.name and employer.url
    return Linked(employer.name, employer.url) if is_linked else employer.name

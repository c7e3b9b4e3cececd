"""The facts of a posting: what a role says of itself in a few words, and what an opening does."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from postingkit.compose import formatting, places
from postingkit.compose.labels import Labels
from postingkit.compose.texts import joined, paragraph
from postingkit.compose.vacancy import day
from postingkit.document import Blocks, Fact, Facts, Inlines, LineBreak, Link, Paragraph, Text
from postingkit.model.role import Role
from postingkit.vacancy import Pay, Vacancy

WHERE = {
    "places": "locations",
    "employment": "employment_types",
    "experience": "experience_months",
    "apply_online": "apply",
    "apply_email": "apply",
}
"""The fields of an opening that facts of another name come from."""


def facts_of(role: Role, vacancy: Vacancy | None, labels: Labels) -> Blocks:
    """Give what *role* and, where there is one, its *vacancy* are, as names with their values."""
    offered = _offered(vacancy, labels) if vacancy else ()
    asked_for = _asked_for(vacancy, labels) if vacancy else ()
    facts = (*offered, *_of_role(role, labels), *asked_for)
    return (Facts(facts, place=role.place),) if facts else ()


def named(
    lines: Mapping[str, tuple[str | Link, ...]], vacancy: Vacancy, labels: Labels
) -> tuple[Fact, ...]:
    """Give each of *lines* under its name, one below the other, where it has any."""
    names, where, place = labels.facts, vacancy.where, vacancy.place
    given = [(name, tuple(filter(None, every))) for name, every in lines.items()]
    return tuple(
        [
            Fact(
                _inlines((names[name],)),
                (Paragraph(_inlines(values), None, None, where.get(WHERE.get(name, name), place)),),
            )
            for name, values in given
            if values
        ]
    )


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


@lru_cache(maxsize=2000)
def _inlines(values: tuple[str | Link, ...]) -> Inlines:
    """Give *values* one below the other: the same inlines, whichever opening says the same."""
    return tuple(_lines(values))[1:]


def _lines(values: tuple[str | Link, ...]) -> Iterator[LineBreak | Link | Text]:
    for value in values:
        yield LineBreak()
        yield Text(value) if isinstance(value, str) else value


def _offered(vacancy: Vacancy, labels: Labels) -> tuple[Fact, ...]:
    language = labels.language
    count = formatting.number(vacancy.vacancies, language) if vacancy.vacancies > 1 else ""
    lines: dict[str, tuple[str | Link, ...]] = {
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
    return named(lines, vacancy, labels)


def _pay(pay: Pay, labels: Labels) -> tuple[str, ...]:
    kind = "" if pay.kind == "base" else labels.terms[pay.kind]
    agreement = labels.phrases["agreement"].replace("{agreement}", pay.agreement)
    return (pay.shown, kind, pay.extras, agreement if pay.agreement else "")


def _of_role(role: Role, labels: Labels) -> tuple[Fact, ...]:
    single = (
        ("level", role.level),
        ("reports_to", role.reports_to),
        ("manages", role.manages),
        ("travel", role.travel),
    )
    names = labels.facts
    facts = [Fact((Text(names[name]),), (paragraph(words),)) for name, words in single if words]
    if role.works_with:
        teams = joined(role.works_with, labels.phrases["separator"])
        facts.append(Fact((Text(names["works_with"]),), (teams,)))
    return tuple(facts)


def _asked_for(vacancy: Vacancy, labels: Labels) -> tuple[Fact, ...]:
    instead = labels.phrases["experience_instead"] if vacancy.experience_instead else ""
    lines: dict[str, tuple[str | Link, ...]] = {
        "education": (labels.terms[vacancy.education] if vacancy.education else "",),
        "experience": (experience(vacancy, labels), instead),
        "clearance": (vacancy.clearance,),
        "organization": (_employer(vacancy),),
        "posted": (day(vacancy.posted, labels) if vacancy.posted else "",),
        "updated": (day(vacancy.updated, labels) if vacancy.updated else "",),
        "requisition": (vacancy.requisition,),
    }
    return named(lines, vacancy, labels)


def _employer(vacancy: Vacancy) -> str | Link:
    employer = vacancy.employer
    linked = employer.name and employer.url
    return Link((Text(employer.name),), employer.url) if linked else employer.name

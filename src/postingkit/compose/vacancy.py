"""The public facts of an opening, in the words of its document's language; it makes no blocks."""

from datetime import date
from decimal import Decimal

from postingkit.compose import formatting, places
from postingkit.compose.labels import Labels
from postingkit.compose.texts import plain_text
from postingkit.model.opening import Opening, OpeningLocation, OpeningPay
from postingkit.model.organization import Organization
from postingkit.model.role import Role
from postingkit.vacancy import (
    Application,
    Area,
    Contact,
    Employer,
    Location,
    Pay,
    Vacancy,
)


def vacancy_of(
    opening: Opening, role: Role, organization: Organization, labels: Labels, url: str
) -> Vacancy:
    """Give the facts of *opening*, of a *role* that has what the opening says in its place.

    The opening's own benefits stand for the role's, whether the role has them or not. *url* is the
    page's own public address, empty where it has none. One cannot apply to a closed opening, so
    nothing is said of how.
    """
    return Vacancy(
        opening.id,
        opening.number,
        opening.role.text,
        role.title.text,
        labels.language,
        _employer(organization),
        department=plain_text(role.department),
        locations=tuple(map(_location, opening.locations)),
        workplace=opening.workplace,
        eligible=_areas(opening, labels.language),
        employment_types=opening.employment_types,
        pay=_pay(opening.pay, labels) if opening.pay else None,
        benefits=tuple(map(plain_text, opening.benefits or role.benefits)),
        posted=opening.posted,
        updated=opening.updated,
        closes=opening.closing_day,
        rolling=opening.rolling,
        starts=opening.starting_day,
        immediate=opening.immediate,
        duration=plain_text(opening.duration),
        hours=plain_text(opening.hours),
        vacancies=opening.vacancies,
        apply=_application(opening),
        contact=_contact(opening),
        education=opening.education,
        experience=opening.experience_months,
        experience_instead=opening.experience_instead_of_education,
        clearance=plain_text(opening.clearance),
        travel=plain_text(role.travel),
        status=opening.status,
        url=url,
        occupation=_occupation(role),
        place=opening.place,
        places=opening.places(),
    )


def day(value: date, labels: Labels) -> str:
    """Write a day as the language does."""
    return formatting.date_words(value, labels.language)


def _employer(organization: Organization) -> Employer:
    return Employer(
        plain_text(organization.name),
        plain_text(organization.url),
        plain_text(organization.logo_url),
    )


def _location(location: OpeningLocation) -> Location:
    return Location(
        location.country.text,
        plain_text(location.region),
        plain_text(location.city),
        plain_text(location.postal_code),
        plain_text(location.street),
    )


def _areas(opening: Opening, language: str) -> tuple[Area, ...]:
    regions = ((area.country.text, plain_text(area.region)) for area in opening.eligible)
    return tuple(
        Area(country, region, places.area(country, region, language)) for country, region in regions
    )


def _application(opening: Opening) -> Application:
    way = opening.apply
    if way is None or opening.status == "closed":
        return Application()
    return Application(
        plain_text(way.url), plain_text(way.email), plain_text(way.instructions), way.direct
    )


def _contact(opening: Opening) -> Contact:
    person = opening.contact
    if person is None or opening.status == "closed":
        return Contact()
    return Contact(plain_text(person.name), plain_text(person.email), plain_text(person.phone))


def _occupation(role: Role) -> tuple[tuple[str, str], ...]:
    codes = role.occupation.model_dump() if role.occupation else {}
    return tuple((name, code) for name, code in codes.items() if code)


def _pay(pay: OpeningPay, labels: Labels) -> Pay:
    least, most = pay.ends
    amounts = _range(least, most, pay.currency.text, labels)
    shown = labels.phrases[f"per_{pay.period}"].replace("{pay}", amounts)
    return Pay(
        least,
        most,
        pay.currency.text,
        pay.period,
        shown,
        pay.kind,
        plain_text(pay.extras),
        plain_text(pay.agreement),
    )


def _range(least: Decimal | None, most: Decimal | None, currency: str, labels: Labels) -> str:
    low, high = (
        "" if end is None else formatting.money(end, currency, labels.language)
        for end in (least, most)
    )
    if low == high:
        return low
    phrase = "pay_range" if low and high else "pay_from" if low else "pay_up_to"
    return labels.phrases[phrase].replace("{minimum}", low).replace("{maximum}", high)

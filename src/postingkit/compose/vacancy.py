"""The public facts of an opening, in the words of its document's language; it makes no blocks."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache

from postingkit.compose import formatting, places
from postingkit.compose.labels import Labels
from postingkit.compose.labels import labels as labels_of
from postingkit.compose.texts import plain_text
from postingkit.model.opening import (
    Opening,
    OpeningApplication,
    OpeningContact,
    OpeningLocation,
    OpeningPay,
)
from postingkit.model.organization import Organization
from postingkit.model.role import Role
from postingkit.model.values import InlineText
from postingkit.once import once
from postingkit.vacancy import (
    Application,
    Area,
    Contact,
    Employer,
    Location,
    Pay,
    Vacancy,
)


def vacancies(
    role: Role, organization: Organization, labels: Labels
) -> Callable[[Opening, str], Vacancy]:
    """Give what makes the facts of openings of *role*, which has what they say in its place.

    It takes an opening and its page's own public address, empty where it has none. The opening's
    own benefits stand for the role's, whether the role has them or not. One cannot apply to a
    closed opening, so nothing is said of how.
    """
    language, pay = labels.language, _pays(labels.language)
    title, department, travel = (
        role.title.text,
        plain_text(role.department),
        plain_text(role.travel),
    )
    employer, occupation, benefits = (
        _employer(organization),
        _occupation(role),
        _texts(role.benefits),
    )

    def vacancy(opening: Opening, url: str) -> Vacancy:
        is_open = opening.status != "closed"
        return Vacancy(
            opening.id,
            opening.number,
            opening.role.text,
            title,
            language,
            employer,
            department,
            locations=LOCATIONS(opening.locations) if opening.locations else (),
            workplace=opening.workplace,
            eligible=_areas(opening, language),
            employment_types=opening.employment_types,
            pay=pay(opening.pay) if opening.pay else None,
            benefits=_texts(opening.benefits) if opening.benefits else benefits,
            posted=opening.posted,
            updated=opening.updated,
            closes=opening.closing_day,
            rolling=opening.rolling,
            starts=opening.starting_day,
            immediate=opening.immediate,
            duration=plain_text(opening.duration),
            hours=plain_text(opening.hours),
            vacancies=opening.vacancies,
            apply=_application(opening.apply) if is_open and opening.apply else NO_APPLICATION,
            contact=CONTACTS(opening.contact) if is_open and opening.contact else NO_CONTACT,
            education=opening.education,
            experience=opening.experience_months,
            experience_instead=opening.experience_instead_of_education,
            clearance=plain_text(opening.clearance),
            travel=travel,
            status=opening.status,
            url=url,
            occupation=occupation,
            place=opening.place,
            places=opening.places(),
        )

    return vacancy


def day(value: date, labels: Labels) -> str:
    """Write a day as the language does."""
    return formatting.date_words(value, labels.language)


def _employer(organization: Organization) -> Employer:
    return Employer(
        plain_text(organization.name),
        plain_text(organization.url),
        plain_text(organization.logo_url),
    )


def _locations(every: tuple[OpeningLocation, ...]) -> tuple[Location, ...]:
    return tuple(map(_location, every))


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


def _texts(every: tuple[InlineText, ...]) -> tuple[str, ...]:
    return tuple(map(plain_text, every))


def _application(way: OpeningApplication) -> Application:
    return Application(
        plain_text(way.url), plain_text(way.email), plain_text(way.instructions), way.direct
    )


def _contact(person: OpeningContact) -> Contact:
    return Contact(plain_text(person.name), plain_text(person.email), plain_text(person.phone))


def _occupation(role: Role) -> tuple[tuple[str, str], ...]:
    codes = role.occupation.model_dump() if role.occupation else {}
    return tuple((name, code) for name, code in codes.items() if code)


@cache
def _pays(language: str) -> Callable[[OpeningPay], Pay]:
    """Give what makes each pay in the words of *language*; the rows of a table share them."""
    words = labels_of(language)
    return once(lambda pay: _pay(pay, words))


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


LOCATIONS = once(_locations)
CONTACTS = once(_contact)
"""Places and people that the rows of a table share."""
NO_APPLICATION, NO_CONTACT = Application(), Contact()

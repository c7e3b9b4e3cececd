"""Gives the parts of a vacancy as nodes of schema.org, in the form that Google asks for.

It reads no document. Sources: https://schema.org/JobPosting (30.0) and
https://developers.google.com/search/docs/appearance/structured-data/job-posting.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from postingkit.exporters.html.json_ld import Node, Value, node, number, several
from postingkit.vacancy import (
    Area,
    Contact,
    Education,
    Employer,
    EmploymentType,
    Location,
    Pay,
    Vacancy,
)

NO_REQUIREMENTS = "no requirements"
CREDENTIALS: Mapping[Education, str] = {
    "high_school": "high school",
    "professional_certificate": "professional certificate",
    "associate_degree": "associate degree",
    "bachelor_degree": "bachelor degree",
    "postgraduate_degree": "postgraduate degree",
}
EMPLOYMENT_TYPES: Mapping[EmploymentType, str] = {
    "full_time": "FULL_TIME",
    "part_time": "PART_TIME",
    "contract": "CONTRACTOR",
    "temporary": "TEMPORARY",
    "intern": "INTERN",
    "volunteer": "VOLUNTEER",
    "per_diem": "PER_DIEM",
    "other": "OTHER",
}
CODE_SETS = {"onet": "O*NET-SOC", "isco": "ISCO-08", "esco": "ESCO"}

Shown = Callable[[str], str]
"""Gives a text where the page shows it, and an empty one where it does not."""


def address(url: str) -> str:
    """Give *url* if it is an absolute one of the web, and nothing if it is not."""
    return url if url.lower().startswith(("https://", "http://")) else ""


def end_of(day: date) -> str:
    """Give the last second of *day*, which an opening that closes then is still open in.

    A date alone could be read as its first second. There is no offset, as in Google's own example:
    the day is the one where the work is, whose time zone an opening does not know.
    """
    return f"{day.isoformat()}T23:59:59"


def organization(employer: Employer) -> Node:
    """Give who hires; nobody without a name."""
    if not employer.name:
        return {}
    links = {"sameAs": address(employer.url), "logo": address(employer.logo)}
    return node("Organization", {"name": employer.name, **links})


def place(location: Location, shown: Shown) -> Node:
    """Give where work is done, with as much of the address as the page shows."""
    parts = {
        "streetAddress": shown(location.street),
        "addressLocality": shown(location.city),
        "addressRegion": shown(location.region),
        "postalCode": shown(location.postal_code),
        "addressCountry": location.country,
    }
    return node("Place", {"address": node("PostalAddress", parts)})


def area(eligible: Area) -> Node:
    """Give where applicants may live, under the name that the document has for it, if any."""
    kind = "State" if eligible.region else "Country"
    codes = ", ".join(filter(None, (eligible.region, eligible.country)))
    return node(kind, {"name": eligible.name or codes})


def salary(pay: Pay) -> Node:
    """Give the base salary: an amount, a range, or the end of a range that is known.

    An amount that is no base salary, as all of it is commission or it holds more, is none.
    """
    if pay.kind in {"commission_only", "total"}:
        return {}
    value = node("QuantitativeValue", _ends(pay))
    if not value:
        return {}
    unit = {"unitText": pay.period.upper()}
    return node("MonetaryAmount", {"currency": pay.currency, "value": {**value, **unit}})


def _ends(pay: Pay) -> Mapping[str, Value]:
    low, high = _amount(pay.minimum), _amount(pay.maximum)
    return {"value": low} if low == high else {"minValue": low, "maxValue": high}


def _amount(amount: Decimal | None) -> int | float | None:
    return None if amount is None or not amount.is_finite() or amount <= 0 else number(amount)


def education(required: Education | None) -> Value:
    """Give the credential that is required, or that none is; nothing where that is not known."""
    if required is None:
        return None
    credential = {"credentialCategory": CREDENTIALS.get(required)}
    return node("EducationalOccupationalCredential", credential) or NO_REQUIREMENTS


def experience(months: int | None) -> Value:
    """Give the months of experience required, or that none are; nothing where that is not known."""
    if months is None:
        return None
    if months <= 0:
        return NO_REQUIREMENTS
    return node("OccupationalExperienceRequirements", {"monthsOfExperience": months})


def contact(person: Contact, shown: Shown) -> Node:
    """Give whom applicants may ask, as far as the page shows it."""
    ways = {"email": shown(person.email), "telephone": shown(person.phone)}
    return node("ContactPoint", {"name": shown(person.name), **ways})


def occupations(vacancy: Vacancy) -> Value:
    """Give the codes of the occupation, each with its classification."""
    return several([_category(*code) for code in vacancy.occupation])


def _category(classification: str, code: str) -> Node:
    name = {"name": CODE_SETS.get(classification, classification)}
    return node("CategoryCode", {"codeValue": code, "inCodeSet": node("CategoryCodeSet", name)})

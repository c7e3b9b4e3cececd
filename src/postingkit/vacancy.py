"""The public facts of an opening, as a document holds them in ``meta.vacancy``.

Structured data, feeds and texts to paste are made from this value and the document's blocks, and
from nothing else. Whatever stands here stands in the document's blocks too. Terms are schema.org's
where it has one (https://schema.org/JobPosting).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from postingkit.errors import Place

Workplace: TypeAlias = Literal["onsite", "hybrid", "remote"]
EmploymentType: TypeAlias = Literal[
    "full_time",
    "part_time",
    "contract",
    "temporary",
    "intern",
    "volunteer",
    "per_diem",
    "other",
]
Period: TypeAlias = Literal["hour", "day", "week", "month", "year"]
PayKind: TypeAlias = Literal["base", "commission_only", "tipped", "total"]
Education: TypeAlias = Literal[
    "none",
    "high_school",
    "professional_certificate",
    "associate_degree",
    "bachelor_degree",
    "postgraduate_degree",
]
Status: TypeAlias = Literal["open", "closed"]


@dataclass(frozen=True, slots=True)
class Location:
    """Where work is done; parts are empty where unknown, *country* is ISO 3166-1 alpha-2."""

    country: str
    region: str = ""
    city: str = ""
    postal_code: str = ""
    street: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """Where applicants may live: a country (ISO 3166-1 alpha-2), or a region (state) of it.

    *name* is what the document calls it, if it does: “United States”, “Michigan, United States”.
    """

    country: str
    region: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Pay:
    """An amount or a range in *currency* (ISO 4217) a *period*; an exact amount has equal ends.

    Without a *maximum* the range is open-ended. *shown* is how the document says it, *extras* what
    comes on top (bonus, equity), *agreement* the collective agreement.
    """

    minimum: Decimal | None
    maximum: Decimal | None
    currency: str
    period: Period
    shown: str
    kind: PayKind = "base"
    extras: str = ""
    agreement: str = ""


@dataclass(frozen=True, slots=True)
class Application:
    """How to apply: at *url*, by mail to *email*, or as *instructions* say.

    *direct*: nothing stands between the page and the application (Google's ``directApply``).
    """

    url: str = ""
    email: str = ""
    instructions: str = ""
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom applicants may ask."""

    name: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Employer:
    """The organization that hires; *logo* is the address of a picture on the public internet."""

    name: str
    url: str = ""
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """One dated vacancy of a role.

    *id* is the opening's own, *requisition* the employer's number for it, *role* the role's id.
    *title* is the job's title without any suffix or place. *experience* is in months. *url* is the
    page's own public address, where one is known. *occupation* holds codes by classification
    (``onet``, ``isco``, ``esco``). *place* is where the opening is written, and *places* where its
    values are, by the opening's field (``pay``, ``locations[1].city``).
    """

    id: str
    requisition: str
    role: str
    title: str
    language: str
    employer: Employer
    department: str = ""
    locations: tuple[Location, ...] = ()
    workplace: Workplace = "onsite"
    eligible: tuple[Area, ...] = ()
    employment_types: tuple[EmploymentType, ...] = ()
    pay: Pay | None = None
    benefits: tuple[str, ...] = ()
    posted: date | None = None
    updated: date | None = None
    closes: date | None = None
    rolling: bool = False
    starts: date | None = None
    immediate: bool = False
    duration: str = ""
    hours: str = ""
    vacancies: int = 1
    apply: Application = Application()
    contact: Contact = Contact()
    education: Education | None = None
    experience: int | None = None
    experience_instead: bool = False
    clearance: str = ""
    travel: str = ""
    status: Status = "open"
    url: str = ""
    occupation: tuple[tuple[str, str], ...] = ()
    place: Place | None = None
    places: Mapping[str, Place] | tuple[tuple[str, Place], ...] = field(default=(), hash=False)

    @property
    def where(self) -> Mapping[str, Place]:
        """Where values are written, by their paths."""
        return dict(self.places) if isinstance(self.places, tuple) else self.places

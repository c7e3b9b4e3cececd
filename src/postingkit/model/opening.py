"""The opening: a dated vacancy of a role, as ``openings/<id>.yaml`` or a row of a table holds it.

Whether it says what a law or a job board asks for is not judged here.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, PrivateAttr

from postingkit.errors import Place, Problem
from postingkit.model.addresses import MailAddress, WebAddress
from postingkit.model.amounts import Amount, Beginning, Closing, Day
from postingkit.model.codes import CountryCode, CurrencyCode
from postingkit.model.identity import Identifier, Language
from postingkit.model.nodes import MappingNode
from postingkit.model.places import Places, RowPlaces
from postingkit.model.role import Role, RoleContent
from postingkit.model.translation import Translation
from postingkit.model.validation import validated
from postingkit.model.values import InlineText, Located, PlainText
from postingkit.vacancy import Education, EmploymentType, PayKind, Period, Status, Workplace

MOST_PLACES = 200
MOST_VACANCIES = 10_000
MOST_MONTHS = 600


class OpeningLocation(Located):
    """A place where the work is done."""

    country: CountryCode
    """The country, as its code of two letters (ISO 3166-1 alpha-2)."""
    region: PlainText | None = None
    """The state, province or county."""
    city: PlainText | None = None
    """The city or village."""
    postal_code: PlainText | None = None
    """The postal code; one that begins with 0 stands between quotes."""
    street: PlainText | None = None
    """The street with its number."""


class EligibleArea(Located):
    """Where applicants may live. A mere text is a country's code."""

    shorthand = ("country",)

    country: CountryCode
    """The country, as its code of two letters (ISO 3166-1 alpha-2)."""
    region: PlainText | None = None
    """The state or province, where not all of the country is meant."""


class OpeningPay(Located):
    """What is paid: an amount, or a range, open-ended where one end is left out."""

    amount: Amount | None = None
    """The amount, where it is no range."""
    minimum: Annotated[Amount | None, Field(alias="min")] = None
    """The range's lower end."""
    maximum: Annotated[Amount | None, Field(alias="max")] = None
    """The range's upper end."""
    currency: CurrencyCode
    """The currency, as its code of three letters (ISO 4217)."""
    period: Period
    """What time the amounts are paid for."""
    kind: PayKind = "base"
    """What the amounts are: base pay, commission alone, base with tips, or all that is paid."""
    extras: PlainText | None = None
    """What comes on top, such as a bonus."""
    agreement: PlainText | None = None
    """The collective agreement that holds."""

    @property
    def ends(self) -> tuple[Decimal | None, Decimal | None]:
        """The range's lower and upper end, which are equal where it is one amount."""
        if self.amount is not None:
            return self.amount, self.amount
        return self.minimum, self.maximum

    def contradictions(self) -> Iterator[Problem]:
        """Tell of no amount, of one beside a range, and of a range that ends too low."""
        if self.ends == (None, None):
            message = "The pay names no amount."
            yield Problem.at(self.place, message, "Write “min” and “max”, or “amount”.")
        ranged = self.minimum is not None or self.maximum is not None
        if self.amount is not None and ranged:
            message = "An amount stands beside a range."
            hint = "Keep “amount”, or “min” and “max”."
            yield Problem.at(self.place_of("amount"), message, hint)
        if self.minimum is not None and self.maximum is not None and self.maximum < self.minimum:
            message = (
                f"The range ends at {self.maximum:f}, below its beginning at {self.minimum:f}."
            )
            yield Problem.at(self.place_of("max"), message, "Change one of the two.")


class OpeningApplication(Located):
    """How to apply; at least one of the address, the mail address and the instructions."""

    url: WebAddress | None = None
    """The address of the page where one applies."""
    email: MailAddress | None = None
    """The mail address that applications go to."""
    instructions: InlineText | None = None
    """What else an applicant should know or send."""
    direct: bool = False
    """Whether one applies at once there, without another link, log-in or form between."""

    def contradictions(self) -> Iterator[Problem]:
        """Tell of no way to apply."""
        if not (self.url or self.email or self.instructions):
            message = "There is no way to apply here."
            yield Problem.at(self.place, message, "Add “url”, “email” or “instructions”.")


class OpeningContact(Located):
    """Whom applicants may ask."""

    name: PlainText | None = None
    """The person or the office."""
    email: MailAddress | None = None
    """The mail address."""
    phone: PlainText | None = None
    """The telephone number, with the country's prefix."""


class Overrides(RoleContent):
    """What this opening says in place of its role."""

    def laid_over(self, role: Role) -> Role:
        """Give *role* with what is said here in its place.

        What the role says of these fields in further languages translates other texts, so only
        the translations that are given here stand for them.
        """
        given = self.model_fields_set - {"translations"}
        own = {name: getattr(self, name) for name in given}
        return role.model_copy(update=own | {"translations": self._translations(role, given)})

    def _translations(self, role: Role, given: frozenset[str] | set[str]) -> dict[str, Translation]:
        usual = Translation()
        result: dict[str, Translation] = {}
        for language in (*role.translations, *self.translations):
            below = role.translations.get(language, usual)
            above = self.translations.get(language, usual)
            fields = given & Translation.model_fields.keys()
            update = {name: getattr(above, name) for name in fields}
            result[language] = below.model_copy(update=update)
        return result


class Opening(Located):
    """A dated vacancy of a role; everything but the role may be left out."""

    role: Identifier
    """The role's id: the name of its file, without the suffix."""
    requisition: PlainText | None = None
    """The employer's own number for the opening; its id if left out."""
    locations: Annotated[tuple[OpeningLocation, ...], Field(max_length=MOST_PLACES)] = ()
    """The places where the work is done."""
    workplace: Workplace = "onsite"
    """Whether the work is done on site, partly from home (hybrid), or wholly from home (remote)."""
    eligible: Annotated[tuple[EligibleArea, ...], Field(max_length=MOST_PLACES)] = ()
    """Where applicants may live, where the work is done from home."""
    employment_types: tuple[EmploymentType, ...] = ()
    """The kinds of employment."""
    pay: OpeningPay | None = None
    """What is paid."""
    benefits: tuple[InlineText, ...] = ()
    """What the employer offers, in place of what the role says of it."""
    posted: Day | None = None
    """The day on which the opening was first made public."""
    updated: Day | None = None
    """The day on which it was last changed."""
    closes: Closing | None = None
    """The last day to apply, or “rolling” where there is none."""
    starts: Beginning | None = None
    """The first day of work, or “immediately”."""
    duration: PlainText | None = None
    """How long the employment lasts, where it ends."""
    hours: PlainText | None = None
    """How long and when one works."""
    vacancies: Annotated[int, Field(ge=1, le=MOST_VACANCIES)] = 1
    """How many people are wanted."""
    apply: OpeningApplication | None = None
    """How to apply."""
    contact: OpeningContact | None = None
    """Whom applicants may ask."""
    education: Education | None = None
    """The education that is required; “none” where none is."""
    experience_months: Annotated[int, Field(ge=0, le=MOST_MONTHS)] | None = None
    """The experience that is required, in months; 0 where none is."""
    experience_instead_of_education: bool = False
    """Whether experience makes up for the education."""
    clearance: PlainText | None = None
    """The security clearance that is required."""
    travel: PlainText | None = None
    """How much travelling there is, in place of what the role says of it."""
    language: Language | None = None
    """The language that the opening is written in; the project's first one if left out."""
    status: Status = "open"
    """Whether one can still apply."""
    overrides: Overrides = Field(default_factory=Overrides)
    """What it says in place of its role."""

    _id: str = PrivateAttr(default="")

    @classmethod
    def of(cls, id_: str, node: MappingNode) -> Self:
        """Make the opening *id_* of *node*; raises `InvalidInput` with every problem there is."""
        opening = validated(cls, node)
        opening._id = id_  # noqa: SLF001 - the new value's own
        return opening

    @property
    def id(self) -> str:
        """The opening's id: its file's stem, or what its row says."""
        id_: str = self._private.get("_id", "")
        return id_

    @property
    def number(self) -> str:
        """The employer's own number for the opening, or its id."""
        return self.requisition.text if self.requisition else self.id

    @property
    def rolling(self) -> bool:
        """Whether applications are taken without a last day."""
        return self.closes == "rolling"

    @property
    def closing_day(self) -> date | None:
        """The last day to apply."""
        return None if self.closes == "rolling" else self.closes

    @property
    def immediate(self) -> bool:
        """Whether the work begins as soon as may be."""
        return self.starts == "immediately"

    @property
    def starting_day(self) -> date | None:
        """The first day of work."""
        return None if self.starts == "immediately" else self.starts

    def of_role(self, role: Role) -> Role:
        """Give *role* as it is in this opening, with what `overrides` says in its place."""
        return self.overrides.laid_over(role) if self.overrides.model_fields_set else role

    def places(self) -> Mapping[str, Place]:
        """Give where each value is written, by its dotted path: ``locations[1].city``, from 1."""
        written = self.written
        return written if isinstance(written, RowPlaces) else Places(self)

    def contradictions(self) -> Iterator[Problem]:
        """Tell of days in the wrong order, and of work from home that nobody could apply for."""
        yield from self._days_before_it_was_posted()
        if self.workplace == "remote" and not self.eligible and not self.locations:
            message = "Nothing says where applicants for this remote work may live."
            hint = "Add “eligible” with the codes of countries, as in [DE, AT]."
            yield Problem.at(self.place_of("workplace"), message, hint)
        if self.experience_instead_of_education and not (
            self.education and self.experience_months is not None
        ):
            message = "Experience cannot make up for education where one of them is not given."
            hint = "Add “education” and “experience_months”, or delete this."
            yield Problem.at(self.place_of("experience_instead_of_education"), message, hint)

    def _days_before_it_was_posted(self) -> Iterator[Problem]:
        if self.posted is None:
            return
        days = (
            ("updated", "was last changed", self.updated),
            ("closes", "closes", self.closing_day),
            ("starts", "starts", self.starting_day),
        )
        for field, what, day in days:
            if day and day < self.posted:
                message = f"The opening {what} on {day}, before it is posted on {self.posted}."
                yield Problem.at(self.place_of(field), message, "Change one of the two.")

"""What a rule about postings is, as a file of rules holds it; it judges nothing."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from postingkit.vacancy import PayKind

Demand: TypeAlias = Literal[
    "pay_range",
    "pay_not_open_ended",
    "pay_range_width",
    "minimum_pay",
    "currency_and_period",
    "overpayment_statement",
    "benefits_description",
    "other_pay_description",
    "application_deadline",
    "job_description",
    "gender_neutral_title",
    "ai_statement",
    "vacancy_statement",
    "equal_opportunity_statement",
    "no_canadian_experience",
    "no_licence_without_driving",
    "no_bar_for_records",
    "no_discriminatory_wording",
]
Duty: TypeAlias = Literal["posting", "before_interview", "on_request"]
Confidence: TypeAlias = Literal["S", "S2", "old", "M"]

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Line = Annotated[str, Field(min_length=1)]
YEAR = 4  # digits


def _day(written: object) -> object:
    if isinstance(written, date):
        return written
    try:
        day = f"{written}-01-01" if len(str(written)) == YEAR else str(written)
        return date.fromisoformat(day)
    except ValueError:
        hint = "Write year, month and day, as in 2026-07-01, or a year alone."
        message = "“{written}” is no date."
        raise PydanticCustomError("no_date", message, {"written": written, "hint": hint}) from None


Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=str | int)]
"""A date; a year alone stands for its first day."""


class Group(BaseModel):
    """A group of fields of a file of rules; it refuses fields that it does not have."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Widest(Group):
    """The widest range that a rule allows a year."""

    amount: Annotated[Decimal, Field(gt=0)]
    """How far the two ends may be apart."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    """The currency (ISO 4217) that the amounts are in."""
    unless_above: Annotated[Decimal, Field(gt=0)] | None = None
    """The upper end beyond which the range may be wider."""


class Rule(Group):
    """What the law of one place asks of postings, from a day on.

    It holds in all of *countries*, or in the named *regions* or *cities* of them alone, from
    *since* to *until*, both included; without *since*, its day is not known and it holds.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    """Its own name; a project's rule takes the place of the one of the same name."""
    jurisdiction: Line
    """Whose rule it is, as a sentence names it."""
    countries: Annotated[tuple[Country, ...], Field(min_length=1)]
    """The countries (ISO 3166-1 alpha-2)."""
    regions: tuple[Line, ...] = ()
    """The region (state, province) in each way that openings may write it."""
    cities: tuple[Line, ...] = ()
    """The city in each way that openings may write it."""
    asks: Annotated[tuple[Demand, ...], Field(min_length=1)]
    """What it asks for."""
    duty: Duty = "posting"
    """Where that has to stand: in the posting, or it is told before the interview or on request."""
    employees: Annotated[int, Field(ge=1)] | None = None
    """The number of employees from which it holds; all employers if left out."""
    employees_in: str = ""
    """Where those employees are counted, if that is not everywhere."""
    federal_contractors: bool = False
    """Whether it is for contractors of the federal government of the United States alone."""
    only_for: str = ""
    """The employers or places that it is limited to and that an opening does not tell apart."""
    covers_remote: bool = False
    """Whether it says that it covers remote jobs that could be done there."""
    not_for: tuple[PayKind, ...] = ()
    """The kinds of pay that its demands do not concern."""
    widest: Widest | None = None
    """The limit that ``pay_range_width`` means."""
    since: Annotated[Day | None, Field(alias="from")] = None
    """The first day it holds."""
    until: Day | None = None
    """The last day it holds."""
    reference: str = ""
    """The statute."""
    source: Line
    """Where that was read."""
    confidence: Confidence
    """S: a primary source or its copy; S2: a secondary one; old: one of another year; M: none."""
    unsure: str = ""
    """What has to be confirmed, in a few words."""
    note: str = ""
    """What else there is to know."""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise PydanticCustomError("dates_reversed", "The rule ends before it begins.")
        if ("pay_range_width" in self.asks) != (self.widest is not None):
            message = "“pay_range_width” and “widest” belong together."
            raise PydanticCustomError("width_missing", message)
        return self

    def holds(self, day: date) -> bool:
        """Say whether the rule is in force on *day*."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    def concerns(self, employees: int | None, *, is_federal_contractor: bool = False) -> bool:
        """Say whether it can concern an employer of so many *employees*; None: it is not known."""
        if self.federal_contractors and not is_federal_contractor:
            return False
        return self.employees is None or employees is None or employees >= self.employees


class RuleFile(Group):
    """The rules of one file."""

    compiled: Day | None = None
    """The day on which they were gathered."""
    rules: tuple[Rule, ...] = ()
    """The rules."""

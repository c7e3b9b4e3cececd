"""The role: the canonical, undated definition of a job, as ``roles/<id>.yaml`` holds it."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from postingkit.model.identity import Identifier, Language, LanguageKey
from postingkit.model.translation import Translation, misfits
from postingkit.model.values import BodyText, InlineText, Located, PlainText

DEEPEST_ITEMS = 3
WHOLE = 100


class Item(Located):
    """What responsibilities and qualifications have in common."""

    title: PlainText | None = None
    """The lead-in, in a few words."""
    text: InlineText | None = None
    """What it means, in a sentence or two."""
    group: PlainText | None = None
    """The name of the group that the item belongs to; items of one group stand together."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.title is None and self.text is None:
            message = "The item has neither a title nor a text."
            raise PydanticCustomError("item_empty", message, {"hint": "Add one, or delete it."})
        return self


class Responsibility(Item):
    """One thing that the role is responsible for. A mere text is its title."""

    shorthand = ("title",)

    share: Annotated[int, Field(ge=1, le=WHOLE)] | None = None
    """Percent of the working time; all shares that are given add up to 100."""
    essential: bool = False
    """Whether it is an essential function (Americans with Disabilities Act)."""
    items: tuple["Responsibility", ...] = ()
    """What it consists of, to a depth of three."""


class Qualification(Item):
    """One thing that the role asks for. A mere text is its text."""

    shorthand = ("text",)

    kind: (
        Literal[
            "education",
            "experience",
            "skill",
            "knowledge",
            "language",
            "certificate",
            "eligibility",
            "other",
        ]
        | None
    ) = None
    """What kind of qualification it is; job boards list some kinds apart."""
    priority: Literal["must", "preferred"] = "must"
    """Whether it is required or only preferred."""
    items: tuple["Qualification", ...] = ()
    """What it consists of, to a depth of three."""


class Overview(Located):
    """The short forms that a comparison uses; each that is left out falls back to the long form."""

    summary: InlineText | None = None
    """The main role in a few words."""
    responsibilities: tuple[Responsibility, ...] = ()
    """The responsibilities by their titles."""
    qualifications: tuple[Qualification, ...] = ()
    """The qualifications in a few words each."""
    technologies: tuple[PlainText, ...] = ()
    """The technologies that matter most."""


class FreeSection(Located):
    """Whatever else the employer says, under a heading of its own."""

    heading: PlainText
    """The heading, as plain text."""
    body: BodyText
    """The section's text."""


class Occupation(Located):
    """What official classifications call the job."""

    onet: Annotated[str, Field(pattern=r"^\d{2}-\d{4}\.\d{2}$")] | None = None
    """The O*NET-SOC code, as in 15-1252.00."""
    isco: Annotated[str, Field(pattern=r"^\d{1,4}$")] | None = None
    """The ISCO-08 code, as in 2512."""
    esco: Annotated[str, Field(pattern=r"^https?://data\.europa\.eu/esco/")] | None = None
    """The address of the ESCO occupation."""


class RoleContent(Located):
    """What a role says, all of which an opening may say in its place."""

    title: PlainText | None = None
    """The job's title, as plain text."""
    department: Identifier | None = None
    """The department's name as in postingkit.yaml; it chooses the template."""
    alternative_titles: tuple[PlainText, ...] = ()
    """Other titles that the job is known by."""
    level: PlainText | None = None
    """The level of seniority."""
    reports_to: PlainText | None = None
    """The title of the position that the role reports to."""
    manages: PlainText | None = None
    """Whom the role leads."""
    works_with: tuple[PlainText, ...] = ()
    """Teams and positions that the role works with."""
    travel: PlainText | None = None
    """How much travelling there is."""
    summary: InlineText | None = None
    """The main role, in a sentence or two."""
    responsibilities: tuple[Responsibility, ...] = ()
    """What the role is responsible for."""
    qualifications: tuple[Qualification, ...] = ()
    """What the role asks for."""
    technologies: tuple[PlainText, ...] = ()
    """Tools, languages and frameworks by name."""
    physical_demands: BodyText | None = None
    """What the job demands of the body."""
    performance_indicators: tuple[InlineText, ...] = ()
    """What good work is measured by."""
    benefits: tuple[InlineText, ...] = ()
    """What the employer offers."""
    hiring_process: tuple[InlineText, ...] = ()
    """The steps from application to offer, in their order."""
    eligibility: tuple[InlineText, ...] = ()
    """Who may be hired: permits, residence, clearances."""
    occupation: Occupation | None = None
    """Codes of official classifications."""
    overview: Overview = Field(default_factory=Overview)
    """The short forms that a comparison uses."""
    sections: tuple[FreeSection, ...] = ()
    """Further sections, in their order."""
    translations: dict[LanguageKey, Translation] = Field(default_factory=dict)
    """The texts in further languages, by the languages' tags."""

    @model_validator(mode="after")
    def _translations_fit(self, info: ValidationInfo) -> Self:
        if isinstance(info.context, list):
            info.context.extend(misfits(self, self.translations))
        return self

    @field_validator("responsibilities", "qualifications")
    @classmethod
    def _not_too_deep(
        cls, items: tuple[Responsibility | Qualification, ...]
    ) -> tuple[Responsibility | Qualification, ...]:
        if _depth(items) > DEEPEST_ITEMS:
            raise PydanticCustomError(
                "items_too_deep",
                "Items stand more than {most} deep in each other.",
                {"most": DEEPEST_ITEMS, "hint": "Join the innermost ones into one text."},
            )
        return items

    @field_validator("responsibilities")
    @classmethod
    def _shares_add_up(cls, items: tuple[Responsibility, ...]) -> tuple[Responsibility, ...]:
        shares = [item.share for item in _every(items) if item.share is not None]
        if shares and sum(shares) != WHOLE:
            without = sum(item.share is None for item in items)
            others = f" Responsibilities without one: {without}." if without else ""
            raise PydanticCustomError(
                "shares_do_not_add_up",
                "The shares of the working time add up to {total}, not to 100.",
                {
                    "total": sum(shares),
                    "hint": f"They are {', '.join(map(str, shares))}.{others} Change or add one.",
                },
            )
        return items


class Role(RoleContent):
    """A job as it is defined once; everything but the title may be left out."""

    title: PlainText
    """The job's title, as plain text."""
    language: Language | None = None
    """The language that the role is written in; the project's first one if left out."""


def _depth(items: tuple[Responsibility | Qualification, ...]) -> int:
    return 1 + max((_depth(item.items) for item in items), default=-1) if items else 0


def _every(items: tuple[Responsibility, ...]) -> Iterator[Responsibility]:
    for item in items:
        yield item
        yield from _every(item.items)

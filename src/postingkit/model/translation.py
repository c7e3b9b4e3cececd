"""What a role, an employer or a comparison says in a further language: texts, and nothing else."""

from collections.abc import Iterator, Mapping

from pydantic import Field

from postingkit.errors import Problem
from postingkit.model.values import BodyText, InlineText, Located, PlainText, Words


class ItemTranslation(Located):
    """What responsibilities and qualifications say in a further language."""

    title: PlainText | None = None
    """The lead-in."""
    text: InlineText | None = None
    """What it means."""
    group: PlainText | None = None
    """The name of the group."""


class ResponsibilityTranslation(ItemTranslation):
    """A responsibility in a further language. A mere text is its title."""

    shorthand = ("title",)

    items: tuple["ResponsibilityTranslation", ...] = ()
    """What it consists of, as many as in the role's own language."""


class QualificationTranslation(ItemTranslation):
    """A qualification in a further language. A mere text is its text."""

    shorthand = ("text",)

    items: tuple["QualificationTranslation", ...] = ()
    """What it consists of, as many as in the role's own language."""


class OverviewTranslation(Located):
    """The short forms in a further language; the long forms stand in for those left out."""

    summary: InlineText | None = None
    """The main role in a few words."""
    responsibilities: tuple[ResponsibilityTranslation, ...] = ()
    """The responsibilities by their titles, as many as in the role's own language."""
    qualifications: tuple[QualificationTranslation, ...] = ()
    """The qualifications, as many as in the role's own language."""
    technologies: tuple[PlainText, ...] = ()
    """The technologies, where their names are others."""


class SectionTranslation(Located):
    """A further section in a further language."""

    heading: PlainText | None = None
    """The heading, as plain text."""
    body: BodyText | None = None
    """The section's text."""


class Translation(Located):
    """The role's texts in a further language. Each list is as long as the role's own."""

    title: PlainText | None = None
    """The job's title, as plain text."""
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
    responsibilities: tuple[ResponsibilityTranslation, ...] = ()
    """What the role is responsible for."""
    qualifications: tuple[QualificationTranslation, ...] = ()
    """What the role asks for."""
    technologies: tuple[PlainText, ...] = ()
    """Tools, where their names are others in this language."""
    physical_demands: BodyText | None = None
    """What the job demands of the body."""
    performance_indicators: tuple[InlineText, ...] = ()
    """What good work is measured by."""
    benefits: tuple[InlineText, ...] = ()
    """What the employer offers."""
    hiring_process: tuple[InlineText, ...] = ()
    """The steps from application to offer, in their order."""
    eligibility: tuple[InlineText, ...] = ()
    """Who may be hired."""
    overview: OverviewTranslation = Field(default_factory=OverviewTranslation)
    """The short forms that a comparison uses."""
    sections: tuple[SectionTranslation, ...] = ()
    """Further sections, in their order."""


def misfits(own: Located, translations: Mapping[str, Located]) -> Iterator[Problem]:
    """Find what of *translations* has nothing of its *own* to stand for, each at its place."""
    for translation in translations.values():
        yield from _of_group(own, translation)


def _of_group(own: Located, given: Located) -> Iterator[Problem]:
    for name in type(given).model_fields:
        yield from _of_value(name, getattr(own, name), getattr(given, name))


def _of_value(name: str, own: object, given: object) -> Iterator[Problem]:
    match own, given:
        case _, None | ():
            return
        case Located(), Located():
            yield from _of_group(own, given)
        case (
            None | (),
            Words(place=place) | (Words(place=place), *_) | (Located(place=place), *_),
        ):
            message = f"“{name}” translates nothing: the original has none."
            yield Problem.at(place, message, "Add one to the original, or delete this.")
        case tuple(), tuple():
            yield from _of_list(name, own, given)
        case _:
            return


def _of_list(name: str, own: tuple[object, ...], given: tuple[object, ...]) -> Iterator[Problem]:
    if len(own) != len(given):
        last = given[min(len(own), len(given) - 1)]
        place = last.place if isinstance(last, Words | Located) else None
        message = f"“{name}” is a list of {len(given)} here, and of {len(own)} in the original."
        yield Problem.at(place, message, "Translate each item, in the same order.")
        return
    for one, other in zip(own, given, strict=True):
        yield from _of_value(name, one, other)

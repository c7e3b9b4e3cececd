"""The flat table of names that wording and stationery share, with the value of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from postingkit.model.organization import Organization
from postingkit.model.role import Role
from postingkit.model.values import InlineText, PlainText


@dataclass(frozen=True, slots=True)
class Written:
    """A value of an opening, as its language writes it.

    *plain* is what conditions and filters read: 2026-12-15 for a day, 65000 for an amount.
    """

    text: str
    plain: str = ""
    language: str | None = None

    def __str__(self) -> str:
        """Give the value as it is shown."""
        return self.text


Value: TypeAlias = (
    PlainText | InlineText | Written | tuple[PlainText, ...] | tuple[Written, ...] | None
)
"""A plain text, a Markdown text, a value of an opening, a list of one kind, or nothing."""

OPENING_FIELDS = (
    "places",
    "workplace",
    "eligible",
    "employment",
    "pay",
    "pay_min",
    "pay_max",
    "currency",
    "hours",
    "starts",
    "duration",
    "closes",
    "posted",
    "updated",
    "vacancies",
    "education",
    "experience",
    "clearance",
    "requisition",
    "apply",
    "contact",
)
"""The names that an opening alone has values for, in the order of the documentation."""


FIELDS: Mapping[str, Callable[[Role, Organization], Value]] = {
    "title": lambda role, _: role.title,
    "department": lambda role, _: role.department,
    "organization": lambda _, organization: organization.name,
    "summary": lambda role, _: role.summary,
    "level": lambda role, _: role.level,
    "reports_to": lambda role, _: role.reports_to,
    "manages": lambda role, _: role.manages,
    "works_with": lambda role, _: role.works_with,
    "travel": lambda role, _: role.travel,
    "technologies": lambda role, _: role.technologies,
    "alternative_titles": lambda role, _: role.alternative_titles,
    **dict.fromkeys(OPENING_FIELDS, lambda _, __: None),
}
"""Every name, in the order in which the documentation lists them, and how its value is found."""


def values(role: Role, organization: Organization) -> Mapping[str, Value]:
    """Give every name with its value; a value that is not given is None or an empty list."""
    return {name: value(role, organization) for name, value in FIELDS.items()}

"""The flat table of names that wording and stationery share, with the value of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from postingkit.model.organization import Organization
from postingkit.model.role import Role
from postingkit.model.values import InlineText, PlainText

Value: TypeAlias = PlainText | InlineText | tuple[PlainText, ...] | None
"""A plain text, a Markdown text, a list of plain texts, or nothing."""


@dataclass(frozen=True, slots=True)
class Field:
    """A name that wording may use: what it stands for, and how its value is found."""

    meaning: str
    value: Callable[[Role, Organization], Value]


FIELDS: Mapping[str, Field] = {
    "title": Field("the role's title", lambda role, _: role.title),
    "department": Field("the department's name", lambda role, _: role.department),
    "organization": Field("the employer's name", lambda _, organization: organization.name),
    "summary": Field("the main role", lambda role, _: role.summary),
    "level": Field("the level of seniority", lambda role, _: role.level),
    "reports_to": Field("whom the role reports to", lambda role, _: role.reports_to),
    "manages": Field("whom the role leads", lambda role, _: role.manages),
    "works_with": Field("teams the role works with", lambda role, _: role.works_with),
    "travel": Field("how much travelling there is", lambda role, _: role.travel),
    "technologies": Field("tools by name", lambda role, _: role.technologies),
    "alternative_titles": Field("other titles", lambda role, _: role.alternative_titles),
}
"""Every name, in the order in which the documentation lists them."""


def values(role: Role, organization: Organization) -> Mapping[str, Value]:
    """Give every name with its value; a value that is not given is None or an empty list."""
    return {name: field.value(role, organization) for name, field in FIELDS.items()}

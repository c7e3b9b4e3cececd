"""The flat table of names that wording and stationery share, with the value of each."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from postingkit.model.organization import Organization
from postingkit.model.role import Role
from postingkit.model.values import InlineText, PlainText

Value: TypeAlias = PlainText | InlineText | tuple[PlainText, ...] | None
"""A plain text, a Markdown text, a list of plain texts, or nothing."""


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
}
"""Every name, in the order in which the documentation lists them, and how its value is found."""


def values(role: Role, organization: Organization) -> Mapping[str, Value]:
    """Give every name with its value; a value that is not given is None or an empty list."""
    return {name: value(role, organization) for name, value in FIELDS.items()}

"""The flat table of names that wording and stationery share, with the plain value of each."""

from collections.abc import Mapping

from postingkit.compose.labels import Labels
from postingkit.model.organization import Organization
from postingkit.model.role import Role


def fields(role: Role, organization: Organization, labels: Labels) -> Mapping[str, str]:
    """Give every name with its value for *role*; a value that is not given is empty."""
    separator = labels.phrases["separator"]
    return {
        "title": role.title.text,
        "department": role.department.text if role.department else "",
        "organization": organization.name.text if organization.name else "",
        "level": role.level.text if role.level else "",
        "reports_to": role.reports_to.text if role.reports_to else "",
        "manages": role.manages.text if role.manages else "",
        "travel": role.travel.text if role.travel else "",
        "works_with": separator.join(team.text for team in role.works_with),
        "technologies": separator.join(name.text for name in role.technologies),
    }

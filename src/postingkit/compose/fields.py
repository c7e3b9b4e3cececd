"""The values of fields as parts of the tree, and as plain text."""

from collections.abc import Mapping

from postingkit.compose.labels import Labels
from postingkit.compose.texts import inlines
from postingkit.document import Inlines, Text, plain
from postingkit.model.fields import Value, values
from postingkit.model.organization import Organization
from postingkit.model.role import Role


def shown(value: Value, labels: Labels) -> Inlines:
    """Give the inlines that stand for *value* in a text; none for no value."""
    if isinstance(value, tuple):
        joined = labels.phrases["separator"].join(words.text for words in value)
        return (Text(joined, value[0].language),) if joined else ()
    return inlines(value) if value else ()


def plain_fields(role: Role, organization: Organization, labels: Labels) -> Mapping[str, str]:
    """Give every name with its value as plain text, empty where there is none."""
    table = values(role, organization)
    return {name: plain(shown(value, labels)) for name, value in table.items()}

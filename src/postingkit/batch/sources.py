"""What documents are composed from, in each language of a project; it knows no format or path."""

from dataclasses import dataclass, replace

from postingkit import compose
from postingkit.document import Document, Text
from postingkit.errors import InvalidInput, Problem
from postingkit.model import ComparisonDefinition, Project, ResolvedTemplate, Role
from postingkit.model.organization import Organization
from postingkit.model.values import suggestion

LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Posting:
    """What the document of an undated posting is composed from."""

    role: Role
    organization: Organization

    def compose(self, template: ResolvedTemplate, language: str) -> Document:
        """Compose the document."""
        return compose.compose_posting(self.role, self.organization, template.settings, language)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the document of a comparison is composed from."""

    title: Text
    roles: tuple[Role, ...]
    organization: Organization

    def compose(self, template: ResolvedTemplate, language: str) -> Document:
        """Compose the document."""
        settings = template.settings.comparison
        return compose.compose_comparison(
            self.title, self.roles, self.organization, settings, language
        )


class Languages:
    """The languages of a *project*, the usual one first, and what there is in each.

    Raises `InvalidInput` for a language of the project that has no fixed words.
    """

    def __init__(self, project: Project) -> None:
        named = project.languages
        problems = tuple(_unspoken(each.text, each) for each in named if not compose.spoken(each.text))
        self.project = project
        self.every = tuple(dict.fromkeys(each.text for each in named)) or (LANGUAGE,)
        self.first = self.every[0]

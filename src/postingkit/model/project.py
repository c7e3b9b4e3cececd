"""The project: its employer, departments and habits, as ``postingkit.yaml`` holds them."""

import re
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    Field,
    PlainValidator,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from postingkit.model.addresses import WebAddress
from postingkit.model.identity import Identifier, Key, Language, LanguageKey
from postingkit.model.nodes import MappingNode, filled
from postingkit.model.organization import Organization
from postingkit.model.tables.settings import OpeningSettings
from postingkit.model.template import Template
from postingkit.model.translation import misfits
from postingkit.model.values import Located, PlainText, suggestion

LANGUAGE = "en"
NAME_PARTS = ("kind", "id", "department", "template", "language")
STEP = "[a-z0-9_-]+([.][a-z0-9_-]+)*"


def _pattern(written: str) -> str:
    unknown = [part for part in re.findall(r"\{([^{}]*)\}", written) if part not in NAME_PARTS]
    if unknown:
        raise PydanticCustomError(
            "names_unknown",
            "There is no “{part}” to make names of.",
            {"part": f"{{{unknown[0]}}}", "hint": suggestion(unknown[0], NAME_PARTS)},
        )
    sample = re.sub(r"\{[^{}]*\}", "part", written)
    if not re.fullmatch(rf"{STEP}(/{STEP})*", sample):
        raise PydanticCustomError(
            "names_unsafe",
            "“{written}” makes no names that are safe on every system.",
            {"written": written, "hint": "Use small letters, digits, - _ . / and parts in braces."},
        )
    if "{id}" not in written or "{kind}" not in written:
        raise PydanticCustomError(
            "names_equal",
            "With “{written}” several postings would get one name.",
            {"written": written, "hint": "Keep “{kind}” and “{id}” in it."},
        )
    return written


def _group(value: object) -> MappingNode:
    if isinstance(value, MappingNode):
        return value
    raise PydanticCustomError("dict_type", "A group of fields is expected here.")


# It stays as it is written, for it is laid over other templates before it is validated.
CompanyTemplate = Annotated[
    MappingNode | None, PlainValidator(_group, json_schema_input_type=Template)
]


class DepartmentTranslation(Located):
    """What a department is called in a further language."""

    name: PlainText | None = None
    """Its name."""


class Department(Located):
    """A department: the template of its postings, and what it is called in them."""

    template: Identifier | None = None
    """The template's name; the department's own id if left out."""
    name: PlainText | None = None
    """Its name in postings and feeds; its id if left out."""
    translations: dict[LanguageKey, DepartmentTranslation] = Field(default_factory=dict)
    """The name in further languages, by the languages' tags."""

    @model_validator(mode="after")
    def _translations_fit(self, info: ValidationInfo) -> Self:
        if isinstance(info.context, list):
            info.context.extend(misfits(self, self.translations))
        return self


class LanguageSettings(Located):
    """The habits of a language."""

    title_suffix: PlainText | None = None
    """What stands after each posting's title, such as the “(m/w/d)” of German postings."""


class Site(Located):
    """Where the exported pages stand on the internet."""

    url: WebAddress
    """The public address of the output folder; a page's own path follows it."""


class ComparisonTranslation(Located):
    """What a comparison says in a further language."""

    title: PlainText | None = None
    """The document's title."""


class ComparisonDefinition(Located):
    """Roles that are compared in one document."""

    title: PlainText
    """The document's title."""
    roles: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """The roles by their ids, in their order."""
    template: Identifier | None = None
    """The template that it is shown in; ``default`` if left out."""
    translations: dict[LanguageKey, ComparisonTranslation] = Field(default_factory=dict)
    """The title in further languages, by the languages' tags."""


class Project(Located):
    """What holds for all postings."""

    organization: Organization = Field(default_factory=Organization)
    """The employer."""
    departments: dict[Key, Department] = Field(default_factory=dict)
    """The departments by their ids, which roles name."""
    languages: Annotated[tuple[Language, ...], Field(max_length=50)] = ()
    """The languages of the postings as BCP 47 tags, the usual one first; English if left out."""
    language_settings: dict[LanguageKey, LanguageSettings] = Field(default_factory=dict)
    """The habits of single languages, by their tags."""
    template: CompanyTemplate = None
    """What holds for all templates: it is laid over those that come with postingkit."""
    formats: tuple[Identifier, ...] = ()
    """The formats that are exported; all four if left out."""
    names: Annotated[str, AfterValidator(_pattern)] = "{kind}/{id}"
    """The pattern of the files' paths in the output folder, without their suffixes."""
    comparisons: dict[Key, ComparisonDefinition] = Field(default_factory=dict)
    """The comparisons by their names."""
    openings: OpeningSettings = Field(default_factory=OpeningSettings)
    """How openings are read and exported."""
    site: Site | None = None
    """Where the exported pages stand on the internet."""

    @property
    def own_language(self) -> str:
        """The language that the project is written in, unless a role says another: the first."""
        return self.languages[0].text if self.languages else LANGUAGE

    @field_validator("departments", "comparisons", mode="before")
    @classmethod
    def _with_those_only_named(cls, value: object) -> object:
        return filled(value) if isinstance(value, MappingNode) else value

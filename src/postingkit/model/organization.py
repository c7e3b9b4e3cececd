"""The organization: who employs, and the statements that stand in all its postings."""

from typing import Annotated, Self

from pydantic import Field, ValidationInfo, model_validator

from postingkit.model.addresses import PublicAddress, WebAddress
from postingkit.model.identity import LanguageKey
from postingkit.model.translation import misfits
from postingkit.model.values import BodyText, Located, PlainText


class Statements(Located):
    """What the employer says in every posting."""

    equal_opportunity: Annotated[BodyText | None, Field(alias="equal-opportunity")] = None
    """The equal-opportunity statement."""


class OrganizationTranslation(Located):
    """What the employer says in a further language."""

    about: BodyText | None = None
    """What it is and does."""
    statements: Statements = Field(default_factory=Statements)
    """Its standing statements."""


class Organization(Located):
    """The employer."""

    name: PlainText | None = None
    """Its name."""
    url: WebAddress | None = None
    """The address of its own pages."""
    logo_url: PublicAddress | None = None
    """The address of a picture of its logo, which job boards fetch."""
    employees: Annotated[int | None, Field(ge=1)] = None
    """How many people it employs, from which some laws about postings begin to hold."""
    federal_contractor: bool = False
    """Whether it has contracts with the federal government of the United States."""
    about: BodyText | None = None
    """What it is and does."""
    statements: Statements = Field(default_factory=Statements)
    """Its standing statements."""
    translations: dict[LanguageKey, OrganizationTranslation] = Field(default_factory=dict)
    """The texts in further languages, by the languages' tags."""

    @model_validator(mode="after")
    def _translations_fit(self, info: ValidationInfo) -> Self:
        if isinstance(info.context, list):
            info.context.extend(misfits(self, self.translations))
        return self

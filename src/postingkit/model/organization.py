"""The organization: who employs, and the statements that stand in all its postings."""

from typing import Annotated

from pydantic import Field

from postingkit.model.values import BodyText, Located, PlainText


class Statements(Located):
    """What the employer says in every posting."""

    equal_opportunity: Annotated[BodyText | None, Field(alias="equal-opportunity")] = None
    """The equal-opportunity statement."""


class Organization(Located):
    """The employer."""

    name: PlainText | None = None
    """Its name."""
    about: BodyText | None = None
    """What it is and does."""
    statements: Statements = Field(default_factory=Statements)
    """Its standing statements."""

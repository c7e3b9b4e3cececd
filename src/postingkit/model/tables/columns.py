"""The columns that a table of openings may have, and how headings find them; it reads no table."""

import re
from collections.abc import Iterable, Mapping
from typing import Self

from pydantic import GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from postingkit.model.values import PlainText, nearest, suggestion

ID = "id"
SINGLE = (
    ID,
    "role",
    "requisition",
    "workplace",
    "pay.amount",
    "pay.min",
    "pay.max",
    "pay.currency",
    "pay.period",
    "pay.kind",
    "pay.extras",
    "pay.agreement",
    "posted",
    "updated",
    "closes",
    "starts",
    "duration",
    "hours",
    "vacancies",
    "apply.url",
    "apply.email",
    "apply.instructions",
    "apply.direct",
    "contact.name",
    "contact.email",
    "contact.phone",
    "education",
    "experience_months",
    "experience_instead_of_education",
    "clearance",
    "travel",
    "language",
    "status",
    "overrides.title",
    "overrides.department",
    "overrides.level",
    "overrides.reports_to",
    "overrides.manages",
    "overrides.travel",
    "overrides.summary",
    "overrides.physical_demands",
)
"""Columns of one value a row, by the dotted path of the opening's field."""

LISTS = (
    "eligible",
    "employment_types",
    "benefits",
    "overrides.alternative_titles",
    "overrides.works_with",
    "overrides.responsibilities",
    "overrides.qualifications",
    "overrides.technologies",
    "overrides.performance_indicators",
    "overrides.benefits",
    "overrides.hiring_process",
    "overrides.eligibility",
)
"""Columns of a list: one item a line, or all on one line with semicolons between."""

PLACES = (
    "location.country",
    "location.region",
    "location.city",
    "location.postal_code",
    "location.street",
)
"""Columns of the places of work; several places are lists of equal length, or one item for all."""

COLUMNS = (*SINGLE, *LISTS, *PLACES)


def plain(heading: str) -> str:
    """Give *heading* without what does not tell headings apart: capitals, spaces, - _ and dots."""
    return re.sub(r"[\s._\-\u00a0]+", "", heading).casefold()


BY_HEADING: Mapping[str, str] = {
    **{plain(name.replace("location.", "locations.")): name for name in PLACES},
    **{plain(name): name for name in COLUMNS},
}
BY_LAST_STEP: Mapping[str, str] = {plain(name.rpartition(".")[2]): name for name in COLUMNS[::-1]}


def meant(heading: str) -> str:
    """Say which column may have been meant by a *heading* that is none."""
    name = BY_LAST_STEP.get(plain(heading)) or nearest(heading, COLUMNS)
    if not name:
        near = nearest(plain(heading), tuple(BY_LAST_STEP))
        name = BY_LAST_STEP[near] if near else ""
    return f"Did you mean “{name}”?" if name else ""


class ColumnName(PlainText):
    """The name of a column, which is the dotted path of an opening's field."""

    @classmethod
    def validate(cls, value: object) -> Self:
        """Take a text node that names a column."""
        words = super().validate(value)
        if words.text not in COLUMNS:
            hint = meant(words.text) or suggestion(words.text, COLUMNS)
            message = "There is no field “{written}” of an opening that a column can hold."
            context = {"written": words.text, "hint": hint}
            raise PydanticCustomError("unknown_column", message, context)
        return words

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Name all columns to editors."""
        return {"type": "string", "enum": [*COLUMNS]}


def names_by_heading(own: Mapping[str, str], left_out: Iterable[str]) -> Mapping[str, str]:
    """Give the column's name for each heading, by the heading's plain form; of *own* ones first.

    What is *left_out* has an empty name.
    """
    further = {plain(heading): name for heading, name in own.items()}
    return {**BY_HEADING, **further, **dict.fromkeys(map(plain, left_out), "")}

"""What ``postingkit.yaml`` says of openings and their tables."""

from typing import Annotated

from pydantic import Field

from postingkit.model.identity import Identifier
from postingkit.model.tables.columns import ColumnName
from postingkit.model.values import Located, PlainText

MOST_HEADINGS = 500


class OpeningSettings(Located):
    """How openings are read and exported."""

    columns: Annotated[dict[str, ColumnName], Field(max_length=MOST_HEADINGS)] = Field(
        default_factory=dict
    )
    """The tables' own headings, each with the field that its column holds, such as ``pay.min``."""
    ignore: Annotated[tuple[PlainText, ...], Field(max_length=MOST_HEADINGS)] = ()
    """Headings of columns that are not read."""
    sheet: PlainText | None = None
    """The name of the sheet in Excel files; the first that is not hidden if left out."""
    formats: tuple[Identifier, ...] = ()
    """The formats that openings are exported in; those of the project if left out."""

"""Colours, lengths and paper as people write them, and what they come to."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

MILLIMETRES: Mapping[str, float] = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 25.4 / 72}
PAPERS: Mapping[str, tuple[float, float]] = {
    "A3": (297.0, 420.0),  # ISO 216
    "A4": (210.0, 297.0),
    "Letter": (215.9, 279.4),  # ANSI/ASME Y14.1
    "Legal": (215.9, 355.6),
}
WIDEST_MARGIN = 80.0

Paper = Literal["A3", "A4", "Letter", "Legal"]


def _colour(written: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", written):
        raise PydanticCustomError(
            "colour",
            "“{written}” is no colour.",
            {"written": written, "hint": 'Write # and six digits, in quotes: "#1f3a5f".'},
        )
    return written.lower()


def _length(written: object) -> float:
    match = re.fullmatch(r"(\d+(?:\.\d+)?) ?(mm|cm|in|pt)", str(written))
    millimetres = float(match[1]) * MILLIMETRES[match[2]] if match else -1.0
    if not 0 <= millimetres <= WIDEST_MARGIN:
        raise PydanticCustomError(
            "length",
            "“{written}” is no length that can stand here.",
            {
                "written": str(written),
                "hint": f"Write 0mm to {WIDEST_MARGIN:.0f}mm, or use cm, in or pt.",
            },
        )
    return millimetres


Colour = Annotated[
    str, AfterValidator(_colour), Field(json_schema_extra={"pattern": "^#[0-9a-fA-F]{6}$"})
]
Length = Annotated[
    float,
    BeforeValidator(_length, json_schema_input_type=str),
    Field(json_schema_extra={"pattern": r"^\d+(\.\d+)? ?(mm|cm|in|pt)$"}),
]

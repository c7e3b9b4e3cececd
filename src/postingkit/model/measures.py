"""Colours, lengths and paper as people write them, and what they come to."""

import re
from collections.abc import Iterable, Mapping
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
SPACINGS: Mapping[str, float] = {"compact": 0.75, "normal": 1.0, "airy": 1.3}
LEAST_SPACING, MOST_SPACING = 0.7, 1.5

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


def _spacing(written: object) -> float:
    number = SPACINGS.get(str(written))
    if number is None and re.fullmatch(r"\d(\.\d+)?", str(written)):
        number = float(str(written))
    if number is None or not LEAST_SPACING <= number <= MOST_SPACING:
        hint = f"Write {', '.join(SPACINGS)}, or a number from {LEAST_SPACING} to {MOST_SPACING}."
        message = "“{written}” is no white space that can stand here."
        raise PydanticCustomError("spacing", message, {"written": str(written), "hint": hint})
    return number


Colour = Annotated[
    str, AfterValidator(_colour), Field(json_schema_extra={"pattern": "^#[0-9a-fA-F]{6}$"})
]
Length = Annotated[
    float,
    BeforeValidator(_length, json_schema_input_type=str),
    Field(json_schema_extra={"pattern": r"^\d+(\.\d+)? ?(mm|cm|in|pt)$"}),
]
Spacing = Annotated[
    float,
    BeforeValidator(_spacing, json_schema_input_type=str | float),
    Field(json_schema_extra={"examples": [*SPACINGS, 0.9]}),
]


def is_length(metadata: Iterable[object]) -> bool:
    """Say whether a field with this *metadata* is a length, which is in millimetres."""
    return any(isinstance(each, BeforeValidator) and each.func is _length for each in metadata)

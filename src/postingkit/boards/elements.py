"""A field of a board as data: its value, what is asked of it, and how well that is known."""

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from postingkit.boards.conditions import Condition
from postingkit.boards.values import EACH, VALUES

Confidence: TypeAlias = Literal["documented", "secondary", "outdated", "unconfirmed"]
"""How well a fact is known: from the board's own text, from others', from an old one, or hardly."""
Need: TypeAlias = Literal["required", "recommended", "optional"]
Unit: TypeAlias = Literal["characters", "bytes", "words"]
DateForm: TypeAlias = Literal["iso", "iso_time", "rfc822", "dotted"]

SURE = frozenset[Confidence]({"documented", "secondary"})


def _known(name: str, known: Iterable[str]) -> str:
    if name not in known:
        expected = " or ".join(f"'{each}'" for each in known)
        raise PydanticCustomError(
            "literal_error", "It is none of {expected}.", {"expected": expected}
        )
    return name


def _filled(fields: object) -> object:
    """Take out the fields that are empty, so that a profile can drop one that it extends."""
    if not isinstance(fields, Mapping):
        return fields
    return {name: element for name, element in fields.items() if element != ""}


ValueName = Annotated[
    str,
    AfterValidator(lambda name: _known(name, VALUES)),
    Field(json_schema_extra={"enum": list(VALUES)}),
]
EachName = Annotated[
    str,
    AfterValidator(lambda name: _known(name, EACH)),
    Field(json_schema_extra={"enum": list(EACH)}),
]
ElementName = Annotated[str, Field(pattern=r"^@?[A-Za-z_][A-Za-z0-9_.-]*$")]
Line = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
"""A text, which editors may take for a number."""


class Data(BaseModel):
    """What profile files are made of: closed, so that a misspelt name is told.

    What is left empty is as if it were not there, but for the *texts*, which may be empty.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    texts: ClassVar[frozenset[str]] = frozenset()

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, data: object) -> object:
        if not isinstance(data, Mapping):
            return data
        empty = {name for name, value in data.items() if value == "" and name not in cls.texts}
        return {name: data[name] for name in data if name not in empty & cls.model_fields.keys()}


class Fact(Data):
    """Something a board says; what breaks one that is not sure is a warning."""

    confidence: Confidence = "documented"
    """How well it is known: by the board's own text, by others, by an old text, or hardly."""
    source: str = ""
    """Where it is said."""

    @property
    def is_sure(self) -> bool:
        """Whether an employer can be held to it."""
        return self.confidence in SURE


class Limit(Fact):
    """How long a value may be."""

    minimum: Annotated[int, Field(ge=0)] = 0
    """How long it is at least."""
    maximum: Annotated[int, Field(ge=0)] | None = None
    """How long it is at most."""
    unit: Unit = "characters"
    """What is counted."""

    def allows(self, number: int) -> bool:
        """Say whether *number* is neither below nor above it."""
        return number >= self.minimum and (self.maximum is None or number <= self.maximum)


class Beginning(Fact):
    """What a text must begin with."""

    text: Line
    """The letters that it begins with."""


class Element(Fact):
    """One field of an entry: its value, or the fields in it, and what the board asks of it.

    Exactly one of *value*, *literal* and *fields* says what it holds.
    """

    texts = frozenset({"literal", "join", "remote"})

    value: ValueName | None = None
    """The value of the opening or its document that stands here."""
    literal: Line | None = None
    """A text that stands here always."""
    fields: Annotated[
        dict[ElementName, "Element"],
        BeforeValidator(_filled, json_schema_input_type=dict[ElementName, "Element | None"]),
    ] = Field(default_factory=dict)
    """The fields within; in XML a name with an @ before it is an attribute."""
    each: EachName | None = None
    """What the element is repeated for."""
    need: Need = "optional"
    """Whether the board requires it, or would like to have it."""
    when: Condition | None = None
    """When it is there, and asked for, at all: for work that is remote, or not; where a place is
    needed, or work may be done anywhere; where the opening ends on a day; for a range of pay, or an
    exact amount."""
    limits: tuple[Limit, ...] = ()
    """How long its text may be."""
    map: dict[str, Line] = Field(default_factory=dict)
    """The board's word for each of ours; ours that are missing here are left out, and told."""
    refused: tuple[Line, ...] = ()
    """Texts that the board takes in no case; capitals do not count."""
    begins: Beginning | None = None
    """What its text must begin with."""
    date: DateForm = "iso"
    """How a day is written: 2026-12-15, 2026-12-15T00:00:00Z, as e-mail has it, or 15.12.2026."""
    join: str | None = None
    """What stands between the texts of a list; None: a list (JSON), or “, ” (XML)."""
    before: Line = ""
    """What is written before a value that is there."""
    after: Line = ""
    """What is written after a value that is there."""
    query: dict[str, Line] = Field(default_factory=dict)
    """What is added to an address."""
    remote: str | None = None
    """What stands here for a remote opening without a place; with it, nothing is missing."""
    escaped: bool = False
    """Whether HTML stands here as text with its tags escaped, as Greenhouse has it."""
    kept_empty: bool = False
    """Whether the element stands there without a value too."""

    @model_validator(mode="after")
    def _holds_one_thing(self) -> "Element":
        held = [self.value is not None, self.literal is not None, bool(self.fields)]
        if sum(held) != 1:
            message = "Exactly one of “value”, “literal” and “fields” is needed."
            raise PydanticCustomError("one_content", message)
        return self


Fields = Annotated[
    dict[ElementName, Element],
    BeforeValidator(_filled, json_schema_input_type=dict[ElementName, Element | None]),
]
"""Fields by the board's names, in order; an empty one is none."""

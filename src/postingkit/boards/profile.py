"""What a board takes, as data: names of fields, where their values come from, limits, tags.

Facts about boards stand in profile files and nowhere in code. A fact that is not sure says so
(``confidence``), and what breaks it is then only a warning.
"""

from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from postingkit.boards.conditions import Condition
from postingkit.boards.values import EACH, VALUES

Confidence: TypeAlias = Literal["documented", "secondary", "outdated", "unconfirmed"]
"""How well a fact is known: from the board's own text, from others', from an old one, or hardly."""
Need: TypeAlias = Literal["required", "recommended", "optional"]
Unit: TypeAlias = Literal["characters", "bytes", "words"]
DateForm: TypeAlias = Literal["iso", "iso_time", "rfc822", "dotted"]
Tag: TypeAlias = Literal[
    "p", "br", "ul", "ol", "li", "strong", "b", "em", "i", "u", "a", "h1", "h2", "h3", "h4", "h5",
    "h6", "table",
]  # fmt: skip
Feature: TypeAlias = Literal[
    "headings", "strong", "emphasis", "links", "ordered", "nested", "tables", "quotes"
]

SURE = frozenset[Confidence]({"documented", "secondary"})
NECESSARY: tuple[Tag, ...] = ("p", "br", "ul", "li")
FEATURES: tuple[Feature, ...] = (
    "headings", "strong", "emphasis", "links", "ordered", "nested", "tables", "quotes",
)  # fmt: skip


def _value_name(name: str) -> str:
    if name not in VALUES:
        raise ValueError(f"There is no value “{name}”. The values are: {', '.join(VALUES)}.")
    return name


def _each_name(name: str) -> str:
    if name not in EACH:
        raise ValueError(
            f"There is nothing to repeat called “{name}”; there are {', '.join(EACH)}."
        )
    return name


ValueName = Annotated[
    str, AfterValidator(_value_name), Field(json_schema_extra={"enum": list(VALUES)})
]
EachName = Annotated[str, AfterValidator(_each_name), Field(json_schema_extra={"enum": list(EACH)})]
ElementName = Annotated[str, Field(pattern=r"^@?[A-Za-z_][A-Za-z0-9_.-]*$")]


class Data(BaseModel):
    """What profile files are made of: closed, so that a misspelt name is told."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Fact(Data):
    """Something a board says; what breaks one that is not sure is a warning."""

    confidence: Confidence = "documented"
    """How well it is known."""
    source: str = ""
    """Where it is said."""

    @property
    def is_sure(self) -> bool:
        """Whether an employer can be held to it."""
        return self.confidence in SURE


class Limit(Fact):
    """How long a value may be."""

    minimum: int = 0
    maximum: int | None = None
    unit: Unit = "characters"


class Element(Fact):
    """One field of an entry: its value, or the fields in it, and what the board asks of it.

    Exactly one of *value*, *literal* and *fields* says what it holds.
    """

    value: ValueName | None = None
    """The value of the opening or its document that stands here."""
    literal: str | None = None
    """A text that stands here always."""
    fields: dict[ElementName, "Element"] = Field(default_factory=dict)
    """The fields within; in XML a name with an @ before it is an attribute."""
    each: EachName | None = None
    """What the element is repeated for."""
    need: Need = "optional"
    when: Condition | None = None
    """The element is only there, and only asked for, where this holds."""
    limits: tuple[Limit, ...] = ()
    map: dict[str, str] = Field(default_factory=dict)
    """The board's word for each of ours; ours that are missing here are left out, and told."""
    refused: tuple[str, ...] = ()
    """Texts that the board takes in no case; capitals do not count."""
    begins: str = ""
    """What the text must begin with."""
    date: DateForm = "iso"
    join: str | None = None
    """What stands between the texts of a list; None: a list (JSON), or “, ” (XML)."""
    before: str = ""
    after: str = ""
    query: dict[str, str] = Field(default_factory=dict)
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
            raise ValueError("Exactly one of “value”, “literal” and “fields” is needed.")
        return self


class Description(Fact):
    """What a board keeps of a posting's text."""

    tags: tuple[Tag, ...] = ()
    """The HTML tags that it keeps; none: it takes plain text."""
    entities: bool = True
    """Whether it reads ``&lt;`` as ``<``."""
    nested: bool = False
    """Whether lists may stand in lists."""
    links: Literal["address", "text"] = "address"
    """What becomes of a link where no tag says it: its address after its text, or its text."""
    facts: Literal["list", "paragraphs"] = "list"
    figures: Literal["caption", "alternative"] = "caption"
    bullet: str = "•"
    """What stands before an item in plain text."""

    @model_validator(mode="after")
    def _can_part_blocks(self) -> "Description":
        missing = [tag for tag in NECESSARY if tag not in self.tags]
        if self.tags and missing:
            raise ValueError(f"Tags can only be kept together with {', '.join(missing)}.")
        return self


class MarkdownDialect(Fact):
    """What a board's Markdown can say, and the names of the facts in its front matter."""

    keeps: tuple[Feature, ...] = FEATURES
    front_matter: dict[ElementName, Element] = Field(default_factory=dict)


class Salary(Fact):
    """How pay is written in one text, with {minimum}, {maximum}, {symbol}, {currency}, {period}."""

    exact: str = "{symbol}{minimum} per {period}"
    between: str = "{symbol}{minimum} - {symbol}{maximum} per {period}"
    above: str = "{symbol}{minimum}+ per {period}"
    below: str = "{symbol}0 - {symbol}{maximum} per {period}"


class Feed(Fact):
    """The form of a board's feed."""

    form: Literal["xml", "json"] = "xml"
    root: ElementName = "jobs"
    list: ElementName | None = None
    """The element around the entries; in JSON, without it the feed is a bare list."""
    entry: ElementName = "job"
    per: Literal["place", "opening"] = "place"
    """Whether an opening in two places is two entries."""
    text: Literal["cdata", "entities"] = "cdata"
    head: dict[ElementName, Element] = Field(default_factory=dict)
    """What stands before the entries."""
    foot: dict[ElementName, Element] = Field(default_factory=dict)
    """What stands after them, such as how many there are."""


class Profile(Fact):
    """What one board takes."""

    name: str
    """The board's name, for people."""
    about: str
    """What the board is and what it asks of an employer before it takes anything."""
    notes: tuple[str, ...] = ()
    """Further facts that no field holds."""
    missing: str = "{board} requires “{field}”, and it is missing."
    """The board's words for a required field that is missing."""
    advised: str = "{board} recommends “{field}”, and it is missing."
    """The board's words for a recommended field that is missing."""
    title: tuple[Limit, ...] = ()
    """How long a title may be."""
    text: tuple[Limit, ...] = ()
    """How long a description may be."""
    description: Description = Description()
    markdown: MarkdownDialect = MarkdownDialect()
    salary: Salary = Salary()
    feed: Feed | None = None
    """The form of its feed; None: it takes none."""
    entry: dict[ElementName, Element]
    """The fields of one entry, in order."""

"""What a board takes, as data: names of fields, where their values come from, limits, tags.

Facts about boards stand in profile files and nowhere in code. A fact that is not sure says so
(``confidence``), and what breaks it is then only a warning.
"""

from typing import Literal, TypeAlias

from pydantic import ConfigDict, Field, JsonValue, model_validator
from pydantic_core import PydanticCustomError

from postingkit.boards.elements import ElementName, Fact, Fields, Limit

Tag: TypeAlias = Literal[
    "p", "br", "ul", "ol", "li", "strong", "b", "em", "i", "u", "a", "h1", "h2", "h3", "h4", "h5",
    "h6", "table",
]  # fmt: skip
Feature: TypeAlias = Literal[
    "headings", "strong", "emphasis", "links", "ordered", "nested", "tables", "quotes"
]

EXTENDING = (
    "The profile that this one begins from: groups merge, lists and texts replace, and an empty "
    "field takes out the one there."
)
NECESSARY: tuple[Tag, ...] = ("p", "br", "ul", "li")
FEATURES: tuple[Feature, ...] = (
    "headings", "strong", "emphasis", "links", "ordered", "nested", "tables", "quotes",
)  # fmt: skip


class Description(Fact):
    """What a board keeps of a posting's text."""

    texts = frozenset({"bullet"})

    tags: tuple[Tag, ...] = ()
    """The HTML tags that it keeps; none: it takes plain text."""
    entities: bool = True
    """Whether it reads ``&lt;`` as ``<``."""
    nested: bool = False
    """Whether lists may stand in lists."""
    links: Literal["address", "text"] = "address"
    """What becomes of a link where no tag says it: its address after its text, or its text."""
    facts: Literal["list", "paragraphs"] = "list"
    """Whether facts, such as the place and the pay, are one list or a paragraph each."""
    figures: Literal["caption", "alternative"] = "caption"
    """What tells of a picture: its caption, or, where it has none, the text in its place."""
    bullet: str = "•"
    """What stands before an item in plain text."""

    @model_validator(mode="after")
    def _can_part_blocks(self) -> "Description":
        missing = [tag for tag in NECESSARY if tag not in self.tags]
        if self.tags and missing:
            message = "Tags can only be kept together with {missing}."
            raise PydanticCustomError("tags_missing", message, {"missing": ", ".join(missing)})
        return self


class MarkdownDialect(Fact):
    """What a board's Markdown can say, and the names of the facts in its front matter."""

    keeps: tuple[Feature, ...] = FEATURES
    """What it renders; the rest is put into words."""
    front_matter: Fields = Field(default_factory=dict)
    """The facts that stand between two bars at its beginning, by the board's names."""


class Salary(Fact):
    """How pay is written in one text, with {minimum}, {maximum}, {symbol}, {currency}, {period}."""

    exact: str = "{symbol}{minimum} per {period}"
    """One amount."""
    between: str = "{symbol}{minimum} - {symbol}{maximum} per {period}"
    """A range."""
    above: str = "{symbol}{minimum}+ per {period}"
    """A range without an upper end."""
    below: str = "{symbol}0 - {symbol}{maximum} per {period}"
    """A range without a lower end."""


class Feed(Fact):
    """The form of a board's feed."""

    form: Literal["xml", "json"] = "xml"
    """What it is written in."""
    root: ElementName = "jobs"
    """The outermost element of XML."""
    list: ElementName | None = None
    """The element around the entries; in JSON, without it the feed is a bare list."""
    entry: ElementName = "job"
    """The element of one entry in XML."""
    per: Literal["place", "opening"] = "place"
    """Whether an opening in two places is two entries."""
    text: Literal["cdata", "entities"] = "cdata"
    """How text stands in XML: in sections of CDATA, or with entities."""
    head: Fields = Field(default_factory=dict)
    """What stands before the entries."""
    foot: Fields = Field(default_factory=dict)
    """What stands after them, such as how many there are."""


def _may_extend(schema: dict[str, JsonValue]) -> None:
    """Tell editors of “extends”, which is gone before a profile is made, and what it spares."""
    match schema:
        case {"properties": dict(properties), "required": list(required)}:
            text: dict[str, JsonValue] = {"type": "string", "description": EXTENDING}
            schema["properties"] = {"extends": text, **properties}
            schema["anyOf"] = [{"required": required}, {"required": ["extends"]}]
            del schema["required"]
        case _:
            raise AssertionError(schema)  # a profile has fields that are required


class Profile(Fact):
    """What one board takes."""

    model_config = ConfigDict(json_schema_extra=_may_extend)

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
    """What it keeps of a description."""
    markdown: MarkdownDialect = MarkdownDialect()
    """What its Markdown can say."""
    salary: Salary = Salary()
    """How pay is written in one text."""
    feed: Feed | None = None
    """The form of its feed; None: it takes none."""
    entry: Fields
    """The fields of one entry, in order."""

"""The kinds of text that a model's fields hold, and the base of every model; each keeps its place.

What is parsed of a text, and what never is, is said by its type: `PlainText`, `InlineText`,
`BodyText`.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from postingkit.errors import FilePlace, Place, Problem
from postingkit.model.nodes import MappingNode, TextNode, without
from postingkit.model.reading import kind_of

INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
BREAK = re.compile(r"[ \t]*[\n\t]\s*")
MOST_UNKNOWN = 50
NOWHERE = FilePlace("", 1, 1)
MOST_NAMED = 30


@dataclass(frozen=True, slots=True)
class Words:
    """A text and the place where it is written. It always holds something that can be seen.

    *language* (BCP 47) is set where a document holds the text that is not in its language.
    """

    text: str
    place: Place
    language: str | None = None
    markup: ClassVar[str] = ""

    def __str__(self) -> str:
        """Give the text alone."""
        return self.text

    @classmethod
    def validate(cls, value: object) -> Self:
        """Take a text node, or words already validated."""
        if isinstance(value, cls):
            return value
        if not isinstance(value, TextNode):
            message = "Text is expected here, not {kind}."
            raise PydanticCustomError("text_expected", message, {"kind": kind_of(value)})
        text = value.strip()
        if not text[:1].isalnum() and all(
            unicodedata.category(character) in INVISIBLE for character in text
        ):
            raise PydanticCustomError("text_empty", "The text is empty.")
        return cls(text, value.place)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate by `validate`."""
        return core_schema.no_info_plain_validator_function(cls.validate)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Allow what YAML calls a number or a truth value, for the reader takes it as written."""
        written = {"type": ["string", "number", "boolean"]}
        return written | ({"description": cls.markup} if cls.markup else {})


class PlainText(Words):
    """Text on one line that is shown as it is written, never parsed."""

    @classmethod
    def validate(cls, value: object) -> Self:
        """Take a text node, and its lines as one."""
        words = super().validate(value)
        if words.text.isprintable():
            return words
        text = BREAK.sub(" ", words.text)
        return words if text == words.text else cls(text, words.place)


class InlineText(Words):
    """Text with inline Markdown in it: strong, emphasis, links, hard breaks."""

    markup = "Text; **strong**, *emphasis* and [links](https://example.org) are understood."


class BodyText(Words):
    """Markdown of paragraphs and lists."""

    markup = "Markdown: paragraphs, lists, **strong**, *emphasis*, [links](https://example.org)."


class LineWording(Words):
    """A template's plain text, with the fields of a posting in it."""

    markup = "Plain text; {{ title }} and other fields are filled in."


class BodyWording(Words):
    """A template's Markdown of paragraphs and lists, with the fields of a posting in it."""

    markup = "Markdown; {{ title }} and other fields are filled in."


class Located(BaseModel):
    """A group of fields of a file; it knows its place, and refuses fields that it does not have.

    Unknown fields are not pydantic's to report, for only here is it known what could have been
    meant: they go to the list of problems that the validation's context is.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", use_attribute_docstrings=True)

    shorthand: ClassVar[tuple[str, ...]] = ()
    """The fields that a mere text in place of the group stands for."""

    _place: Place = PrivateAttr(default_factory=lambda: NOWHERE)
    _places: Mapping[str, Place] = PrivateAttr(default_factory=dict)

    @property
    def place(self) -> Place:
        """Where the group begins."""
        place: Place = self._private["_place"]
        return place

    def place_of(self, field: str) -> Place:
        """Give where the *field*, by its name in a file, is written; else where the group is."""
        private = self._private
        place: Place = private["_places"].get(field) or private["_place"]
        return place

    @property
    def written(self) -> Mapping[str, Place]:
        """The fields that are written, by their names in a file, and where."""
        places: Mapping[str, Place] = self._private["_places"]
        return places

    @property
    def _private(self) -> dict[str, Any]:
        """The private attributes; to ask pydantic for them one by one takes long."""
        return self.__pydantic_private__ or {"_place": NOWHERE, "_places": {}}

    def contradictions(self) -> Iterator[Problem]:
        """Yield what is wrong with fields that are sound each, but not together."""
        yield from ()

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """Give the names of the fields as they are written in a file."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    @classmethod
    def of_sound(
        cls,
        fields: Mapping[str, object],
        place: Place,
        places: Mapping[str, Place],
        **private: object,
    ) -> Self:
        """Make the group of *fields* that have been validated, like `model_construct`.

        *fields* have the attributes' names, *places* those in a file. All that must be given is.
        *private* is what the group knows of itself besides.
        """
        value = cls.__new__(cls)
        object.__setattr__(value, "__dict__", {**_usual(cls), **fields})
        object.__setattr__(value, "__pydantic_fields_set__", set(fields))
        object.__setattr__(value, "__pydantic_extra__", None)
        known = {"_place": place, "_places": places, **private}
        object.__setattr__(value, "__pydantic_private__", known)
        return value

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(
        cls, data: object, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        node = cls._unfolded(data)
        value = handler(cls._known(node, info.context))
        if isinstance(node, MappingNode):
            value._place = node.place  # noqa: SLF001 - the new value's own
            value._places = {key: each.place for key, each in node.items()}  # noqa: SLF001 - as above
        if isinstance(info.context, list):
            info.context.extend(value.contradictions())
        return value

    @classmethod
    def _unfolded(cls, data: object) -> object:
        if not cls.shorthand or not isinstance(data, TextNode):
            return data
        entries = dict.fromkeys(cls.shorthand, data)
        return MappingNode(entries, data.place, dict.fromkeys(cls.shorthand, data.place))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Refuse unknown fields, and allow the shorthand where there is one."""
        written = handler(schema)
        group = handler.resolve_ref_schema(written)
        group["additionalProperties"] = False
        if not cls.shorthand:
            return written
        return {"anyOf": [Words.__get_pydantic_json_schema__(schema, handler), written]}

    @classmethod
    def _known(cls, node: object, problems: list[Problem] | None) -> object:
        if not isinstance(node, MappingNode):
            return node
        known = cls.field_names()
        if problems is not None:
            problems += unknown_fields(node, known)
        return without(node, *(key for key in node if key not in known))


def placed(value: object, place: Place) -> object:
    """Give *value*, which comes from one cell of a table, as the cell at *place* has it."""
    match value:
        case Words():
            return type(value)(value.text, place)
        case Located():
            given = {name: getattr(value, name) for name in value.model_fields_set}
            fields = {name: placed(each, place) for name, each in given.items()}
            return value.of_sound(fields, place, dict.fromkeys(value.written, place))
        case tuple():
            return tuple(placed(each, place) for each in value)
        case _:
            return value


@cache
def _usual(kind: type[Located]) -> Mapping[str, object]:
    """Give what the fields of *kind* are where they are left out; frozen, so all can share it."""
    fields = kind.model_fields.items()
    return {
        name: field.get_default(call_default_factory=True)
        for name, field in fields
        if not field.is_required()
    }


def unknown_fields(node: MappingNode, known: tuple[str, ...]) -> list[Problem]:
    """Find the fields of *node* that are none of the *known*; of very many, the first are told."""
    unknown = [key for key in node.key_places if key not in known]
    problems = [_unknown_field(node, key, known) for key in unknown[:MOST_UNKNOWN]]
    for key in unknown[MOST_UNKNOWN : MOST_UNKNOWN + 1]:
        message = f"From here on, {len(unknown) - MOST_UNKNOWN} more fields are unknown."
        problems.append(Problem.at(node.key_places[key], message))
    return problems


def _unknown_field(node: MappingNode, key: str, known: tuple[str, ...]) -> Problem:
    return Problem.at(
        node.key_places[key], f"There is no field “{key}” here.", suggestion(key, known)
    )


def suggestion(written: str, known: tuple[str, ...]) -> str:
    """Give a hint at what was meant by *written*, of what is *known*; of very much, none."""
    near = nearest(written, known)
    if near:
        return f"Did you mean “{near}”?"
    return f"Possible are: {', '.join(known)}." if 0 < len(known) <= MOST_NAMED else ""


def nearest(written: str, known: tuple[str, ...]) -> str:
    """Give what of the *known* is nearest to *written*, or nothing; capitals do not count."""
    by_small_letters = {name.lower(): name for name in known}
    near = get_close_matches(written.lower(), by_small_letters, n=1, cutoff=0.6)
    return by_small_letters[near[0]] if near else ""

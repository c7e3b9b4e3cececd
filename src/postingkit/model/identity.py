"""Ids: the names that files, postings and settings share, safe on every system."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import AfterValidator, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from postingkit.model.values import PlainText, Words

FORM = re.compile(r"[a-z0-9][a-z0-9-]*")
LONGEST = 100
# RFC 5646, section 2.1
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?", re.ASCII)

WITHOUT_PLAIN_FORM = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not decompose, and what stands for them in a name."""

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions
WINDOWS_DEVICES = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(10)]
)


def fault(identifier: str) -> str:
    """Say what is wrong with *identifier*; an empty string says that it is sound."""
    if identifier.lower() in WINDOWS_DEVICES:
        return f"“{identifier}” is the name of a device on Windows"
    if len(identifier) > LONGEST:
        return f"the name is longer than {LONGEST} characters"
    if not FORM.fullmatch(identifier):
        return f"“{identifier}” is no name of small letters a-z, digits and hyphens"
    return ""


def suggested(name: str) -> str:
    """Turn any *name* into a sound id that is near to it."""
    letters = name.lower() if name.isascii() else _without_accents(name.lower())
    joined = "-".join(re.findall(r"[a-z0-9]+", letters))[:LONGEST].strip("-")
    return joined if joined and not fault(joined) else f"role-{joined}".strip("-")


def _without_accents(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.translate(WITHOUT_PLAIN_FORM))
    return "".join(each for each in plain if not unicodedata.combining(each))


def clashes(identifiers: Iterable[str]) -> dict[str, list[int]]:
    """Group the positions of *identifiers* that are one name where capitals do not count."""
    positions: dict[str, list[int]] = {}
    for position, identifier in enumerate(identifiers):
        positions.setdefault(identifier.casefold(), []).append(position)
    return {name: found for name, found in positions.items() if len(found) > 1}


class Identifier(PlainText):
    """A name that refers to a file or a setting."""

    @classmethod
    def validate(cls, value: object) -> Self:
        """Take a text node that is a sound id."""
        words = super().validate(value)
        _sound(words.text)
        return words

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say the form to editors."""
        return {"type": "string", "pattern": f"^{FORM.pattern}$"}


class Language(Words):
    """A language, as a BCP 47 tag such as ``en`` or ``pt-BR``."""

    @classmethod
    def validate(cls, value: object) -> Self:
        """Take a text node that has the form of a tag."""
        words = super().validate(value)
        _tag(words.text)
        return words


def is_language(written: str) -> bool:
    """Say whether *written* has the form of a language's tag."""
    return LANGUAGE.fullmatch(written) is not None


def in_usual_capitals(written: str) -> str:
    """Give a language's tag, in which capitals mean nothing, with those that files give it.

    What has not the form of a tag stays as it is *written*.
    """
    first, *others = written.split("-")
    tag = "-".join((first.lower(), *map(_with_capitals, others)))
    return tag if is_language(tag) else written


def _with_capitals(subtag: str) -> str:
    """Write a *subtag* behind a language's as RFC 5646 does, section 2.1.1."""
    return subtag.upper() if len(subtag) == 2 else subtag.title()  # noqa: PLR2004 - a country's code


def _tag(written: str) -> str:
    if not is_language(written):
        message = "“{tag}” is no language tag."
        hint = "Write two letters, as in en, or with the country, as in pt-BR."
        raise PydanticCustomError("language", message, {"tag": written, "hint": hint})
    return written


def _sound(identifier: str) -> str:
    wrong = fault(identifier)
    if wrong:
        raise PydanticCustomError(
            "unsound_name",
            "This name cannot be used: {wrong}.",
            {"wrong": wrong, "hint": f"Write “{suggested(identifier)}”, for example."},
        )
    return identifier


Key = Annotated[str, AfterValidator(_sound)]
"""An id that names a field."""

LanguageKey = Annotated[str, AfterValidator(_tag)]
"""A language, as a BCP 47 tag, that names a field."""

"""Roles, employers and templates in the language of a document, and what of them is not in it.

A text that has no translation stays as it is and carries its own language, so that no document
mixes languages unmarked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from postingkit.errors import Place, Problem
from postingkit.languages import serves
from postingkit.model.identity import Identifier, Language
from postingkit.model.organization import Organization
from postingkit.model.role import Item, Role
from postingkit.model.translation import Translation
from postingkit.model.values import Located, PlainText, Words

LocatedT = TypeVar("LocatedT", bound=Located)
ValueT = TypeVar("ValueT")

NAMES = frozenset({"technologies"})
"""Fields of proper names, which are the same in every language unless a translation differs."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A *role* in a document's language, and *notices* of what has no translation into it."""

    role: Role
    notices: tuple[Problem, ...] = ()


def chosen(by_language: Mapping[str, ValueT], language: str) -> ValueT | None:
    """Give what is there for *language* itself, else for it in any region; None if nothing is."""
    fitting = sorted((tag for tag in by_language if serves(tag, language)), key=len)
    return by_language[fitting[-1]] if fitting else None


def gives(role: Role, own: str, language: str) -> bool:
    """Say whether *role*, written in the language *own*, has texts in *language*."""
    return serves(own, language) or chosen(role.translations, language) is not None


def translated_role(role: Role, own: str, language: str) -> Translated:
    """Give *role*, written in the language *own*, in *language*, as far as it has texts for it."""
    if serves(own, language):
        return Translated(role)
    marked = in_language(role, own)
    translation = chosen(role.translations, language)
    if translation is None:
        message = f"The role has no texts in “{language}”; those in “{own}” stand in for them."
        hint = f"Write them under “translations”, “{language}”."
        return Translated(marked, (Problem.at(role.title.place, message, hint),))
    result = _laid_over(marked, translation)
    notices = tuple(_notice(path, place, own, language) for path, place in _missing(result))
    return Translated(_with_long_forms(result, translation), notices)


def translated_organization(organization: Organization, own: str, language: str) -> Organization:
    """Give *organization*, described in *own*, in *language*; its name is the same in each."""
    if serves(own, language):
        return organization
    marked = in_language(organization, own).model_copy(update={"name": organization.name})
    translation = chosen(organization.translations, language)
    return _laid_over(marked, translation) if translation else marked


def in_language(value: LocatedT, language: str) -> LocatedT:
    """Give *value* without its translations, and each text in it marked as being in *language*."""
    fields = {
        name: _marked(getattr(value, name), language)
        for name in type(value).model_fields
        if name not in NAMES
    }
    return value.model_copy(
        update=fields | ({"translations": {}} if "translations" in fields else {})
    )


def _marked(value: object, language: str) -> object:
    match value:
        case Identifier() | Language():
            return value
        case Words():
            return replace(value, language=language)
        case Located():
            return in_language(value, language)
        case tuple():
            return tuple(_marked(each, language) for each in value)
        case dict():
            return {key: _marked(each, language) for key, each in value.items()}
        case _:
            return value


def _laid_over(own: LocatedT, given: Located) -> LocatedT:
    """Put each text of *given* in the place of the one of *own* that it translates."""
    return own.model_copy(
        update={
            name: _put(getattr(own, name), getattr(given, name))
            for name in type(given).model_fields
        }
    )


def _put(own: object, given: object) -> object:
    match own, given:
        case _, None | ():
            return own
        case Located(), Located():
            return _laid_over(own, given)
        case tuple(), tuple():
            pairs = zip(own, given, strict=True)
            return _with_group_names(own, tuple(_put(one, other) for one, other in pairs))
        case _:
            return given


def _with_group_names(own: tuple[object, ...], given: tuple[object, ...]) -> tuple[object, ...]:
    """Let the one translation of a group's name stand at all of its items."""
    names: dict[str, PlainText] = {}
    for before, after in zip(own, given, strict=True):
        match before, after:
            case Item(group=PlainText(text)), Item(group=PlainText(language=None) as group):
                names.setdefault(text, group)
    return tuple(_grouped(each, names) for each in given)


def _grouped(value: object, names: Mapping[str, PlainText]) -> object:
    match value:
        case Item(group=PlainText(text, language=str())) if text in names:
            return value.model_copy(update={"group": names[text]})
        case _:
            return value


def _with_long_forms(role: Role, translation: Translation) -> Role:
    """Drop a short form that is not translated where the long one, which then shows, is."""
    overview = role.overview
    dropped: dict[str, object] = {}
    if translation.summary and not translation.overview.summary:
        dropped["summary"] = None
    if translation.responsibilities and not translation.overview.responsibilities:
        dropped["responsibilities"] = ()
    if translation.qualifications and not translation.overview.qualifications:
        dropped["qualifications"] = ()
    return role.model_copy(update={"overview": overview.model_copy(update=dropped)})


def _missing(value: object) -> Iterator[tuple[str, Place]]:
    """Find the texts in *value* that are still marked; of a list of nothing else, the list."""
    match value:
        case Words(place=place, language=str()):
            yield place.path, place
        case Located():
            for name in type(value).model_fields:
                yield from _missing(getattr(value, name))
        case tuple():
            words = [word for each in value for word in _words(each)]
            if words and all(word.language for word in words):
                place = words[0].place
                yield place.path.rpartition("[")[0] or place.path, place
                return
            for each in value:
                yield from _missing(each)


def _words(value: object) -> Iterator[Words]:
    match value:
        case Words():
            yield value
        case Located():
            for name in type(value).model_fields:
                yield from _words(getattr(value, name))
        case tuple():
            for each in value:
                yield from _words(each)


def _notice(path: str, place: Place, own: str, language: str) -> Problem:
    message = f"“{path}” has no text in “{language}”; it is left in “{own}”, or left out."
    hint = f"Write it under “translations”, “{language}”."
    return Problem.at(place, message, hint)

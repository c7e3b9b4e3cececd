"""Roles, employers and templates in the language of a document, and what of them is not in it.

A text that has no translation stays as it is and carries its own language, so that no document
mixes languages unmarked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from postingkit.errors import Place, Problem
from postingkit.languages import serves
from postingkit.model.addresses import WebAddress
from postingkit.model.identity import Identifier, Language
from postingkit.model.organization import Organization
from postingkit.model.project import ComparisonDefinition, Department, LanguageSettings
from postingkit.model.role import Item, Overview, Role
from postingkit.model.translation import Translation
from postingkit.model.values import Located, PlainText, Words

LocatedT = TypeVar("LocatedT", bound=Located)
ValueT = TypeVar("ValueT")

NAMES = frozenset({"technologies"})
"""Fields of proper names, which are the same in every language unless a translation differs."""


@dataclass(frozen=True, slots=True)
class Translated(Generic[ValueT]):
    """A *value* in a document's language, and *notices* of what has no translation into it."""

    value: ValueT
    notices: tuple[Problem, ...] = ()


def chosen(by_language: Mapping[str, ValueT], language: str) -> ValueT | None:
    """Give what is there for *language* itself, else for it in any region; None if nothing is."""
    fitting = sorted((tag for tag in by_language if serves(tag, language)), key=len)
    return by_language[fitting[-1]] if fitting else None


def gives(role: Role, own: str, language: str) -> bool:
    """Say whether *role*, written in the language *own*, has texts in *language*."""
    return serves(own, language) or chosen(role.translations, language) is not None


def translated_role(role: Role, own: str, language: str) -> Translated[Role]:
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
    dropped = {name: getattr(result.overview, name) for name in _in_long_form_alone(translation)}
    overview = result.overview.model_copy(
        update={name: Overview.model_fields[name].default for name in dropped}
    )
    result = result.model_copy(update={"overview": overview})
    instead = (
        notice
        for short_form in dropped.values()
        for notice in _notices(short_form, language, "its long form stands in for it")
    )
    return Translated(result, (*_left(result, own, language), *instead))


def translated_organization(
    organization: Organization, own: str, language: str
) -> Translated[Organization]:
    """Give *organization*, described in *own*, in *language*; its name is the same in each."""
    if serves(own, language):
        return Translated(organization)
    marked = in_language(organization, own).model_copy(update={"name": organization.name})
    translation = chosen(organization.translations, language)
    result = _laid_over(marked, translation) if translation else marked
    return Translated(result, _left(result, own, language))


def translated_title(
    definition: ComparisonDefinition, own: str, language: str
) -> Translated[PlainText]:
    """Give the title of the comparison that *definition*, written in *own*, has in *language*."""
    if serves(own, language):
        return Translated(definition.title)
    translation = chosen(definition.translations, language)
    if translation and translation.title:
        return Translated(translation.title)
    title = replace(definition.title, language=own)
    # One of the command line stands at no path, so there is nowhere to translate it.
    return Translated(title, _left(title, own, language) if title.place.path else ())


def named_departments(
    departments: Mapping[str, Department], language: str
) -> Mapping[str, PlainText]:
    """Give the names in *language* of those *departments* that have one, by their ids.

    A name is the same in every language unless a translation differs.
    """
    own = {id_: department.name for id_, department in departments.items() if department.name}
    given = {id_: chosen(departments[id_].translations, language) for id_ in own}
    other = {id_: each.name for id_, each in given.items() if each and each.name}
    return own | other


def with_department(role: Role, names: Mapping[str, PlainText]) -> Role:
    """Give *role* with its department under the name that *names* has for its id, if any."""
    department = role.department
    name = names.get(department.text) if isinstance(department, Identifier) else None
    return role.model_copy(update={"department": name}) if name else role


def with_suffix(role: Role, settings: LanguageSettings | None) -> Role:
    """Give *role* under the title that the *settings* of a posting's language make of its own."""
    suffix = settings.title_suffix.text if settings and settings.title_suffix else ""
    if role.title.text.endswith(suffix):
        return role
    title = replace(role.title, text=f"{role.title.text} {suffix}")
    return role.model_copy(update={"title": title})


def in_language(value: LocatedT, language: str) -> LocatedT:
    """Give *value* without its translations, and each text in it marked as being in *language*.

    A field that is not given stays so, for there is no text in what is usual.
    """
    fields = {
        name: _marked(getattr(value, name), language)
        for name in type(value).model_fields
        if name in value.model_fields_set and name not in NAMES
    }
    return value.model_copy(
        update=fields | ({"translations": {}} if "translations" in fields else {})
    )


def _marked(value: object, language: str) -> object:
    match value:
        case Identifier() | Language() | WebAddress():
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
            if name in given.model_fields_set
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
            case _:
                continue
    return tuple(_grouped(each, names) for each in given)


def _grouped(value: object, names: Mapping[str, PlainText]) -> object:
    match value:
        case Item(group=PlainText(text, language=str())) if text in names:
            return value.model_copy(update={"group": names[text]})
        case _:
            return value


def _in_long_form_alone(translation: Translation) -> Iterator[str]:
    """Name the fields of the overview whose long forms are translated, but not their short ones."""
    for name in type(translation.overview).model_fields:
        if getattr(translation, name) and not getattr(translation.overview, name):
            yield name


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
        case _:
            return


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
        case _:
            return


def _left(value: object, own: str, language: str) -> tuple[Problem, ...]:
    return _notices(value, language, f"it is left in “{own}”")


def _notices(value: object, language: str, outcome: str) -> tuple[Problem, ...]:
    """Tell of the texts in *value* that are still marked, and of the *outcome* of that."""
    return tuple(
        Problem(
            place,
            path,
            f"“{path}” has no text in “{language}”; {outcome}.",
            f"Write one under “translations”, “{language}”.",
        )
        for path, place in _missing(value)
    )

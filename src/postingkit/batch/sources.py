"""What documents are composed from, in each language of a project; it knows no format or path."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

from postingkit import compose
from postingkit.document import Document, Reference
from postingkit.errors import InvalidInput, Problem
from postingkit.languages import serves
from postingkit.model import ComparisonDefinition, Project, ResolvedTemplate, Role
from postingkit.model.identity import Language
from postingkit.model.opening import Opening
from postingkit.model.organization import Organization
from postingkit.model.values import PlainText, suggestion

ValueT = TypeVar("ValueT")
KEPT_ROLES = 200
"""Roles whose openings share what is composed once; they come in any order, and may be many."""


@dataclass(frozen=True, slots=True)
class Posting:
    """What the document of an undated posting is composed from."""

    role: Role
    organization: Organization

    def compose(self, template: ResolvedTemplate, language: str) -> Document:
        """Compose the document."""
        return compose.compose_posting(self.role, self.organization, template.settings, language)


@dataclass(frozen=True, slots=True)
class Vacant:
    """What the document of an opening is composed from.

    *openings* composes all openings of one role. *url* is the page's own public address, if it is
    known; with *code* there is one to be read by telephones.
    """

    opening: Opening
    openings: compose.Openings
    url: str
    code: bool

    def compose(self, template: ResolvedTemplate, language: str) -> Document:
        """Compose the document."""
        return self.openings.compose(
            self.opening, template.settings, language, url=self.url, code=self.code
        )


Source: TypeAlias = "Posting | Vacant | Comparison | Sited"
"""What a document is composed from."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the document of a comparison is composed from."""

    title: PlainText
    roles: tuple[Role, ...]
    organization: Organization

    def compose(self, template: ResolvedTemplate, language: str) -> Document:
        """Compose the document."""
        return compose.compose_comparison(
            self.title, self.roles, self.organization, template.settings, language
        )


@dataclass(frozen=True, slots=True)
class Sited:
    """What *source* is composed from, on a page that leads to its list and to its *downloads*.

    *home* is the list's address, relative to the page.
    """

    source: Source
    home: str
    downloads: tuple[Reference, ...]

    def compose(self, template: ResolvedTemplate, language: str) -> Document:
        """Compose the document."""
        document = self.source.compose(template, language)
        return compose.referring(document, self.home, self.downloads)


class Sources:
    """The sources of a *project*'s documents in each language; *notices* gather what is not in it.

    *languages* are those of the documents, the project's own if there are none; *first* is the
    one that the project is written in. Raises `InvalidInput` for a language of the project that
    has no fixed words.
    """

    def __init__(self, project: Project, languages: tuple[str, ...] = ()) -> None:
        problems = tuple(_unspoken(project.languages))
        if problems:
            raise InvalidInput(problems)
        self.project = project
        self.first = project.own_language
        named = (self.first, *(language.text for language in project.languages))
        self.asked_for = frozenset(languages)
        self.languages = tuple(dict.fromkeys(languages or named))
        self.notices: dict[Problem, None] = {}
        self._organizations: dict[str, compose.Translated[Organization]] = {}
        self._departments: dict[str, Mapping[str, PlainText]] = {}
        self._templates: dict[tuple[str, str], ResolvedTemplate] = {}
        self._openings: dict[
            tuple[str, str], tuple[Role, compose.Translated[compose.Openings]]
        ] = {}

    def postings(self, role: Role) -> Iterator[tuple[str, Posting]]:
        """Yield each language that *role* is posted in, with what the posting is composed from.

        It is the project's first one always, and each further one that the role has texts for.
        """
        for language in self.languages:
            if self._is_for(role, language):
                suffix = compose.chosen(self.project.language_settings, language)
                own = compose.with_department(self._role(role, language), self._names(language))
                posted = compose.with_suffix(own, suffix)
                yield language, Posting(posted, self._organization(language))
            elif language in self.asked_for:
                self._note(_without_texts(role, language, "it is not posted in it"))

    def language_of(self, opening: Opening) -> str:
        """Give the one language that *opening* is posted in: its own, or the project's first."""
        return opening.language.text if opening.language else self.first

    def is_asked_for(self, opening: Opening) -> bool:
        """Say whether documents in the language of *opening* are made."""
        return not self.asked_for or self.language_of(opening) in self.asked_for

    def tell_of_language(self, opening: Opening) -> None:
        """Note that *opening* is in none of the languages that are asked for."""
        asked = " or ".join(f"“{language}”" for language in self.languages)
        own = self.language_of(opening)
        message = f"The opening is posted in “{own}” alone, so nothing of it is made in {asked}."
        hint = "Leave out --lang, or write the “language” of its posting into the opening."
        place = opening.language.place if opening.language else opening.role.place
        self._note(Problem.at(place, message, hint))

    def vacant(self, opening: Opening, role: Role, url: str, *, code: bool) -> Vacant:
        """Give what the posting of *opening*, one of *role*, is composed from."""
        address = opening.apply.url if opening.apply else None
        if code and address and not compose.can_be_coded(address.text):
            message = "The address is too long for a code that telephones can read from paper."
            place = opening.places().get("apply.url")
            self._note(Problem.at(place, message, "Give a shorter one."))
        return Vacant(opening, self._shared(opening.role.text, role, opening), url, code)

    def _shared(self, id_: str, role: Role, opening: Opening) -> compose.Openings:
        """Give what composes all openings of *role*, anew where its file was read anew."""
        language = self.language_of(opening)
        found = self._openings.get((id_, language))
        if found is None or found[0] is not role:
            if len(self._openings) >= KEPT_ROLES:
                self._openings.clear()
            found = self._openings[id_, language] = role, self._composing(role, language)
        self._organization(language)
        return self._noted(found[1])

    def _composing(self, role: Role, language: str) -> compose.Translated[compose.Openings]:
        """Give what composes openings of *role*, and what each of them tells of its texts."""
        settings = compose.chosen(self.project.language_settings, language)
        own = compose.translated_role(role, self._own_language(role), language)
        organization, names = self._organization(language), self._names(language)
        made = compose.Openings(own.value, organization, settings, names)
        return compose.Translated(made, own.notices)

    def comparisons(
        self, definition: ComparisonDefinition, roles: tuple[Role, ...]
    ) -> Iterator[tuple[str, Comparison]]:
        """Yield each language that all *roles* are for, with what the document is composed from."""
        for language in self.languages:
            if all(self._is_for(role, language) for role in roles):
                title = self._noted(compose.translated_title(definition, self.first, language))
                translated = tuple(self._compared(role, language) for role in roles)
                # Of the employer, a comparison shows the name, which is the same in each language.
                yield language, Comparison(title, translated, self.project.organization)
            elif language in self.asked_for:
                lacking = (role for role in roles if not self._is_for(role, language))
                for role in lacking:
                    self._note(_without_texts(role, language, "it is not compared in it"))

    def template(self, template: ResolvedTemplate, language: str) -> ResolvedTemplate:
        """Give *template* for documents in *language*; texts of it in another are marked so."""
        if serves(self.first, language):
            return template
        key = template.name, language
        if key not in self._templates:
            settings = compose.in_language(template.settings, self.first)
            self._templates[key] = replace(template, settings=settings)
        return self._templates[key]

    def _own_language(self, role: Role) -> str:
        return role.language.text if role.language else self.first

    def _is_for(self, role: Role, language: str) -> bool:
        return language == self.first or compose.gives(role, self._own_language(role), language)

    def _role(self, role: Role, language: str) -> Role:
        return self._noted(compose.translated_role(role, self._own_language(role), language))

    def _compared(self, role: Role, language: str) -> Role:
        """Give *role* in *language*, and tell of those texts alone that a comparison shows."""
        found = compose.translated_role(role, self._own_language(role), language)
        shown = (each for each in found.notices if compose.is_compared(found.value, each.path))
        return self._noted(compose.Translated(found.value, tuple(shown)))

    def _organization(self, language: str) -> Organization:
        if language not in self._organizations:
            employer = self.project.organization
            translated = compose.translated_organization(employer, self.first, language)
            self._organizations[language] = translated
        return self._noted(self._organizations[language])

    def _names(self, language: str) -> Mapping[str, PlainText]:
        """Give the names in *language* of the departments that have one, by their ids."""
        if language not in self._departments:
            departments = self.project.departments
            self._departments[language] = compose.named_departments(departments, language)
        return self._departments[language]

    def _noted(self, translated: compose.Translated[ValueT]) -> ValueT:
        """Let each document that *translated* stands in tell of it, for any of them may go."""
        if translated.notices:
            self.notices |= dict.fromkeys(translated.notices)
        return translated.value

    def _note(self, notice: Problem) -> None:
        self.notices[notice] = None


def _unspoken(languages: tuple[Language, ...]) -> Iterator[Problem]:
    for language in languages:
        if not compose.spoken(language.text):
            message = f"There are no fixed words for the language “{language}” yet."
            hint = suggestion(language.text, compose.languages())
            yield Problem.at(language.place, message, hint)


def _without_texts(role: Role, language: str, outcome: str) -> Problem:
    """Tell that *role* has no texts in *language*, and of the *outcome* of that."""
    message = f"The role has no texts in “{language}”, so {outcome}."
    hint = f"Write them under “translations”, “{language}”."
    return Problem.at(role.title.place, message, hint)

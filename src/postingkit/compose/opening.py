"""Openings of one role as documents: what they have in common is worked out once for all."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from types import MappingProxyType

from postingkit.compose.applying import closed_section
from postingkit.compose.fields import DatedFields, PlainFields
from postingkit.compose.labels import Labels, labels
from postingkit.compose.posting import posting_meta
from postingkit.compose.sections import Subject, frame_of, sections_of, within
from postingkit.compose.translation import with_department, with_suffix
from postingkit.compose.vacancy import vacancies
from postingkit.compose.wording import Filler, names_in
from postingkit.document import Document, Meta, Section
from postingkit.model.fields import OPENING_FIELDS, Value, values
from postingkit.model.opening import Opening
from postingkit.model.organization import Organization
from postingkit.model.project import LanguageSettings
from postingkit.model.role import Role
from postingkit.model.template import SectionSettings, Template
from postingkit.model.values import BodyWording, LineWording, PlainText
from postingkit.vacancy import Vacancy

NEEDED = ("facts", "benefits", "apply")
"""What an opening's posting shows even where its template's order does not name it: laws and job
boards ask for pay, benefits and a way to apply, and structured data may only say what is seen."""
LAST = "equal-opportunity"
CODE = "apply-code"
OWN_SECTIONS = frozenset({"facts", "apply", CODE})
"""The sections that say what an opening does."""
DATED_NAMES = frozenset({*OPENING_FIELDS, "travel"})
"""The fields whose values an opening has or can have, without a word of its `overrides`."""
OWN_NAMES = DATED_NAMES | {"title"}
"""The fields whose values are an opening's own."""
SHARED = frozenset({"title", "translations"})
"""What an opening can say in place of its role without a change to the sections in common."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A section of the order by its *key*, with the template's *settings* of it.

    It is *shared* by all openings, if it is no opening's own. Of one that is there is a *frame*,
    where it has no wording.
    """

    key: str
    settings: SectionSettings | None
    shared: tuple[Section, ...] | None
    frame: Section | None

    def of(self, subject: Subject) -> tuple[Section, ...]:
        """Make the section of one opening."""
        if self.frame:
            return within(self.frame, subject, self.settings)
        return sections_of(self.key, subject, self.settings)


@dataclass(frozen=True, slots=True)
class _Common:
    """What all openings of a role share in one *template* and language.

    It is worked out of the role as it is posted, *role*. What an opening says in its place, or
    wording that reads the opening, is not in it. *vacancy* makes the facts of an opening of its
    page's address. *meta* makes the meta of an opening of its fields and its vacancy; it is None
    where wording in the margins reads the opening.
    """

    template: Template
    labels: Labels
    parts: tuple[_Part, ...]
    role: Role
    fields: Mapping[str, Value]
    vacancy: Callable[[Opening, str], Vacancy]
    meta: Callable[[PlainFields, Vacancy], Meta] | None


class Openings:
    """Composes the openings of one *role* for one employer, both in the openings' language.

    *settings* are the habits of that language, *departments* the names of departments in it, by
    their ids.
    """

    def __init__(
        self,
        role: Role,
        organization: Organization,
        settings: LanguageSettings | None = None,
        departments: Mapping[str, PlainText] = MappingProxyType({}),
    ) -> None:
        self.role = with_department(role, departments)
        self.departments = departments
        self.organization = organization
        self.settings = settings
        self._common: _Common | None = None

    def compose(
        self, opening: Opening, template: Template, language: str, *, url: str = "", code: bool
    ) -> Document:
        """Compose the posting of *opening*; *language* is a BCP 47 tag that has fixed words.

        *url* is the address that the page will have, where one is known. Without *code* there is
        none to be read by telephones, as for files that are not printed.
        """
        common = self._in(template, language)
        role = self._role_of(opening)
        is_usual = role is self.role
        make_vacancy = (
            common.vacancy if is_usual else vacancies(role, self.organization, common.labels)
        )
        vacancy = make_vacancy(opening, url)
        posted = common.role if is_usual else with_suffix(role, self.settings)
        says_fields = opening.travel or opening.overrides.model_fields_set
        fields = DatedFields(
            values(posted, self.organization) if says_fields else common.fields,
            vacancy,
            common.labels,
        )
        filler = Filler(fields, common.labels)
        subject = Subject(posted, self.organization, common.labels, filler, opening, vacancy)
        usual = None if opening.overrides.model_fields_set else common.meta
        make = usual or _making(posting_meta(subject, template))
        meta = make(PlainFields(fields, common.labels), vacancy)
        return Document(meta, _sections(opening, subject, common, with_code=code))

    def _role_of(self, opening: Opening) -> Role:
        """Give the role as it is in *opening*, with what it says in the role's place.

        Its benefits are not in it: many openings have some, and a role is much to copy.
        """
        if not opening.overrides.model_fields_set:
            role = self.role
        else:
            role = with_department(opening.of_role(self.role), self.departments)
        return role.model_copy(update={"travel": opening.travel}) if opening.travel else role

    def _in(self, template: Template, language: str) -> _Common:
        """Work out what is in common, unless it is what was worked out last."""
        common = self._common
        if common is None or common.template is not template or common.labels.language != language:
            self._common = common = self._worked_out(template, labels(language))
        return common

    def _worked_out(self, template: Template, words: Labels) -> _Common:
        role = with_suffix(self.role, self.settings)
        fields = values(role, self.organization)
        subject = Subject(role, self.organization, words, Filler(fields, words))
        settings = {key: template.sections.get(key) for key in order_of(template)}
        parts = tuple(_part(key, subject, its) for key, its in settings.items())
        margins = _names_in((template.theme.header, template.theme.footer))
        meta = None if margins & DATED_NAMES else _making(posting_meta(subject, template))
        vacancy = vacancies(self.role, self.organization, words)
        return _Common(template, words, parts, role, fields, vacancy, meta)


def _making(usual: Meta) -> Callable[[PlainFields, Vacancy], Meta]:
    """Give what makes a meta like the *usual* one; `replace` would read all of it each time."""
    own = {"fields", "vacancy"}
    names = [field.name for field in dataclass_fields(usual) if field.name not in own]
    same = {name: getattr(usual, name) for name in names}
    return lambda fields, vacancy: Meta(**same, fields=fields, vacancy=vacancy)


def order_of(template: Template) -> tuple[str, ...]:
    """Give the sections of an opening's posting: the *template*'s, and those that are needed.

    Facts that the template does not place stand after the lead, and the others at the end.
    """
    order = [key.text for key in template.order]
    missing = [key for key in NEEDED if key not in order]
    if "facts" in missing:
        order.insert(order.index("lead") + 1 if "lead" in order else 0, "facts")
    end = order.index(LAST) if LAST in order else len(order)
    order[end:end] = [key for key in missing if key != "facts"]
    if "apply" in missing and CODE not in order:
        order.insert(order.index("apply") + 1, CODE)
    return tuple(order)


def _part(key: str, subject: Subject, settings: SectionSettings | None) -> _Part:
    is_own = _reads_opening(key, settings)
    shared = None if is_own else sections_of(key, subject, settings)
    return _Part(key, settings, shared, frame_of(key, subject.labels, settings))


def _sections(
    opening: Opening, subject: Subject, common: _Common, *, with_code: bool
) -> tuple[Section, ...]:
    """Make the sections of *opening*, which *subject* is of."""
    sections: list[Section] = []
    if subject.vacancy and subject.vacancy.status == "closed":
        sections.append(closed_section(subject.vacancy, common.labels))
    changed = bool(opening.overrides.model_fields_set - SHARED)
    own_benefits = bool(opening.benefits)
    for part in common.parts:
        if part.key == CODE and not with_code:
            continue
        if part.shared is None or changed or (own_benefits and part.key == "benefits"):
            sections += part.of(subject)
        else:
            sections += part.shared
    return tuple(sections)


def _reads_opening(key: str, settings: SectionSettings | None) -> bool:
    return key in OWN_SECTIONS or bool(settings and OWN_NAMES & _names(settings))


def _names(settings: SectionSettings) -> set[str]:
    """Name the fields that the wording of a section reads."""
    names = _names_in((settings.title, settings.intro, settings.body, settings.outro))
    return names | ({settings.when.text} if settings.when else set())


def _names_in(wordings: Iterable[LineWording | BodyWording | None]) -> set[str]:
    return {name for each in wordings if each for name in names_in(each.text)}

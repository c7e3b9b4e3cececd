"""Openings of one role as documents: what they have in common is worked out once for all."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import fields as dataclass_fields
from functools import partial
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
class _Common:
    """What all openings of a role share in one *template* and language.

    It is worked out of the role as it is posted, *role*. What an opening says in its place, or
    wording that reads the opening, is not in it. Of sections that are an opening's own there are
    *frames*, where they have no wording. *vacancy* makes the facts of an opening of its page's
    address. *meta* makes the meta of an opening of its fields and its
    vacancy; it is None where wording in the margins reads the opening.
    """

    template: Template
    labels: Labels
    order: tuple[str, ...]
    sections: Mapping[str, tuple[Section, ...]]
    frames: Mapping[str, Section]
    role: Role
    fields: Mapping[str, Value]
    vacancy: Callable[[Opening, str], Vacancy]
    meta: Callable[..., Meta] | None


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
        make = usual or partial(replace, posting_meta(subject, template))
        meta = make(fields=PlainFields(fields, common.labels), vacancy=vacancy)
        return Document(meta, tuple(_sections(subject, common, with_code=code)))

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
        order = order_of(template)
        sections = {
            key: sections_of(key, subject, template.sections.get(key))
            for key in order
            if not _reads_opening(key, template.sections.get(key))
        }
        framed = {key: frame_of(key, words, template.sections.get(key)) for key in order}
        frames = {key: frame for key, frame in framed.items() if frame}
        margins = _names_in((template.theme.header, template.theme.footer))
        meta = None if margins & DATED_NAMES else _making(posting_meta(subject, template))
        vacancy = vacancies(self.role, self.organization, words)
        return _Common(template, words, order, sections, frames, role, fields, vacancy, meta)


def _making(usual: Meta) -> Callable[..., Meta]:
    """Give what makes a meta like the *usual* one; `replace` would read all of it each time."""
    return partial(
        Meta, **{field.name: getattr(usual, field.name) for field in dataclass_fields(usual)}
    )


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


def _sections(subject: Subject, common: _Common, *, with_code: bool) -> Iterator[Section]:
    opening, vacancy = subject.opening, subject.vacancy
    if opening is None or vacancy is None:
        return
    if vacancy.status == "closed":
        yield closed_section(vacancy, common.labels)
    changed = opening.overrides.model_fields_set - SHARED
    for key in common.order:
        settings = common.template.sections.get(key)
        if key == CODE and not with_code:
            continue
        own = changed or (key == "benefits" and opening.benefits)
        frame = common.frames.get(key)
        if not own and key in common.sections:
            yield from common.sections[key]
        elif frame:
            yield from within(frame, subject, settings)
        else:
            yield from sections_of(key, subject, settings)


def _reads_opening(key: str, settings: SectionSettings | None) -> bool:
    return key in OWN_SECTIONS or bool(settings and OWN_NAMES & _names(settings))


def _names(settings: SectionSettings) -> set[str]:
    """Name the fields that the wording of a section reads."""
    names = _names_in((settings.title, settings.intro, settings.body, settings.outro))
    return names | ({settings.when.text} if settings.when else set())


def _names_in(wordings: Iterable[LineWording | BodyWording | None]) -> set[str]:
    return {name for each in wordings if each for name in names_in(each.text)}

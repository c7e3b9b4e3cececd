"""What each section of a posting shows of a role and its employer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from postingkit.compose.applying import PAPER, application_blocks, code_blocks
from postingkit.compose.facts import facts_of
from postingkit.compose.forms import reshaped
from postingkit.compose.items import (
    item_list,
    responsibility_facts,
    responsibility_table,
    titles_only,
)
from postingkit.compose.labels import Labels
from postingkit.compose.texts import body, bullets, joined, numbered, paragraph
from postingkit.compose.wording import Filler
from postingkit.document import Blocks, Callout, Section, Text
from postingkit.errors import Place
from postingkit.model.opening import Opening
from postingkit.model.organization import Organization
from postingkit.model.role import Role
from postingkit.model.template import SectionSettings, Template
from postingkit.model.values import BodyWording, InlineText, LineWording
from postingkit.vacancy import Vacancy

USUAL = SectionSettings()
ONLY: Mapping[str, frozenset[str]] = {"apply-code": PAPER}
"""The formats that show a section where its template names none."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a section is made of; *filler* fills the template's wording.

    A dated posting has an *opening* and the *vacancy* that it is; its *role* has what the opening
    says in its place, but for the benefits.
    """

    role: Role
    organization: Organization
    labels: Labels
    filler: Filler
    opening: Opening | None = None
    vacancy: Vacancy | None = None


def compose_sections(subject: Subject, template: Template) -> tuple[Section, ...]:
    """Make the sections of a posting in the *template*'s order; those without content fall away."""
    return tuple(
        section
        for key in template.order
        for section in sections_of(key.text, subject, template.sections.get(key.text))
    )


def sections_of(
    key: str, subject: Subject, settings: SectionSettings | None
) -> tuple[Section, ...]:
    """Make the section *key*, or, of the role's own ones, each; none where there is no content."""
    settings = settings or USUAL
    if settings.when and not subject.filler.has(settings.when.text):
        return ()
    if key == "sections":
        return _free_sections(subject.role, settings)
    title = _title(key, subject, settings)
    blocks = _blocks(key, subject, settings)
    if title is None or not blocks:
        return ()
    place = settings.title.place if settings.title else None
    return (_section(key, title, blocks, settings, place),)


def frame_of(key: str, labels: Labels, settings: SectionSettings | None) -> Section | None:
    """Give the section *key* without its blocks, where a posting's own values do not change it.

    None where the section has wording to be filled in, or a condition, or is several sections.
    """
    settings = settings or USUAL
    if key == "sections" or settings.when or any(_wordings(settings)):
        return None
    return _section(key, Text(labels.sections.get(key, "")), (), settings, None)


def within(
    frame: Section, subject: Subject, settings: SectionSettings | None
) -> tuple[Section, ...]:
    """Make the section of a *frame*; none where there is no content."""
    key, settings = frame.key, settings or USUAL
    content = SOURCES.get(key, _nothing)(subject, settings)
    if not content:
        return ()
    blocks = reshaped(content, settings.form, key, subject.labels)
    return (Section(key, frame.title, blocks, frame.only, frame.hidden_from, None, frame.locked),)


def _wordings(settings: SectionSettings) -> tuple[LineWording | BodyWording | None, ...]:
    return (settings.title, settings.intro, settings.body, settings.outro)


def _section(
    key: str, title: Text, blocks: Blocks, settings: SectionSettings, place: Place | None
) -> Section:
    return Section(
        key,
        title if title.text and settings.heading == "shown" else None,
        blocks,
        frozenset(name.text for name in settings.only) or ONLY.get(key, frozenset()),
        frozenset(name.text for name in settings.hidden_from),
        place,
        locked=settings.place if settings.locked else None,
    )


def _title(key: str, subject: Subject, settings: SectionSettings) -> Text | None:
    """Give a section's heading, if any; None hides the section, as its wording lacks a value."""
    if settings.title is None:
        return Text(subject.labels.sections.get(key, ""))
    line = subject.filler.line(settings.title)
    return None if line is None else Text(line, settings.title.language)


def _blocks(key: str, subject: Subject, settings: SectionSettings) -> Blocks:
    """Give what a section shows with its intro and outro; nothing where wording lacks a value."""
    intro, own, outro = (
        subject.filler.blocks(wording) if wording else ()
        for wording in (settings.intro, settings.body, settings.outro)
    )
    if intro is None or own is None or outro is None:
        return ()
    content = (*SOURCES.get(key, _nothing)(subject, settings), *own)
    if not content:
        return ()
    return (*intro, *reshaped(content, settings.form, key, subject.labels), *outro)


def _free_sections(role: Role, settings: SectionSettings) -> tuple[Section, ...]:
    return tuple(
        _section(
            f"section-{number}",
            Text(free.heading.text, free.heading.language),
            body(free.body),
            settings,
            free.heading.place,
        )
        for number, free in enumerate(role.sections, 1)
    )


def _nothing(_: Subject, __: SectionSettings) -> Blocks:
    return ()


def _lead(subject: Subject, _: SectionSettings) -> Blocks:
    summary = subject.role.summary
    return (paragraph(summary, "lead"),) if summary else ()


def _facts(subject: Subject, _: SectionSettings) -> Blocks:
    return facts_of(subject.role, subject.vacancy, subject.labels)


def _responsibilities(subject: Subject, settings: SectionSettings) -> Blocks:
    items, labels = subject.role.responsibilities, subject.labels
    match settings.form or ("list" if titles_only(items) else "table"):
        case "table":
            return responsibility_table(items, settings.columns, labels)
        case "facts":
            return responsibility_facts(items, labels)
        case _:
            return item_list(items, labels, ordered=True)


def _qualifications(subject: Subject, _: SectionSettings) -> Blocks:
    return item_list(subject.role.qualifications, subject.labels, ordered=False)


def _technologies(subject: Subject, settings: SectionSettings) -> Blocks:
    names = subject.role.technologies
    if not names:
        return ()
    if settings.form == "list":
        return (bullets(names),)
    return (joined(names, subject.labels.phrases["separator"]),)


def _process(subject: Subject, _: SectionSettings) -> Blocks:
    steps = subject.role.hiring_process
    return (numbered(steps),) if steps else ()


def _physical_demands(subject: Subject, _: SectionSettings) -> Blocks:
    return body(subject.role.physical_demands)


def _about(subject: Subject, _: SectionSettings) -> Blocks:
    return body(subject.organization.about)


def _benefits(subject: Subject, _: SectionSettings) -> Blocks:
    own = subject.opening.benefits if subject.opening else ()
    every = own or subject.role.benefits
    return (bullets(every),) if every else ()


def _equal_opportunity(subject: Subject, _: SectionSettings) -> Blocks:
    statement = subject.organization.statements.equal_opportunity
    if statement is None:
        return ()
    return (Callout(body(statement), "equal-opportunity", place=statement.place),)


def _apply(subject: Subject, _: SectionSettings) -> Blocks:
    if subject.opening is None or subject.vacancy is None:
        return ()
    return application_blocks(subject.opening, subject.vacancy, subject.labels)


def _apply_code(subject: Subject, _: SectionSettings) -> Blocks:
    if subject.vacancy is None:
        return ()
    return code_blocks(subject.vacancy, subject.labels)


def _bulleted(
    texts: Callable[[Role], tuple[InlineText, ...]],
) -> Callable[[Subject, SectionSettings], Blocks]:
    def compose(subject: Subject, _: SectionSettings) -> Blocks:
        every = texts(subject.role)
        return (bullets(every),) if every else ()

    return compose


SOURCES: Mapping[str, Callable[[Subject, SectionSettings], Blocks]] = {
    "lead": _lead,
    "facts": _facts,
    "responsibilities": _responsibilities,
    "qualifications": _qualifications,
    "technologies": _technologies,
    "benefits": _benefits,
    "performance": _bulleted(lambda role: role.performance_indicators),
    "physical-demands": _physical_demands,
    "eligibility": _bulleted(lambda role: role.eligibility),
    "process": _process,
    "about": _about,
    "apply": _apply,
    "apply-code": _apply_code,
    "equal-opportunity": _equal_opportunity,
}

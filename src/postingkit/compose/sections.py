"""What each section of a posting shows of a role and its employer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from postingkit.compose.items import item_list, responsibility_table, titles_only
from postingkit.compose.labels import Labels
from postingkit.compose.texts import body, bullets, joined, numbered, paragraph
from postingkit.document import Blocks, Callout, Fact, Facts, Section, Text
from postingkit.model.organization import Organization
from postingkit.model.role import Role
from postingkit.model.template import SectionSettings, Template
from postingkit.model.values import InlineText


@dataclass(frozen=True, slots=True)
class Subject:
    """What a section is made of."""

    role: Role
    organization: Organization
    labels: Labels


def compose_sections(subject: Subject, template: Template) -> tuple[Section, ...]:
    """Make the sections of a posting in the *template*'s order; those without content fall away."""
    return tuple(
        section
        for key in template.order
        for section in _sections(key.text, subject, template.sections.get(key.text))
    )


def _sections(key: str, subject: Subject, settings: SectionSettings | None) -> tuple[Section, ...]:
    settings = settings or SectionSettings()
    if key == "sections":
        return _free_sections(subject.role, settings)
    own = SOURCES.get(key, _nothing)(subject, settings)
    content = (*own, *body(settings.body))
    if not content:
        return ()
    blocks = (*body(settings.intro), *content, *body(settings.outro))
    return (_section(key, _title(key, subject.labels, settings), blocks, settings),)


def _section(key: str, title: Text | None, blocks: Blocks, settings: SectionSettings) -> Section:
    return Section(
        key,
        title if settings.heading == "shown" else None,
        blocks,
        frozenset(name.text for name in settings.only),
        frozenset(name.text for name in settings.hidden_from),
    )


def _title(key: str, labels: Labels, settings: SectionSettings) -> Text | None:
    if settings.title:
        return Text(settings.title.text)
    return Text(labels.sections[key]) if key in labels.sections else None


def _free_sections(role: Role, settings: SectionSettings) -> tuple[Section, ...]:
    return tuple(
        _section(f"section-{number}", Text(free.heading.text), body(free.body), settings)
        for number, free in enumerate(role.sections, 1)
    )


def _nothing(_: Subject, __: SectionSettings) -> Blocks:
    return ()


def _lead(subject: Subject, _: SectionSettings) -> Blocks:
    summary = subject.role.summary
    return (paragraph(summary, "lead"),) if summary else ()


def _facts(subject: Subject, _: SectionSettings) -> Blocks:
    role, names = subject.role, subject.labels.facts
    single = (
        ("level", role.level),
        ("reports_to", role.reports_to),
        ("manages", role.manages),
        ("travel", role.travel),
    )
    facts = [Fact((Text(names[name]),), (paragraph(words),)) for name, words in single if words]
    if role.works_with:
        teams = joined(role.works_with, subject.labels.phrases["separator"])
        facts.append(Fact((Text(names["works_with"]),), (teams,)))
    return (Facts(tuple(facts), place=role.place),) if facts else ()


def _responsibilities(subject: Subject, settings: SectionSettings) -> Blocks:
    items, labels = subject.role.responsibilities, subject.labels
    form = settings.form or ("list" if titles_only(items) else "table")
    if form == "list":
        return item_list(items, labels, ordered=True)
    return responsibility_table(items, settings.columns, labels)


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


def _equal_opportunity(subject: Subject, _: SectionSettings) -> Blocks:
    statement = subject.organization.statements.equal_opportunity
    if statement is None:
        return ()
    return (Callout(body(statement), "equal-opportunity", place=statement.place),)


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
    "benefits": _bulleted(lambda role: role.benefits),
    "performance": _bulleted(lambda role: role.performance_indicators),
    "physical-demands": _physical_demands,
    "eligibility": _bulleted(lambda role: role.eligibility),
    "process": _process,
    "about": _about,
    "equal-opportunity": _equal_opportunity,
}

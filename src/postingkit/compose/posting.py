"""One role, in one template and language, as a document."""

from dataclasses import replace

from postingkit.compose.fields import plain_fields
from postingkit.compose.labels import labels
from postingkit.compose.sections import Subject, compose_sections
from postingkit.compose.texts import plain_text
from postingkit.compose.wording import Filler
from postingkit.document import Document, Meta, Text
from postingkit.languages import direction_of
from postingkit.model.fields import values
from postingkit.model.organization import Organization
from postingkit.model.role import Role
from postingkit.model.template import SOURCES, Template


def compose_posting(
    role: Role, organization: Organization, template: Template, language: str
) -> Document:
    """Compose the posting of *role*; *language* is a BCP 47 tag that has fixed words."""
    words = labels(language)
    filler = Filler(values(role, organization), words)
    subject = Subject(role, organization, words, filler)
    fields = plain_fields(role, organization, words)
    meta = replace(posting_meta(subject, template), fields=fields)
    return Document(meta, compose_sections(subject, template))


def posting_meta(subject: Subject, template: Template) -> Meta:
    """Give what no section holds of the posting of *subject*, all but its table of fields."""
    role, words = subject.role, subject.labels
    employer = subject.organization.name
    return Meta(
        "posting",
        Text(role.title.text, role.title.language),
        words.language,
        direction_of(words.language),
        organization=employer.text if employer else "",
        description=plain_text(role.summary),
        keywords=tuple(name.text for name in role.technologies),
        page_label=words.phrases["page"],
        header=subject.filler.margin(template.theme.header),
        footer=subject.filler.margin(template.theme.footer),
        section_keys=(*SOURCES, *template.sections),
        place=role.title.place,
    )

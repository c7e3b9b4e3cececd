"""Models and documents made of a few lines of YAML."""

from pathlib import Path
from textwrap import dedent
from typing import TypeVar

from postingkit.compose import compose_comparison, compose_posting
from postingkit.document import Block, Cell, Document, Paragraph, Section, Table, plain
from postingkit.errors import FilePlace
from postingkit.model.organization import Organization
from postingkit.model.reading import read_yaml
from postingkit.model.role import Role
from postingkit.model.template import Template
from postingkit.model.templates import TemplateFolder
from postingkit.model.validation import validated
from postingkit.model.values import Located, PlainText

ModelT = TypeVar("ModelT", bound=Located)


def made(model: type[ModelT], text: str) -> ModelT:
    return validated(model, read_yaml(dedent(text).encode(), f"{model.__name__.lower()}.yaml"))


def role(text: str = "", title: str = "Clerk") -> Role:
    return made(Role, f"title: {title}\n{dedent(text)}")


def posting(role_text: str, template: str, organization: str = "") -> Document:
    employer = made(Organization, organization)
    return compose_posting(role(role_text), employer, made(Template, template), "en")


def sections(role_text: str, template: str, organization: str = "") -> tuple[Section, ...]:
    return posting(role_text, template, organization).sections


def section(role_text: str, template: str, organization: str = "") -> Section:
    (only,) = sections(role_text, template, organization)
    return only


def comparison(*roles: Role, template: str = "", organization: str = "") -> Document:
    settings = made(Template, template)
    title = PlainText("Compared", FilePlace("project.yaml", 1, 1))
    return compose_comparison(title, roles, made(Organization, organization), settings, "en")


def tables(document: Document) -> list[Table]:
    (only,) = document.sections
    return [block for block in only.blocks if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    """Give the plain texts of the heads, then of each row's cells of one paragraph."""
    heads = [plain(column.title) for column in table.columns]
    return [heads, *([cell_text(cell) for cell in row] for row in table.rows)]


def cell_text(cell: Cell) -> str:
    return " / ".join(block_text(block) for block in cell.blocks)


def block_text(block: Block) -> str:
    return plain(block.inlines) if isinstance(block, Paragraph) else type(block).__name__


def shipped() -> tuple[str, ...]:
    """Name the sections that the template shows which comes with postingkit."""
    template = TemplateFolder(Path("nowhere")).resolve("default")
    return tuple(key.text for key in template.settings.order)

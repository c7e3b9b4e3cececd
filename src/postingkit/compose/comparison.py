"""Several roles as one document: criteria as rows, roles as columns."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from postingkit.compose.formatting import number
from postingkit.compose.items import AnyItem, short
from postingkit.compose.labels import Labels, labels
from postingkit.compose.texts import body, inlines, joined, paragraph
from postingkit.compose.wording import Filler
from postingkit.document import (
    Cell,
    Column,
    Document,
    List,
    ListItem,
    Meta,
    Paragraph,
    Section,
    Table,
    Text,
)
from postingkit.languages import direction_of
from postingkit.model.fields import FIELDS
from postingkit.model.organization import Organization
from postingkit.model.role import Role
from postingkit.model.template import ComparisonSettings, Criterion, Template
from postingkit.model.values import PlainText

CRITERIA_WIDTH = 1.0
ROLE_WIDTH = 2.0


@dataclass(frozen=True, slots=True)
class _Part:
    """The roles that stand side by side in one table, and what the table is called."""

    roles: tuple[Role, ...]
    caption: str


def compose_comparison(
    title: PlainText,
    roles: tuple[Role, ...],
    organization: Organization,
    template: Template,
    language: str,
) -> Document:
    """Compose the comparison of *roles*, at least one; *language* must have fixed words.

    More roles than fit side by side go on in further tables, with the criteria repeated.
    """
    words, settings, theme = labels(language), template.comparison, template.theme
    given = {"title": title, "organization": organization.name}
    filler = Filler(dict.fromkeys(FIELDS) | given, words)
    parts = _parts(roles, settings.roles_per_table, words)
    tables = tuple(_table(part, settings, words) for part in parts)
    side_by_side = max(len(part.roles) for part in parts)
    meta = Meta(
        "comparison",
        Text(title.text, title.language),
        language,
        direction_of(language),
        "landscape" if side_by_side >= settings.landscape_from else "portrait",
        organization=organization.name.text if organization.name else "",
        description=", ".join(role.title.text for role in roles),
        keywords=tuple(role.title.text for role in roles),
        page_label=words.phrases["page"],
        place=title.place,
        header=filler.margin(theme.header),
        footer=filler.margin(theme.footer),
    )
    return Document(meta, (Section("comparison", None, (*body(settings.intro), *tables)),))


def is_compared(role: Role, path: str) -> bool:
    """Say whether a comparison shows the text of *role* that is written at *path*.

    Of what has a short form, the long one does not stand in a table.
    """
    field = path.partition("[")[0].partition(".")[0]
    if field in CRITERIA:
        return not getattr(role.overview, field)
    return field in {"title", "overview"}


def _parts(roles: tuple[Role, ...], most: int, words: Labels) -> tuple[_Part, ...]:
    """Divide *roles* among as few tables as can be, as evenly as can be."""
    count = -(-len(roles) // most)
    ends = [len(roles) * part // count for part in range(count + 1)]
    phrase = words.phrases["comparison_part"] if count > 1 else ""
    return tuple(
        _Part(
            roles[first:last],
            phrase.replace("{first}", number(first + 1, words.language))
            .replace("{last}", number(last, words.language))
            .replace("{count}", number(len(roles), words.language)),
        )
        for first, last in pairwise(ends)
    )


def _table(part: _Part, settings: ComparisonSettings, words: Labels) -> Table:
    fixed = (Text(words.criteria["corner"]),)
    corner = inlines(settings.corner) if settings.corner else fixed
    rows = tuple(_row(criterion, part, settings, words) for criterion in settings.criteria)
    return Table(
        (
            Column(corner, CRITERIA_WIDTH),
            *(Column(inlines(role.title), ROLE_WIDTH) for role in part.roles),
        ),
        tuple(row for row in rows if any(cell.blocks for cell in row[1:])),
        caption=(Text(part.caption),) if part.caption else (),
        row_headers=True,
        summary=words.phrases["comparison_summary"],
        style="comparison",
    )


def _row(
    criterion: Criterion, part: _Part, settings: ComparisonSettings, words: Labels
) -> tuple[Cell, ...]:
    title = settings.titles.get(criterion)
    name = inlines(title) if title else (Text(words.criteria[criterion]),)
    cells = (CRITERIA[criterion](role, words) for role in part.roles)
    return (Cell((Paragraph(name),)), *cells)


def _summary(role: Role, _: Labels) -> Cell:
    summary = role.overview.summary or role.summary
    return Cell((paragraph(summary),) if summary else ())


def _responsibilities(role: Role, _: Labels) -> Cell:
    return _items(role.overview.responsibilities or role.responsibilities, ordered=True)


def _qualifications(role: Role, _: Labels) -> Cell:
    return _items(role.overview.qualifications or role.qualifications, ordered=False)


def _items(items: tuple[AnyItem, ...], *, ordered: bool) -> Cell:
    if not items:
        return Cell(())
    entries = tuple(ListItem((Paragraph(short(item), place=item.place),)) for item in items)
    return Cell((List(entries, ordered=ordered, place=items[0].place),))


def _technologies(role: Role, words: Labels) -> Cell:
    names = role.overview.technologies or role.technologies
    return Cell((joined(names, words.phrases["separator"]),) if names else ())


CRITERIA: Mapping[Criterion, Callable[[Role, Labels], Cell]] = {
    "summary": _summary,
    "responsibilities": _responsibilities,
    "qualifications": _qualifications,
    "technologies": _technologies,
}

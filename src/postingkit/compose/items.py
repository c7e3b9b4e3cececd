"""Responsibilities and qualifications as tables and lists."""

from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

from postingkit.compose.formatting import percent
from postingkit.compose.labels import Labels
from postingkit.compose.texts import cell, inlines, paragraph
from postingkit.document import (
    Block,
    Blocks,
    Cell,
    Column,
    Fact,
    Facts,
    Inline,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Strong,
    Table,
    Text,
)
from postingkit.model.role import Qualification, Responsibility
from postingkit.model.template import ColumnSettings

AnyItem: TypeAlias = Responsibility | Qualification
ItemT = TypeVar("ItemT", Responsibility, Qualification)

COLUMNS = (
    ColumnSettings(field="title", width=2),
    ColumnSettings(field="text", width=5),
    ColumnSettings(field="share", width=1, align="end"),
)


def item_list(items: tuple[ItemT, ...], labels: Labels, *, ordered: bool) -> Blocks:
    """Make a list of *items*, or one for each of their groups, beneath the group's name."""
    blocks: list[Block] = []
    for members in _groups(items):
        blocks += _group_heading(members)
        blocks.append(_list(members, labels, ordered=ordered))
    return tuple(blocks)


def responsibility_table(
    items: tuple[Responsibility, ...], columns: tuple[ColumnSettings, ...], labels: Labels
) -> Blocks:
    """Make a table of *items*, or one for each of their groups, captioned with the group's name.

    Without *columns* they are the usual ones. A column is left out where no item has a value for
    it; where none is left there is nothing to show.
    """
    wanted = columns or COLUMNS
    used = tuple(column for column in wanted if any(_has(item, column.field) for item in items))
    if not used:
        return ()
    return tuple(_table(members, used, labels) for members in _groups(items))


def responsibility_facts(items: tuple[Responsibility, ...], labels: Labels) -> Blocks:
    """Give *items* as facts: the title of each, and what it means beside it."""
    facts = tuple(
        Fact(inlines(item.title) if item.title else (), _text_cell(item, labels).blocks)
        for item in items
    )
    return (Facts(facts, place=items[0].place),) if facts else ()


def titles_only(items: tuple[AnyItem, ...]) -> bool:
    """Say whether a table of *items* would have nothing to set beside their titles."""
    return not any(item.text or item.items for item in items)


def short(item: AnyItem) -> Inlines:
    """Give the shortest words for *item*: its title, else its text."""
    words = item.title or item.text
    return inlines(words) if words else ()


def _groups(items: tuple[ItemT, ...]) -> list[tuple[ItemT, ...]]:
    """Gather *items* by their groups, those of none first, for no name could end a group."""
    groups: dict[str, list[ItemT]] = {"": []}
    for item in items:
        groups.setdefault(item.group.text if item.group else "", []).append(item)
    return [tuple(members) for members in groups.values() if members]


def _group_heading(members: tuple[AnyItem, ...]) -> Blocks:
    first = members[0]
    if first.group is None:
        return ()
    return (Paragraph((Strong(inlines(first.group)),), "group", first.group.language, first.place),)


def _list(items: tuple[AnyItem, ...], labels: Labels, *, ordered: bool) -> List:
    entries = tuple(
        ListItem((Paragraph(_entry(item, labels), place=item.place), *_nested(item, labels)))
        for item in items
    )
    return List(entries, ordered=ordered, place=items[0].place)


def _nested(item: AnyItem, labels: Labels) -> Blocks:
    return (_list(item.items, labels, ordered=False),) if item.items else ()


def _entry(item: AnyItem, labels: Labels) -> Inlines:
    """Give the words of *item* on one line, as in “**Title**: text (30%)”."""
    parts: list[Inline] = []
    if item.title and item.text:
        parts += [Strong(inlines(item.title)), Text(labels.phrases["lead_in"])]
        parts += inlines(item.text)
    else:
        parts += short(item)
    if isinstance(item, Responsibility) and item.share:
        share = percent(item.share, labels.language)
        parts.append(Text(labels.phrases["share_in_list"].replace("{share}", share)))
    if isinstance(item, Qualification) and item.priority == "preferred":
        parts.append(Text(labels.phrases["preferred"]))
    return tuple(parts)


def _table(
    items: tuple[Responsibility, ...], columns: tuple[ColumnSettings, ...], labels: Labels
) -> Table:
    group = items[0].group
    named = bool(columns) and columns[0].field == "title" and all(item.title for item in items)
    return Table(
        tuple(_column(column, labels) for column in columns),
        tuple(tuple(CELLS[column.field](item, labels) for column in columns) for item in items),
        caption=inlines(group) if group else (),
        row_headers=named,
        summary=labels.phrases["responsibilities_summary"],
        style="responsibilities",
        place=items[0].place,
    )


def _column(settings: ColumnSettings, labels: Labels) -> Column:
    fixed = Text(labels.columns[settings.field])
    title = inlines(settings.title) if settings.title else (fixed,)
    return Column(title, settings.width, settings.align)


def _has(item: Responsibility, field: str) -> bool:
    if field == "text":
        return bool(item.text or item.items)
    return bool(getattr(item, field))


def _title_cell(item: Responsibility, _: Labels) -> Cell:
    return Cell((paragraph(item.title),) if item.title else ())


def _text_cell(item: Responsibility, labels: Labels) -> Cell:
    text = (paragraph(item.text),) if item.text else ()
    return Cell((*text, *_nested(item, labels)))


def _share_cell(item: Responsibility, labels: Labels) -> Cell:
    return cell(percent(item.share, labels.language) if item.share else "", item.place)


def _essential_cell(item: Responsibility, labels: Labels) -> Cell:
    return cell(labels.phrases["essential"] if item.essential else "", item.place)


CELLS: Mapping[str, Callable[[Responsibility, Labels], Cell]] = {
    "title": _title_cell,
    "text": _text_cell,
    "share": _share_cell,
    "essential": _essential_cell,
}

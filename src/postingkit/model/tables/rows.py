"""Turns rows of a grid into what YAML files of openings hold, each value at its cell's place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from postingkit.errors import Place, Problem, SheetPlace
from postingkit.model.identity import fault, suggested
from postingkit.model.nodes import ListNode, MappingNode, Node, TextNode
from postingkit.model.source import FORBIDDEN, REMOVE, forbidden, normal
from postingkit.model.tables.columns import ID, LISTS, PLACES
from postingkit.model.tables.grid import Cell, CellFault, Grid
from postingkit.model.tables.headers import Column, Header, read_header
from postingkit.model.tables.settings import OpeningSettings

AREA = re.compile(r"([A-Za-z]{2})-(\S.*)")
"""A region after its country's code, as in ISO 3166-2."""

Values = Mapping[str, TextNode]
"""What is given of a row, by the columns' names."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with its id and what it says, which is nothing where it cannot be used.

    Its *problems* say why, or what else is wrong with it; there are none where those of the header
    have said it.
    """

    id: str
    place: SheetPlace
    node: MappingNode | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class RawRow:
    """The *cells* of a row of *grid* below its *header*, as they are."""

    grid: Grid
    header: Header
    number: int
    cells: Sequence[Cell]

    def read(self) -> TableRow:
        """Give what the row says."""
        return _row(self.grid, self.number, self.header, self.cells)


def raw_rows(grid: Grid, settings: OpeningSettings) -> Iterator[RawRow | Problem]:
    """Yield each row of *grid* that is not empty, and what is wrong with its header.

    The header is the first row that is not empty. Where it has problems, each is told once, and the
    rows cannot be used but have no problems of their own.
    """
    header: Header | None = None
    for number, cells in grid.rows:
        if all(isinstance(cell, str) and not cell.strip() for cell in cells):
            continue
        if header is None:
            header = read_header(grid, number, cells, settings)
            yield from header.problems
        else:
            yield RawRow(grid, header, number, cells)


def _row(grid: Grid, number: int, header: Header, cells: Sequence[Cell]) -> TableRow:
    problems: list[Problem] = []
    values: dict[str, TextNode] = {}
    for index, cell in enumerate(cells):
        if isinstance(cell, CellFault) or cell.strip():
            column = header.column(index)
            place = grid.place(number, column.heading)
            wrong = _cell_problem(column, cell, place)
            if wrong:
                problems.append(wrong)
            elif column.name and isinstance(cell, str):
                values[column.name] = TextNode(normal(cell).strip(), place)
    place = grid.place(number)
    id_ = _id(values)
    if header.problems:
        return TableRow(id_, place, None)
    node = MappingNode(*_parts(values, place, problems))
    # What a faulty cell would say is not known, so nothing that follows from it is told.
    usable = None if problems else node
    return TableRow(id_, place, usable, (*problems, *_id_problems(id_, values, place)))


def _cell_problem(column: Column, cell: Cell, place: SheetPlace) -> Problem | None:
    """Say what is wrong with a *cell* that is not empty, whatever its value means."""
    if column.name == "":
        return None
    if not column.has_heading:
        hint = "Give the column a heading, or delete what the cell holds."
        return Problem.at(place, "The cell stands below no heading.", hint)
    if isinstance(cell, CellFault):
        return Problem.at(place, cell.message, cell.hint)
    found = FORBIDDEN.search(cell)
    return Problem.at(place, forbidden(found.group()), REMOVE) if found else None


def _id(values: Values) -> str:
    """Give the id that a row has, or that its requisition makes."""
    if ID in values:
        return str(values[ID])
    return suggested(values["requisition"]) if "requisition" in values else ""


def _id_problems(id_: str, values: Values, place: Place) -> Iterator[Problem]:
    if not id_:
        message = "The row has neither an id nor a requisition."
        yield Problem.at(place, message, "Give it one of the two.")
    elif fault(id_):
        message = f"The id cannot be used: {fault(id_)}."
        hint = f"Write “{suggested(id_)}”, for example."
        yield Problem.at(values[ID].place if ID in values else place, message, hint)


def _parts(
    values: Values, place: Place, problems: list[Problem]
) -> tuple[dict[str, Node], Place, dict[str, Place]]:
    """Give the fields of the opening whose *values* are given, and what a mapping needs with it."""
    entries: dict[str, Node] = {}
    groups: dict[str, dict[str, Node]] = {}
    for name, value in values.items():
        group, _, field = name.rpartition(".")
        if name in PLACES or name == ID:
            continue
        node = value_of(name, value)
        target = groups.setdefault(group, {}) if group else entries
        target[field] = node
    entries |= {name: _group(fields) for name, fields in groups.items()}
    places = _locations({name: values[name] for name in PLACES if name in values}, problems)
    if places:
        entries["locations"] = ListNode(places, places[0].place)
    return entries, place, {key: node.place for key, node in entries.items()}


def value_of(name: str, text: TextNode) -> Node:
    """Give what a cell of the column *name* says, one of places aside: its text, or a list."""
    return _list(name, text) if name in LISTS else text


def _group(fields: Mapping[str, Node]) -> MappingNode:
    places = {key: node.place for key, node in fields.items()}
    return MappingNode(fields, next(iter(places.values())), places)


def _items(value: TextNode) -> list[TextNode]:
    """Divide *value* at its lines' ends, or, where it is on one line, at its semicolons."""
    items = value.split("\n" if "\n" in value else ";")
    return [TextNode(item.strip(), value.place) for item in items]


def is_single(text: str) -> bool:
    """Say whether *text*, in a column of places, is of one place."""
    return "\n" not in text and ";" not in text


def _list(name: str, value: TextNode) -> ListNode:
    items: list[Node] = [item for item in _items(value) if item]
    if name == "eligible":
        items = [_area(item) for item in items]
    return ListNode(items, value.place)


def _area(item: Node) -> Node:
    area = AREA.fullmatch(item) if isinstance(item, TextNode) else None
    if not area:
        return item
    country, region = (TextNode(part, item.place) for part in area.groups())
    return _group({"country": country, "region": region})


def _locations(values: Values, problems: list[Problem]) -> list[MappingNode]:
    """Make a place of each item of the columns; a column of one item says it of all places."""
    columns = {name.partition(".")[2]: _items(value) for name, value in values.items()}
    most = max(columns.values(), key=len, default=[])
    for items in columns.values():
        if len(items) not in {1, len(most)}:
            message = f"There are {len(items)} items here, and {len(most)} in another column."
            hint = "Give one for each place, in the same order, or one alone for all."
            problems.append(Problem.at(items[0].place, message, hint))
    if problems:
        return []
    places = range(len(most))
    return [_group({name: item for name, item in _nth(columns, place) if item}) for place in places]


def _nth(columns: Mapping[str, list[TextNode]], place: int) -> Iterator[tuple[str, TextNode]]:
    for name, items in columns.items():
        yield name, items[place if len(items) > 1 else 0]

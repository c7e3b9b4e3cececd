"""Makes openings of the rows of a table that nothing is wrong with, without a word on the others.

The long way is that of YAML files: nodes first, then pydantic. Here pydantic sees each text of a
column once, and a row is put together of the values. Whatever is unusual is left to the long way,
which makes the same opening, or knows what to say of it.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from operator import itemgetter
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeAlias, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from postingkit.errors import Place, Problem, SheetPlace
from postingkit.model.identity import fault, suggested
from postingkit.model.nodes import Node, TextNode
from postingkit.model.opening import (
    Opening,
    OpeningApplication,
    OpeningContact,
    OpeningLocation,
    OpeningPay,
)
from postingkit.model.places import RowPlaces, paths_within
from postingkit.model.source import FORBIDDEN, normal
from postingkit.model.tables.columns import ID, PLACES
from postingkit.model.tables.grid import Cell
from postingkit.model.tables.headers import Column, Header
from postingkit.model.tables.rows import RawRow, is_single, value_of
from postingkit.model.values import Located, PlainText, Words, placed

Validate: TypeAlias = Callable[[Node, list[Problem]], object]
"""Makes the value of a field of a node, and adds what is wrong with it to problems, or raises."""

MOST_KEPT = 5_000
"""Texts of a column whose values are kept; beyond them all are forgotten, so memory stays flat."""
UNPLACED: Final = SheetPlace("", "", 0, "")
"""The place of what rows share; where it is written in one of them, its opening knows."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A group of columns: the *field* of the opening that it is, and what stands in it.

    *path* is that of the group.
    """

    field: str
    kind: type[Located]
    path: str

    @property
    def whole(self) -> str:
        """The path of all groups of the kind; a row has one at most."""
        return self.path.partition("[")[0]


GROUPS: Mapping[str, _Kind] = {
    "location": _Kind("locations", OpeningLocation, "locations[1]"),
    "pay": _Kind("pay", OpeningPay, "pay"),
    "apply": _Kind("apply", OpeningApplication, "apply"),
    "contact": _Kind("contact", OpeningContact, "contact"),
}
"""The groups of columns by the names that their headings begin with. Others are unusual."""


@dataclass(frozen=True, slots=True, eq=False)
class _Value:
    """A *value* of the model, with the *headings* of the paths in it.

    *at* makes it of the place of a cell, if it has places.
    """

    value: object
    headings: Mapping[str, str] = field(default_factory=dict)
    at: Callable[[Place], object] | None = None


EMPTY, UNUSUAL = _Value("empty"), _Value("unusual")


class _Texts:
    """The values of the texts of one *column*, the one at *index*, each validated once.

    That is sound because equal texts in one column give values that differ in their places alone.
    """

    def __init__(self, column: Column, index: int) -> None:
        self.heading = column.heading
        self.name = column.name or ""
        self._is_left_out = column.name == ""
        self._index = index
        self.group, _, written = self.name.rpartition(".")
        self._path = f"{GROUPS[self.group].path}.{written}" if self.group in GROUPS else written
        self._headings = {self._path: self.heading}
        self.field, self._validate = _field_of(self.group, written)
        self._known: dict[Cell, _Value] = {}

    def value(self, row: Sequence[Cell]) -> _Value:
        """Give what the column's cell of a *row* says."""
        cell = row[self._index]
        return self._known.get(cell) or self._new(cell)

    def _new(self, cell: Cell) -> _Value:
        if len(self._known) >= MOST_KEPT:
            self._known.clear()
        value = self._known[cell] = self._validated(cell)
        return value

    def _validated(self, cell: Cell) -> _Value:
        if self._is_left_out or (isinstance(cell, str) and not cell.strip()):
            return EMPTY
        if not isinstance(cell, str):
            return UNUSUAL
        text = normal(cell).strip()
        is_odd = not cell.isprintable() and FORBIDDEN.search(cell)
        if is_odd or (self.name in PLACES and not is_single(text)):
            return UNUSUAL
        if self.name == ID:
            return _Value(text)  # of which no path leads to a value
        return self._judged(text)

    def _judged(self, text: str) -> _Value:
        if self._validate is None:
            return UNUSUAL
        problems: list[Problem] = []
        node = value_of(self.name, TextNode(text, UNPLACED))
        try:
            value = self._validate(node, problems)
        except (ValidationError, PydanticCustomError):
            return UNUSUAL
        if problems:
            return UNUSUAL
        headings = self._headings
        if isinstance(value, tuple | Located):
            headings = dict.fromkeys(paths_within(value, self._path), self.heading)
        return _Value(value, headings, None if self.group else _placing(value))


def _field_of(group: str, written: str) -> tuple[str, Validate | None]:
    """Give the attribute of the field *written* in a *group*, and what validates it alone."""
    kind = GROUPS[group].kind if group in GROUPS else None if group else Opening
    for name, each in kind.model_fields.items() if kind else ():
        if written == (each.alias or name):
            return name, _validation(each.annotation, each.metadata)
    return written, None


def _validation(annotation: Any, metadata: list[Any]) -> Validate:  # noqa: ANN401 - as pydantic has it
    """Give what pydantic does for a field; a field of words alone is validated by their kind."""
    is_union = get_origin(annotation) in {UnionType, Union}
    kinds = [each for each in get_args(annotation) if each is not NoneType] if is_union else []
    match kinds or [annotation]:
        case [type() as kind] if issubclass(kind, Words) and not metadata:
            return lambda node, _: kind.validate(node)
    adapter = TypeAdapter[object](Annotated[annotation, *metadata, None])
    return lambda node, problems: adapter.validate_python(node, context=problems)


def _placing(value: object) -> Callable[[Place], object] | None:
    match value:
        case Words(text=text):
            return partial(type(value), text)
        case (Words(), *_):
            makes = [partial(type(each), each.text) for each in value if isinstance(each, Words)]
            return lambda place: tuple([make(place) for make in makes])
        case Located() | (Located(), *_):
            return partial(placed, value)
        case _:
            return None


class _Group:
    """The values of one group of *columns*, each made once of equal cells: rows share them."""

    heading = ""
    """No column's: what rows share has no place of one of them."""

    def __init__(self, name: str, columns: Mapping[int, _Texts]) -> None:
        self._kind = GROUPS[name]
        self.field = self._kind.field
        self._columns = tuple(columns.values())
        self._cells = _picking(tuple(columns))
        self._known: dict[tuple[Cell, ...], _Value] = {}

    def value(self, row: Sequence[Cell]) -> _Value:
        """Give what the group's cells of a *row* say."""
        cells = self._cells(row)
        return self._known.get(cells) or self._new(cells, row)

    def _new(self, cells: tuple[Cell, ...], row: Sequence[Cell]) -> _Value:
        if len(self._known) >= MOST_KEPT:
            self._known.clear()
        value = self._known[cells] = self._made(row)
        return value

    def _made(self, row: Sequence[Cell]) -> _Value:
        """Make the group; one that lacks a field or contradicts itself is unusual."""
        fields: dict[str, object] = {}
        headings: dict[str, str] = {}
        for column in self._columns:
            value = column.value(row)
            if value is UNUSUAL:
                return UNUSUAL
            if value is not EMPTY:
                fields[column.field] = value.value
                headings |= value.headings
        if not fields:
            return EMPTY
        kind = self._kind.kind
        if not fields.keys() >= _required(kind):
            return UNUSUAL
        group = kind.of_sound(fields, UNPLACED, {})
        return UNUSUAL if any(group.contradictions()) else self._of_row(group, headings)

    def _of_row(self, group: Located, headings: Mapping[str, str]) -> _Value:
        """Give the *group* as the field of a row; it begins with a place's country, if it has one.

        The order of the columns does not matter to that.
        """
        path, whole = self._kind.path, self._kind.whole
        begins = headings.get(f"{path}.country") or next(iter(headings.values()))
        value = (group,) if path != whole else group
        return _Value(value, {whole: begins, path: begins, **headings})


def _picking(indices: tuple[int, ...]) -> Callable[[Sequence[Cell]], tuple[Cell, ...]]:
    """Give what picks the cells at *indices* of a row."""
    if len(indices) == 1:
        return lambda row: (row[indices[0]],)
    return itemgetter(*indices)


@cache
def _required(kind: type[Located]) -> frozenset[str]:
    return frozenset(name for name, each in kind.model_fields.items() if each.is_required())


class SoundRows:
    """Makes openings of the rows below one *header*."""

    def __init__(self, header: Header) -> None:
        columns = [_Texts(each, index) for index, each in enumerate(header.columns)]
        grouped: dict[str, dict[int, _Texts]] = defaultdict(dict)
        for index, column in enumerate(columns):
            if column.group in GROUPS:
                grouped[column.group][index] = column
        groups = [_Group(name, its) for name, its in grouped.items()]
        alone = [column for column in columns if column.group not in GROUPS]
        self._fields: tuple[_Texts | _Group, ...] = (*groups, *alone)
        self._width = -1 if header.problems else len(columns)

    def opening(self, row: RawRow) -> Opening | None:
        """Give the opening in *row*; None where anything in it is unusual."""
        missing = self._width - len(row.cells)
        if missing < 0:
            return None
        cells = (*row.cells, *[""] * missing) if missing else row.cells
        values = [field.value(cells) for field in self._fields]
        return None if UNUSUAL in values else self._opening(row, values)

    def _opening(self, row: RawRow, values: list[_Value]) -> Opening | None:
        """Put the opening together of the *values* of its fields."""
        file, sheet, number = row.grid.file, row.grid.sheet, row.number
        fields: dict[str, object] = {}
        headings: list[Mapping[str, str]] = []
        for its, value in zip(self._fields, values, strict=True):
            if value is not EMPTY:
                headings.append(value.headings)
                fields[its.field] = (
                    value.at(SheetPlace(file, sheet, number, its.heading))
                    if value.at
                    else value.value
                )
        id_ = _id(fields)
        if not id_ or not fields.keys() >= _required(Opening):
            return None
        place = row.grid.place(number)
        opening = Opening.of_sound(fields, place, RowPlaces(place, tuple(headings)), _id=id_)
        return None if any(opening.contradictions()) else opening


def _id(fields: dict[str, object]) -> str:
    """Take the id from the *fields* of a row, or make it of the requisition; else, nothing."""
    given = fields.pop(ID, None)
    requisition = fields.get("requisition")
    if given is None and isinstance(requisition, PlainText):
        return suggested(requisition.text)
    return given if isinstance(given, str) and not fault(given) else ""

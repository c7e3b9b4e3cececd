"""Makes openings of the rows of a table that nothing is wrong with, without a word on the others.

The long way is that of YAML files: nodes first, then pydantic. Here pydantic sees each text of a
column once, and a row is put together of the values. Whatever is unusual is left to the long way,
which makes the same opening, or knows what to say of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeAlias, TypeVar, Union, get_args, get_origin

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
from postingkit.model.source import FORBIDDEN, normal
from postingkit.model.tables.columns import ID, PLACES
from postingkit.model.tables.grid import Cell
from postingkit.model.tables.headers import Column, Header
from postingkit.model.tables.rows import RawRow, is_single, value_of
from postingkit.model.values import Located, PlainText, Words, placed

LocatedT = TypeVar("LocatedT", bound=Located)
Validate: TypeAlias = Callable[[Node, list[Problem]], object]
"""Makes the value of a field of a node, and adds what is wrong with it to problems, or raises."""

MOST_KEPT = 5_000
"""Texts of a column whose values are kept; beyond them all are forgotten, so memory stays flat."""
UNPLACED: Final = SheetPlace("", "", 0, "")

GROUPS: Mapping[str, tuple[str, type[Located]]] = {
    "location": ("locations", OpeningLocation),
    "pay": ("pay", OpeningPay),
    "apply": ("apply", OpeningApplication),
    "contact": ("contact", OpeningContact),
}
"""The groups of columns: the opening's field, and what stands in it. Others are unusual."""


@dataclass(frozen=True, slots=True)
class _Value:
    """A *value* of the model, and what makes it of the place of a cell, if it has places."""

    value: object
    at: Callable[[Place], object] | None = None


EMPTY, UNUSUAL = _Value("empty"), _Value("unusual")


class _Texts:
    """The values of the texts of one *column*, each validated once.

    That is sound because equal texts in one column give values that differ in their places alone.
    """

    def __init__(self, column: Column) -> None:
        self.heading = column.heading
        self.name = column.name or ""
        self._is_left_out = column.name == ""
        self.group, _, self.written = self.name.rpartition(".")
        self.field, self._validate = _field_of(self.group, self.written)
        self.known: dict[Cell, _Value] = {}

    def value(self, cell: Cell) -> _Value:
        """Give what *cell*, which is not known, says."""
        if len(self.known) >= MOST_KEPT:
            self.known.clear()
        value = self.known[cell] = self._validated(cell)
        return value

    def _validated(self, cell: Cell) -> _Value:
        if self._is_left_out or (isinstance(cell, str) and not cell.strip()):
            return EMPTY
        if not isinstance(cell, str):
            return UNUSUAL
        text = normal(cell).strip()
        if FORBIDDEN.search(cell) or (self.name in PLACES and not is_single(text)):
            return UNUSUAL
        if self.name == ID:
            return _Value(text)
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
        return UNUSUAL if problems else _Value(value, _placing(value))


def _field_of(group: str, written: str) -> tuple[str, Validate | None]:
    """Give the attribute of the field *written* in a *group*, and what validates it alone."""
    kind = GROUPS[group][1] if group in GROUPS else None if group else Opening
    for name, field in kind.model_fields.items() if kind else ():
        if written == (field.alias or name):
            return name, _validation(field.annotation, field.metadata)
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


@dataclass(frozen=True, slots=True, eq=False)
class CellPlaces(Mapping[str, Place]):
    """Where the fields of a group are written in a *row*, by the *headings* of their columns.

    A place is made when it is asked for, which is seldom.
    """

    row: SheetPlace
    headings: Mapping[str, str]

    def __getitem__(self, field: str) -> SheetPlace:
        """Give the place of *field*."""
        return SheetPlace(self.row.file, self.row.sheet, self.row.row, self.headings[field])

    def __iter__(self) -> Iterator[str]:
        """Give the fields in the order of their columns."""
        return iter(self.headings)

    def __len__(self) -> int:
        """Count the fields."""
        return len(self.headings)


class _Part:
    """What a row gives of one kind of group: values by attributes, headings by written names."""

    __slots__ = ("fields", "headings")

    def __init__(self) -> None:
        self.fields: dict[str, object] = {}
        self.headings: dict[str, str] = {}

    @property
    def heading(self) -> str:
        """Where the group begins: a place of work with its country, whatever the columns' order."""
        return self.headings.get("country") or next(iter(self.headings.values()))

    def made(
        self, kind: type[LocatedT], row: SheetPlace, place: Place, **private: str
    ) -> LocatedT | None:
        """Make the group; of one that lacks a field or contradicts itself, nothing."""
        if not self.fields.keys() >= _required(kind):
            return None
        group = kind.of_sound(self.fields, place, CellPlaces(row, self.headings), **private)
        return None if any(group.contradictions()) else group


@cache
def _required(kind: type[Located]) -> frozenset[str]:
    return frozenset(name for name, field in kind.model_fields.items() if field.is_required())


class SoundRows:
    """Makes openings of the rows below one *header*."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self._columns = [_Texts(each) for each in header.columns]

    def opening(self, row: RawRow) -> Opening | None:
        """Give the opening in *row*; None where anything in it is unusual."""
        parts = self._parts(row)
        if parts is None:
            return None
        whole = parts.pop("", _Part())
        id_ = _id(whole)
        if not id_ or fault(id_):
            return None
        place = row.grid.place(row.number)
        for group, part in parts.items():
            field, kind = GROUPS[group]
            heading = part.heading
            made = part.made(kind, place, row.grid.place(row.number, heading))
            if made is None:
                return None
            whole.fields[field] = (made,) if group == "location" else made
            whole.headings[field] = heading
        return whole.made(Opening, place, place, _id=id_)

    def _parts(self, row: RawRow) -> dict[str, _Part] | None:
        """Give what the cells of *row* say, by their groups."""
        if self._header.problems or len(row.cells) > len(self._columns):
            return None
        file, sheet, number = row.grid.file, row.grid.sheet, row.number
        parts: dict[str, _Part] = defaultdict(_Part)
        for column, cell in zip(self._columns, row.cells, strict=False):
            value = column.known.get(cell) or column.value(cell)
            if value is UNUSUAL:
                return None
            if value is EMPTY:
                continue
            part = parts[column.group]
            part.headings[column.written] = column.heading
            part.fields[column.field] = (
                value.at(SheetPlace(file, sheet, number, column.heading))
                if value.at
                else value.value
            )
        return parts


def _id(whole: _Part) -> str:
    """Take the id from what a row gives, or make it of the requisition."""
    whole.headings.pop(ID, None)
    given = whole.fields.pop(ID, None)
    requisition = whole.fields.get("requisition")
    if given is None and isinstance(requisition, PlainText):
        return suggested(requisition.text)
    return given if isinstance(given, str) else ""

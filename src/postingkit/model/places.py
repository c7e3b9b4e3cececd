"""Tells where the values of a model are written, by their dotted paths."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from postingkit.errors import Place, SheetPlace
from postingkit.model.values import Located, Words


class Places(Mapping[str, Place]):
    """Where each value that is given within *group* is written, by its dotted path.

    Paths are made of the names in a file, and count from 1. Those of values within others are found
    when one of them is asked for, which they seldom are.
    """

    def __init__(self, group: Located) -> None:
        self._group = group
        self._outer = group.written
        self._all: dict[str, Place] | None = None

    def __getitem__(self, path: str) -> Place:
        """Give the place of the value at *path*."""
        if "." in path or "[" in path:
            return self._every()[path]
        return self._outer[path]

    def get(self, path: str, default: Place | None = None) -> Place | None:  # type: ignore[override] # nobody asks for another kind of default
        """Give the place of the value at *path*, or *default* where there is none."""
        if "." in path or "[" in path:
            return self._every().get(path, default)
        return self._outer.get(path, default)

    def __iter__(self) -> Iterator[str]:
        """Give the paths in the order of the fields."""
        return iter(self._every())

    def __len__(self) -> int:
        """Count the paths."""
        return len(self._every())

    def _every(self) -> dict[str, Place]:
        if self._all is None:
            self._all = {}
            _note(self._group, "", self._all)
        return self._all


@dataclass(frozen=True, slots=True, eq=False)
class RowPlaces(Mapping[str, Place]):
    """Where the values of an opening are written in a *row*, by their dotted paths.

    *headings* name the column of each path, in parts that no two have a path in common. A place is
    made when it is asked for, which is seldom.
    """

    row: SheetPlace
    headings: tuple[Mapping[str, str], ...]

    def __getitem__(self, path: str) -> Place:
        """Give the place of the value at *path*."""
        place = self.get(path)
        if place is None:
            raise KeyError(path)
        return place

    def get(self, path: str, default: Place | None = None) -> Place | None:  # type: ignore[override] # nobody asks for another kind of default
        """Give the place of the value at *path*, or *default* where there is none."""
        for part in self.headings:
            if path in part:
                return SheetPlace(self.row.file, self.row.sheet, self.row.row, part[path])
        return default

    def __iter__(self) -> Iterator[str]:
        """Give the paths part by part."""
        return (path for part in self.headings for path in part)

    def __len__(self) -> int:
        """Count the paths."""
        return sum(map(len, self.headings))


def paths_within(value: object, path: str) -> Iterator[str]:
    """Yield the *path* of a *value*, and those of the values that are given within it."""
    yield path
    if isinstance(value, Located):
        for name, written in _names(type(value)):
            if name in value.model_fields_set:
                yield from paths_within(getattr(value, name), f"{path}.{written}")
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            if isinstance(item, Located | Words):
                yield from paths_within(item, f"{path}[{number}]")


def _note(group: Located, before: str, found: dict[str, Place]) -> None:
    """Add the places within *group* to what is *found*; *before* begins their paths."""
    given = group.model_fields_set
    for name, written in _names(type(group)):
        if name in given:
            path = before + written
            found[path] = group.place_of(written)
            value = getattr(group, name)
            if isinstance(value, Located):
                _note(value, f"{path}.", found)
            elif isinstance(value, tuple):
                _note_items(value, path, found)


def _note_items(items: tuple[object, ...], path: str, found: dict[str, Place]) -> None:
    for number, item in enumerate(items, 1):
        if isinstance(item, Located):
            found[f"{path}[{number}]"] = item.place
            _note(item, f"{path}[{number}].", found)
        elif isinstance(item, Words):
            found[f"{path}[{number}]"] = item.place


@cache
def _names(kind: type[Located]) -> tuple[tuple[str, str], ...]:
    """Give each field's name with the one that it has in a file."""
    return tuple((name, field.alias or name) for name, field in kind.model_fields.items())

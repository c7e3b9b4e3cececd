"""Tells where the values of a model are written, by their dotted paths."""

from collections.abc import Iterator

from postingkit.errors import Place
from postingkit.model.values import Located, Words


def places_within(value: Located, path: str = "") -> Iterator[tuple[str, Place]]:
    """Yield the dotted path and the place of each value that is given within *value*.

    *path* is that of *value* itself. Paths are made of the names in a file, and count from 1.
    """
    for name, field in type(value).model_fields.items():
        if name not in value.model_fields_set:
            continue
        written = field.alias or name
        step = f"{path}.{written}" if path else written
        yield step, value.place_of(written)
        match getattr(value, name):
            case Located() as group:
                yield from places_within(group, step)
            case tuple() as items:
                yield from _item_places(items, step)
            case _:
                continue


def _item_places(items: tuple[object, ...], path: str) -> Iterator[tuple[str, Place]]:
    for number, item in enumerate(items, 1):
        match item:
            case Located():
                yield f"{path}[{number}]", item.place
                yield from places_within(item, f"{path}[{number}]")
            case Words(place=place):
                yield f"{path}[{number}]", place
            case _:
                continue

"""Which fields a model knows at a place within it, for hints at what a misspelt one was to be."""

from types import NoneType, UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel


def known_fields(kind: object, steps: tuple[int | str, ...]) -> tuple[str, ...]:
    """Name the fields, as a file writes them, of the group that *steps* lead to in a *kind*.

    Where they lead to no group of named fields, there are none.
    """
    for step in steps:
        kind = _inner(_bare(kind), step)
    model = _bare(kind)
    return tuple(_written(model)) if _is_model(model) else ()


def _is_model(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _written(model: object) -> dict[str, object]:
    """Give the types of the fields of *model*, by their names in a file."""
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return {}
    fields = model.model_fields
    return {field.alias or name: field.annotation for name, field in fields.items()}


def _inner(kind: object, step: int | str) -> object:
    """Give the type of what *step* leads to: a field, or an item of a list or mapping."""
    if _is_model(kind):
        return _written(kind).get(str(step))
    inner = [each for each in get_args(kind) if each is not Ellipsis]
    return inner[-1] if inner else None


def _bare(kind: object) -> object:
    """Give *kind* without what is said about it, and without None."""
    match get_origin(kind):
        case origin if origin is Annotated:
            return _bare(get_args(kind)[0])
        case origin if origin is Union or origin is UnionType:
            return next((_bare(each) for each in get_args(kind) if each is not NoneType), None)
        case _:
            return kind

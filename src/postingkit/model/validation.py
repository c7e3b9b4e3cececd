"""Turns nodes into models, and everything pydantic finds wrong into problems at their places."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from postingkit.errors import FilePlace, InvalidInput, Place, Problem, SheetPlace
from postingkit.model.known import known_fields
from postingkit.model.nodes import ListNode, MappingNode, Node, TextNode
from postingkit.model.reading import kind_of
from postingkit.model.spaces import stray_space
from postingkit.model.values import suggestion

ModelT = TypeVar("ModelT")

Details = Mapping[str, Any]
KEY = "[key]"  # pydantic's last step to a mapping's key


def validated(kind: type[ModelT], node: Node) -> ModelT:
    """Make a *kind* of model of *node*; raises `InvalidInput` with every problem there is."""
    problems: list[Problem] = []
    try:
        adapter = _adapter(kind)  # type: ignore[arg-type] # mypy doubts that a type can be hashed
        value: ModelT = adapter.validate_python(node, context=problems)
    except ValidationError as error:
        every = error.errors(include_url=False)
        found = [_problem(details, node, kind) for details in every if not _follows(details)]
        raise InvalidInput(in_order(problems + found)) from error
    if problems:
        raise InvalidInput(in_order(problems))
    return value


@cache
def _adapter(kind: type[ModelT]) -> TypeAdapter[ModelT]:
    return TypeAdapter(kind)


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Sort *problems* by file, line and column, and drop repeats."""
    return by_place(dict.fromkeys(problems))


def by_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort *problems*, each of which is there once, by file, line and column."""
    return tuple(sorted(problems, key=_position))


def _position(problem: Problem) -> tuple[str, int, int]:
    match problem.place:
        case FilePlace(file, line, column):
            return file, line, column
        case SheetPlace(file, _, row, _):
            return file, row, 0
        case None:
            return "", 0, 0
        case other:
            return other.file, 0, 0


def _follows(details: ErrorDetails) -> bool:
    """Tell of a list that pydantic finds too short only because it leaves out the wrong items."""
    limit = details.get("ctx", {}).get("min_length", 0)
    return details["type"] == "too_short" and len(details["input"]) >= limit


def _problem(details: ErrorDetails, root: Node, kind: object) -> Problem:
    steps = details["loc"]
    message, hint = _wording(details)
    if steps[-1:] == (KEY,):
        return Problem.at(_key_place(root, steps[:-1]), message, hint)
    if details["type"] == "extra_forbidden":
        hint = suggestion(str(steps[-1]), known_fields(kind, steps[:-1]))
        return Problem.at(_key_place(root, steps), message, hint)
    empty = _empty_field(root, steps) if details["type"] == "missing" else None
    if empty:
        message = f"The field “{steps[-1]}” is empty."
        return Problem.at(empty, message, "Write its value behind the colon.")
    node = _reached(root, steps)
    space = stray_space(node.place) if details["type"] in GATHERED else None
    if space:
        return space
    # What a mere text stands for is written nowhere, so its path is the text's.
    path = node.place.path if isinstance(node, TextNode) else dotted(steps)
    return Problem(node.place, path, message, hint)


def dotted(steps: tuple[int | str, ...]) -> str:
    """Write the *steps* to a value as a dotted path: ``responsibilities[2].text``, from 1."""
    written = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in steps)
    return "".join(written).removeprefix(".")


def _key_place(root: Node, steps: tuple[int | str, ...]) -> Place:
    parent = _reached(root, steps[:-1])
    return parent.key_places[str(steps[-1])] if isinstance(parent, MappingNode) else parent.place


def _empty_field(root: Node, steps: tuple[int | str, ...]) -> Place | None:
    """Give the place of a field that is named but has no value, which the model sees as missing."""
    parent = _reached(root, steps[:-1])
    return parent.key_places.get(str(steps[-1])) if isinstance(parent, MappingNode) else None


def _reached(node: Node, steps: tuple[int | str, ...]) -> Node:
    for step in steps:
        match node:
            case MappingNode() if step in node:
                node = node[str(step)]
            case ListNode() if isinstance(step, int) and step < len(node):
                node = node[step]
            case _:
                break
    return node


def _wording(details: ErrorDetails) -> tuple[str, str]:
    if details["type"] in SCALARS and not isinstance(details["input"], str):
        return f"Text is expected here, not {kind_of(details['input'])}.", ""
    wording = WORDINGS.get(details["type"])
    context = details.get("ctx", {})
    if wording:
        return wording(details, context)
    return details["msg"].removesuffix(".") + ".", str(context.get("hint", ""))


def _missing(details: Details, _: Details) -> tuple[str, str]:
    name = details["loc"][-1]
    if isinstance(getattr(details["input"], "place", None), SheetPlace):
        column = ".".join(step for step in details["loc"] if isinstance(step, str))
        return f"The field “{name}” is missing.", f"Fill in the column “{column}”."
    return f"The field “{name}” is missing.", f"Add a line “{name}: …”."


def _unknown(details: Details, _: Details) -> tuple[str, str]:
    return f"There is no field “{details['loc'][-1]}” here.", ""


def _choice(details: Details, context: Details) -> tuple[str, str]:
    known = tuple(word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", "))
    return f"“{details['input']}” is none of the words that may stand here.", suggestion(
        str(details["input"]), known
    )


def _list(details: Details, _: Details) -> tuple[str, str]:
    message = f"A list is expected here, not {kind_of(details['input'])}."
    return message, "Write one item a line, each beginning with “- ”."


def _group(details: Details, _: Details) -> tuple[str, str]:
    message = f"A group of fields is expected here, not {kind_of(details['input'])}."
    return message, "Write each field on a line of its own, indented, as “name: value”."


def _whole_number(details: Details, _: Details) -> tuple[str, str]:
    return f"“{details['input']}” is no whole number.", "Write digits alone, as in “30”."


def _number(details: Details, _: Details) -> tuple[str, str]:
    return f"“{details['input']}” is no number.", "Write digits alone, as in “10.5”."


def _truth(details: Details, _: Details) -> tuple[str, str]:
    return f"“{details['input']}” is neither yes nor no.", "Write “true” or “false”."


def _bound(words: str, key: str) -> Callable[[Details, Details], tuple[str, str]]:
    def wording(details: Details, context: Details) -> tuple[str, str]:
        limit = f"It must be {words} {context[key]:g}."
        return f"{details['input']} is not possible here.", limit

    return wording


def _too_few(_: Details, context: Details) -> tuple[str, str]:
    return f"There must be at least {context['min_length']} here.", ""


def _too_many(_: Details, context: Details) -> tuple[str, str]:
    return f"There are more than {context['max_length']} here.", ""


def _pattern(details: Details, _: Details) -> tuple[str, str]:
    return f"“{details['input']}” does not have the form that is expected here.", ""


SCALARS = frozenset(
    {"literal_error", "int_type", "float_type", "bool_type", "string_type", "length"}
)
GATHERED = frozenset(
    {
        "list_type",
        "tuple_type",
        "dict_type",
        "model_type",
        "model_attributes_type",
        "dataclass_type",
    }
)
WORDINGS: Mapping[str, Callable[[Details, Details], tuple[str, str]]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "literal_error": _choice,
    "list_type": _list,
    "tuple_type": _list,
    "dict_type": _group,
    "model_type": _group,
    "model_attributes_type": _group,
    "dataclass_type": _group,
    "int_parsing": _whole_number,
    "int_from_float": _whole_number,
    "int_parsing_size": _whole_number,
    "float_parsing": _number,
    "bool_parsing": _truth,
    "greater_than": _bound("more than", "gt"),
    "greater_than_equal": _bound("at least", "ge"),
    "less_than": _bound("less than", "lt"),
    "less_than_equal": _bound("at most", "le"),
    "string_pattern_mismatch": _pattern,
    "too_short": _too_few,
    "too_long": _too_many,
}

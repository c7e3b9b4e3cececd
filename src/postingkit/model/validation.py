"""Turns nodes into models, and everything pydantic finds wrong into problems at their places."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model.nodes import ListNode, MappingNode, Node
from postingkit.model.reading import kind_of
from postingkit.model.values import suggestion

ModelT = TypeVar("ModelT")

Details = Mapping[str, Any]


def validated(kind: type[ModelT], node: Node) -> ModelT:
    """Make a *kind* of model of *node*; raises `InvalidInput` with every problem there is."""
    problems: list[Problem] = []
    try:
        value = TypeAdapter(kind).validate_python(node, context=problems)
    except ValidationError as error:
        found = [_problem(details, node) for details in error.errors(include_url=False)]
        raise InvalidInput(in_order(problems + found)) from error
    if problems:
        raise InvalidInput(in_order(problems))
    return value


def in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Sort *problems* by file, line and column, and drop repeats."""
    return tuple(sorted(dict.fromkeys(problems), key=_position))


def _position(problem: Problem) -> tuple[str, int, int]:
    match problem.place:
        case FilePlace(file, line, column):
            return file, line, column
        case None:
            return "", 0, 0
        case other:
            return other.file, 0, 0


def _problem(details: ErrorDetails, root: Node) -> Problem:
    steps = details["loc"]
    place = _place(root, steps)
    message, hint = _wording(details)
    return Problem(place, dotted(steps), message, hint)


def dotted(steps: tuple[int | str, ...]) -> str:
    """Write the *steps* to a value as a dotted path: ``responsibilities[2].text``, from 1."""
    written = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in steps)
    return "".join(written).removeprefix(".")


def _place(node: Node, steps: tuple[int | str, ...]) -> FilePlace:
    for step in steps:
        match node:
            case MappingNode() if step in node:
                node = node[str(step)]
            case ListNode() if isinstance(step, int) and step < len(node):
                node = node[step]
            case _:
                break
    return node.place


def _wording(details: ErrorDetails) -> tuple[str, str]:
    wording = WORDINGS.get(details["type"])
    context = details.get("ctx", {})
    if wording:
        return wording(details, context)
    return details["msg"].removesuffix(".") + ".", str(context.get("hint", ""))


def _missing(details: Details, _: Details) -> tuple[str, str]:
    name = details["loc"][-1]
    return f"The field “{name}” is missing.", f"Add a line “{name}: …”."


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
        return f"{details['input']} is not possible here.", f"It must be {words} {context[key]}."

    return wording


def _pattern(details: Details, _: Details) -> tuple[str, str]:
    return f"“{details['input']}” does not have the form that is expected here.", ""


WORDINGS: Mapping[str, Callable[[Details, Details], tuple[str, str]]] = {
    "missing": _missing,
    "literal_error": _choice,
    "list_type": _list,
    "tuple_type": _list,
    "dict_type": _group,
    "model_type": _group,
    "model_attributes_type": _group,
    "dataclass_type": _group,
    "int_parsing": _whole_number,
    "int_type": _whole_number,
    "int_from_float": _whole_number,
    "int_parsing_size": _whole_number,
    "float_parsing": _number,
    "float_type": _number,
    "bool_parsing": _truth,
    "bool_type": _truth,
    "greater_than": _bound("more than", "gt"),
    "greater_than_equal": _bound("at least", "ge"),
    "less_than": _bound("less than", "lt"),
    "less_than_equal": _bound("at most", "le"),
    "string_pattern_mismatch": _pattern,
}

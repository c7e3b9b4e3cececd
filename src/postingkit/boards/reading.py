"""Reads a profile's YAML, every scalar as text and each value with its place; it knows no board."""

from typing import TypeAlias

import yaml

from postingkit.errors import FilePlace, InvalidInput, Problem

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
Steps: TypeAlias = tuple[str, ...]
"""The steps to a value: names of fields, and numbers of items."""

MAXIMUM_BYTES = 256_000
MAXIMUM_DEPTH = 20
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parsed(content: bytes, file: str, places: dict[Steps, FilePlace]) -> dict[str, Data]:
    """Read YAML whose every scalar is text; *places* gets the place of each value.

    What is empty without quotes comes as an empty list. Raises `InvalidInput` for what is no YAML,
    too large, too deep, or refers to other places of itself.
    """
    try:
        data = _plain(_composed(content, file), file, (), places)
    except UnicodeDecodeError as error:
        raise _refused(file, None, "The file is not UTF-8.") from error
    except yaml.MarkedYAMLError as error:
        raise _refused(file, error.problem_mark, f"This is no YAML: {error.problem}.") from error
    except yaml.YAMLError as error:
        raise _refused(file, None, "The file holds characters that YAML does not take.") from error
    if not isinstance(data, dict):
        raise _refused(file, None, "A profile is a group of fields.")
    return data


def _composed(content: bytes, file: str) -> yaml.Node | None:
    if len(content) > MAXIMUM_BYTES:
        raise _refused(file, None, f"A profile is no larger than {MAXIMUM_BYTES:,} bytes.")
    text = content.decode("utf-8-sig")
    _refuse_depth(text, file)  # for libyaml's composer breaks on what is very deep
    node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return node


def _refuse_depth(text: str, file: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        match event:
            case yaml.AliasEvent():
                raise _refused(file, event.start_mark, "A value refers to another place by “*”.")
            case yaml.CollectionStartEvent():
                depth += 1
            case yaml.CollectionEndEvent():
                depth -= 1
            case _:
                pass
        if depth > MAXIMUM_DEPTH:
            raise _refused(file, event.start_mark, "Groups stand too deep in each other.")


def _plain(node: yaml.Node | None, file: str, path: Steps, places: dict[Steps, FilePlace]) -> Data:
    if node is None:
        return []
    mark = node.start_mark
    places[path] = FilePlace(file, mark.line + 1, mark.column + 1, "", ".".join(path))
    match node:
        case yaml.MappingNode(value=pairs):
            named = ((str(key.value), value) for key, value in pairs)
            return {name: _plain(value, file, (*path, name), places) for name, value in named}
        case yaml.SequenceNode(value=items):
            return [
                _plain(item, file, (*path, str(index)), places) for index, item in enumerate(items)
            ]
        case yaml.ScalarNode(value=value, style=style) if value or style:
            return str(value)
        case _:
            return []


def _refused(file: str, mark: object, message: str) -> InvalidInput:
    line, column = getattr(mark, "line", 0) + 1, getattr(mark, "column", 0) + 1
    return InvalidInput((Problem.at(FilePlace(file, line, column), message),))

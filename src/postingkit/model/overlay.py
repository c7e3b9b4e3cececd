"""Settings given as ``path=value``, laid over what templates say."""

from collections.abc import Iterable

from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model.nodes import MappingNode, Node, TextNode, merged
from postingkit.model.reading import read_yaml
from postingkit.model.source import read_option

SOURCE = "--set"


def overlay(settings: Iterable[str]) -> MappingNode:
    """Read *settings* such as ``theme.page.size=Letter`` into one mapping; later ones win.

    A value that begins with ``[`` or ``{`` is a list or a group. Raises `InvalidInput` for a
    setting without a name or a value.
    """
    result = MappingNode({}, FilePlace(SOURCE, 1, 1), {})
    for setting in settings:
        result = merged(result, _nested(setting))
    return result


def _nested(setting: str) -> MappingNode:
    path, equals, value = read_option(setting, SOURCE).partition("=")
    keys = [key.strip() for key in path.split(".")]
    place = FilePlace(SOURCE, 1, 1, setting, path)
    if not equals or not value.strip() or not all(keys):
        hint = "Write --set theme.page.size=Letter, for example."
        raise InvalidInput((Problem.at(place, "This setting has no name or no value.", hint),))
    *outer, last = keys
    node = MappingNode({last: _value(value.strip(), place)}, place, {last: place})
    for key in reversed(outer):
        node = MappingNode({key: node}, place, {key: place})
    return node


def _value(text: str, place: FilePlace) -> Node:
    if text.startswith(("[", "{")):
        return read_yaml(f"value: {text}".encode(), SOURCE)["value"]
    return TextNode(text, place)

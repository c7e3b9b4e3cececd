"""What a file says, each value with its place, before a model says what it means."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Self, TypeAlias

from postingkit.errors import FilePlace, Place


class TextNode(str):
    """A scalar, as written."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, text: str, place: Place) -> Self:
        """Give *text* its *place*."""
        node = super().__new__(cls, text)
        node.place = place
        return node

    def __reduce__(self) -> tuple[type["TextNode"], tuple[str, Place]]:
        """Give what a copy in another process is made from."""
        return type(self), (str(self), self.place)


class ListNode(list["Node"]):
    """A sequence, in its order."""

    __slots__ = ("place",)

    def __init__(self, items: Iterable["Node"], place: Place) -> None:
        super().__init__(items)
        self.place = place


class MappingNode(dict[str, "Node"]):
    """Keys with their values; *key_places* says where each key stands, also one without a value."""

    __slots__ = ("key_places", "place")

    def __init__(
        self, entries: Mapping[str, "Node"], place: Place, key_places: Mapping[str, Place]
    ) -> None:
        super().__init__(entries)
        self.place = place
        self.key_places = dict(key_places)


Node: TypeAlias = TextNode | ListNode | MappingNode


def merged(below: MappingNode, above: MappingNode) -> MappingNode:
    """Lay *above* over *below*: mappings merge, all else replaces; values keep their places."""
    entries: dict[str, Node] = dict(below)
    for key, value in above.items():
        beneath = entries.get(key)
        if isinstance(beneath, MappingNode) and isinstance(value, MappingNode):
            entries[key] = merged(beneath, value)
        else:
            entries[key] = value
    return MappingNode(entries, above.place, below.key_places | above.key_places)


def without(node: MappingNode, *keys: str) -> MappingNode:
    """Give *node* less its *keys*."""
    left_out = frozenset(keys)
    kept = {key: value for key, value in node.items() if key not in left_out}
    places = {key: place for key, place in node.key_places.items() if key not in left_out}
    return MappingNode(kept, node.place, places)


def filled(node: MappingNode) -> MappingNode:
    """Give *node* with an empty mapping for each key without a value."""
    empty = {
        key: MappingNode({}, place, {}) for key, place in node.key_places.items() if key not in node
    }
    return MappingNode({**node, **empty}, node.place, node.key_places)


def blank(node: MappingNode) -> MappingNode:
    """Give *node* with an empty text for each key without a value, in groups within it too."""
    empty = {key: TextNode("", node.key_places[key]) for key in node.key_places}
    given = {
        key: blank(value) if isinstance(value, MappingNode) else value
        for key, value in node.items()
    }
    return MappingNode(empty | given, node.place, node.key_places)


def located(node: Node, path: str = "") -> Node:
    """Give the same tree with each place knowing the dotted *path* of its value."""
    place = _with_path(node.place, path)
    match node:
        case TextNode():
            return TextNode(node, place)
        case ListNode():
            return ListNode(
                (located(item, f"{path}[{number}]") for number, item in enumerate(node, 1)), place
            )
        case MappingNode():
            below = {key: f"{path}.{key}" if path else key for key in node.key_places}
            return MappingNode(
                {key: located(value, below[key]) for key, value in node.items()},
                place,
                {key: _with_path(at, below[key]) for key, at in node.key_places.items()},
            )


def _with_path(place: Place, path: str) -> Place:
    """Give *place* with the *path* of its value; the cell of a table has its column for that."""
    return replace(place, path=path) if isinstance(place, FilePlace) else place

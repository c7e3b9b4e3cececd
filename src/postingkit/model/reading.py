"""Reads YAML into nodes that know their places; it refuses what could hurt and guesses nothing.

Nodes are built from the parser's events, one after the other, so that size, depth and aliases are
judged before anything grows. Scalars stay the text that was written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from postingkit.errors import FilePlace, InvalidInput, Place, Problem
from postingkit.model.nodes import ListNode, MappingNode, Node, TextNode, located
from postingkit.model.source import (
    FORBIDDEN,
    QUOTE,
    REMOVE,
    ROLE_LINE,
    Source,
    forbidden,
    normal,
)
from postingkit.model.spaces import stray_space

MAXIMUM_DEPTH = 20
CUT = re.compile(r"\s+(#\w\S*)")
MAXIMUM_VALUES = 50_000

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(data: bytes, file: str, example: str = ROLE_LINE) -> MappingNode:
    """Read the bytes of one YAML file, whose name for messages is *file*.

    The file must hold one mapping; *example* is a line that one of its kind may hold, for hints.
    Raises `InvalidInput` with every problem that could be found.
    """
    source = Source.decoded(file, data, example)
    try:
        node = located(_built(source))
    except yaml.MarkedYAMLError as error:
        raise InvalidInput((source.syntax_problem(error),)) from error
    except yaml.YAMLError as error:
        problem = Problem.at(source.place(0, 0), f"This is no YAML: {error}.")
        raise InvalidInput((problem,)) from error
    if isinstance(node, MappingNode):
        return node
    fieldless = Problem.at(
        node.place,
        f"The file must hold fields, each with its name, and not just {kind_of(node)}.",
        f"Begin with a line such as “{example}”.",
    )
    raise InvalidInput((stray_space(node.place) or fieldless,))


def kind_of(node: object) -> str:
    """Name the kind of *node* in words that a reader of YAML files knows."""
    match node:
        case str():
            return "text"
        case list():
            return "a list"
        case _:
            return "a group of fields"


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    place: FilePlace
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Node] = field(default_factory=dict)
    key_places: dict[str, Place] = field(default_factory=dict)
    key: TextNode | None = None

    def closed(self) -> Node:
        if self.is_mapping:
            return MappingNode(self.entries, self.place, self.key_places)
        return ListNode(self.items, self.place)


def _built(source: Source) -> Node:
    builder = _Builder(source)
    for event in _events(source):
        builder.take(event)
    if builder.problems:
        raise InvalidInput(tuple(builder.problems))
    return builder.root


def _events(source: Source) -> Iterator[Event]:
    loader = _Loader(source.text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Builder:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Node = MappingNode({}, source.place(0, 0), {})
        self.problems: list[Problem] = []
        self.stack: list[_Open] = []
        self.documents = 0
        self.values = 0

    def take(self, event: Event) -> None:
        if isinstance(event, NodeEvent):
            self._count_value(event)
            self._refuse_references(event)
        match event:
            case DocumentStartEvent():
                self._count_document(event)
            case ScalarEvent():
                self._scalar(event)
            case MappingStartEvent() | SequenceStartEvent():
                self._open(event)
            case CollectionEndEvent():
                self._add(self.stack.pop().closed())
            case _:
                pass

    def _place(self, event: Event) -> FilePlace:
        mark = event.start_mark
        return self.source.place(mark.line, mark.column) if mark else self.source.place(0, 0)

    def _refuse(self, place: Place, message: str, hint: str) -> None:
        self.problems.append(Problem.at(place, message, hint))

    def _refuse_at_once(self, event: Event, message: str, hint: str) -> NoReturn:
        self._refuse(self._place(event), message, hint)
        raise InvalidInput(tuple(self.problems))

    def _count_value(self, event: Event) -> None:
        self.values += 1
        if self.values > MAXIMUM_VALUES:
            message = f"The file holds more than {MAXIMUM_VALUES:,} values."
            self._refuse_at_once(event, message, "Check that it is the right file.")

    def _refuse_references(self, event: NodeEvent) -> None:
        if isinstance(event, AliasEvent):
            self._refuse(self._place(event), f"“*{event.anchor}” refers to another place.", QUOTE)
            self._add(TextNode("", self._place(event)))
        elif event.anchor:
            self._refuse(self._place(event), f"“&{event.anchor}” names a place.", QUOTE)
        elif getattr(event, "tag", None) not in {None, "!"}:
            self._refuse(self._place(event), "A word that begins with “!” is a YAML tag.", QUOTE)

    def _count_document(self, event: Event) -> None:
        self.documents += 1
        if self.documents > 1:
            message = "A second document begins here, and a file holds one."
            self._refuse_at_once(event, message, "Delete the line “---”.")

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        self.stack.append(_Open(self._place(event), isinstance(event, MappingStartEvent)))
        if len(self.stack) > MAXIMUM_DEPTH:
            message = f"Lists and groups stand more than {MAXIMUM_DEPTH} deep in each other."
            self._refuse_at_once(event, message, "Put the text between quotes.")

    def _refuse_cut(self, event: ScalarEvent) -> None:
        """Refuse a text that a number sign cuts off, for that is seldom meant to be a remark."""
        mark = event.end_mark
        if mark is None or event.style or mark.line >= len(self.source.lines):
            return
        remark = CUT.match(self.source.lines[mark.line], mark.column)
        if remark:
            message = f"The text ends before “{remark[1]}”: what follows a “#” is a remark."
            hint = "Put the text between quotes, or write “# ” where a remark is meant."
            self._refuse(self.source.place(mark.line, remark.start(1)), message, hint)

    def _scalar(self, event: ScalarEvent) -> None:
        self._refuse_cut(event)
        place = self._place(event)
        # Only an escape in quotes ("\\u0007") can still bring such a character in.
        for character in sorted(set(FORBIDDEN.findall(event.value))):
            self._refuse(place, forbidden(character), REMOVE)
        self._add(TextNode(normal(event.value), place))

    def _add(self, node: Node) -> None:
        if not self.stack:
            # An empty document holds no fields, as an empty file does.
            self.root = node if node != "" else self.root
            return
        parent = self.stack[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            self._begin_entry(parent, node)
        else:
            # An empty value is one that has not been written yet, so it is not there.
            if parent.key not in parent.entries and node != "":
                parent.entries[str(parent.key)] = node
            parent.key = None

    def _begin_entry(self, parent: _Open, key: Node) -> None:
        if not isinstance(key, TextNode):
            self._refuse(key.place, "A field's name must be plain text.", QUOTE)
            key = TextNode(f"{key.place}", key.place)
        elif not key.isascii() and (space := stray_space(key.place)):
            self.problems.append(space)
        elif str(key) in parent.key_places:
            first = parent.key_places[str(key)]
            where = f"in line {first.line}" if isinstance(first, FilePlace) else f"at {first}"
            message = f"The field “{key}” stands here a second time; the first is {where}."
            self._refuse(key.place, message, "Keep one of the two.")
        parent.key_places.setdefault(str(key), key.place)
        parent.key = key

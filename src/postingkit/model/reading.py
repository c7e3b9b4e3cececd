"""Reads YAML into nodes that know their places; it refuses what could hurt and guesses nothing.

Nodes are built from the parser's events, one after the other, so that size, depth and aliases are
judged before anything grows. Scalars stay the text that was written.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

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

from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model.nodes import ListNode, MappingNode, Node, TextNode, located

MAXIMUM_BYTES = 2_000_000
MAXIMUM_DEPTH = 20

# Unicode's Cc but tab and line ends, surrogates, and the noncharacters that no file format takes.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
LINE_ENDS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # YAML 1.1, section 4.2

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(data: bytes, file: str) -> MappingNode:
    """Read the bytes of one YAML file, whose name for messages is *file*.

    The file must hold one mapping. Raises `InvalidInput` with every problem that could be found.
    """
    source = Source.of(file, _decoded(data, file))
    source.refuse_control_characters()
    try:
        node = located(_built(source))
    except yaml.MarkedYAMLError as error:
        raise InvalidInput((source.syntax_problem(error),)) from error
    except yaml.YAMLError as error:
        problem = Problem.at(source.place(0, 0), f"This is no YAML: {error}.")
        raise InvalidInput((problem,)) from error
    if isinstance(node, MappingNode):
        return node
    problem = Problem.at(
        node.place,
        f"The file must hold fields, each with its name, and not just {kind_of(node)}.",
        "Begin with a line such as “title: Data Engineer”.",
    )
    raise InvalidInput((problem,))


def kind_of(node: object) -> str:
    """Name the kind of *node* in words that a reader of YAML files knows."""
    match node:
        case str():
            return "text"
        case list():
            return "a list"
        case _:
            return "a group of fields"


def too_large(file: str, size: int) -> InvalidInput:
    """Make the refusal of a file of *size* bytes."""
    problem = Problem.at(
        FilePlace(file, 1, 1),
        f"The file is too large: {size / 1e6:,.1f} MB, where {MAXIMUM_BYTES / 1e6:.0f} MB is most.",
        "Check that it is the right file; a role takes a few kilobytes.",
    )
    return InvalidInput((problem,))


def _decoded(data: bytes, file: str) -> str:
    if len(data) > MAXIMUM_BYTES:
        raise too_large(file, len(data))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", errors="replace")
        source = Source.of(file, before)
        line = len(source.lines) - 1
        problem = Problem.at(
            source.place(line, len(source.lines[line])),
            "The file is not UTF-8 text from here on.",
            "Save it again with the encoding “UTF-8”.",
        )
        raise InvalidInput((problem,)) from error


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text, and the lines that its places show."""

    file: str
    text: str
    lines: tuple[str, ...]

    @classmethod
    def of(cls, file: str, text: str) -> "Source":
        """Make the source of a *file* that holds *text*."""
        return cls(file, text, tuple(LINE_ENDS.split(text)))

    def place(self, line: int, column: int) -> FilePlace:
        """Make a place from a *line* and a *column* that count from 0, as the parser's do."""
        line = min(line, len(self.lines) - 1)
        return FilePlace(self.file, line + 1, column + 1, self.lines[line])

    def refuse_control_characters(self) -> None:
        """Raise `InvalidInput` with each line that holds a character no document may hold."""
        problems = tuple(
            Problem.at(self.place(number, match.start()), forbidden(match.group()), REMOVE)
            for number, line in enumerate(self.lines)
            if (match := FORBIDDEN.search(line))
        )
        if problems:
            raise InvalidInput(problems)

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        """Turn the parser's *error* into a problem in plainer words."""
        mark = error.problem_mark or error.context_mark
        place = self.place(mark.line, mark.column) if mark else self.place(0, 0)
        said = error.problem or "it cannot be read"
        for pattern, message, hint in SYNTAX:
            if re.search(pattern, said):
                return Problem.at(place, message, hint)
        return Problem.at(place, f"This is no YAML: {said}.", QUOTE)


REMOVE = "Delete it; it often comes along when text is pasted from another program."
QUOTE = 'Text with signs such as : # & * ! % @ in it is safe between quotes: "…".'
SYNTAX = (
    ("mapping values are not allowed", "A second “: ” on the line cannot be read.", QUOTE),
    (
        "could not find expected ':'",
        "A field's name must be followed by a colon and a space.",
        "Write “title: Data Engineer”; text that goes on is indented deeper than its field.",
    ),
    (
        r"found character|cannot start any token|did not find expected alphabetic",
        "Text cannot begin with this sign, and lines are indented with spaces, not with tabs.",
        QUOTE,
    ),
    (
        "escape c",
        "What follows the backslash here stands for no character.",
        "Write the character itself, or two backslashes for one.",
    ),
    (
        "did not find expected key|did not find expected '-' indicator",
        "The line does not fit in with those above it.",
        "Indent fields of one group by the same number of spaces, and begin list items with “- ”.",
    ),
    (
        r"did not find expected ',' or",
        "A list or group that opens with [ or { is not closed.",
        "Close it, or write one item a line, each beginning with “- ”.",
    ),
    ("unexpected end of stream", "A quotation that opens here is not closed.", "Close it."),
)


def forbidden(character: str) -> str:
    """Say what *character* is that may not stand in a text."""
    name = unicodedata.name(character, "a control character")
    return f"The character U+{ord(character):04X} ({name}) may not stand in a text."


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    place: FilePlace
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Node] = field(default_factory=dict)
    key_places: dict[str, FilePlace] = field(default_factory=dict)
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

    def take(self, event: Event) -> None:
        if isinstance(event, NodeEvent):
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

    def _refuse(self, place: FilePlace, message: str, hint: str) -> None:
        self.problems.append(Problem.at(place, message, hint))

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
            self._refuse(self._place(event), message, "Delete the line “---”.")
            raise InvalidInput(tuple(self.problems))

    def _open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        self.stack.append(_Open(self._place(event), isinstance(event, MappingStartEvent)))
        if len(self.stack) > MAXIMUM_DEPTH:
            message = f"Lists and groups stand more than {MAXIMUM_DEPTH} deep in each other."
            self._refuse(self._place(event), message, "Put the text between quotes.")
            raise InvalidInput(tuple(self.problems))

    def _scalar(self, event: ScalarEvent) -> None:
        place = self._place(event)
        # Only an escape in quotes ("\\u0007") can still bring such a character in.
        for character in sorted(set(FORBIDDEN.findall(event.value))):
            self._refuse(place, forbidden(character), REMOVE)
        self._add(TextNode(unicodedata.normalize("NFC", event.value), place))

    def _add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
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
        elif str(key) in parent.key_places:
            first = parent.key_places[str(key)].line
            message = f"The field “{key}” stands here a second time; the first is in line {first}."
            self._refuse(key.place, message, "Keep one of the two.")
        parent.key_places.setdefault(str(key), key.place)
        parent.key = key

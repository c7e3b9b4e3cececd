"""Fills the fields of a posting into a template's wording.

Wording is Jinja2, cut down to what needs no bounds: names, filters of ours, conditions. Nothing in
it repeats, computes, calls or reaches into a value, so no wording can take more time or memory
than its length asks for. Values are set into the tree after the wording is parsed, so they are
never read as markup.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

import jinja2
from jinja2 import StrictUndefined, TemplateSyntaxError, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from postingkit.compose.fields import FIELDS, Value, shown
from postingkit.compose.labels import Labels
from postingkit.document import (
    Block,
    Blocks,
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    Paragraph,
    Strong,
    Text,
    plain,
)
from postingkit.errors import FilePlace, Place, Problem
from postingkit.markup import parse_blocks
from postingkit.model.template import Template
from postingkit.model.values import BodyWording, LineWording, suggestion

LONGEST = 20_000
DEEPEST = 20

# Noncharacters, which no text of ours can hold, around the number of a value to be set in.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
SLOT = re.compile(f"{OPEN}(\\d+){CLOSE}")

ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Filter,
)


class _Given(str):
    """A value as conditions and filters see it: its plain text. *inlines* are what is shown."""

    __slots__ = ("inlines",)
    inlines: Inlines


class _Absent(str):
    """A known name without a value: what shows it is hidden."""

    __slots__ = ()


class _Missing(Exception):  # noqa: N818 - it ends a rendering, and is no error
    """A name without a value would have been shown."""


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills wording for one posting, whose *values* it knows by name."""

    values: Mapping[str, Value]
    labels: Labels

    def has(self, name: str) -> bool:
        """Say whether the field *name* has a value."""
        return bool(self.values.get(name))

    def line(self, wording: LineWording) -> str | None:
        """Fill a line of plain text; None where a name that it shows has no value."""
        filled = self._rendered(wording.text)
        if filled is None:
            return None
        text, given = filled
        return SLOT.sub(lambda slot: plain(given[int(slot[1])]), text)

    def blocks(self, wording: BodyWording) -> Blocks | None:
        """Fill Markdown of paragraphs and lists; None where a name that it shows has no value."""
        filled = self._rendered(wording.text)
        if filled is None:
            return None
        text, given = filled
        return _set_in_blocks(parse_blocks(text, wording.language, wording.place), given)

    def _rendered(self, text: str) -> tuple[str, list[Inlines]] | None:
        if not _is_filled_in(text):
            return text, []
        given: list[Inlines] = []
        table = {name: self._given(value) for name, value in self.values.items()}
        try:
            return _compiled(text).render(table, __given__=given), given
        except _Missing:
            return None

    def _given(self, value: Value) -> str:
        inlines = shown(value, self.labels)
        if not inlines:
            return _Absent()
        given = _Given(plain(inlines))
        given.inlines = inlines
        return given


def wording_problems(wording: LineWording | BodyWording) -> Iterator[Problem]:
    """Tell of everything in *wording* that cannot be filled in, whatever the posting."""
    text = wording.text
    if not _is_filled_in(text):
        return
    if len(text) > LONGEST:
        message = f"The wording is longer than {LONGEST:,} characters."
        yield Problem.at(wording.place, message, "Put it into several sections.")
        return
    try:
        tree = ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        message = f"The field cannot be read: {str(error.message).rstrip('.')}."
        hint = "Fields look like {{ title }}, and conditions like {% if level %}…{% endif %}."
        yield Problem.at(_place(wording.place, error.lineno, ""), message, hint)
        return
    except RecursionError:
        yield _too_deep(wording.place)
        return
    yield from _node_problems(tree, wording.place, 0)


def template_problems(template: Template) -> tuple[Problem, ...]:
    """Tell of everything that is wrong with a template's wording, shown in its order or not."""
    problems: list[Problem] = []
    for settings in template.sections.values():
        for wording in (settings.title, settings.intro, settings.body, settings.outro):
            if wording:
                problems += wording_problems(wording)
        if settings.when and settings.when.text not in FIELDS:
            message = f"There is no field “{settings.when}”."
            hint = suggestion(settings.when.text, tuple(FIELDS))
            problems.append(Problem.at(settings.when.place, message, hint))
    return tuple(problems)


def _node_problems(node: nodes.Node, place: Place, depth: int) -> Iterator[Problem]:
    if depth > DEEPEST:
        yield _too_deep(place)
        return
    if not isinstance(node, ALLOWED):
        what = type(node).__name__.lower()
        message = f"Wording holds fields, filters and conditions alone, and no “{what}”."
        hint = "A list is shown whole by its name: {{ technologies }}."
        yield Problem.at(_place(place, node.lineno, ""), message, hint)
        return
    match node:
        case nodes.Name(name=name) if name not in FIELDS:
            message = f"There is no field “{name}”."
            hint = suggestion(name, tuple(FIELDS))
            yield Problem.at(_place(place, node.lineno, name), message, hint)
        case nodes.Filter(name=name) if name not in FILTERS:
            message = f"There is no filter “{name}”."
            hint = suggestion(name, tuple(FILTERS))
            yield Problem.at(_place(place, node.lineno, name), message, hint)
    for child in node.iter_child_nodes():
        yield from _node_problems(child, place, depth + 1)


def _too_deep(place: Place) -> Problem:
    message = "Conditions stand too deep in each other."
    return Problem.at(place, message, "Put them one after the other.")


def _place(place: Place, line: int, word: str) -> Place:
    """Give the place of *word* in the *line* of a wording that begins at *place*."""
    if not isinstance(place, FilePlace):
        return place
    rest = place.source[place.column - 1 :]
    if re.fullmatch(r"\|[+-]?\s*(#.*)?", rest):
        return FilePlace(place.file, place.line + line, 1, "", place.path)
    found = re.search(rf"\b{re.escape(word)}\b", rest) if word else None
    return replace(place, column=place.column + found.start()) if found else place


def _is_filled_in(text: str) -> bool:
    return "{{" in text or "{%" in text or "{#" in text


@pass_context
def _noted(context: Context, value: object) -> str:
    """Note a value to be shown, and leave its number in the text."""
    if isinstance(value, _Absent):
        raise _Missing
    given: list[Inlines] = context["__given__"]
    given.append(value.inlines if isinstance(value, _Given) else (Text(str(value)),))
    return f"{OPEN}{len(given) - 1}{CLOSE}"


def _unless_absent(change: Callable[[str], str]) -> Callable[[str], str]:
    """Make a filter that leaves a value absent that is so."""
    return lambda value: value if isinstance(value, _Absent) else change(value)


def _default(value: str, otherwise: str = "") -> str:
    return otherwise if isinstance(value, _Absent) else value


FILTERS: Mapping[str, Callable[..., str]] = {
    "upper": _unless_absent(str.upper),
    "lower": _unless_absent(str.lower),
    "capitalize": _unless_absent(lambda value: value[:1].upper() + value[1:]),
    "default": _default,
}
"""What a value may be passed through before it is shown: ``{{ level | default("Any") }}``."""


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=_noted)
    environment.globals.clear()
    environment.tests.clear()
    environment.filters = dict(FILTERS)
    return environment


ENVIRONMENT = _environment()


@cache
def _compiled(text: str) -> jinja2.Template:
    return ENVIRONMENT.from_string(text)


def _set_in_blocks(blocks: Blocks, given: list[Inlines]) -> Blocks:
    return tuple(_set_in_block(block, given) for block in blocks)


def _set_in_block(block: Block, given: list[Inlines]) -> Block:
    match block:
        case Paragraph(inlines):
            return replace(block, inlines=_set_in(inlines, given))
        case List(items):
            filled = tuple(ListItem(_set_in_blocks(item.blocks, given)) for item in items)
            return replace(block, items=filled)
        case _:
            return block  # Markdown makes no other blocks


def _set_in(inlines: Inlines, given: list[Inlines]) -> Inlines:
    return tuple(part for inline in inlines for part in _set_in_inline(inline, given))


def _set_in_inline(inline: Inline, given: list[Inlines]) -> Iterator[Inline]:
    match inline:
        case Text(text, language):
            parts = SLOT.split(text)
            for number, part in enumerate(parts):
                if number % 2:
                    yield from given[int(part)]
                elif part:
                    yield Text(part, language)
        case Strong(children):
            yield Strong(_set_in(children, given))
        case Emphasis(children):
            yield Emphasis(_set_in(children, given))
        case Link(children, target):
            yield Link(_set_in(children, given), target)
        case LineBreak():
            yield inline

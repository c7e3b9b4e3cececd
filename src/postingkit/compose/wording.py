"""Fills the fields of a posting into a template's wording.

Values are set into the tree after the wording is parsed, so they are never read as markup. What
wording may hold is checked in `postingkit.model.wording`, before anything is filled in.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

import jinja2
from jinja2 import StrictUndefined, pass_context
from jinja2.meta import find_undeclared_variables
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from postingkit.compose.fields import shown
from postingkit.compose.filters import FILTERS, LANGUAGE, Absent, Given
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
from postingkit.markup import parse_blocks
from postingkit.model.fields import Value, Written
from postingkit.model.values import BodyWording, LineWording
from postingkit.model.wording import is_filled_in

# Noncharacters, which no text of ours can hold, around the number of a value to be set in.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
GIVEN = "__given__"
"""The name under which a rendering keeps the values to be set in."""
SLOT = re.compile(f"{OPEN}(\\d+){CLOSE}")


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

    def margin(self, wording: LineWording | None) -> str:
        """Fill what stands in a page's margin; empty where a name that it shows has no value."""
        return (self.line(wording) or "") if wording else ""

    def blocks(self, wording: BodyWording) -> Blocks | None:
        """Fill Markdown of paragraphs and lists; None where a name that it shows has no value."""
        filled = self._rendered(wording.text)
        if filled is None:
            return None
        text, given = filled
        return _set_in_blocks(parse_blocks(text, wording.language, wording.place), given)

    def _rendered(self, text: str) -> tuple[str, list[Inlines]] | None:
        if not is_filled_in(text):
            return text, []
        given: list[Inlines] = []
        table = {name: self._given(self.values.get(name)) for name in names_in(text)}
        around = {GIVEN: given, LANGUAGE: self.labels.language}
        try:
            return _compiled(text).render(table, **around), given
        except _Missing:
            return None

    def _given(self, value: Value) -> str:
        inlines = shown(value, self.labels)
        if not inlines:
            return Absent()
        text = value.plain if isinstance(value, Written) else plain(inlines)
        items = tuple(map(str, value)) if isinstance(value, tuple) else (text,)
        return Given.of(text, inlines, items)


@pass_context
def _noted(context: Context, value: object) -> str:
    """Note a value to be shown, and leave its number in the text."""
    if isinstance(value, Absent):
        raise _Missing
    given: list[Inlines] = context[GIVEN]
    given.append(value.inlines if isinstance(value, Given) else (Text(str(value)),))
    return f"{OPEN}{len(given) - 1}{CLOSE}"


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=_noted)
    environment.globals.clear()
    environment.tests.clear()
    environment.filters = dict(FILTERS)
    return environment


ENVIRONMENT = _environment()


@cache
def names_in(text: str) -> frozenset[str]:
    """Name the fields that the wording *text* reads."""
    return frozenset(find_undeclared_variables(ENVIRONMENT.parse(text)))


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

"""Checks a template's wording: that it names fields and filters that there are, and nothing else.

Wording is Jinja2, cut down to what needs no bounds: fields, filters of ours, conditions. Nothing in
it repeats, computes, calls or reaches into a value, so no wording can take more time or memory
than its length asks for, on any system.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from jinja2 import Environment, TemplateSyntaxError, nodes

from postingkit.errors import FilePlace, Place, Problem
from postingkit.model.fields import FIELDS
from postingkit.model.nodes import MappingNode, TextNode
from postingkit.model.values import suggestion

FILTERS = (
    "upper",
    "lower",
    "capitalize",
    "default",
    "list",
    "date",
    "number",
    "money",
    "plural",
)
LONGEST = 20_000
DEEPEST = 20
PARSER = Environment(autoescape=False)  # noqa: S701 - it renders nothing
SECTION_WORDING = ("title", "intro", "body", "outro")
THEME_WORDING = ("header", "footer")

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
    nodes.Keyword,
)


def wording_problems(template: MappingNode) -> Iterator[Problem]:
    """Tell of everything in a template's wording that cannot be filled in, shown or not."""
    theme, sections = template.get("theme"), template.get("sections")
    if isinstance(theme, MappingNode):
        yield from _group_problems(theme, THEME_WORDING)
    for settings in sections.values() if isinstance(sections, MappingNode) else ():
        if isinstance(settings, MappingNode):
            yield from _group_problems(settings, SECTION_WORDING)
            yield from _condition_problems(settings)


def is_filled_in(text: str) -> bool:
    """Say whether *text* has anything in it but characters."""
    return any(mark in text for mark in ("{{", "{%", "{#"))


def _group_problems(group: MappingNode, names: tuple[str, ...]) -> Iterator[Problem]:
    for name in names:
        wording = group.get(name)
        if isinstance(wording, TextNode):
            yield from _text_problems(wording)


def _condition_problems(settings: MappingNode) -> Iterator[Problem]:
    condition = settings.get("when")
    if isinstance(condition, TextNode) and condition not in FIELDS:
        yield _unknown_field(condition, condition.place)


def _unknown_field(name: str, place: Place) -> Problem:
    return Problem.at(place, f"There is no field “{name}”.", suggestion(name, tuple(FIELDS)))


def _text_problems(wording: TextNode) -> Iterator[Problem]:
    """Tell of everything in *wording* that cannot be filled in, whatever the posting."""
    if not is_filled_in(wording):
        return
    if len(wording) > LONGEST:
        message = f"The wording is longer than {LONGEST:,} characters."
        yield Problem.at(wording.place, message, "Put it into several sections.")
        return
    try:
        tree = PARSER.parse(wording)
    except TemplateSyntaxError as error:
        message = f"The field cannot be read: {str(error.message).rstrip('.')}."
        hint = "Fields look like {{ title }}, and conditions like {% if level %}…{% endif %}."
        yield Problem.at(_place(wording.place, error.lineno, ""), message, hint)
        return
    except RecursionError:
        yield _too_deep(wording.place)
        return
    yield from _node_problems(tree, wording.place, 0)


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
            yield _unknown_field(name, _place(place, node.lineno, name))
        case nodes.Filter(name=name) if name not in FILTERS:
            message = f"There is no filter “{name}”."
            hint = suggestion(name, FILTERS)
            yield Problem.at(_place(place, node.lineno, name), message, hint)
        case _:
            pass
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

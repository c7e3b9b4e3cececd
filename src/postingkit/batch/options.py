"""Reads what a template says to single exporters into the options that these declare."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from pydantic import BaseModel

from postingkit import exporters
from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model import ResolvedTemplate, Template
from postingkit.model.assets import asset_fields, read_asset
from postingkit.model.nodes import ListNode, MappingNode, TextNode, without
from postingkit.model.templates import divided
from postingkit.model.validation import validated
from postingkit.model.values import suggestion, unknown_fields

EMPTY = MappingNode({}, FilePlace("", 1, 1), {})


def read_options(
    template: ResolvedTemplate, formats: Mapping[str, exporters.AnyExporter]
) -> tuple[dict[str, object], list[Problem]]:
    """Give the options for each of the *formats*, and the problems that cost the others."""
    problems: list[Problem] = []
    options: dict[str, object] = {}
    for name, exporter in formats.items():
        node = template.options.get(name, EMPTY)
        try:
            options[name] = _options(exporter.options_type, node)
        except InvalidInput as error:
            problems += error.problems
    return options, problems


def format_problems(template: MappingNode) -> Iterator[Problem]:
    """Find what a template says to, or of, formats that are not installed."""
    installed = tuple(origin.name for origin in exporters.installed())
    _, options = divided(template)
    for name, node in options.items():
        if name not in installed:
            hint = suggestion(name, (*Template.field_names(), *installed))
            yield Problem.at(node.place, f"There is no field or format “{name}”.", hint)
    for name in _formats_of_sections(template):
        if name not in installed:
            yield Problem.at(
                name.place, f"There is no format “{name}”.", suggestion(name, installed)
            )


def _formats_of_sections(template: MappingNode) -> Iterator[TextNode]:
    sections = template.get("sections")
    for section in sections.values() if isinstance(sections, MappingNode) else ():
        for key in ("only", "except"):
            names = section.get(key) if isinstance(section, MappingNode) else None
            if isinstance(names, ListNode):
                yield from (name for name in names if isinstance(name, TextNode))


def _options(kind: type[object], node: MappingNode) -> object:
    problems = unknown_fields(node, _field_names(kind))
    if problems:
        raise InvalidInput(tuple(problems))
    assets = {name: node[name] for name in asset_fields(kind) if name in node}
    options: Any = validated(kind, without(node, *assets))
    if not assets:
        return options
    return replace(options, **{name: read_asset(named) for name, named in assets.items()})


def _field_names(kind: type[object]) -> tuple[str, ...]:
    if issubclass(kind, BaseModel):
        return tuple(field.alias or name for name, field in kind.model_fields.items())
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    return ()

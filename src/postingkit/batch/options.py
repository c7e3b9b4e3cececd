"""Reads what a template says to single exporters into the options that these declare."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from pydantic import BaseModel

from postingkit import exporters
from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model import ResolvedTemplate, Template
from postingkit.model.nodes import MappingNode
from postingkit.model.validation import validated
from postingkit.model.values import suggestion, unknown_fields

EMPTY = MappingNode({}, FilePlace("", 1, 1), {})


def read_options(
    template: ResolvedTemplate, formats: Mapping[str, exporters.AnyExporter]
) -> tuple[dict[str, object], list[Problem]]:
    """Give the options for each of the *formats*, and the problems that cost the others."""
    problems = [*_unknown_exporters(template), *_unknown_formats(template)]
    options: dict[str, object] = {}
    for name, exporter in formats.items():
        node = template.options.get(name, EMPTY)
        try:
            options[name] = _options(exporter.options_type, node)
        except InvalidInput as error:
            problems += error.problems
    return options, problems


def _unknown_exporters(template: ResolvedTemplate) -> list[Problem]:
    installed = tuple(origin.name for origin in exporters.installed())
    known = (*Template.field_names(), *installed)
    return [
        Problem.at(node.place, f"There is no field or format “{name}”.", suggestion(name, known))
        for name, node in template.options.items()
        if name not in installed
    ]


def _unknown_formats(template: ResolvedTemplate) -> Iterator[Problem]:
    """Find sections that a misspelt format would keep from being seen."""
    installed = tuple(origin.name for origin in exporters.installed())
    for section in template.settings.sections.values():
        for name in (*section.only, *section.hidden_from):
            if name.text not in installed:
                hint = suggestion(name.text, installed)
                yield Problem.at(name.place, f"There is no format “{name}”.", hint)


def _options(kind: type[object], node: MappingNode) -> object:
    problems = unknown_fields(node, _field_names(kind))
    if problems:
        raise InvalidInput(tuple(problems))
    return validated(kind, node)


def _field_names(kind: type[object]) -> tuple[str, ...]:
    if issubclass(kind, BaseModel):
        return tuple(field.alias or name for name, field in kind.model_fields.items())
    if is_dataclass(kind):
        return tuple(field.name for field in fields(kind))
    return ()

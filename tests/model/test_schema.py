"""The JSON Schemas: fresh, described, and of one mind with the models."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from postingkit.boards import profile_data
from postingkit.cli.schemas import KINDS
from postingkit.errors import InvalidInput
from postingkit.model.nodes import MappingNode, blank, merged, without
from postingkit.model.reading import read_yaml
from postingkit.model.schema import file_name, json_schema
from postingkit.model.templates import divided
from postingkit.model.validation import validated
from postingkit.model.values import Located

ROOT = Path(__file__).parents[2]
GOOD = sorted((ROOT / "tests/cases/good").glob("*.yaml"))


def schema_of(path: Path) -> str:
    """Name the schema of a file by the first line that editors read it from."""
    return path.read_text("utf-8").partition(".schema.json")[0].rpartition("/")[2]


class Editor(yaml.SafeLoader):
    """Reads as editors do, by YAML 1.2, to which a day is a text."""


Editor.yaml_implicit_resolvers = {
    first: [each for each in resolvers if not each[0].endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def holds(name: str, text: str) -> bool:
    schema = jsonschema.Draft7Validator(json.loads(json_schema(KINDS[name])))
    return bool(schema.is_valid(yaml.load(text, Loader=Editor)))  # noqa: S506 - it is a SafeLoader


def loads(name: str, text: str) -> bool:
    try:
        validated(KINDS[name], as_taken(name, read_yaml(text.encode(), "file.yaml")))
    except InvalidInput:
        return False
    return True


def as_taken(name: str, node: MappingNode) -> MappingNode:
    """Give of a file what its model takes."""
    match name:
        case "template":
            return divided(node)[0]
        case "board" if "extends" in node:
            usual = read_yaml(profile_data("indeed"), "indeed.yaml")
            return merged(blank(usual), without(blank(node), "extends"))
        case "board":
            return blank(node)
        case _:
            return node


@pytest.mark.parametrize("name", KINDS)
def test_the_committed_schemas_are_fresh(name: str) -> None:
    committed = ROOT / "schema" / file_name(name)
    assert committed.read_text("utf-8") == json_schema(KINDS[name]), (
        "run: postingkit schema -o schema"
    )


@pytest.mark.parametrize("name", KINDS)
def test_a_schema_is_one(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(json_schema(KINDS[name])))


def test_there_are_good_cases_of_each_kind() -> None:
    assert {schema_of(path) for path in GOOD} == set(KINDS)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_case_passes_its_schema_and_its_model(path: Path) -> None:
    assert holds(schema_of(path), path.read_text("utf-8"))
    assert loads(schema_of(path), path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("role", "department: data"),
        ("role", "title: A\nid: a"),
        ("role", "title: [A]"),
        ("role", "title: A\nresponsibilities: B"),
        ("role", "title: A\nresponsibilities: [{title: B, share: 0}]"),
        ("role", "title: A\nresponsibilities: [{title: B, shre: 10}]"),
        ("role", "title: A\nqualifications: [{text: B, kind: skil}]"),
        ("role", "title: A\ndepartment: My Data"),
        ("template", "themes: plain"),
        ("template", "sections: {lead: {as: tables}}"),
        ("template", "theme: {colours: {text: red}}"),
        ("template", "order: lead"),
        ("project", "comparisons: {a: {title: A}}"),
        ("project", "comparisons: {a: {title: A, roles: []}}"),
        ("project", "organisation: {name: A}"),
        ("board", "name: A\nabout: A"),
        ("board", "extends: indeed\nabut: A"),
        ("board", "extends: indeed\nentry: {a: {value: titel}}"),
        ("board", "extends: indeed\nfeed: {per: day}"),
        ("rules", "rules: [{id: a}]"),
        ("rules", "rule: []"),
        (
            "rules",
            "rules: [{id: a, jurisdiction: A, countries: [US], asks: [], source: A,confidence: M}]",
        ),
    ],
)
def test_what_a_schema_refuses_the_model_refuses_too(name: str, text: str) -> None:
    assert not holds(name, text)
    assert not loads(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("role", "title: 2024"),
        ("role", "title: true\ntechnologies: [1, 2.5]"),
        ("role", "title: A\nresponsibilities: [B, {title: C, items: [D]}]"),
        ("template", "docx: {anything: [1]}\nplug-in: {}"),
        ("template", "theme: {page: {margins: 20mm}}"),
        ("template", "theme: {page: {margins: {top: 1.5 cm}}}"),
        ("project", "organization: {statements: {equal-opportunity: A}}"),
        ("board", "extends: indeed\nentry: {email: , a: {literal: 1}}"),
        ("rules", "compiled: 2026\nrules: []"),
    ],
)
def test_what_a_model_takes_its_schema_takes_too(name: str, text: str) -> None:
    assert holds(name, text)
    assert loads(name, text)


def every_group(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "", schema
    yield from schema["$defs"].items()


def referred(schema: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    """Give the group that a field refers to; its description is the field's if they are equal."""
    return dict(schema["$defs"][value["$ref"].rpartition("/")[2]]) if "$ref" in value else {}


@pytest.mark.parametrize("name", KINDS)
def test_every_field_of_every_model_has_a_description(name: str) -> None:
    schema = json.loads(json_schema(KINDS[name]))
    bare = [
        f"{group}.{field}"
        for group, definition in every_group(schema)
        for field, value in definition.get("properties", {}).items()
        if not (value | referred(schema, value)).get("description")
    ]
    assert bare == []


def every_model(model: type[Located] = Located) -> Iterator[type[Located]]:
    for each in model.__subclasses__():
        yield each
        yield from every_model(each)


def test_every_model_says_what_it_is() -> None:
    assert [model.__name__ for model in every_model() if not model.__doc__] == []

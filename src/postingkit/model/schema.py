"""The JSON Schemas that editors complete and check the YAML files with."""

import json

from pydantic import BaseModel

from postingkit.model.opening import Opening
from postingkit.model.project import Project
from postingkit.model.role import Role
from postingkit.model.template import Template
from postingkit.model.values import Located

DIALECT = "http://json-schema.org/draft-07/schema#"  # what yaml-language-server understands

MODELS: dict[str, type[Located]] = {
    "role": Role,
    "opening": Opening,
    "template": Template,
    "project": Project,
}


def json_schema(model: type[BaseModel]) -> str:
    """Give the schema of *model* as the text of a file."""
    schema = model.model_json_schema(by_alias=True, mode="validation")
    return json.dumps({"$schema": DIALECT} | schema, indent=2, ensure_ascii=False) + "\n"


def file_name(name: str) -> str:
    """Name the file of the schema of the model *name*."""
    return f"{name}.schema.json"

"""Prints or writes the JSON Schemas."""

from pathlib import Path

import click

from postingkit.batch import Folder
from postingkit.cli.report import say
from postingkit.model.schema import MODELS, file_name, json_schema


def print_schema(*, name: str | None, output: Path | None) -> int:
    """Print the schema *name*, or write all of them into *output*; give the exit code."""
    if output is not None:
        for each in MODELS:
            Folder(output).put(file_name(each), json_schema(each).encode())
        say(f"The schemas are in {output}.")
        return 0
    if name is None:
        raise click.UsageError(f"Name one of {', '.join(MODELS)}, or a folder with --output.")
    click.echo(json_schema(name), nl=False)
    return 0

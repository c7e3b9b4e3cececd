"""Prints or writes the JSON Schemas."""

from pathlib import Path

import click

from postingkit.boards import Profile
from postingkit.cli.report import say
from postingkit.cli.writing import write_files
from postingkit.model.schema import MODELS, file_name, json_schema
from postingkit.model.values import Located
from postingkit.rules import RuleFile

KINDS: dict[str, type[Located] | type[Profile] | type[RuleFile]] = {
    **MODELS,
    "board": Profile,
    "rules": RuleFile,
}
"""What each kind of file holds."""


def print_schema(*, name: str | None, output: Path | None) -> int:
    """Print the schema *name*, or write all of them into *output*; give the exit code."""
    if output is not None:
        files = {file_name(each): json_schema(model).encode() for each, model in KINDS.items()}
        write_files(output, files, dry_run=False)
        say(f"The schemas are in {output}.")
        return 0
    if name is None:
        raise click.UsageError(f"Name one of {', '.join(KINDS)}, or a folder with --output.")
    click.echo(json_schema(KINDS[name]), nl=False)
    return 0

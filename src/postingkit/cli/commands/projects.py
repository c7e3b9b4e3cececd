"""The commands that begin what people fill in, and tell what there is."""

from pathlib import Path
from typing import Any

import click
from click.shell_completion import get_completion_class

from postingkit.cli.commands.group import postingkit
from postingkit.cli.commands.options import dry_run_option, json_option, project_option
from postingkit.cli.commands.types import ROLE

SHELLS = ("bash", "zsh", "fish")
SCHEMAS = ("role", "opening", "template", "project", "board", "rules")


@postingkit.command("list")
@project_option
@json_option
def list_(**options: Any) -> int:
    """List the roles, openings, templates and comparisons of the project.

    \b
    Example:
      postingkit list
    """
    from postingkit.cli.listing import list_project

    return list_project(**options)


@postingkit.command()
@json_option
def formats(**options: Any) -> int:
    """List the formats that can be exported, and the packages that bring them.

    \b
    Example:
      postingkit formats
    """
    from postingkit.cli.listing import list_formats

    return list_formats(**options)


@postingkit.command()
@click.argument("name", required=False)
@click.option("--opening", "role", metavar="ROLE", type=ROLE, help="Write an opening of ROLE.")
@project_option
@dry_run_option
def new(name: str | None, role: str | None, project: Path | None, *, dry_run: bool) -> int:
    """Write a commented role to fill in, roles/NAME.yaml, or an opening, openings/NAME.yaml.

    \b
    Examples:
      postingkit new data-engineer
      postingkit new "Data Engineer"
      postingkit new --opening data-engineer            called as the role is
      postingkit new --opening data-engineer de-berlin
    """
    from postingkit.cli.begin import new_opening, new_role

    if role is not None:
        return new_opening(role=role, name=name, project=project, dry_run=dry_run)
    if name is None:
        raise click.UsageError("Give the role a name.")
    return new_role(name=name, project=project, dry_run=dry_run)


@postingkit.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@dry_run_option
def init(**options: Any) -> int:
    """Begin a project in FOLDER, by default this one; nothing that is there is changed.

    \b
    Example:
      postingkit init my-postings
    """
    from postingkit.cli.begin import init_project

    return init_project(**options)


@postingkit.command()
@click.argument("name", type=click.Choice(SCHEMAS), required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write all schemas into this folder.",
)
def schema(**options: Any) -> int:
    """Print the JSON Schema that editors complete and check YAML files with.

    \b
    Examples:
      postingkit schema role
      postingkit schema -o schema
    """
    from postingkit.cli.schemas import print_schema

    return print_schema(**options)


@postingkit.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print a script that completes commands, options and roles in SHELL.

    \b
    Example:
      postingkit completion bash > ~/.local/share/bash-completion/completions/postingkit
    """
    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(postingkit, {}, "postingkit", "_POSTINGKIT_COMPLETE").source())

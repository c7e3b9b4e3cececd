"""The commands about templates of departments."""

from typing import Any

import click

from postingkit.cli.commands.group import postingkit
from postingkit.cli.commands.options import (
    dry_run_option,
    json_option,
    project_option,
    quiet_option,
    settings_option,
    strict_option,
)


@postingkit.group()
def template() -> None:
    """Begin, check and show the templates of departments.

    \b
    Examples:
      postingkit template new sales
      postingkit template check
    """


@template.command("new")
@click.argument("name")
@project_option
@dry_run_option
def template_new(**options: Any) -> int:
    """Write a commented template to change, templates/NAME/template.yaml.

    \b
    Example:
      postingkit template new sales
    """
    from postingkit.cli.templates import new_template

    return new_template(**options)


@template.command("stationery")
@click.argument("name")
@project_option
@dry_run_option
def template_stationery(**options: Any) -> int:
    """Write a Word file for the template NAME, to be given a letterhead in Word.

    \b
    Example:
      postingkit template stationery sales
    """
    from postingkit.cli.templates import write_stationery

    return write_stationery(**options)


@template.command("check")
@click.argument("names", nargs=-1)
@project_option
@json_option
@strict_option
@quiet_option
def template_check(**options: Any) -> int:
    """Hold the templates NAMES, or all of them, against every role, and tell all that is wrong.

    \b
    Examples:
      postingkit template check
      postingkit template check sales --strict
    """
    from postingkit.cli.templates import check_templates

    return check_templates(**options)


@template.command("show")
@click.argument("name", required=False)
@click.option("--department", help="Show the template of this department.")
@settings_option
@project_option
def template_show(**options: Any) -> int:
    """Print every setting of the template NAME with the file and line it comes from.

    \b
    Examples:
      postingkit template show sales
      postingkit template show --department data
    """
    from postingkit.cli.templates import show_template

    return show_template(**options)

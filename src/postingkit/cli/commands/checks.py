"""The commands that say what is wrong, and where what is shown was written."""

from typing import Any

import click

from postingkit.cli.commands.group import postingkit
from postingkit.cli.commands.options import json_option, project_option, quiet_option, strict_option
from postingkit.cli.commands.types import BOARDS, OPENING, ROLE


@postingkit.command()
@click.argument("roles", nargs=-1, type=ROLE)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Judge openings as of this day, such as 2027-01-31. Default: today.",
)
@click.option(
    "--for",
    "boards",
    type=BOARDS,
    multiple=True,
    metavar="BOARD",
    help="Tell also what openings lack for a board, as in --for google,indeed, or --for all.",
)
@project_option
@json_option
@strict_option
@quiet_option
def check(**options: Any) -> int:
    """Check ROLES, or the whole project, and tell everything that is wrong.

    \b
    Examples:
      postingkit check
      postingkit check data-engineer
      postingkit check roles/data-engineer.yaml --json
      postingkit check --for google                     would Google take the openings?
    """
    from postingkit.cli.check import check_roles

    return check_roles(**options)


@postingkit.command()
@click.argument("opening", type=OPENING)
@project_option
@json_option
def explain(**options: Any) -> int:
    """Tell for each value in the posting of OPENING where it was written.

    What an opening says in place of its role is told with both places.

    \b
    Example:
      postingkit explain data-engineer-berlin
    """
    from postingkit.cli.explain import explain_opening

    return explain_opening(**options)

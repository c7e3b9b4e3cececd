"""The commands that write for job boards."""

from typing import Any

import click

from postingkit.cli.commands.group import postingkit
from postingkit.cli.commands.options import (
    dry_run_option,
    file_check_option,
    file_option,
    json_option,
    project_option,
    quiet_option,
)
from postingkit.cli.commands.types import BOARD, OPENING

PASTED = ("html", "text", "markdown")


@postingkit.command()
@click.argument("board", required=False, type=BOARD)
@click.option("--list", "as_list", is_flag=True, help="List the boards and what they take.")
@file_option
@file_check_option
@dry_run_option
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day that the feed is made for: openings whose closing date lies before it are left "
    "out. Default: none.",
)
@project_option
@quiet_option
def feed(**options: Any) -> int:
    """Write the feed of BOARD: every opening of the project that is not closed.

    A board is a profile that comes with postingkit, or one of your own, boards/BOARD.yaml.

    \b
    Examples:
      postingkit feed --list
      postingkit feed indeed > indeed.xml
      postingkit feed adzuna -o feeds/adzuna.xml --as-of 2027-01-31
      postingkit feed adzuna -o feeds/adzuna.xml --check     is it up to date?
    """
    from postingkit.cli.boards import list_boards, write_board_feed

    if options.pop("as_list"):
        return list_boards(options["project"])
    if options["board"] is None:
        raise click.UsageError("Name a board, or use --list.")
    return write_board_feed(**options)


@postingkit.command()
@click.argument("board", type=BOARD)
@click.argument("opening", type=OPENING)
@click.option(
    "--as",
    "form",
    type=click.Choice(PASTED),
    help="HTML in just the tags that the board keeps, plain text, or Markdown. Default: text.",
)
@file_option
@file_check_option
@dry_run_option
@project_option
@json_option
@quiet_option
def paste(**options: Any) -> int:
    """Print the posting of OPENING, ready to be pasted into the form of BOARD.

    Title and counts against the board's limits go to standard error.

    \b
    Examples:
      postingkit paste linkedin data-engineer-berlin
      postingkit paste indeed data-engineer-berlin --as html
      postingkit paste repository data-engineer-berlin --as markdown > job.md
    """
    from postingkit.cli.boards import paste_opening

    return paste_opening(**options)

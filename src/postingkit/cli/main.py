"""Runs a command and turns whatever happens into an exit code; it imports nothing heavy."""

import contextlib
import io
import os
import sys
import traceback

import click

from postingkit import __version__
from postingkit.cli.commands import postingkit
from postingkit.cli.folders import cache_folder
from postingkit.errors import PostingkitError

DONE, PROBLEMS, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def main() -> None:
    """Run the command that the process was called with, and exit.

    Exit codes: 0 done, 1 problems in the input or a failed export, 2 wrong usage, 3 a bug in
    postingkit, 130 interrupted.
    """
    _let_any_console_take_any_text()
    try:
        sys.exit(postingkit.main(prog_name="postingkit", standalone_mode=False) or DONE)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        sys.exit(INTERRUPTED)
    except PostingkitError as error:
        _show(error)
        sys.exit(PROBLEMS)
    except BrokenPipeError:
        _abandon_output()
        sys.exit(PROBLEMS)
    except OSError as error:
        _abandon_output()
        click.echo(f"error: The system refused: {error}.", err=True)
        sys.exit(PROBLEMS)
    except Exception as error:  # noqa: BLE001 - whatever else comes up is a bug, and is logged
        click.echo(f"This is a bug in postingkit. Please report it with {_log(error)}.", err=True)
        sys.exit(BUG)


def _show(error: PostingkitError) -> None:
    from postingkit.cli.report import show_error  # noqa: PLC0415 - a run without errors needs none

    show_error(error)


def _let_any_console_take_any_text() -> None:
    """Write a character that a console's encoding lacks as its code, for it is no failure."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _abandon_output() -> None:
    """Send what is left of standard output nowhere: at the exit it must not raise once more."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _log(error: Exception) -> str:
    """Log *error*, and say where, or, if that cannot be, what it was."""
    command = " ".join(sys.argv[1:])
    head = f"postingkit {__version__}, Python {sys.version}, {sys.platform}\n{command}\n\n"
    log = cache_folder() / "postingkit-error.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        told = head + "".join(traceback.format_exception(error))
        log.write_text(told, "utf-8", errors="backslashreplace")
    except OSError:
        return f"these words: {error!r}"
    return str(log)

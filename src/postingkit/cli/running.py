"""Runs a command and turns whatever happens into an exit code; it imports nothing heavy."""

import contextlib
import io
import os
import signal
import sys
import threading
import traceback
from typing import NoReturn

import click

from postingkit import __version__
from postingkit.cli.commands import postingkit
from postingkit.cli.folders import cache_folder
from postingkit.cli.starting import INTERRUPTED
from postingkit.errors import PostingkitError
from postingkit.store.urls import without_credentials

DONE, PROBLEMS, USAGE, BUG, ENDED = 0, 1, 2, 3, 143


def run() -> None:
    """Run the command that the process was called with, and exit.

    Exit codes: 0 done, 1 problems in the input or a failed export, 2 wrong usage, 3 a bug in
    postingkit, 130 interrupted, 143 ended by the system.
    """
    try:
        _let_any_console_take_any_text()
        _end_in_order_when_told()
        sys.exit(postingkit.main(prog_name="postingkit", standalone_mode=False) or DONE)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt) as error:
        if isinstance(error.__cause__, _Ended):
            sys.exit(ENDED)
        click.echo("Interrupted.", err=True)
        sys.exit(INTERRUPTED)
    except PostingkitError as error:
        sys.exit(_shown(error))
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


def _end_in_order_when_told() -> None:
    """Let the system's signal to end do what Ctrl-C does, so that what was made is kept."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _end)


class _Ended(KeyboardInterrupt):
    """The system's signal to end."""


def _end(*_: object) -> NoReturn:
    raise _Ended


def _shown(error: PostingkitError) -> int:
    """Tell of *error*; give the exit code."""
    from postingkit.cli.report import show_error  # noqa: PLC0415 - a run without errors needs none

    return show_error(error)


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
        log.write_text(without_credentials(told), "utf-8", errors="backslashreplace")
    except OSError:
        return without_credentials(f"these words: {error!r}")
    return str(log)

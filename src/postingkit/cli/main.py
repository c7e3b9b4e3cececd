"""Runs a command and turns whatever happens into an exit code; it imports nothing heavy."""

import os
import sys
import tempfile
import traceback
from pathlib import Path

import click

from postingkit import __version__
from postingkit.cli.commands import postingkit
from postingkit.errors import PostingkitError

DONE, PROBLEMS, USAGE, BUG, INTERRUPTED = 0, 1, 2, 3, 130


def main() -> None:
    """Run the command that the process was called with, and exit.

    Exit codes: 0 done, 1 problems in the input or a failed export, 2 wrong usage, 3 a bug in
    postingkit, 130 interrupted.
    """
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
        # The reader of our output has gone; what is left in the buffer must not raise once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PROBLEMS)
    except Exception:  # noqa: BLE001 - whatever else comes up here is a bug, and is logged whole
        click.echo(f"This is a bug in postingkit. Please report it with {_log()}.", err=True)
        sys.exit(BUG)


def _show(error: PostingkitError) -> None:
    from postingkit.cli.report import show_error  # noqa: PLC0415 - a run without errors needs none

    show_error(error)


def _log() -> Path:
    folder = _cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        folder = Path(tempfile.gettempdir())
    log = folder / "postingkit-error.log"
    command = " ".join(sys.argv[1:])
    head = f"postingkit {__version__}, Python {sys.version}, {sys.platform}\n{command}\n\n"
    log.write_text(head + traceback.format_exc(), "utf-8")
    return log


def _cache_folder() -> Path:
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(named) / "postingkit" if named else Path.home() / ".cache" / "postingkit"

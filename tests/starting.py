"""Starts the command so that it takes few sources for many, and begins workers as for these."""

import sys

TWO_FOR_MANY = "2 for many"
"""Two workers, which are copies of a process that holds nothing of the program."""
CODE = "from postingkit import cli, processes; processes.MANY = 1; cli.main()"


def starting(jobs: str) -> list[str]:
    """Give what a command begins with that runs postingkit with these *jobs*."""
    how = ["-c", CODE] if jobs == TWO_FOR_MANY else ["-m", "postingkit"]
    return [sys.executable, *how]

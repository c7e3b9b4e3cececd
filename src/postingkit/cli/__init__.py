"""The command line: the only room that knows click, talks to people and reads the environment."""

from postingkit.cli.main import main

__all__ = ["main"]

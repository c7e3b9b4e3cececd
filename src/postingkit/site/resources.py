"""Reads what comes with the site's pages: their rules and their script."""

from functools import cache
from importlib.resources import files


@cache
def resource(name: str) -> str:
    """Give the text of the file *name* beside this module, with a line's end before it."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return f"\n{text}"

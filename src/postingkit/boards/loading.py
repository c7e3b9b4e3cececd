"""The profiles that come with postingkit, in ``profiles/``; it reads no file of a project.

A profile may extend another (``extends: indeed``): groups merge, lists and texts replace, and an
empty field takes out the one that it extends.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeAlias

import yaml

from postingkit.boards.profile import Profile
from postingkit.errors import PostingkitError

EXTENDS = "extends"
SUFFIX = ".yaml"

Written: TypeAlias = "str | list[Written] | dict[str, Written]"


class UnknownBoard(PostingkitError):  # noqa: N818 - as the other exceptions are named
    """There is no profile of the *name*; *known* are those that there are."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.known = tuple(known)
        near = get_close_matches(name.lower(), self.known, n=1)
        hint = f"Did you mean “{near[0]}”?" if near else f"The boards are {', '.join(self.known)}."
        super().__init__(f"There is no board “{name}”. {hint}")


@cache
def board_names() -> tuple[str, ...]:
    """Give the names of the boards that postingkit knows, sorted."""
    names = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX)))


def profile_data(name: str) -> bytes:
    """Give the bytes of the file of the profile *name*; raises `UnknownBoard`."""
    if name not in board_names():
        raise UnknownBoard(name, board_names())
    return (_folder() / f"{name}{SUFFIX}").read_bytes()


@cache
def load_profile(name: str) -> Profile:
    """Load the profile *name*; raises `UnknownBoard`."""
    return Profile.model_validate(_extended(name))


def _folder() -> Traversable:
    return files("postingkit.boards") / "profiles"


def _extended(name: str) -> dict[str, Written]:
    written: dict[str, Written] = yaml.load(profile_data(name), yaml.BaseLoader)  # noqa: S506 - makes only text
    base = written.pop(EXTENDS, None)
    return _merged(_extended(base), written) if isinstance(base, str) else written


def _merged(below: Mapping[str, Written], above: Mapping[str, Written]) -> dict[str, Written]:
    merged = dict(below)
    for key, value in above.items():
        beneath = merged.get(key)
        if isinstance(value, dict) and isinstance(beneath, dict):
            merged[key] = _merged(beneath, value)
        else:
            merged[key] = value
    return merged

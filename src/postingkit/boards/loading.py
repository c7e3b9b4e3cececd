"""Finds and reads profiles: those that come with postingkit, and a project's own in ``boards/``.

A project's own profile may extend another (``extends: indeed``): groups merge, lists replace, and
an empty value takes a field out.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import ValidationError

from postingkit.boards.profile import Profile
from postingkit.boards.reading import Data, Steps, parsed
from postingkit.errors import FilePlace, InvalidInput, PostingkitError, Problem

FOLDER = "boards"
SUFFIX = ".yaml"
EXTENDS = "extends"


class UnknownBoard(PostingkitError):  # noqa: N818 - as the other exceptions are named
    """There is no profile of the *name*; *known* are those that there are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        near = get_close_matches(name.lower(), known, n=1)
        hint = f"Did you mean “{near[0]}”?" if near else f"The boards are {', '.join(known)}."
        super().__init__(f"There is no board “{name}”. {hint}")
        self.name = name
        self.known = known


def board_names(project: Path | None = None) -> tuple[str, ...]:
    """Give the names of all boards, those of the *project*'s folder too, sorted."""
    return tuple(sorted({*_in(_package()), *(_in(project / FOLDER) if project else ())}))


def load_profile(name: str, project: Path | None = None) -> Profile:
    """Load the profile *name*; a *project*'s own takes the place of one that we bring.

    Raises `UnknownBoard`, and `InvalidInput` for a profile that is no such thing, with its places.
    """
    if name not in board_names(project):
        raise UnknownBoard(name, board_names(project))
    if project and (project / FOLDER / f"{name}{SUFFIX}").is_file():
        return _read(name, project)
    return _shipped(name)


@cache
def _shipped(name: str) -> Profile:
    return _read(name, None)


def _package() -> Traversable:
    return files("postingkit.boards") / "profiles"


def _in(folder: Traversable) -> Iterator[str]:
    if folder.is_dir():
        names = (entry.name for entry in folder.iterdir())
        yield from (name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX))


def _read(name: str, project: Path | None) -> Profile:
    reader = _Reader(project)
    data = _without_empty(reader.read(name, ()))
    try:
        return Profile.model_validate(data)
    except ValidationError as error:
        problems = (reader.problem(one["loc"], one["msg"]) for one in error.errors())
        raise InvalidInput(tuple(problems)) from error


class _Reader:
    """Reads a profile with what it extends, and knows where each value is written."""

    def __init__(self, project: Path | None) -> None:
        self._own = project / FOLDER if project else None
        self._places: dict[Steps, FilePlace] = {}

    def read(self, name: str, within: tuple[str, ...]) -> dict[str, Data]:
        """Give the profile *name*; *within* are those that extend it, which it may not extend.

        A project's own profile may extend the one of its name that we bring.
        """
        own = self._own / f"{name}{SUFFIX}" if self._own and name not in within else None
        is_own = own is not None and own.is_file()
        source, file = (
            (own, own.as_posix())
            if own is not None and is_own
            else (_package() / f"{name}{SUFFIX}", f"{name}{SUFFIX}")
        )
        places: dict[Steps, FilePlace] = {}
        data = parsed(source.read_bytes(), file, places)
        base = data.pop(EXTENDS, None)
        if base is not None:
            data = _merged(self._base(base, (*within, name), places[EXTENDS,]), data)
        self._places |= places
        return data

    def _base(self, base: Data, within: tuple[str, ...], place: FilePlace) -> dict[str, Data]:
        shipped, own = tuple(_in(_package())), tuple(_in(self._own)) if self._own else ()
        if not isinstance(base, str) or base not in {*shipped, *own}:
            raise InvalidInput((Problem.at(place, f"There is no board “{base}” to extend."),))
        if within.count(base) > (base in shipped and base in own):
            raise InvalidInput((Problem.at(place, f"“{base}” extends itself."),))
        return self.read(base, within)

    def problem(self, steps: tuple[str | int, ...], message: str) -> Problem:
        """Tell what is wrong at the innermost value of *steps* that is written anywhere."""
        path = tuple(map(str, steps))
        shorter = (path[:length] for length in range(len(path), -1, -1))
        place = next((self._places[each] for each in shorter if each in self._places), None)
        text = message.removeprefix("Value error, ").rstrip(".")
        return Problem(place, ".".join(path), f"{text}.")


def _merged(base: Mapping[str, Data], over: Mapping[str, Data]) -> dict[str, Data]:
    merged = dict(base)
    for key, value in over.items():
        below = merged.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            merged[key] = _merged(below, value)
        else:
            merged[key] = value
    return merged


def _without_empty(data: Data) -> Data:
    """Take out what is empty without quotes, which `parsed` marks by an empty list."""
    if isinstance(data, dict):
        return {key: _without_empty(value) for key, value in data.items() if value != []}
    return [_without_empty(value) for value in data] if isinstance(data, list) else data

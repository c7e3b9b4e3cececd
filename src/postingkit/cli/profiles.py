"""A project's own profiles of boards, in ``boards/``, beside those that come with postingkit.

Its files are read as all others of a project are, so that what is wrong is told at its place.
"""

from collections.abc import Mapping
from pathlib import Path

import click

from postingkit import boards
from postingkit.boards import Profile, UnknownBoard
from postingkit.errors import InvalidInput, Problem
from postingkit.model.files import SUFFIXES, read_file
from postingkit.model.nodes import MappingNode, TextNode, blank, merged, without
from postingkit.model.reading import kind_of, read_yaml
from postingkit.model.validation import validated
from postingkit.model.values import suggestion

FOLDER = "boards"
EXAMPLE = "extends: indeed"


def board_names(project: Path | None) -> tuple[str, ...]:
    """Give the names of all boards, those of the folder of a *project* too, sorted."""
    return tuple(sorted({*boards.board_names(), *_own(project)}))


def load_profile(name: str, project: Path | None) -> Profile:
    """Load the profile *name*; a *project*'s own takes the place of one that postingkit brings.

    A name that there is not is wrong usage. Raises `InvalidInput` for a profile that has problems.
    """
    own = _own(project)
    if name in own:
        return validated(Profile, _read(name, own, ()))
    if name not in boards.board_names():
        raise click.UsageError(str(UnknownBoard(name, board_names(project))))
    return boards.load_profile(name)


def _own(project: Path | None) -> Mapping[str, Path]:
    paths = sorted((project / FOLDER).glob("*")) if project else []
    return {path.stem: path for path in paths if path.suffix.lower() in SUFFIXES}


def _read(name: str, own: Mapping[str, Path], within: tuple[str, ...]) -> MappingNode:
    """Read the profile *name* with all that it extends; *within* are those that extend it.

    A project's own profile may extend the one of its name that postingkit brings.
    """
    is_own = name in own and name not in within
    data = b"" if is_own else boards.profile_data(name)
    node = blank(read_file(own[name], EXAMPLE) if is_own else read_yaml(data, f"{name}.yaml"))
    if boards.EXTENDS not in node:
        return node
    base = _base(node, own, (*within, name))
    return merged(_read(base, own, (*within, name)), without(node, boards.EXTENDS))


def _base(node: MappingNode, own: Mapping[str, Path], within: tuple[str, ...]) -> str:
    """Give the name of the profile that *node* extends."""
    written = node[boards.EXTENDS]
    base, known = str(written), tuple(sorted({*boards.board_names(), *own}))
    if not isinstance(written, TextNode):
        message, hint = f"Text is expected here, not {kind_of(written)}.", "Name one board."
    elif base not in known:
        message, hint = f"There is no board “{base}” to extend.", suggestion(base, known)
    elif within.count(base) > (base in own and base in boards.board_names()):
        message, hint = f"“{base}” extends itself.", "Name another board."
    else:
        return base
    raise InvalidInput((Problem.at(written.place, message, hint),))

"""Reads the files that a template's settings name; nothing outside the template's own folder."""

from dataclasses import is_dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import get_args, get_type_hints

from postingkit.errors import InvalidInput, Problem
from postingkit.look import Asset
from postingkit.model.nodes import Node, TextNode
from postingkit.model.reading import kind_of

MAXIMUM_BYTES = 20_000_000
BESIDE = "Put the file beside the one that names it, and write its name alone."


def read_asset(node: Node) -> Asset:
    """Read the file that *node* names, in the folder of the YAML file where *node* stands.

    Raises `InvalidInput`, at the place of *node*, for what is no name of a file in that folder or
    below it, for one that is not there, cannot be read, or has more than 20 MB.
    """
    if not isinstance(node, TextNode):
        raise _refused(node, f"The name of a file is expected here, not {kind_of(node)}.")
    path = _path(node)
    try:
        if path.stat().st_size > MAXIMUM_BYTES:
            raise _refused(node, f"“{node}” is larger than {MAXIMUM_BYTES // 1_000_000} MB.")
        return Asset(path.as_posix(), path.read_bytes())
    except OSError as error:
        message = f"“{node}” cannot be read: {error.strerror}."
        raise _refused(node, message) from error


def asset_fields(kind: type[object]) -> tuple[str, ...]:
    """Give the fields of a dataclass that hold files."""
    if not is_dataclass(kind):
        return ()
    hints = get_type_hints(kind)
    return tuple(name for name, hint in hints.items() if Asset in {hint, *get_args(hint)})


def _path(node: TextNode) -> Path:
    """Give the path of the file, which stands where it may, symbolic links followed."""
    if "://" in node:
        raise _refused(node, f"“{node}” is an address of the web, and nothing is fetched.", BESIDE)
    if PurePosixPath(node).is_absolute() or PureWindowsPath(node).anchor:
        raise _refused(node, f"“{node}” names a file by its whole path.", BESIDE)
    folder = Path(node.place.file).parent
    path = folder / str(node)
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links; a name like no file's
        raise _refused(node, f"“{node}” is no name of a file.", BESIDE) from error
    if not inside:
        raise _refused(node, f"“{node}” stands outside the template's folder.", BESIDE)
    if not path.is_file():
        raise _refused(node, f"There is no file “{path.as_posix()}”.", BESIDE)
    return path


def _refused(node: Node, message: str, hint: str = "") -> InvalidInput:
    return InvalidInput((Problem.at(node.place, message, hint),))

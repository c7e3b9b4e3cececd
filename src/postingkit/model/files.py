"""Reads the bytes of input files, and says plainly why one cannot be read."""

from pathlib import Path

from postingkit.errors import FilePlace, InvalidInput, Problem
from postingkit.model.nodes import MappingNode
from postingkit.model.reading import MAXIMUM_BYTES, read_yaml, too_large


def read_file(path: Path) -> MappingNode:
    """Read the YAML file at *path*; raises `InvalidInput` where that cannot be."""
    try:
        size = path.stat().st_size
        if size > MAXIMUM_BYTES:
            raise too_large(path.as_posix(), size)
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    return read_yaml(data, path.as_posix())


def unreadable(path: Path, error: OSError) -> InvalidInput:
    """Say that the system would not let *path* be read, in its own words."""
    reason = error.strerror or type(error).__name__
    place = FilePlace(path.as_posix(), 1, 1)
    hint = "Check its name, and that you may open it."
    return InvalidInput((Problem.at(place, f"The file cannot be read: {reason}.", hint),))

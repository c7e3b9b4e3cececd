"""The paths of files: each safe on every system, and no two the same."""

import re
from collections.abc import Iterable, Mapping, Sequence

from postingkit.errors import Problem
from postingkit.exporters import AnyExporter
from postingkit.model.identity import WINDOWS_DEVICES
from postingkit.store import Unit

BOUND = re.compile(r"(?:^|[/.])\{(kind|id|language)\}(?=$|[/.])")
HINT = "Change “names” in postingkit.yaml."


class Names:
    """The paths that are taken already, which are kept as numbers, for there may be very many."""

    def __init__(self, units: Iterable[Unit] = ()) -> None:
        self._taken = {_number(unit) for unit in units}

    def take(self, units: Sequence[Unit]) -> Problem | None:
        """Take the paths of *units*, or say why one of them cannot be had; then none is taken."""
        numbers = {_number(unit) for unit in units}
        wrong = next(filter(None, (unsafe(unit.path) for unit in units)), "")
        if not self._taken.isdisjoint(numbers) or len(numbers) < len(units):
            wrong = f"“{units[0].path}” is also the name of another file"
        if wrong:
            return Problem(None, "names", f"A file is not made: {wrong}.", HINT)
        self._taken |= numbers
        return None


def _number(unit: Unit) -> int:
    """Give a number that no two of even a million paths share, but for once in ten million runs."""
    return hash(unit.path.casefold())


def tells_apart(pattern: str, formats: Mapping[str, AnyExporter]) -> bool:
    """Say whether *pattern* makes a safe path of its own for every file, whatever is in a project.

    It does where kind, id and language stand between slashes and dots, which none of them can hold:
    ids are unique, and no names of devices.
    """
    parts = re.findall(r"\{(\w+)\}", pattern)
    bound = BOUND.findall(pattern)
    suffixes = [exporter.suffix.casefold() for exporter in formats.values()]
    return sorted(parts) == sorted(bound) and len(set(suffixes)) == len(suffixes)


def unsafe(path: str) -> str:
    """Say why *path* is no safe path on every system; an empty string says that it is safe."""
    for part in path.split("/"):
        stem = part.partition(".")[0]
        if stem.lower() in WINDOWS_DEVICES:
            return f"“{part}” is the name of a device on Windows"
        if not stem or part.endswith((".", " ")):
            return f"“{part}” is no name for a file"
    return ""

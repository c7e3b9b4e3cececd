"""Finds installed exporters by their entry points and loads one only when it is asked for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points

from postingkit.errors import ExporterUnavailable, UnknownExporter
from postingkit.exporters.interface import AnyExporter

GROUP = "postingkit.exporters"
REQUIRED = ("suffix", "media_type", "options_type", "prepare")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the exporter of a format comes from: a distribution and its version."""

    name: str
    distribution: str
    version: str


def installed() -> tuple[Origin, ...]:
    """Give the installed formats, sorted by name, without loading any of them."""
    return _origins(entry_points)


def load(name: str) -> AnyExporter:
    """Load the exporter of the format *name*.

    Raises `UnknownExporter` where none is installed under that name, and `ExporterUnavailable`
    where it is installed but broken, or two distributions claim the name.
    """
    points = [point for point in _points() if point.name == name]
    if not points:
        raise UnknownExporter(name, tuple(dict.fromkeys(point.name for point in _points())))
    if len(points) > 1:
        owners = ", ".join(sorted(point.dist.name for point in points if point.dist))
        raise ExporterUnavailable(name, f"several packages bring it ({owners})")
    return _instance(points[0])


def _instance(point: EntryPoint) -> AnyExporter:
    try:
        exporter: AnyExporter = point.load()()
    except Exception as error:  # a plug-in's code may fail in any way; it costs its own format only
        _let_interruptions_through(error)
        raise ExporterUnavailable(point.name, f"{type(error).__name__}: {error}") from error
    missing = [name for name in REQUIRED if not hasattr(exporter, name)]
    if missing:
        raise ExporterUnavailable(point.name, f"it lacks {', '.join(missing)}")
    return exporter


def _let_interruptions_through(error: BaseException) -> None:
    """Raise the interruption that *error* comes from, if it does.

    Before Python 3.12, what is raised while a class is made comes out as a `RuntimeError`.
    """
    if isinstance(error, KeyboardInterrupt):
        raise error
    if error.__cause__:
        _let_interruptions_through(error.__cause__)


def _points() -> tuple[EntryPoint, ...]:
    return _found(entry_points)


@lru_cache(1)
def _found(find: Callable[..., Iterable[EntryPoint]]) -> tuple[EntryPoint, ...]:
    """Look once for what is installed: it stays as it is while a process runs."""
    return tuple(sorted(find(group=GROUP), key=lambda point: (point.name, point.value)))


@lru_cache(1)
def _origins(find: Callable[..., Iterable[EntryPoint]]) -> tuple[Origin, ...]:
    """Read once what packages say of themselves, which takes long."""
    return tuple(
        Origin(point.name, point.dist.name, point.dist.version)
        if point.dist
        else Origin(point.name, "unknown", "unknown")
        for point in _found(find)
    )

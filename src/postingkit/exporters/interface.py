"""What an exporter is; the built-in ones and anybody's plug-in are held to the same."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, TypeAlias, TypeVar

from postingkit.document import Document
from postingkit.errors import Problem
from postingkit.look import Look

OptionsT = TypeVar("OptionsT")


@dataclass(frozen=True, slots=True)
class Export:
    """The bytes of one file, and what its reader should know of how they came out."""

    data: bytes
    notices: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of an exporter that has none."""


class Exporter(Protocol[OptionsT]):
    """Turns documents into the bytes of one file each; reads, writes and prints nothing.

    *suffix* is that of the file's name, with its dot. *options_type* is a frozen dataclass or a
    pydantic model with a default for each field: a template's block of the exporter's name is read
    into it.

    An exporter that puts fonts into its files names those that it brings itself in a further
    attribute, ``families: ClassVar[frozenset[str]]``. Of the others that a look names it then finds
    the files in ``look.fonts.files``: the template's, else the computer's.
    """

    suffix: ClassVar[str]
    media_type: ClassVar[str]
    options_type: type[OptionsT]

    def prepare(self, look: Look, options: OptionsT) -> Callable[[Document], Export]:
        """Make ready all that documents of one look share, once, and give the function for each.

        That function raises `ExportFailed` for a document that it cannot make, gives equal bytes
        for equal documents, and may be called any number of times.
        """
        ...


AnyExporter: TypeAlias = Exporter[Any]

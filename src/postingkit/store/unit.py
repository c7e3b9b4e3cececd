"""A file to be made, and what became of it, as values."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from postingkit.errors import Problem
from postingkit.store.output import WrittenState

Kind: TypeAlias = Literal[
    "roles", "openings", "comparisons", "site", "feeds", "pastes", "project", "unknown"
]
State: TypeAlias = WrittenState | Literal["failed", "foreign", "removed"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One file to be made: what of, in which template, language and format, and where.

    *path* is relative to the output folder, with slashes.
    """

    kind: Kind
    id: str
    template: str
    language: str
    format: str
    path: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a unit.

    *problems* say why it failed; *notices* what is worth knowing of it; *why* says for what reason
    it was made anew. *size* is in bytes; *digest* is that of the bytes, where they are known.
    """

    unit: Unit
    state: State
    size: int = 0
    milliseconds: float = 0.0
    notices: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()
    why: str = ""
    digest: str = ""

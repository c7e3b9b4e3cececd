"""What a worker is told to make, and what it tells of it: plain data, for any other process."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from postingkit.batch.planned import Job, Request
from postingkit.errors import Problem
from postingkit.model import Opening
from postingkit.store import Kind, Output, Result, Unit
from postingkit.store.manifest import Made, inputs_of


def as_planned(job: Job) -> Job:
    """Leave *job* as it is planned."""
    return job


@dataclass(frozen=True, slots=True)
class Order:
    """What all tasks of a run have in common, and what a worker is made ready from, once.

    *folder* is the project's; *settings* are laid over the templates, as `model.overlay` reads
    them. *arranged*, a function of a module, gives each job its last form. *common* is the digest
    of what all files are made with, *laid* those of the templates by their names. *inputs* is the
    digest of all that may be read; orders that differ in nothing else share what was made ready.
    """

    folder: Path
    output: Output
    request: Request
    common: str
    laid: Mapping[str, str]
    inputs: str = field(default="", compare=False)
    settings: tuple[str, ...] = ()
    font_folders: tuple[Path, ...] = ()
    arranged: Callable[[Job], Job] = as_planned


@dataclass(frozen=True, slots=True)
class Task:
    """A source to make documents of: a role, an opening of one, or a comparison of several.

    *roles* are the files of the roles by their ids; *reads* the digests of all texts that it is
    made from; *intact* the files that stand as they were made, by their paths; *why* says for what
    reason there is anything to do.
    """

    kind: Kind
    id: str
    roles: Mapping[str, Path]
    reads: Mapping[str, str]
    opening: Path | Opening | None = None
    intact: Mapping[str, Made] = field(default_factory=dict)
    why: str = ""

    @property
    def source(self) -> str:
        """The name of the source, as in ``roles/data-engineer``."""
        return f"{self.kind}/{self.id}"

    def standing(self, unit: Unit, order: Order) -> Made | None:
        """Give what stands of *unit*, if it would be made from the same again."""
        made = self.intact.get(unit.path)
        laid = order.laid.get(unit.template, "")
        is_same = made and made.inputs == inputs_of(order.common, laid, self.reads)
        return made if is_same else None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a task would make, and what is to be said of its source.

    It *is_held_up* where that is not all, for its template or a format has problems.
    """

    units: tuple[Unit, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    is_held_up: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """The documents that a task would make, and what is to be said of its source.

    *role* is the id of the role that an opening is one of.
    """

    jobs: tuple[Job, ...] = ()
    role: str = ""
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: its files, and what is to be said of the source itself.

    *role* is the id of the role that an opening is one of. It *is_held_up* where its template or
    a format has problems, which are told once for all.
    """

    task: Task
    template: str = ""
    role: str = ""
    results: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    is_held_up: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether nothing went wrong."""
        is_wrong = self.problems or self.is_held_up
        return not is_wrong and not any(result.problems for result in self.results)

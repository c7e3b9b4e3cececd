"""What is asked for and what is planned, as values: requests, and documents with their files."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from postingkit.batch.sources import Source
from postingkit.errors import Problem
from postingkit.model import ComparisonDefinition, ResolvedTemplate
from postingkit.store import Unit


@dataclass(frozen=True, slots=True)
class Job:
    """The units that are made from one document, and all that is needed to make them.

    *options* holds what the template says to each unit's exporter, by format. A job is plain data,
    so it can be sent to another process.
    """

    source: Source
    template: ResolvedTemplate
    language: str
    units: tuple[Unit, ...]
    options: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Gathering:
    """A file that is made from many documents at once, such as a feed or the list of a site.

    *parts* gives its bytes as they come, so that it never stands in memory whole.
    """

    unit: Unit
    parts: Callable[[], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Files that are made of all documents together; *notices* says what is to be said of them."""

    gatherings: tuple[Gathering, ...] = ()
    notices: Callable[[], tuple[Problem, ...]] = tuple


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made, and what is known before: *problems* cost files, *notices* do not.

    *gatherings* are made last.
    """

    jobs: tuple[Job, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    gatherings: tuple[Gathering, ...] = ()

    @property
    def units(self) -> tuple[Unit, ...]:
        """Every file to be made, in order."""
        single = (unit for job in self.jobs for unit in job.units)
        return (*single, *(gathering.unit for gathering in self.gatherings))


@dataclass(frozen=True, slots=True)
class Request:
    """What of a project is asked for: *roles* and *openings* by id, and *comparisons* by name.

    Without *formats* or *languages* those of the project are made; without a *template* each
    department's. There must be fixed words for each of the *languages*, which are BCP 47 tags. An
    opening is made in its own language alone, where that is among them.
    """

    roles: tuple[str, ...] = ()
    comparisons: Mapping[str, ComparisonDefinition] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    template: str | None = None
    languages: tuple[str, ...] = ()
    openings: tuple[str, ...] = ()

    def is_in_language(self, language: str) -> bool:
        """Say whether documents in *language* are asked for."""
        return not self.languages or language in self.languages

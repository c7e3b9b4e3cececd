"""Makes the units of a plan, one after the other; a failure costs its own files only."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from postingkit import exporters
from postingkit.batch.output import Output, WrittenState
from postingkit.batch.plan import Job, Plan, Unit
from postingkit.document import Document, for_format
from postingkit.errors import ExporterUnavailable, ExportFailed, OutputError, Problem
from postingkit.exporters import Export

State: TypeAlias = WrittenState | Literal["failed"]
Make: TypeAlias = Callable[[Document], Export]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a unit.

    *problem* says why it failed; *notices* what is worth knowing of it. *size* is in bytes.
    """

    unit: Unit
    state: State
    size: int = 0
    milliseconds: float = 0.0
    notices: tuple[Problem, ...] = ()
    problem: Problem | None = None


def run(plan: Plan, output: Output) -> Iterator[Result]:
    """Make each unit of *plan*, put it into *output*, and yield what became of it."""
    workshop = _Workshop(output)
    for job in plan.jobs:
        yield from workshop.results(job)


class _Workshop:
    """Keeps what is made ready once: one function for each template and format."""

    def __init__(self, output: Output) -> None:
        self.output = output
        self.made_ready: dict[tuple[str, str], Make] = {}

    def results(self, job: Job) -> Iterator[Result]:
        document = job.source.compose(job.template, job.language)
        for unit in job.units:
            started = time.perf_counter()
            try:
                export = self._export(job, unit, document)
                state = self.output.put(unit.path, export.data)
            except (ExportFailed, ExporterUnavailable, OutputError) as error:
                yield Result(unit, "failed", problem=_named(unit, error))
                continue
            took = (time.perf_counter() - started) * 1000
            yield Result(unit, state, len(export.data), took, export.notices)

    def _export(self, job: Job, unit: Unit, document: Document) -> Export:
        make = self._ready(job, unit)
        try:
            return make(for_format(document, unit.format))
        except ExportFailed:
            raise
        except Exception as error:  # an exporter's code may fail in any way, and others go on
            raise ExporterUnavailable(unit.format, f"{type(error).__name__}: {error}") from error

    def _ready(self, job: Job, unit: Unit) -> Make:
        key = unit.template, unit.format
        if key not in self.made_ready:
            exporter = exporters.load(unit.format)
            options = job.options[unit.format]
            try:
                self.made_ready[key] = exporter.prepare(job.template.look, options)
            except ExportFailed:
                raise
            except Exception as error:  # as above
                reason = f"{type(error).__name__}: {error}"
                raise ExporterUnavailable(unit.format, reason) from error
        return self.made_ready[key]


def _named(unit: Unit, error: ExportFailed | ExporterUnavailable | OutputError) -> Problem:
    if isinstance(error, ExportFailed):
        return error.problem
    return Problem(None, unit.path, str(error))

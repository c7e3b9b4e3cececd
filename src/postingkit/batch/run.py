"""Makes the units of a plan, one after the other; a failure costs its own files only."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TypeAlias

from postingkit import exporters
from postingkit.batch.fonts import with_fonts_for
from postingkit.batch.planned import Gathering, Job, Plan
from postingkit.document import Document, for_format
from postingkit.errors import (
    ExporterError,
    ExporterUnavailable,
    ExportFailed,
    InvalidInput,
    OutputError,
    Problem,
)
from postingkit.exporters import Export
from postingkit.store import Output, Result, Unit
from postingkit.store.digests import Tally, digest_of

Make: TypeAlias = Callable[[Document], Export]


def run(plan: Plan, output: Output, font_folders: tuple[Path, ...] = ()) -> Iterator[Result]:
    """Make each unit of *plan*, put it into *output*, and yield what became of it.

    Fonts that a template names but does not bring are looked for in *font_folders*.
    """
    workshop = Workshop(output, font_folders)
    for job in plan.jobs:
        yield from workshop.results(job)
    for gathering in plan.gatherings:
        yield workshop.gathered(gathering)


class Workshop:
    """Makes documents into files in *output*; what is made ready once is kept.

    That is one function for each template and format. Fonts that a template names but does not
    bring are looked for in *font_folders*.
    """

    def __init__(self, output: Output, font_folders: tuple[Path, ...]) -> None:
        self.output = output
        self.font_folders = font_folders
        self.made_ready: dict[tuple[str, str], Make] = {}

    def results(self, job: Job) -> Iterator[Result]:
        """Make each unit of *job*, and yield what became of it."""
        document = job.source.compose(job.template, job.language)
        for unit in job.units:
            started = time.perf_counter()
            try:
                export = self._export(job, unit, document)
                state = self.output.put(unit.path, export.data)
            except (ExporterError, OutputError, InvalidInput) as error:
                yield Result(unit, "failed", problems=_problems(unit, error))
                continue
            took = (time.perf_counter() - started) * 1000
            digest = digest_of(export.data)
            yield Result(unit, state, len(export.data), took, export.notices, digest=digest)

    def rehearse(self, job: Job) -> None:
        """Make each unit of *job* and put it nowhere, so that what takes long is ready."""
        document = job.source.compose(job.template, job.language)
        for unit in job.units:
            with suppress(ExporterError, InvalidInput):
                self._export(job, unit, document)

    def gathered(self, gathering: Gathering) -> Result:
        """Make the one file of *gathering*."""
        started, unit = time.perf_counter(), gathering.unit
        try:
            tally = Tally()
            state = self.output.put_parts(unit.path, tally.counted(gathering.parts()))
        except (ExporterError, OutputError, InvalidInput) as error:
            return Result(unit, "failed", problems=_problems(unit, error))
        took = (time.perf_counter() - started) * 1000
        return Result(unit, state, tally.size, took, digest=tally.digest)

    def _export(self, job: Job, unit: Unit, document: Document) -> Export:
        make = self._ready(job, unit)
        with _costs_its_own_files(unit):
            export = _sound(make(for_format(document, unit.format)))
        return replace(export, notices=tuple(_named(unit, each) for each in export.notices))

    def _ready(self, job: Job, unit: Unit) -> Make:
        key = unit.template, unit.format
        if key not in self.made_ready:
            with _costs_its_own_files(unit):
                self.made_ready[key] = _prepared(job, unit, self.font_folders)
        return self.made_ready[key]


def _prepared(job: Job, unit: Unit, font_folders: tuple[Path, ...]) -> Make:
    """Prepare the exporter; stationery that is refused once is not opened again."""
    exporter = exporters.load(unit.format)
    look = with_fonts_for(exporter, job.template.look, font_folders)
    try:
        return exporter.prepare(look, job.options[unit.format])
    except InvalidInput as error:
        return _refusing(error)


def _refusing(error: InvalidInput) -> Make:
    def refuse(_: Document) -> Export:
        raise error

    return refuse


def _sound(made: object) -> Export:
    """Give what an exporter has *made*, if it is what an exporter makes; raises `TypeError`."""
    if not isinstance(made, Export) or not isinstance(made.data, bytes):
        raise TypeError("it gives no bytes of a file")
    if not all(isinstance(each, Problem) for each in made.notices):
        raise TypeError("it gives notices that are none")
    return made


@contextmanager
def _costs_its_own_files(unit: Unit) -> Iterator[None]:
    """Let an exporter fail in any way that its code may, without harm to the others' files.

    What it prints goes nowhere, for standard output may be read by a program.
    """
    try:
        with redirect_stdout(StringIO()):
            yield
    except (ExporterError, InvalidInput, KeyboardInterrupt, GeneratorExit):
        raise
    except BaseException as error:  # one that would end the program, too
        raise ExporterUnavailable(unit.format, f"{type(error).__name__}: {error}") from error


def _problems(unit: Unit, error: ExporterError | OutputError | InvalidInput) -> tuple[Problem, ...]:
    match error:
        case InvalidInput(problems=problems):
            return problems
        case ExportFailed(problem=problem):
            return (_named(unit, problem),)
        case _:
            return (Problem(None, unit.path, str(error)),)


def _named(unit: Unit, problem: Problem) -> Problem:
    """Let a problem that knows no place name its file at least."""
    return problem if problem.place else replace(problem, path=unit.path)

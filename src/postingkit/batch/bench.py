"""Where a worker makes the documents of one task after the other; what they share is kept ready."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path

from postingkit.batch.halting import is_halted
from postingkit.batch.plan import Planner, missing_role, missing_roles
from postingkit.batch.planned import Job
from postingkit.batch.run import Workshop
from postingkit.batch.tasks import Foreseen, Order, Outcome, Planned, Task
from postingkit.errors import InvalidInput
from postingkit.model import (
    BrokenOpening,
    Opening,
    Role,
    load_role,
    load_undated,
    read_opening,
    role_files,
)
from postingkit.model.overlay import overlay
from postingkit.model.role_files import NONE, RoleFiles
from postingkit.store import Result, Unit

KEPT_ROLES = 200
"""Roles that are kept for the openings and comparisons that follow."""


class Bench:
    """Makes tasks of one *order*."""

    def __init__(self, order: Order) -> None:
        self._order = order
        project = load_undated(order.folder, (), overlay(order.settings), NONE)
        self._project = project
        self._planner = Planner(project, order.request)
        self._planner.prepare()  # what it finds of templates is told by whoever gives the order
        self._workshop = Workshop(order.output, order.font_folders)
        self._role_id = ""
        self._role = lru_cache(KEPT_ROLES)(_read_role)
        self._is_rehearsed = False

    def follow(self, order: Order) -> None:
        """Go on with *order*, which is as the last one, but for what may have changed in files."""
        if order.inputs != self._order.inputs:
            self._role = lru_cache(KEPT_ROLES)(_read_role)
            self.__dict__.pop("_files", None)
        self._order = order

    def foreseen(self, task: Task) -> Foreseen:
        """Give the files that *task* would make; none where its source is broken."""
        found = self.planned(task)
        units = tuple(unit for job in found.jobs for unit in job.units)
        return Foreseen(units, found.problems, found.notices, self._planner.is_held_up)

    def planned(self, task: Task) -> Planned:
        """Plan the documents of *task*; none where its source is broken."""
        planner = self._planner
        planner.clear()
        self._role_id = ""
        try:
            jobs = tuple(self._jobs(task))
        except InvalidInput as error:
            return Planned(role=self._role_id, problems=error.problems)
        return Planned(jobs, self._role_id, tuple(planner.problems), planner.told)

    def results(self, job: Job) -> Iterator[Result]:
        """Make the files of *job*, whatever stands."""
        return self._workshop.results(job)

    def rehearse(self, tasks: tuple[Task, ...]) -> None:
        """Make the files of *tasks* once for nothing, so that all that takes long is ready."""
        if self._is_rehearsed:
            return
        self._is_rehearsed = True
        for task in tasks:
            with suppress(InvalidInput):
                for job in self._jobs(task):
                    self._workshop.rehearse(job)

    def outcome(self, task: Task) -> Outcome:
        """Make the files of *task* that do not stand."""
        found = self.planned(task)
        results = tuple(result for job in found.jobs for result in self._results(task, job))
        template = found.jobs[0].template.name if found.jobs else ""
        about = task, template, found.role, results, found.problems, found.notices
        return Outcome(*about, is_held_up=self._planner.is_held_up)

    def _results(self, task: Task, job: Job) -> Iterator[Result]:
        left: list[Unit] = []
        for unit in job.units:
            made = task.standing(unit, self._order)
            if made:
                yield Result(unit, "unchanged", made.size, notices=made.notices, digest=made.digest)
            else:
                left.append(unit)
        if left:
            for result in self._workshop.results(replace(job, units=tuple(left))):
                yield result if result.state == "unchanged" else replace(result, why=task.why)

    def _jobs(self, task: Task) -> Iterator[Job]:
        """Plan the documents of *task*; raises `InvalidInput` for a source that is broken."""
        return map(self._order.arranged, self._planned(task))

    def _planned(self, task: Task) -> Iterator[Job]:
        if task.opening:
            opening = self._opening(task.id, task.opening)
            yield from self._planner.opening(opening, self._role_of(opening, task))
        elif task.kind == "comparisons":
            yield from self._comparison(task)
        else:
            yield from self._planner.posting(task.id, _sound(self._role(task.roles[task.id])))

    def _opening(self, id_: str, written: Path | Opening) -> Opening:
        match written:
            case Opening() as opening:
                return opening
            case Path() as path:
                read = read_opening(id_, path, self._project.project, self._files.ids)
                if isinstance(read, BrokenOpening):
                    raise InvalidInput(read.problems)
                return read

    def _role_of(self, opening: Opening, task: Task) -> Role:
        self._role_id = opening.role.text
        path = task.roles.get(self._role_id) or self._files.sound.get(self._role_id)
        role = self._role(Path(path)) if path else None
        if isinstance(role, Role):
            return role
        raise InvalidInput((missing_role(opening),))

    @cached_property
    def _files(self) -> RoleFiles:
        return role_files(self._order.folder)

    def _comparison(self, task: Task) -> Iterator[Job]:
        definition = self._order.request.comparisons[task.id]
        named = (task.roles.get(role.text) for role in definition.roles)
        read = [self._role(path) for path in named if path]
        roles = tuple(role for role in read if isinstance(role, Role))
        if len(roles) < len(definition.roles):
            raise InvalidInput((missing_roles(task.id, definition),))
        yield from self._planner.comparison(task.id, definition, roles)


def _read_role(path: Path) -> Role | InvalidInput:
    """Read the role at *path*; that it is broken is remembered too, and not how that was found.

    An error that was raised holds on to all that was being read.
    """
    try:
        return load_role(path)
    except InvalidInput as error:
        return InvalidInput(error.problems)


def _sound(read: Role | InvalidInput) -> Role:
    if isinstance(read, InvalidInput):
        raise InvalidInput(read.problems)
    return read


def make_outcomes(order: Order, tasks: tuple[Task, ...]) -> tuple[Outcome, ...]:
    """Make *tasks* on the bench of this process."""
    bench = _bench(order)
    return tuple(bench.outcome(task) for task in tasks if not is_halted())


def foresee(order: Order, tasks: tuple[Task, ...]) -> tuple[Foreseen, ...]:
    """Give for each of *tasks* what it would make."""
    bench = _bench(order)
    return tuple(bench.foreseen(task) for task in tasks)


def rehearse(order: Order, tasks: tuple[Task, ...]) -> None:
    """Make the bench of this process ready for files such as those of *tasks*."""
    _bench(order).rehearse(tasks)


def _bench(order: Order) -> Bench:
    """Give the bench of *order*, which is the last one of this thread unless the order is new."""
    last: tuple[Order, Bench] | None = getattr(_OWN, "last", None)
    if last is None or last[0] != order:
        _OWN.last = last = (order, Bench(order))
    last[1].follow(order)
    return last[1]


_OWN = threading.local()

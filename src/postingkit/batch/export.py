"""Exports a project: what has changed is made, the rest stands, and both are told."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, closing
from dataclasses import replace
from itertools import chain
from pathlib import Path

from postingkit.batch.bench import foresee, make_outcomes, rehearse
from postingkit.batch.colours import contrast_notices
from postingkit.batch.crew import lost
from postingkit.batch.listing import Listing
from postingkit.batch.naming import Names, tells_apart
from postingkit.batch.orders import changes_since, order_of
from postingkit.batch.plan import Planner
from postingkit.batch.planned import Gathering
from postingkit.batch.pools import CrewFor
from postingkit.batch.recording import Recorder
from postingkit.batch.run import Workshop
from postingkit.batch.tasks import Foreseen, Outcome, Task
from postingkit.batch.wanted import Wanted
from postingkit.errors import OutputError, Problem
from postingkit.model import listed_openings, load_undated, role_files
from postingkit.model.openings import OPENINGS
from postingkit.model.overlay import overlay
from postingkit.model.validation import in_order
from postingkit.store import Comparing, Output, Result, Unit
from postingkit.store.manifest import Entry, Head, Made
from postingkit.store.standing import Before, unchanged
from postingkit.store.tree import digest_of_tree

ANY_INPUT = "an input"
"""What a file that is made of all documents reads."""
MADE_BETWEEN_RECORDS = 2_000
"""So many sources are made before the manifest is written anew, in case the run is cut off."""


class Export:
    """One export of what is *wanted*; *known* is what was known before it.

    First it is to `look`, then to give its `results`, or just the `units` that it would make.
    *problems* and *notices* tell of the project and its sources, once the results are through;
    *count* is the number of sources, and *done* that of those whose results have come; *unknown*
    names those of which nobody can say what they would make.
    """

    def __init__(
        self,
        known: Before,
        wanted: Wanted,
        output: Output,
        crew: CrewFor,
        font_folders: tuple[Path, ...] = (),
    ) -> None:
        self._known, self._wanted, self._crew_for = known, wanted, crew
        self._files = role_files(known.folder)
        self._project = load_undated(known.folder, (), overlay(wanted.settings), self._files)
        planner = Planner(self._project, wanted.request)
        planner.prepare()
        self.problems: list[Problem] = list(planner.problems)
        self._general: list[Problem] = list(planner.told)
        self.notices: list[Problem] = list(planner.told)
        self._changes, self._has_others = changes_since(
            known, wanted, self._project, planner, font_folders
        )
        self._order = order_of(known, wanted, output, self._changes, font_folders)
        self._formats_of = planner.wanted
        self._is_apart = tells_apart(self._project.project.names, planner.formats)
        self._recorder = Recorder(self._changes, output, wanted)
        self.template_names = self._project.template_names
        self._records = not isinstance(output, Comparing)
        self._gathered = wanted.gathered(self._project)
        self._visited: set[str] = set()
        self._used: set[str] = set()
        self._is_sound = True
        self._stand: AbstractSet[str] = frozenset()
        self._under_way = ExitStack()
        self._is_finished = False
        self.unknown: set[str] = set()
        self.count = 0
        self.done = 0

    def units(self) -> Iterator[tuple[Unit, str]]:
        """Yield each file that is wanted, and why it would be made; nothing where it stands."""
        standing = self._stand
        names = Names()
        for task in self._listing().tasks():
            foreseen = self._foreseen(task, standing)
            self.problems += foreseen.problems
            self.notices += foreseen.notices
            wrong = names.take(foreseen.units)
            if wrong or foreseen.problems or foreseen.is_held_up:
                self.unknown.add(task.source)
            if wrong:
                self.problems.append(wrong)
                continue
            yield from self._reasons(task, foreseen.units)
        for gathering, task in self._gatherings():
            yield from self._reasons(task, (gathering.unit,))
        self.notices += self._gathered.notices()

    def is_left(self, entry: Entry, made: Made) -> bool:
        """Say whether *made*, of *entry*, would be left behind, unless it is among the `units`."""
        if entry.source in self.unknown:
            return False
        is_visited = entry.source in self._visited or self._wanted.is_whole
        return is_visited and self._wanted.covers(made)

    def _reasons(self, task: Task, units: Iterable[Unit]) -> Iterator[tuple[Unit, str]]:
        """Yield each of *units* and why *task* would make it; nothing where it stands."""
        if task.source in self._stand:
            yield from ((unit, "") for unit in units)
            return
        told = self._changes.with_reason(task)
        for unit in units:
            yield unit, "" if told.standing(unit, self._order) else told.why

    def results(self) -> Iterator[Result]:
        """Make what has changed, and yield what became of each file: first of all that stands."""
        standing = self._stand
        for source in standing:
            self.done += 1
            yield from self._kept(source)
        if len(standing) < self.count:
            refused = set() if self._is_apart else self._refused(standing)
            yield from self._made(standing | refused)
            yield from self._gathered_results()
        self._finish()

    def rehearse(self) -> None:
        """Make ready what makes files of each template, so that the next changes are quick."""
        first: dict[tuple[str, str], Task] = {}
        for task in self._listing().tasks():
            entry = self._known.manifest.entry(task.source)
            if entry and entry.template:
                first.setdefault((task.kind, entry.template), task)
        rehearse(self._order, tuple(first.values()))

    def write(self) -> None:
        """Write the manifest; that it cannot be written costs the next run time, and is told."""
        self._record(self._head())

    def _record(self, head: Head) -> None:
        try:
            self._recorder.write(replace(head, purpose=self._wanted.purpose))
        except OutputError as error:
            self.problems.append(Problem(None, error.path, str(error)))

    def _listing(self) -> Listing:
        return Listing(
            self._known.folder,
            self._project.project,
            self._files,
            self._known.inputs,
            self._wanted.request,
            self._wanted.roles,
            self._wanted.openings,
        )

    def look(self) -> None:
        """Find the sources, and those of which everything stands; the others are to be made."""
        standing: dict[str, None] = {}
        listing = self._listing()
        for task in chain(listing.tasks(), (task for _, task in self._gatherings())):
            self.count += 1
            self._visited.add(task.source)
            if self._changes.standing(task):
                standing[task.source] = None
        self.problems += listing.problems
        unread = listing.broken | set(self._changes.unread(listing.unread))
        self._visited |= unread
        self.unknown |= unread
        self._stand = standing.keys()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all sources that were found."""
        return frozenset(source.partition("/")[2] for source in self._visited)

    def known_ids(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the ids of all roles and of all openings of the project, wanted or not."""
        roles = self._files.ids
        openings = listed_openings(self._known.folder / OPENINGS, self._project.project, roles)
        return roles, tuple(listed.id for listed in openings)

    def _kept(self, source: str) -> Iterator[Result]:
        entry = self._asked(self._known.manifest.entry(source))
        if entry:
            self._used.add(entry.template)
            if not entry.files:
                self.notices += entry.notices
            yield from unchanged(entry)

    def _asked(self, entry: Entry | None) -> Entry | None:
        """Leave out files of *entry* that only other runs asked for, and that may be old."""
        if entry is None or self._wanted.is_whole:
            return entry
        formats, request = self._formats_of(entry.kind), self._wanted.request
        asked = (made for made in entry.files if made.format in formats)
        files = tuple(made for made in asked if request.is_in_language(made.language))
        return replace(entry, files=files)

    def _foreseen(self, task: Task, standing: AbstractSet[str]) -> Foreseen:
        entry = self._asked(self._known.manifest.entry(task.source))
        if entry and task.source in standing:
            return Foreseen(tuple(map(entry.unit, entry.files)), (), entry.notices)
        (found,) = foresee(self._order, (task,))
        return found

    def _refused(self, standing: AbstractSet[str]) -> set[str]:
        """Find the sources that would write over the files of others."""
        names = Names()
        refused: set[str] = set()
        for task in self._listing().tasks():
            wrong = names.take(self._foreseen(task, standing).units)
            if wrong:
                refused.add(task.source)
                self.problems.append(wrong)
        self._is_sound = self._is_sound and not refused
        return refused

    def _made(self, left_out: AbstractSet[str]) -> Iterator[Result]:
        listing = self._listing()
        tasks = (
            self._changes.with_reason(task)
            for task in listing.tasks()
            if task.source not in left_out
        )
        crew = self._crew_for(self.count - len(left_out))
        outcomes = crew.made(
            make_outcomes, self._order, tasks, lost, lambda outcome: self._take(outcome, listing)
        )
        self._under_way.callback(self._cut_off)
        self._under_way.enter_context(closing(outcomes))
        for number, outcome in enumerate(outcomes, 1):
            self._take(outcome, listing)
            self.done += 1
            yield from outcome.results
            if self._records and number % MADE_BETWEEN_RECORDS == 0:
                self._record(Head())

    def close(self) -> None:
        """End what is under way; what a run had made that is cut off is written down."""
        self._under_way.close()

    def _cut_off(self) -> None:
        if self._records and not self._is_finished:
            self._record(Head())

    def _gatherings(self) -> Iterator[tuple[Gathering, Task]]:
        reads = {ANY_INPUT: digest_of_tree(self._known.inputs)}
        for gathering in self._gathered.gatherings:
            yield gathering, Task(gathering.unit.kind, gathering.unit.id, {}, reads)

    def _gathered_results(self) -> Iterator[Result]:
        listing, workshop = self._listing(), Workshop(self._order.output, ())
        notices = self._gathered.notices
        for gathering, task in self._gatherings():
            if task.source not in self._stand:
                made, why = workshop.gathered(gathering), self._changes.with_reason(task).why
                result = made if made.state == "unchanged" else replace(made, why=why)
                template = gathering.unit.template
                self._take(Outcome(task, template, "", (result,), (), notices()), listing)
                self.done += 1
                yield result
            notices = tuple  # the first file brings them for all

    def _take(self, outcome: Outcome, listing: Listing) -> None:
        self.problems += outcome.problems
        self.notices += outcome.notices
        self._used.add(outcome.template)
        self._is_sound = self._is_sound and outcome.is_sound
        if self._records:
            reads = listing.reads_of(outcome.task, outcome.role)
            self._recorder.record(outcome, reads)
            for result in outcome.results:
                self._known.note(result)

    def _finish(self) -> None:
        used = [self._project.templates[name] for name in sorted(self._used) if name]
        self._general += [notice for each in used for notice in contrast_notices(each)]
        self.notices += self._general
        self._is_finished = True
        if self._wanted.is_whole:
            self._recorder.leave_behind(self._visited)
        if self._records:
            self.write()

    def _head(self) -> Head:
        is_whole = self._wanted.is_whole and self._is_sound and not self.problems
        if is_whole and not self._has_others:
            return Head(self._known.whole, tuple(in_order(self._general)))
        return Head()

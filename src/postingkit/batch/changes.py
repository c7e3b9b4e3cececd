"""Finds what of a task stands as the last run made it, and why the rest does not."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import chain

from postingkit.batch.tasks import Task
from postingkit.errors import Problem, SheetPlace
from postingkit.model import Opening
from postingkit.store import Kind
from postingkit.store.manifest import Entry, Made
from postingkit.store.standing import Before


@dataclass(frozen=True, slots=True)
class Changes:
    """What was known before a run, held against what holds now.

    *common* is the digest of what all files are made with, *laid* those of the templates, *asked*
    those of the formats and languages that are asked for.
    """

    known: Before
    common: str
    laid: Mapping[str, str]
    asked: Mapping[Kind, str]

    def standing(self, task: Task) -> Entry | None:
        """Give what was made of *task*, if all of it stands.

        Why nothing is made is found out anew each time, for that is told only where it is named.
        """
        entry = self.known.manifest.entry(task.source)
        if entry is None or not entry.files or self._why(task, entry):
            return None
        notices = chain(entry.notices, *(made.notices for made in entry.files))
        return None if _has_moved(task, notices) else entry

    def with_reason(self, task: Task) -> Task:
        """Give *task* with the reason for making it, and with those files that are intact."""
        entry = self.known.manifest.entry(task.source)
        if entry is None:
            return replace(task, why="it is new")
        intact = {made.path: made for made in entry.files if self._stands(task, made)}
        reads = task.reads
        if self._is_unread_opening(task) and self._reads_are_equal(task, entry):
            reads = {name: digest for name, digest in self._now(entry).items() if digest}
        return replace(task, reads=reads, intact=intact, why=self._why(task, entry))

    def unread(self, names: AbstractSet[str]) -> Iterator[str]:
        """Yield each source that may be in a table, or be of a kind, that is among *names*.

        Of one that is not found, while not all of these can be read, nobody can say that it is
        there no more.
        """
        for source in self.known.manifest.sources if names else ():
            entry = self.known.manifest.entry(source)
            if entry and (entry.kind in names or _is_of(entry, names)):
                yield source

    def _stands(self, task: Task, made: Made) -> bool:
        """Say whether the file of *made* is intact, and what was noticed of it holds for *task*."""
        return self.known.is_intact(made) and not _has_moved(task, made.notices)

    def _why(self, task: Task, entry: Entry) -> str:
        if not entry.reads:
            return "it could not be made the last time"
        if changed := self._changed(task, entry):
            return f"{changed} has changed"
        if entry.common != self.common:
            return "postingkit.yaml, postingkit itself or a package that it needs has changed"
        if entry.laid != self.laid.get(entry.template, ""):
            return f"the template “{entry.template}” has changed"
        if entry.asked != self.asked[task.kind]:
            return "other formats or languages are asked for"
        damaged = next((made for made in entry.files if not self.known.is_intact(made)), None)
        return self._damage(damaged) if damaged else ""

    def _damage(self, made: Made) -> str:
        is_there = self.known.place.exists(made.path)
        return f"{made.path} was changed by others" if is_there else f"{made.path} is missing"

    def _changed(self, task: Task, entry: Entry) -> str:
        """Name the first text that is another than it was, or was not read before."""
        now = {**self._now(entry), **task.reads}
        names = sorted(now.keys() | entry.reads.keys())
        return next((name for name in names if now.get(name) != entry.reads.get(name)), "")

    def _now(self, entry: Entry) -> dict[str, str]:
        """Give the digests, as they are now, of the files that *entry* was made from."""
        found = ((name, self.known.inputs.get(name, "")) for name in entry.reads)
        return {name: digest for name, digest in found if "#" not in name}

    def _reads_are_equal(self, task: Task, entry: Entry) -> bool:
        return all(entry.reads.get(name) == digest for name, digest in task.reads.items())

    @staticmethod
    def _is_unread_opening(task: Task) -> bool:
        """Say whether *task* is an opening whose role nobody knows before its file is read."""
        return task.kind == "openings" and not task.roles


def _has_moved(task: Task, notices: Iterable[Problem]) -> bool:
    """Say whether *task* is a row of which *notices* were given when it was another row."""
    place = task.opening.place if isinstance(task.opening, Opening) else None
    if not isinstance(place, SheetPlace):
        return False
    noticed = (notice.place for notice in notices)
    rows = ((each.sheet, each.row) for each in noticed if isinstance(each, SheetPlace))
    return any(row != (place.sheet, place.row) for row in rows)


def _is_of(entry: Entry, tables: AbstractSet[str]) -> bool:
    """Say whether *entry* may be of one of *tables*; what failed does not say what it read."""
    if entry.kind != "openings":
        return False
    return not entry.reads or any(name.rpartition("#")[0] in tables for name in entry.reads)

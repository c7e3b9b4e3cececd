"""Keeps the manifest of an output folder up to what a run has made."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from postingkit.batch.changes import Changes
from postingkit.batch.tasks import Outcome
from postingkit.batch.wanted import Wanted
from postingkit.store import Output, Result
from postingkit.store.manifest import Entry, Head, Made, Manifest, inputs_of


class Recorder:
    """Writes into the manifest what became of each source.

    Files that were made once, and that a run for what is *wanted* would have made if anything still
    asked for them, are known as left behind.
    """

    def __init__(self, changes: Changes, output: Output, wanted: Wanted) -> None:
        self._changes = changes
        self._output = output
        self._wanted = wanted

    @property
    def _manifest(self) -> Manifest:
        return self._changes.known.manifest

    def record(self, outcome: Outcome, reads: dict[str, str]) -> None:
        """Take in what became of a source that was made from what *reads* names."""
        task, old = outcome.task, self._manifest.entry(outcome.task.source)
        before = old or Entry(task.kind, task.id)
        if not outcome.is_sound:
            # What is there stays known as ours, but does not stand; what failed is tried again.
            files = _over(before.files, self._files(outcome, {}))
            self._manifest.set(replace(before, reads={}, files=files))
            return
        files = self._files(outcome, reads)
        paths = {made.path for made in files}
        others = tuple(made for made in before.files if made.path not in paths)
        kept = tuple(made for made in others if not self._wanted.covers(made))
        left = (*before.left, *(made for made in others if self._wanted.covers(made)))
        entry = Entry(
            task.kind,
            task.id,
            outcome.template,
            self._changes.asked[task.kind],
            self._changes.common,
            self._changes.laid.get(outcome.template, ""),
            reads,
            (*files, *kept),
            outcome.notices,
            tuple(made for made in left if made.path not in paths),
        )
        self._manifest.set(entry)

    def _files(self, outcome: Outcome, reads: dict[str, str]) -> tuple[Made, ...]:
        laid = self._changes.laid.get(outcome.template, "")
        inputs = inputs_of(self._changes.common, laid, reads) if reads else ""
        return tuple(_made(result, inputs) for result in outcome.results if not result.problems)

    def leave_behind(self, visited: AbstractSet[str]) -> None:
        """Let the files of sources that are not among the *visited* ones be known as left."""
        for source in set(self._manifest.sources) - visited:
            entry = self._manifest.entry(source)
            left = _over(entry.left, entry.files) if entry else ()
            if entry and left:
                self._manifest.set(replace(entry, reads={}, files=(), notices=(), left=left))
            else:
                self._manifest.remove(source)

    def write(self, head: Head) -> None:
        """Write the manifest; raises `OutputError`."""
        self._manifest.write(self._output, head)


def _over(below: Iterable[Made], above: Iterable[Made]) -> tuple[Made, ...]:
    """Give *below*, with those of *above* in the place of equal paths."""
    return tuple(
        ({made.path: made for made in below} | {made.path: made for made in above}).values()
    )


def _made(result: Result, inputs: str) -> Made:
    unit = result.unit
    about = unit.path, inputs, result.digest, result.size, unit.language, unit.format
    return Made(*about, result.notices)

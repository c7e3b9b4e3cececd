"""Keeps the manifest of a site's folder: which files are the site's, and which are left behind."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from postingkit.batch.planned import Plan
from postingkit.store import Result
from postingkit.store.manifest import Entry, Made, Manifest


class Belongings:
    """Takes into *manifest* what a run of a whole *plan* makes.

    Files of earlier runs that are not planned any more become known as left behind, unless the plan
    has problems: what is broken today is mended tomorrow.
    """

    def __init__(self, manifest: Manifest, plan: Plan) -> None:
        self._manifest = manifest
        self._planned = {unit.path for unit in plan.units}
        self._leaves = not plan.problems

    def noted(self, results: Iterable[Result]) -> Iterator[Result]:
        """Pass *results* on, note each file that is there, and at last those that are left."""
        for result in results:
            if not result.problems:
                self._note(result)
            yield result
        if self._leaves:
            for entry in tuple(self._manifest.entries()):
                self._manifest.set(self._divided(entry))

    def _note(self, result: Result) -> None:
        unit = result.unit
        made = Made(unit.path, "", result.digest, result.size, unit.language, unit.format)
        entry = Entry(unit.kind, unit.id)
        old = self._manifest.entry(entry.source) or entry
        others = tuple(each for each in old.files if each.path != made.path)
        self._manifest.set(replace(old, template=unit.template, files=(*others, made)))

    def _divided(self, entry: Entry) -> Entry:
        """Divide the files of *entry* into those that are planned and those that are left."""
        every = {each.path: each for each in (*entry.left, *entry.files)}
        files = tuple(made for path, made in every.items() if path in self._planned)
        left = tuple(made for path, made in every.items() if path not in self._planned)
        return replace(entry, files=files, left=left)

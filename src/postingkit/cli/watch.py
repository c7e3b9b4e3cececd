"""Exports a project, and again after every change, until somebody ends it.

Each round is an export like any other, under the same lock, which nobody holds in between; only
what takes long to make ready is kept from round to round.
"""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import click

from postingkit.cli.batching import begun, end, made, notices_of
from postingkit.cli.export import ExportOptions, require_own_folder
from postingkit.cli.folders import OUTPUT, lock_of, place_at, project_folder
from postingkit.cli.report import say
from postingkit.cli.rounds import Rounds
from postingkit.errors import InvalidInput, PostingkitError, Problem
from postingkit.store.lookout import Lookout
from postingkit.store.software import software_digest
from postingkit.store.standing import before

DONE = 0
AGAIN_AFTER = 3.0
"""Seconds until what the system refused is tried again: a file may be open in another program."""


def watch_project(options: ExportOptions) -> int:
    """Export what *options* ask for, and after each change again; give 0 when a key ends it.

    A round that a key cuts off leaves no file half written, and the next export makes the rest.
    """
    folder = project_folder(options.project)
    watch = _Watch(options, folder, options.output or (folder / OUTPUT).as_posix())
    lookout = Lookout(folder)
    watch.begin()
    with suppress(KeyboardInterrupt):
        while True:
            watch.make_ready()
            lookout.changed(AGAIN_AFTER if watch.is_refused else float("inf"))
            watch.go_on()
    return DONE


class _Watch:
    """Makes rounds over the project in *folder* into the place *target*."""

    def __init__(self, options: ExportOptions, folder: Path, target: str) -> None:
        self._options, self._folder, self._target = options, folder, target
        place = place_at(target)
        self._software = software_digest(place.seen)
        self._rounds = Rounds(place.name, quiet=options.quiet)
        self._make_ready: Callable[[], None] = lambda: None
        self.is_refused = False

    def begin(self) -> None:
        """Export for the first time; what is wrong with the command itself ends it."""
        try:
            self._export(is_first=True)
        except InvalidInput as error:
            self._rounds.fail(error.problems)
        if not self._options.quiet:
            say("Watching for changes. Ctrl-C ends it.")

    def go_on(self) -> None:
        """Export once more, and tell what keeps that from being done; that ends nothing."""
        try:
            project_folder(self._folder)
            self._export(is_first=False)
        except InvalidInput as error:
            self._rounds.fail(error.problems)
        except (PostingkitError, click.UsageError, OSError) as error:
            said = error.format_message() if isinstance(error, click.UsageError) else str(error)
            self._rounds.fail((Problem(None, "", said),))
            self.is_refused = True

    def make_ready(self) -> None:
        """Use the time until the next change."""
        self._make_ready()

    def _export(self, *, is_first: bool) -> None:
        options, target = self._options, self._target
        started = time.monotonic()
        with lock_of(target):
            known = before(self._folder, place_at(target), options.asked, self._software)
            require_own_folder(options, known)
            known.place.tidy()
            export = begun(options, known)
            try:
                results = made(options, known, export, quiet=options.quiet or not is_first)
                found = self._rounds.taken(results)
            finally:
                end(options, known, export)
        took = time.monotonic() - started
        problems = (*export.problems, *found.problems)
        self._rounds.tell(found, problems, notices_of(known, export), took)
        self.is_refused = any(each.place is None for each in problems)
        self._make_ready = export.rehearse

"""Serves the page that shows a project, to browsers of this computer alone; it writes nothing."""

import os
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from postingkit.batch.showing import Sample, Shop, Showing
from postingkit.cli.folders import project_folder
from postingkit.cli.fonts import font_folders
from postingkit.cli.report import say
from postingkit.cli.serving import Server
from postingkit.errors import InvalidInput, PostingkitError, Problem
from postingkit.preview import Document, FileName, Item, Scene
from postingkit.store.lookout import Lookout
from postingkit.store.seen import Seen
from postingkit.store.tree import input_digests

DONE = 0


def preview_project(*, project: Path | None, port: int, opens: bool) -> int:
    """Show the project until a key ends it; give 0."""
    folder = project_folder(project)
    lookout = Lookout(folder)
    studio = Studio(folder)
    try:
        server = Server(port, studio.make)
    except OSError as error:
        said = f"Port {port} cannot be had: {error.strerror}. Without --port, a free one is taken."
        raise click.UsageError(said) from error
    studio.publish = server.show
    with server:
        say(f"{server.address}  Ctrl-C ends it.")
        if opens:
            webbrowser.open(server.address)
        with suppress(KeyboardInterrupt):
            studio.look()
            while lookout.changed():
                studio.look()
    return DONE


class Studio:
    """Makes what the page of the project in *folder* shows, for one thread at a time.

    What is found out in making a file is told beside the others; `publish` is then given the scene.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._showing = Showing(folder, font_folders())
        self._lock = threading.Lock()
        self._number = 0
        self._scene = Scene()
        self._found: dict[tuple[FileName, str, str], Sample] = {}
        self.publish: Callable[[Scene], None] = lambda _: None

    def look(self) -> None:
        """Look at the whole project anew."""
        with self._lock:
            self._scene = self._looked()
            self._publish()

    def make(self, name: FileName, template: str) -> bytes | None:
        """Make a file in *template*, or in the document's own; None where that cannot be."""
        with self._lock:
            try:
                sample = self._showing.sample(
                    name.kind, name.id, name.language, name.format, template
                )
            except InvalidInput as error:
                sample = Sample(problems=error.problems)
            mark = self._mark(name)
            if self._found.get((name, template, mark)) != replace(sample, data=b""):
                self._found[name, template, mark] = replace(sample, data=b"")
                if sample.problems or sample.notices:
                    self._publish()
            return sample.data or None

    def _looked(self) -> Scene:
        try:
            project_folder(self._folder)
            inputs = input_digests(self._folder.resolve().as_posix(), Seen(Path(os.devnull)))
            return _scene(self._showing.look(inputs))
        except InvalidInput as error:
            problems = error.problems
        except click.UsageError as error:
            problems = (Problem(None, "", error.format_message()),)
        except (PostingkitError, OSError) as error:
            problems = (Problem(None, "", str(error)),)
        return Scene(name=self._scene.name, problems=problems)

    def _mark(self, name: FileName) -> str:
        items = (item for item in self._scene.items if (item.kind, item.id) == (name.kind, name.id))
        return next((item.mark for item in items), "")

    def _publish(self) -> None:
        self._number += 1
        items = tuple(self._with_found(item) for item in self._scene.items)
        self.publish(replace(self._scene, number=self._number, items=items))

    def _with_found(self, item: Item) -> Item:
        """Tell of *item* also what came up in making files of it as it is now."""
        found = [
            sample
            for (name, _, mark), sample in self._found.items()
            if (name.kind, name.id, mark) == (item.kind, item.id, item.mark)
        ]
        if not found:
            return item
        problems = (*item.problems, *(each for sample in found for each in sample.problems))
        notices = (*item.notices, *(each for sample in found for each in sample.notices))
        return replace(
            item,
            problems=tuple(dict.fromkeys(problems)),
            notices=tuple(dict.fromkeys(notices)),
        )


def _scene(shop: Shop) -> Scene:
    items = tuple(
        Item(
            source.kind,
            source.id,
            tuple(
                Document(each.title, each.language, each.direction, each.template, each.formats)
                for each in source.documents
            ),
            source.problems,
            source.notices,
            source.mark,
        )
        for source in shop.sources
    )
    return Scene(0, shop.name, items, shop.templates, shop.problems, shop.notices)

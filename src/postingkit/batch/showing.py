"""Makes single documents of a project in memory, to be looked at; it writes nothing.

What is made is what an export would make: by the same planner, composed and exported alike.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from postingkit.batch.bench import Bench
from postingkit.batch.colours import contrast_notices
from postingkit.batch.listing import Listing
from postingkit.batch.plan import FORMATS, Planner
from postingkit.batch.planned import Job, Request
from postingkit.batch.tasks import Order, Task
from postingkit.errors import Problem
from postingkit.model import LoadedProject, load_undated, role_files
from postingkit.model.loading import load_settings
from postingkit.model.validation import in_order
from postingkit.store import WrittenState
from postingkit.store.digests import digest_of_texts
from postingkit.store.tree import digest_of_tree

SOURCES = ("roles/", "openings/")


@dataclass(frozen=True, slots=True)
class Shown:
    """A document that can be looked at, in its own template, and the *formats* it can be had in."""

    title: str
    language: str
    direction: str
    template: str
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A role, an opening or a comparison, with its documents, and what is to be said of it.

    *mark* is another one after each change of anything that its documents are made from.
    """

    kind: str
    id: str
    documents: tuple[Shown, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Shop:
    """All that a project can show: its *sources* and *templates*, and what is said of no source."""

    name: str
    sources: tuple[Source, ...] = ()
    templates: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """A document as one file; without *data* its *problems* say why there is none."""

    data: bytes = b""
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()


class Shelf:
    """Keeps the last file that is put on it."""

    def __init__(self) -> None:
        self.data = b""

    def put(self, path: str, data: bytes) -> WrittenState:  # noqa: ARG002 - it has one place
        """Take *data*."""
        self.data = data
        return "made"

    def put_parts(self, path: str, parts: Iterable[bytes]) -> WrittenState:
        """Take *parts* as one."""
        return self.put(path, b"".join(parts))


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found of a source, and the digests of all texts that it was found in."""

    reads: Mapping[str, str]
    base: str
    source: Source


class Showing:
    """Shows the project in *folder*; it may be asked by one thread at a time.

    Fonts that a template names but does not bring are looked for in *font_folders*.
    """

    def __init__(self, folder: Path, font_folders: tuple[Path, ...]) -> None:
        self._folder = folder
        self._shelf = Shelf()
        self._order = Order(folder, self._shelf, Request(), "", {}, font_folders=font_folders)
        self._benches: dict[str, Bench] = {}
        self._known: dict[str, _Known] = {}
        self._tasks: dict[str, Task] = {}

    def look(self, inputs: Mapping[str, str]) -> Shop:
        """Give what there is to show; *inputs* are the digests of all input files by their paths.

        Raises `InvalidInput` where ``postingkit.yaml`` is broken.
        """
        settings = load_settings(self._folder)
        named = (*settings.formats, *settings.openings.formats)
        formats = tuple(dict.fromkeys((*FORMATS, *(name.text for name in named))))
        request = Request((), settings.comparisons, formats)
        project = load_undated(self._folder, ())
        planner = Planner(project, request)
        planner.prepare()
        files = role_files(self._folder)
        self._begin(inputs, request, files.ids)
        listing = Listing(self._folder, project.project, files, inputs, request, None, None)
        self._tasks = {task.source: task for task in listing.tasks()}
        self._known = {
            name: self._looked_at(task, listing, inputs) for name, task in self._tasks.items()
        }
        sources = tuple(known.source for known in self._known.values())
        return Shop(
            _name(project),
            sources,
            project.template_names,
            in_order([*planner.problems, *listing.problems]),
            (*planner.told, *_colours(project, sources)),
        )

    def sample(self, kind: str, id_: str, language: str, format_: str, template: str) -> Sample:
        """Make a document as a file, in its own template or, where one is named, in *template*."""
        task = self._tasks.get(f"{kind}/{id_}")
        if task is None:
            return Sample()
        bench = self._bench(template)
        planned = bench.planned(task)
        for job in planned.jobs:
            units = tuple(unit for unit in job.units if unit.format == format_)
            if job.language == language and units:
                return self._made(bench, replace(job, units=units))
        return Sample(problems=planned.problems)

    def _made(self, bench: Bench, job: Job) -> Sample:
        self._shelf.data = b""
        results = tuple(bench.results(job))
        problems = tuple(problem for result in results for problem in result.problems)
        notices = tuple(notice for result in results for notice in result.notices)
        return Sample(self._shelf.data, problems, notices)

    def _begin(self, inputs: Mapping[str, str], request: Request, ids: tuple[str, ...]) -> None:
        """Keep what is ready, unless something beside roles and openings has changed."""
        others = sorted(path for path in inputs if not path.startswith(SOURCES))
        base = digest_of_texts((*(text for path in others for text in (path, inputs[path])), *ids))
        if base != self._order.common:
            self._benches.clear()
        tree, fonts = digest_of_tree(inputs), self._order.font_folders
        self._order = Order(
            self._folder, self._shelf, request, base, {}, inputs=tree, font_folders=fonts
        )
        for template, bench in self._benches.items():
            bench.follow(_in_template(self._order, template))

    def _bench(self, template: str) -> Bench:
        """Give the bench that makes documents in *template*, or, without one, each in its own."""
        if template not in self._benches:
            self._benches[template] = Bench(_in_template(self._order, template))
        return self._benches[template]

    def _looked_at(self, task: Task, listing: Listing, inputs: Mapping[str, str]) -> _Known:
        """Plan the documents of *task*, unless all that they are made from is as it was."""
        known = self._known.get(task.source)
        base = self._order.common
        if known and known.base == base and _is_as_it_was(known.reads, {**inputs, **task.reads}):
            return known
        planned = self._bench("").planned(task)
        reads = listing.reads_of(task, planned.role)
        mark = digest_of_texts((base, *(text for each in sorted(reads.items()) for text in each)))
        shown = tuple(_shown(job) for job in planned.jobs)
        source = Source(task.kind, task.id, shown, planned.problems, planned.notices, mark)
        return _Known(reads, base, source)


def _is_as_it_was(reads: Mapping[str, str], now: Mapping[str, str]) -> bool:
    return all(now.get(name, "") == digest for name, digest in reads.items())


def _in_template(order: Order, template: str) -> Order:
    return replace(order, request=replace(order.request, template=template or None))


def _shown(job: Job) -> Shown:
    meta = job.source.compose(job.template, job.language).meta
    formats = tuple(unit.format for unit in job.units)
    return Shown(meta.title.text, job.language, meta.direction, job.template.name, formats)


def _name(project: LoadedProject) -> str:
    name = project.project.organization.name
    return name.text if name else project.folder.resolve().name


def _colours(project: LoadedProject, sources: tuple[Source, ...]) -> Iterator[Problem]:
    used = {shown.template for source in sources for shown in source.documents}
    for name in sorted(used):
        yield from contrast_notices(project.templates[name])

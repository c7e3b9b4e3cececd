"""Says what is to be made, under which names, before anything is: every path known and unique."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from postingkit import exporters
from postingkit.batch.colours import contrast_notices
from postingkit.batch.options import format_problems, read_options
from postingkit.batch.sources import Comparison, Posting, Sources
from postingkit.errors import ExporterUnavailable, Problem, UnknownExporter
from postingkit.model import ComparisonDefinition, LoadedProject, ResolvedTemplate, Role
from postingkit.model.identity import WINDOWS_DEVICES
from postingkit.model.templates import DEFAULT
from postingkit.model.validation import in_order
from postingkit.model.values import suggestion

FORMATS = ("docx", "html", "md", "pdf")

Kind: TypeAlias = Literal["roles", "comparisons"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One file to be made: what of, in which template, language and format, and where.

    *path* is relative to the output folder, with slashes.
    """

    kind: Kind
    id: str
    template: str
    language: str
    format: str
    path: str


@dataclass(frozen=True, slots=True)
class Job:
    """The units that are made from one document, and all that is needed to make them.

    *options* holds what the template says to each unit's exporter, by format. A job is plain data,
    so it can be sent to another process.
    """

    source: Posting | Comparison
    template: ResolvedTemplate
    language: str
    units: tuple[Unit, ...]
    options: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made, and what is known before: *problems* cost files, *notices* do not."""

    jobs: tuple[Job, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """Every file to be made, in order."""
        return tuple(unit for job in self.jobs for unit in job.units)


@dataclass(frozen=True, slots=True)
class Request:
    """What of a project is asked for: *roles* by id, and *comparisons* by name.

    Without *formats* or *languages* those of the project are made; without a *template* each
    department's. There must be fixed words for each of the *languages*, which are BCP 47 tags.
    """

    roles: tuple[str, ...] = ()
    comparisons: Mapping[str, ComparisonDefinition] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    template: str | None = None
    languages: tuple[str, ...] = ()


def make_plan(project: LoadedProject, request: Request) -> Plan:
    """Plan the files of *request*.

    What was found wrong in loading *project* is the plan's too. Raises `UnknownExporter` for a
    requested format that is not installed.
    """
    return _Planner(project, request).plan()


class _Planner:
    def __init__(self, project: LoadedProject, request: Request) -> None:
        self.project = project
        self.request = request
        self.problems = list(project.problems)
        self.notices: list[Problem] = []
        self.sources = Sources(project.project, request.languages)
        self.formats = self._formats()
        self.options: dict[str, Mapping[str, object]] = {}

    def plan(self) -> Plan:
        for node in self.project.template_nodes.values():
            self.problems += format_problems(node)
        for template in self.project.templates.values():
            self._options(template)
        jobs = tuple(self._named_apart([*self._postings(), *self._comparisons()]))
        used = {job.template.name: job.template for job in jobs}
        unreadable = [each for template in used.values() for each in contrast_notices(template)]
        notices = [*self.notices, *self.sources.notices, *unreadable]
        return Plan(jobs, in_order(self.problems), in_order(notices))

    def _formats(self) -> Mapping[str, exporters.AnyExporter]:
        named = self.project.project.formats
        places = {name.text: name.place for name in named}
        wanted = self.request.formats or tuple(places) or FORMATS
        loaded: dict[str, exporters.AnyExporter] = {}
        for name in dict.fromkeys(wanted):
            try:
                loaded[name] = exporters.load(name)
            except ExporterUnavailable as error:
                self.problems.append(Problem.at(places.get(name), str(error)))
            except UnknownExporter as error:
                if name not in places:
                    raise
                self.problems.append(Problem.at(places[name], str(error)))
        return loaded

    def _postings(self) -> Iterator[Job]:
        for id_ in self.request.roles:
            role = self.project.roles.get(id_)
            if role:
                self._tell_of_department(role)
                department = role.department.text if role.department else None
                template = self.request.template or self.project.template_of(department)
                for language, source in self.sources.postings(role):
                    yield from self._job(
                        "roles", id_, source, language, template, department=department
                    )

    def _tell_of_department(self, role: Role) -> None:
        name, known = role.department, self.project.project.departments
        if name and known and name.text not in known and name.text not in self.project.templates:
            message = (
                f"postingkit.yaml names no department “{name}”, so the default template holds."
            )
            self.notices.append(
                Problem.at(name.place, message, suggestion(name.text, tuple(known)))
            )

    def _comparisons(self) -> Iterator[Job]:
        for id_, definition in self.request.comparisons.items():
            roles = [self.project.roles.get(name.text) for name in definition.roles]
            sound = tuple(role for role in roles if role)
            if len(sound) < len(roles):
                message = f"The comparison “{id_}” is not made, for a role of it has problems."
                self.problems.append(Problem.at(definition.place, message))
                continue
            named = definition.template.text if definition.template else DEFAULT
            template = self.request.template or named
            for language, source in self.sources.comparisons(definition, sound):
                yield from self._job("comparisons", id_, source, language, template)

    def _job(
        self,
        kind: Kind,
        id_: str,
        source: Posting | Comparison,
        language: str,
        template_name: str,
        *,
        department: str | None = None,
    ) -> Iterator[Job]:
        template = self.project.templates.get(template_name)
        if template is None:
            return
        options = self._options(template)
        stem = self._pattern(language).format(
            kind=kind,
            id=id_,
            department=department or "none",
            template=template.name,
            language=language,
        )
        units = tuple(
            Unit(kind, id_, template.name, language, name, stem + exporter.suffix)
            for name, exporter in self.formats.items()
            if name in options
        )
        if units:
            yield Job(source, self.sources.template(template, language), language, units, options)

    def _pattern(self, language: str) -> str:
        """Give the pattern of names, which tells further languages apart from the first one."""
        names = self.project.project.names
        told_apart = language == self.sources.first or "{language}" in names
        return names if told_apart else names + ".{language}"

    def _options(self, template: ResolvedTemplate) -> Mapping[str, object]:
        if template.name not in self.options:
            options, problems = read_options(template, self.formats)
            self.options[template.name] = options
            self.problems += problems
        return self.options[template.name]

    def _named_apart(self, jobs: list[Job]) -> Iterator[Job]:
        """Leave out a job that would write over another's file."""
        taken: set[str] = set()
        for job in jobs:
            paths = [unit.path.casefold() for unit in job.units]
            wrong = next(filter(None, (unsafe(unit.path) for unit in job.units)), "")
            if taken.intersection(paths) or len(set(paths)) < len(paths):
                wrong = f"“{job.units[0].path}” is also the name of another file"
            if wrong:
                hint = "Change “names” in postingkit.yaml."
                self.problems.append(Problem(None, "names", f"A file is not made: {wrong}.", hint))
                continue
            taken.update(paths)
            yield job


def unsafe(path: str) -> str:
    """Say why *path* is no safe path on every system; an empty string says that it is safe."""
    for part in path.split("/"):
        stem = part.partition(".")[0]
        if stem.lower() in WINDOWS_DEVICES:
            return f"“{part}” is the name of a device on Windows"
        if not stem or part.endswith((".", " ")):
            return f"“{part}” is no name for a file"
    return ""

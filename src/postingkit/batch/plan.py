"""Says what is to be made, under which names, before anything is: every path known and unique."""

from collections.abc import Iterator, Mapping

from postingkit import compose, exporters
from postingkit.batch.colours import contrast_notices
from postingkit.batch.options import format_problems, read_options
from postingkit.batch.planned import Job, Kind, Plan, Request, Unit
from postingkit.batch.sources import Source, Sources
from postingkit.document import Document, for_format
from postingkit.errors import ExporterUnavailable, Problem, UnknownExporter
from postingkit.model import (
    BrokenOpening,
    LoadedProject,
    ResolvedTemplate,
    Role,
    streamed_openings,
)
from postingkit.model.identity import WINDOWS_DEVICES
from postingkit.model.opening import Opening
from postingkit.model.templates import DEFAULT
from postingkit.model.validation import in_order
from postingkit.model.values import suggestion

FORMATS = ("docx", "html", "md", "pdf")
PAGE = "html"
"""The format whose sections are an opening's to boards, which want the words of its page."""


def make_plan(project: LoadedProject, request: Request) -> Plan:
    """Plan the files of *request*.

    What was found wrong in loading *project* is the plan's too. Raises `UnknownExporter` for a
    requested format that is not installed.
    """
    return _Planner(project, request).plan()


def opening_documents(project: LoadedProject) -> Iterator[Document | BrokenOpening]:
    """Compose the openings of *project*'s folder one after the other, and keep none of them.

    A document is as on its page. A broken opening comes as one, in its place in the order.
    """
    planner = _Planner(project, Request(formats=("md",)))
    for read in streamed_openings(project.folder, project.project):
        match read:
            case BrokenOpening():
                yield read
            case Opening():
                yield planner.document(read)


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
        jobs = tuple(
            self._named_apart([*self._postings(), *self._openings(), *self._comparisons()])
        )
        used = {job.template.name: job.template for job in jobs}
        unreadable = [each for template in used.values() for each in contrast_notices(template)]
        notices = [*self.notices, *self.sources.notices, *unreadable]
        return Plan(jobs, in_order(self.problems), in_order(notices))

    def _formats(self) -> Mapping[str, exporters.AnyExporter]:
        settings = self.project.project
        named = (*settings.formats, *settings.openings.formats)
        places = {name.text: name.place for name in named}
        wanted = (*self._wanted("roles"), *self._wanted("openings"))
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

    def _wanted(self, kind: Kind) -> tuple[str, ...]:
        """Name the formats that documents of a *kind* are made in."""
        settings = self.project.project
        own = settings.openings.formats if kind == "openings" else ()
        named = tuple(name.text for name in own or settings.formats)
        return self.request.formats or named or FORMATS

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

    def _openings(self) -> Iterator[Job]:
        for id_ in self.request.openings:
            opening = self.project.openings.get(id_)
            role = self.project.roles.get(opening.role.text) if opening else None
            if opening and role is None:
                message = f"The opening “{id_}” is not made, for its role has problems."
                self.problems.append(Problem.at(opening.role.place, message))
            elif opening and role and self.sources.is_asked_for(opening):
                yield from self._opening(id_, opening, role)

    def document(self, opening: Opening) -> Document | BrokenOpening:
        """Compose *opening* as it is on its page, if its role and template are sound."""
        self.notices.clear()  # an export tells of them; here they would pile up
        role = self.project.roles.get(opening.role.text)
        if role is None:
            message = f"The opening “{opening.id}” is not made, for its role has problems."
            return BrokenOpening(opening.id, (Problem.at(opening.role.place, message),))
        for job in self._opening(opening.id, opening, role):
            return for_format(job.source.compose(job.template, job.language), PAGE)
        message = f"The opening “{opening.id}” is not made, for its template has problems."
        return BrokenOpening(opening.id, (Problem.at(opening.role.place, message),))

    def _opening(self, id_: str, opening: Opening, role: Role) -> Iterator[Job]:
        dated = opening.of_role(role)
        self._tell_of_department(dated)
        department = dated.department.text if dated.department else None
        template = self.request.template or self.project.template_of(department)
        language = self.sources.language_of(opening)
        stem = self._stem("openings", id_, language, template, department)
        code = not compose.PAPER.isdisjoint(self._wanted("openings"))
        source = self.sources.vacant(opening, role, self._address(stem), code=code)
        yield from self._job("openings", id_, source, language, template, department=department)

    def _address(self, stem: str) -> str:
        """Give the public address of the page *stem*, where the project has one for its pages."""
        site = self.project.project.site
        return f"{site.url.text.rstrip('/')}/{stem}.html" if site else ""

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
        source: Source,
        language: str,
        template_name: str,
        *,
        department: str | None = None,
    ) -> Iterator[Job]:
        template = self.project.templates.get(template_name)
        if template is None:
            return
        options = self._options(template)
        stem = self._stem(kind, id_, language, template_name, department)
        units = tuple(
            Unit(kind, id_, template.name, language, name, stem + exporter.suffix)
            for name in dict.fromkeys(self._wanted(kind))
            if (exporter := self.formats.get(name)) and name in options
        )
        if units:
            yield Job(source, self.sources.template(template, language), language, units, options)

    def _stem(
        self, kind: Kind, id_: str, language: str, template: str, department: str | None
    ) -> str:
        """Name a document's files, all but the suffix."""
        return self._pattern(language).format(
            kind=kind,
            id=id_,
            department=department or "none",
            template=template,
            language=language,
        )

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

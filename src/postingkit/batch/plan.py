"""Says what is to be made, under which names, before anything is: every path known and unique."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from postingkit import compose, exporters
from postingkit.batch.colours import contrast_notices
from postingkit.batch.naming import Names
from postingkit.batch.options import format_problems, read_options
from postingkit.batch.planned import Job, Plan, Request
from postingkit.batch.sources import Source, Sources
from postingkit.errors import ExporterUnavailable, Problem, UnknownExporter
from postingkit.model import (
    ComparisonDefinition,
    LoadedProject,
    ResolvedTemplate,
    Role,
)
from postingkit.model.opening import Opening
from postingkit.model.templates import DEFAULT
from postingkit.model.validation import in_order
from postingkit.model.values import suggestion
from postingkit.store import Kind, Unit

FORMATS = ("docx", "html", "md", "pdf")
PAGE = "html"
"""The format whose sections are an opening's to boards, which want the words of its page."""
MOST_HINTS = 100


def make_plan(project: LoadedProject, request: Request) -> Plan:
    """Plan the files of *request*.

    What was found wrong in loading *project* is the plan's too. Raises `UnknownExporter` for a
    requested format that is not installed.
    """
    return Planner(project, request).plan()


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a document is composed from, and the *stem* of its files' names."""

    source: Source
    template: ResolvedTemplate
    language: str
    stem: str


class Planner:
    """Plans the documents of one *request*; *problems* and *notices* gather what is found.

    It *is_held_up* where something that is asked for is left out, for a template or a format has
    problems, which are told once for all.
    """

    def __init__(self, project: LoadedProject, request: Request) -> None:
        self.project = project
        self.request = request
        self.problems = list(project.problems)
        self._named = frozenset(request.openings)
        self.notices: list[Problem] = []
        self.sources = Sources(project.project, request.languages)
        self.formats = self._formats()
        self.options: dict[str, Mapping[str, object]] = {}
        self.is_held_up = False
        self._formats_made: dict[tuple[Kind, str], Mapping[str, str]] = {}
        self._wanted = {kind: frozenset(self.wanted(kind)) for kind in get_args(Kind)}
        self._on_paper = not compose.PAPER.isdisjoint(self.wanted("openings"))

    def prepare(self) -> None:
        """Read the options of all templates, and find what is wrong with them."""
        for node in self.project.template_nodes.values():
            self.problems += format_problems(node)
        for template in self.project.templates.values():
            self._options(template)

    def clear(self) -> None:
        """Forget the problems and notices that were found so far."""
        self.problems.clear()
        self.notices.clear()
        self.sources.notices.clear()
        self.is_held_up = False

    @property
    def told(self) -> tuple[Problem, ...]:
        """The notices that were found so far."""
        return (*self.notices, *self.sources.notices)

    def plan(self) -> Plan:
        """Plan every document that is asked for."""
        self.prepare()
        jobs = tuple(
            named_apart([*self._postings(), *self._openings(), *self._comparisons()], self.problems)
        )
        used = {job.template.name: job.template for job in jobs}
        unreadable = [each for template in used.values() for each in contrast_notices(template)]
        notices = [*self.notices, *self.sources.notices, *unreadable]
        return Plan(jobs, in_order(self.problems), in_order(notices))

    def _formats(self) -> Mapping[str, exporters.AnyExporter]:
        settings = self.project.project
        named = (*settings.formats, *settings.openings.formats)
        places = {name.text: name.place for name in named}
        wanted = (*self.wanted("roles"), *self.wanted("openings"))
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

    def wanted(self, kind: Kind) -> tuple[str, ...]:
        """Name the formats that documents of a *kind* are made in."""
        settings = self.project.project
        own = settings.openings.formats if kind == "openings" else ()
        named = tuple(name.text for name in own or settings.formats)
        return self.request.formats or named or FORMATS

    def _postings(self) -> Iterator[Job]:
        for id_ in self.request.roles:
            role = self.project.roles.get(id_)
            if role:
                yield from self.posting(id_, role)

    def posting(self, id_: str, role: Role) -> Iterator[Job]:
        """Plan the posting of *role* in each language that it has texts for."""
        self._tell_of_department(role)
        department = role.department.text if role.department else None
        template = self.request.template or self.project.template_of(department)
        for language, source in self.sources.postings(role):
            stem = self._stem("roles", id_, language, template, department)
            drawn = self._drawn("roles", source, language, template, stem)
            if drawn:
                yield self._job("roles", id_, drawn)

    def _openings(self) -> Iterator[Job]:
        for id_ in self.request.openings:
            opening = self.project.openings.get(id_)
            role = self.project.roles.get(opening.role.text) if opening else None
            if opening and role is None:
                self.problems.append(missing_role(opening))
            elif opening and role:
                yield from self.opening(opening, role)

    def opening(self, opening: Opening, role: Role) -> Iterator[Job]:
        """Plan the posting of *opening*, one of *role*, if its language is asked for."""
        drawn = self.drawn(opening, role)
        if drawn:
            yield self._job("openings", opening.id, drawn)

    def drawn(self, opening: Opening, role: Role) -> Drawn | None:
        """Give what the posting of *opening* is composed from, if there will be a file of it."""
        if not self.sources.is_asked_for(opening):
            if opening.id in self._named:  # of all others it is no news
                self.sources.tell_of_language(opening)
            return None
        dated, language = opening.of_role(role), self.sources.language_of(opening)
        self._tell_of_department(dated)
        department = dated.department.text if dated.department else None
        name = self.request.template or self.project.template_of(department)
        stem = self._stem("openings", opening.id, language, name, department)
        source = self.sources.vacant(opening, role, self._address(stem), code=self._on_paper)
        return self._drawn("openings", source, language, name, stem)

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
            self.notices.append(Problem.at(name.place, message, _hint(name.text, tuple(known))))

    def _comparisons(self) -> Iterator[Job]:
        for id_, definition in self.request.comparisons.items():
            roles = [self.project.roles.get(name.text) for name in definition.roles]
            sound = tuple(role for role in roles if role)
            if len(sound) == len(roles):
                yield from self.comparison(id_, definition, sound)
            else:
                self.problems.append(missing_roles(id_, definition))

    def comparison(
        self, id_: str, definition: ComparisonDefinition, roles: tuple[Role, ...]
    ) -> Iterator[Job]:
        """Plan the document that compares *roles* in each language that all of them are for."""
        named = definition.template.text if definition.template else DEFAULT
        template = self.request.template or named
        for language, source in self.sources.comparisons(definition, roles):
            stem = self._stem("comparisons", id_, language, template, None)
            drawn = self._drawn("comparisons", source, language, template, stem)
            if drawn:
                yield self._job("comparisons", id_, drawn)

    def _drawn(
        self, kind: Kind, source: Source, language: str, template_name: str, stem: str
    ) -> Drawn | None:
        template = self.project.templates.get(template_name)
        if template is None:  # which has problems of its own
            self.is_held_up = True
            return None
        suffixes = self._suffixes(kind, template)
        if suffixes.keys() != self._wanted[kind]:  # as has each format that is left out
            self.is_held_up = True
        if not suffixes:
            return None
        return Drawn(source, self.sources.template(template, language), language, stem)

    def _job(self, kind: Kind, id_: str, drawn: Drawn) -> Job:
        name, language = drawn.template.name, drawn.language
        units = tuple(
            Unit(kind, id_, name, language, form, drawn.stem + suffix)
            for form, suffix in self._suffixes(kind, drawn.template).items()
        )
        return Job(drawn.source, drawn.template, language, units, self.options[name])

    def _suffixes(self, kind: Kind, template: ResolvedTemplate) -> Mapping[str, str]:
        """Give the formats that documents of a *kind* are made in, each with its files' suffix."""
        key = kind, template.name
        if key not in self._formats_made:
            options = self._options(template)
            self._formats_made[key] = {
                name: exporter.suffix
                for name in self.wanted(kind)
                if (exporter := self.formats.get(name)) and name in options
            }
        return self._formats_made[key]

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


@lru_cache(MOST_HINTS)
def _hint(name: str, known: tuple[str, ...]) -> str:
    """Find what was meant once for all openings of a department, for looking takes long."""
    return suggestion(name, known)


def missing_roles(id_: str, definition: ComparisonDefinition) -> Problem:
    """Say why the comparison *id_* is not made."""
    message = f"The comparison “{id_}” is not made, for a role of it has problems."
    return Problem.at(definition.place, message)


def missing_role(opening: Opening) -> Problem:
    """Say why *opening* is not made."""
    message = f"The opening “{opening.id}” is not made, for its role has problems."
    return Problem.at(opening.role.place, message)


def named_apart(jobs: Iterable[Job], problems: list[Problem]) -> Iterator[Job]:
    """Leave out a job that would write over another's file, and add to *problems* that it is."""
    names = Names()
    for job in jobs:
        wrong = names.take(job.units)
        if wrong:
            problems.append(wrong)
        else:
            yield job

"""Plans a careers site: the pages of openings with their downloads, their list, feeds, sitemap."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from posixpath import basename, dirname, relpath
from typing import TypeAlias

from postingkit import compose, exporters
from postingkit.batch.plan import FORMATS, PAGE, make_plan
from postingkit.batch.planned import Gathered, Gathering, Job, Request
from postingkit.batch.sources import Sited
from postingkit.batch.wanted import Wanted
from postingkit.document import Document, Reference, for_format
from postingkit.errors import Problem
from postingkit.look import Look
from postingkit.model import LoadedProject, Project, load_project
from postingkit.model.project import Department
from postingkit.model.templates import DEFAULT
from postingkit.site import (
    MOST_PAGES,
    Listing,
    Naming,
    Site,
    Words,
    atom,
    index_page,
    json_feed,
    listing,
    robots,
    rss,
    sitemap,
)
from postingkit.store import Kind, Unit

INDEX = "index.html"
READ_BY_PROGRAMS = frozenset({PAGE, "md"})
"""The formats that nobody downloads from a page."""

Write: TypeAlias = Callable[[Listing, Site], Iterable[bytes]]

WITH_AN_ADDRESS: tuple[tuple[Kind, str, Write], ...] = (
    ("feeds", "rss.xml", rss),
    ("feeds", "atom.xml", atom),
    ("feeds", "feed.json", json_feed),
    ("site", "sitemap.xml", sitemap),
    ("site", "robots.txt", lambda _, site: robots(site)),
)
"""The files that hold whole addresses, so that there are none of them without the site's own."""


def wanted_site(settings: Project) -> Wanted:
    """Ask for the site of all openings of the project with *settings*, in its first language."""
    named = tuple(name.text for name in settings.openings.formats or settings.formats)
    downloads = tuple(name for name in named or FORMATS if name not in READ_BY_PROGRAMS)
    request = Request(formats=(PAGE, *downloads))
    return Wanted(
        request, roles=frozenset(), arranged=sited, gathered=gathered, is_whole=True, purpose="site"
    )


def gathered(project: LoadedProject) -> Gathered:
    """Plan the files that are made of all openings of *project*, which are read when one is."""
    site = _site(project)
    dated = cache(partial(load_project, project.folder))
    listed = cache(lambda: _listing(dated(), site))
    return Gathered(tuple(_gatherings(site, listed)), lambda: tuple(_notices(dated(), site)))


def sited(job: Job) -> Job:
    """Let the page of *job* lead to the list and to the other files of *job*."""
    page = _page(job)
    home = relpath(INDEX, dirname(page) or ".")
    files = (unit for unit in job.units if unit.format != PAGE)
    downloads = tuple(_download(unit) for unit in files)
    return replace(job, source=Sited(job.source, home, downloads))


def _download(unit: Unit) -> Reference:
    media_type = exporters.load(unit.format).media_type
    return compose.download(basename(unit.path), unit.format, media_type, unit.language)


def _page(job: Job) -> str:
    """Name the page of *job*; it is there unless no page can be made at all."""
    pages = (unit.path for unit in job.units if unit.format == PAGE)
    return next(pages, job.units[0].path)


def _site(project: LoadedProject) -> Site:
    settings, template = project.project, project.templates.get(DEFAULT)
    employer, language = settings.organization.name, settings.own_language
    return Site(
        employer.text if employer else "",
        language,
        Words(**compose.site_words(language)),
        template.look if template else Look(),
        f"{settings.site.url.text.rstrip('/')}/" if settings.site else "",
    )


def _listing(project: LoadedProject, site: Site) -> Listing:
    plan = make_plan(project, Request(formats=(PAGE,), openings=tuple(project.openings)))
    jobs, language = plan.jobs, site.language
    names = _own_names(project.project.departments, {job.language for job in jobs}, language)
    naming = Naming(
        lambda name: names.get(name, name),
        partial(compose.place_name, language=language),
        partial(compose.area_name, language=language),
        partial(compose.day_name, language=language),
    )
    return listing(_documents(jobs), naming)


def _own_names(
    departments: Mapping[str, Department], languages: Iterable[str], own: str
) -> Mapping[str, str]:
    """Give by a department's name in any of *languages* its name in the site's *own*."""
    named = compose.named_departments(departments, own)
    every = [compose.named_departments(departments, language) for language in languages]
    return {names[id_].text: named[id_].text for names in every for id_ in names}


def _documents(jobs: tuple[Job, ...]) -> Iterator[tuple[str, Document]]:
    for job in jobs:
        document = job.source.compose(job.template, job.language)
        yield _page(job), for_format(document, PAGE)


def _gatherings(site: Site, listed: Callable[[], Listing]) -> Iterator[Gathering]:
    files = (("site", INDEX, index_page), *(WITH_AN_ADDRESS if site.url else ()))
    for kind, path, write in files:
        yield Gathering(_unit(kind, path, site), partial(_parts, write, listed, site))


def _parts(write: Write, listed: Callable[[], Listing], site: Site) -> Iterable[bytes]:
    return write(listed(), site)


def _unit(kind: Kind, path: str, site: Site) -> Unit:
    id_, _, format_ = path.rpartition(".")
    return Unit(kind, id_, DEFAULT, site.language, format_, path)


def _notices(project: LoadedProject, site: Site) -> Iterator[Problem]:
    if not site.url:
        message = (
            "postingkit.yaml says no address of the site, so the site has no feeds, no sitemap.xml "
            "and no robots.txt."
        )
        hint = "Write “site: {url: https://…}” there, the public address of the site's folder."
        yield Problem(None, "site", message, hint)
        return
    opened = [each for each in project.openings.values() if each.status == "open"]
    if len(opened) >= MOST_PAGES:
        message = f"sitemap.xml has room for {MOST_PAGES:,} pages, so it does not name them all."
        yield Problem(None, "site", message, "Close openings, or make two sites.")
    for opening in opened:
        if not (opening.updated or opening.posted):
            message = f"The opening “{opening.id}” does not say since when, so no feed has it."
            hint = "Write the day in “posted”."
            yield Problem.at(opening.role.place, message, hint)

"""Reads from documents what a list says of openings, a line or two each; it makes no file."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from posixpath import dirname, join

from postingkit.document import Direction, Document, Reference
from postingkit.vacancy import Location, Vacancy, Workplace

IDENTIFIER = re.compile("[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Naming:
    """How the language of a list calls a department, a place, an area (country, region), a day."""

    department: Callable[[str], str]
    place: Callable[[Location], str]
    area: Callable[[str, str], str]
    day: Callable[[date], str]


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list says of one opening.

    *title*, *pay* and *summary* are in the opening's *language* (BCP 47), the others in the list's.
    *path* and those of *downloads* are relative to the list. It *closes* on a day, or, where it is
    *rolling*, when it is filled. *keywords* are searched and not shown.
    """

    id: str
    title: str
    path: str
    language: str
    direction: Direction
    workplace: Workplace
    department: str = ""
    places: tuple[str, ...] = ()
    pay: str = ""
    closes: str = ""
    rolling: bool = False
    posted: date | None = None
    updated: date | None = None
    summary: str = ""
    keywords: tuple[str, ...] = ()
    downloads: tuple[Reference, ...] = ()

    @property
    def changed(self) -> date | None:
        """The day it last changed, if it says one."""
        return self.updated or self.posted


@dataclass(frozen=True, slots=True)
class Listing:
    """The openings that one can apply to; *changed* is the last day that any opening names."""

    openings: tuple[Listed, ...] = field(default=())
    changed: date | None = None


def listing(documents: Iterable[tuple[str, Document]], naming: Naming) -> Listing:
    """List the openings of *documents*, each with its page's path; those closed are not in it.

    A document that is no opening's is passed over.
    """
    openings: list[Listed] = []
    changed: set[date] = set()
    for path, document in documents:
        vacancy = document.meta.vacancy
        if vacancy is None:
            continue
        changed |= {day for day in (vacancy.updated, vacancy.posted) if day}
        if vacancy.status == "open":
            openings.append(_listed(path, document, vacancy, naming))
    openings.sort(key=lambda each: (each.title.casefold(), each.id))
    return Listing(tuple(openings), max(changed, default=None))


def _listed(path: str, document: Document, vacancy: Vacancy, naming: Naming) -> Listed:
    meta = document.meta
    return Listed(
        vacancy.id,
        meta.title.text,
        path,
        meta.title.language or meta.language,
        meta.direction,
        vacancy.workplace,
        _as_a_name(naming.department(vacancy.department)),
        _places(vacancy, naming),
        vacancy.pay.shown if vacancy.pay else "",
        naming.day(vacancy.closes) if vacancy.closes else "",
        vacancy.rolling,
        vacancy.posted,
        vacancy.updated,
        meta.description,
        meta.keywords,
        tuple(_from_the_list(each, path) for each in meta.downloads),
    )


def _from_the_list(file: Reference, page: str) -> Reference:
    return Reference(join(dirname(page), file.address), file.label, file.media_type)


def _as_a_name(department: str) -> str:
    """Write a department that has only an id as if it had a name: “Human resources”."""
    if not IDENTIFIER.fullmatch(department):
        return department
    name = department.replace("-", " ")
    return name[:1].upper() + name[1:]


def _places(vacancy: Vacancy, naming: Naming) -> tuple[str, ...]:
    """Name the places of work; of work that is wholly remote, where applicants may live."""
    areas = vacancy.eligible if vacancy.workplace == "remote" else ()
    names = [naming.area(each.country, each.region) for each in areas]
    return tuple(dict.fromkeys(names or map(naming.place, vacancy.locations)))

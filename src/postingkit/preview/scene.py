"""What the page shows, as values and as JSON; problems keep their places and source lines."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from postingkit.errors import FilePlace, Problem

WIDEST_EXCERPT = 120


@dataclass(frozen=True, slots=True)
class FileName:
    """Which file is asked for: of what, in which language and format."""

    kind: str
    id: str
    language: str
    format: str

    @property
    def path(self) -> str:
        """The path that the file is asked for by, as it stands in addresses."""
        steps = self.kind, self.id, self.language, f"{self.id}.{self.format}"
        return f"/files/{'/'.join(quote(step, safe='') for step in steps)}"


@dataclass(frozen=True, slots=True)
class Document:
    """A document in one language, and the formats it can be had in."""

    title: str
    language: str
    direction: str
    template: str
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A role, an opening or a comparison; another *mark* says that its documents have changed."""

    kind: str
    id: str
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()
    mark: str = ""


@dataclass(frozen=True)
class Scene:
    """All that the page shows; *problems* and *notices* are those of no single item.

    *number* counts the scenes. *formats* gives the media type of each format by its name.
    """

    number: int = 0
    name: str = ""
    items: tuple[Item, ...] = ()
    templates: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()

    @cached_property
    def files(self) -> Mapping[str, FileName]:
        """Every file that there is, by the path that it is asked for by: no other is given."""
        names = (
            FileName(item.kind, item.id, document.language, name)
            for item in self.items
            for document in item.documents
            for name in document.formats
        )
        return {name.path: name for name in names}

    @cached_property
    def data(self) -> bytes:
        """The scene as JSON."""
        record = {
            "number": self.number,
            "name": self.name,
            "templates": self.templates,
            "items": [_item(item) for item in self.items],
            "told": _told(self.problems, self.notices),
        }
        return json.dumps(record).encode()


def _item(item: Item) -> dict[str, object]:
    return {
        "kind": item.kind,
        "id": item.id,
        "mark": item.mark,
        "documents": [_document(item, document) for document in item.documents],
        "told": _told(item.problems, item.notices),
    }


def _document(item: Item, document: Document) -> dict[str, object]:
    language = document.language
    return {
        "title": document.title,
        "language": language,
        "direction": document.direction,
        "template": document.template,
        "files": {
            name: FileName(item.kind, item.id, language, name).path for name in document.formats
        },
    }


def _told(problems: Iterable[Problem], notices: Iterable[Problem]) -> list[dict[str, object]]:
    errors = [told(each, "error") for each in problems]
    return [*errors, *(told(each, "notice") for each in notices)]


def told(problem: Problem, severity: str) -> dict[str, object]:
    """Give *problem* as the page tells it: with its source line, and how far in the caret stands.

    A line may be very long, so only what stands around the place is given.
    """
    record: dict[str, object] = {
        "severity": severity,
        "where": str(problem.place or problem.path),
        "message": problem.message,
        "hint": problem.hint,
    }
    place = problem.place
    if isinstance(place, FilePlace) and place.source.strip():
        start = max(0, place.column - 1 - WIDEST_EXCERPT // 2)
        excerpt = place.source[start : start + WIDEST_EXCERPT]
        record |= {"line": place.line, "source": excerpt, "column": place.column - 1 - start}
    return record

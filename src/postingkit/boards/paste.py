"""A posting ready to be pasted into the form of a board: its title and text, counted."""

from collections.abc import Iterator
from dataclasses import dataclass

from postingkit.boards.elements import Limit, Unit
from postingkit.boards.entries import BoardWriting
from postingkit.boards.markdown import markdown
from postingkit.boards.measures import length
from postingkit.boards.profile import Profile
from postingkit.document import Document


@dataclass(frozen=True, slots=True)
class Count:
    """How long the *what* (title or description) is, and how long the board lets it be.

    Where the limit itself is not sure, *is_sure* is False.
    """

    what: str
    number: int
    unit: Unit
    minimum: int
    maximum: int | None
    is_sure: bool

    @property
    def is_over(self) -> bool:
        """Whether it is too long."""
        return self.maximum is not None and self.number > self.maximum

    @property
    def is_under(self) -> bool:
        """Whether it is too short."""
        return self.number < self.minimum

    def __str__(self) -> str:
        """Say it for people: “description: 3,120 of 25,000 characters”."""
        most = "" if self.maximum is None else f" of {self.maximum:,}"
        least = f", at least {self.minimum:,}" if self.is_under else ""
        verdict = " (too long)" if self.is_over else " (too short)" if self.is_under else ""
        sure = "" if self.is_sure else "; the limit is not confirmed"
        return f"{self.what}: {self.number:,}{most} {self.unit}{least}{verdict}{sure}"


@dataclass(frozen=True, slots=True)
class Paste:
    """What goes into the fields of a *board*'s form.

    *html* has just the tags that the board keeps and is empty where it keeps none. Counts are of
    the title and of the description in the form that the board takes.
    """

    board: str
    title: str
    html: str
    text: str
    markdown: str
    counts: tuple[Count, ...]


def paste(document: Document, profile: Profile) -> Paste:
    """Write *document* for the form of the board of *profile*."""
    writing = BoardWriting(profile)
    title, text = document.meta.title.text, writing.text(document)
    html = writing.html(document) if profile.description.tags else ""
    counts = (
        *_counts("title", title, profile.title),
        *_counts("description", html or text, profile.text),
    )
    return Paste(profile.name, title, html, text, markdown(document, profile), counts)


def _counts(what: str, text: str, limits: tuple[Limit, ...]) -> Iterator[Count]:
    """Count *text* against each of the *limits*; without any, in characters."""
    for limit in limits or (Limit(),):
        number = length(text, limit)
        yield Count(what, number, limit.unit, limit.minimum, limit.maximum, limit.is_sure)

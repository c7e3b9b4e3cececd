"""What rules look at: an opening's facts and visible words, and where each is to be mended."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from postingkit.document import Document
from postingkit.errors import Place, Problem
from postingkit.languages import primary
from postingkit.rules.rule import Demand
from postingkit.rules.words import Words, telling_lines
from postingkit.vacancy import Vacancy

LAST_STEP = re.compile(r"(^|\.)\w+$|\[\d+\]$")
LONGEST_TITLE = 300
Topic: TypeAlias = Literal[
    "pay",
    "open_ended",
    "width",
    "extras",
    "benefits",
    "deadline",
    "neutrality",
    "title",
    "wording",
    "statement",
]


@dataclass(frozen=True, slots=True)
class Lack:
    """What an opening lacks that a rule asks for.

    *asked* goes on from “asks for”, *missing* is how the opening stands to that; *field* is the
    opening's field to mend, *way_out* the hint. *topic* keeps two rules from saying the same.
    """

    topic: Topic
    asked: str
    missing: str
    field: str
    way_out: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong or odd in an opening whatever the law; the fields are those of `Lack`."""

    topic: Topic
    message: str
    field: str
    way_out: str = ""


class Case:
    """An opening in the *document* that it became.

    *found* keeps what was found of the demands that each rule makes alike.
    """

    def __init__(self, document: Document, vacancy: Vacancy) -> None:
        self.found: dict[Demand, Lack | None] = {}
        self.document = document
        self.vacancy = vacancy
        self.language = primary(document.meta.language)
        self._telling_lines: tuple[str, ...] | None = None

    @property
    def title(self) -> str:
        """The job's title; of one that never ends, as much as there is any use in reading."""
        return self.vacancy.title[:LONGEST_TITLE]

    @property
    def shown_title(self) -> str:
        """The title as the document shows it, with its suffix if it has one; cut likewise."""
        return self.document.meta.title.text[:LONGEST_TITLE]

    def problem(self, field: str, message: str, hint: str = "") -> Problem:
        """Make a problem of the opening's *field*."""
        return Problem.at(self.place(field), message, hint)

    def place(self, field: str) -> Place | None:
        """Give the place of *field*, else of the group it is in, else of the whole opening."""
        if field == "title" and self.document.meta.place:
            return self.document.meta.place
        while field:
            place = self.vacancy.where.get(field)
            if place:
                return place
            field = LAST_STEP.sub("", field)
        return self.vacancy.place

    def says(self, words: Words) -> tuple[str, ...]:
        """Give which of *words* the document says, each wording once."""
        if self._telling_lines is None:
            self._telling_lines = telling_lines(self.document, self.language)
        return words.said_in(self._telling_lines, self.language)

    def shows(self, key: str) -> bool:
        """Say whether the document has the section *key*."""
        return any(section.key == key for section in self.document.sections)

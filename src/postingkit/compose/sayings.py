"""Facts of a vacancy under their labels, each made once of what it says; it knows none of them.

Facts that say the same are one value, whichever openings say it; where they are written stands
aside.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar, overload

from postingkit.compose.labels import Labels, labels
from postingkit.document import Fact, Inlines, LineBreak, Link, Paragraph, Text
from postingkit.errors import Place
from postingkit.vacancy import Vacancy

ValueT = TypeVar("ValueT", bound=Hashable)
MOST_SAID = 2_000
"""Values of one saying whose facts are kept, so memory stays flat."""
WHERE = {
    "places": "locations",
    "employment": "employment_types",
    "experience": "experience_months",
    "apply_online": "apply",
    "apply_email": "apply",
}
"""The fields of an opening that facts of another name come from."""


class Linked(NamedTuple):
    """A *text* that leads to *target*."""

    text: str
    target: str


Lines: TypeAlias = tuple[str | Linked, ...]
"""What stands under a name, one below the other; empty texts are left out."""


@dataclass(frozen=True, slots=True)
class Saying(Generic[ValueT]):
    """A fact's *name*, what it is *read* from, and how that is *said* in a language."""

    name: str
    read: Callable[[Vacancy], ValueT]
    said: Callable[[ValueT, Labels], Lines]

    def maker(self, words: Labels) -> Callable[[ValueT], Fact | None]:
        """Give what makes the fact of what was read, if it says anything; equal values share it."""
        label, said = words.facts[self.name], self.said
        return lru_cache(MOST_SAID)(lambda value: _fact(label, said(value, words)))


_Maker: TypeAlias = tuple[str, Callable[[Vacancy], Any], Callable[[Any], Fact | None]]
"""The name of a fact, what it is read from, and what makes it."""


class Sayings:
    """Makes the facts of vacancies, those of each saying of *every* that has something to say."""

    def __init__(self, *every: Saying[Any]) -> None:
        self._every = every
        self._makers = cache(self._in_words)

    def of(self, vacancy: Vacancy, language: str) -> dict[str, Fact]:
        """Give the facts of *vacancy* by their names, in the words of *language*."""
        facts: dict[str, Fact] = {}
        for name, read, make in self._makers(language):
            fact = make(read(vacancy))
            if fact is not None:
                facts[name] = fact
        return facts

    def _in_words(self, language: str) -> tuple[_Maker, ...]:
        words = labels(language)
        return tuple((each.name, each.read, each.maker(words)) for each in self._every)


@dataclass(frozen=True, slots=True)
class FactPlaces(Sequence[Place | None]):
    """Where the facts of these *names* are written, found when it is asked for, which is seldom.

    A fact without a name here is a role's, whose own blocks know their places.
    """

    names: tuple[str, ...]
    vacancy: Vacancy

    @overload
    def __getitem__(self, index: int) -> Place | None: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Place | None]: ...
    def __getitem__(self, index: int | slice) -> Place | Sequence[Place | None] | None:
        """Give the place of the fact at *index*."""
        if isinstance(index, slice):
            return FactPlaces(self.names[index], self.vacancy)
        name = self.names[index]
        vacancy = self.vacancy
        return vacancy.where.get(WHERE.get(name, name), vacancy.place) if name else None

    def __len__(self) -> int:
        """Count the facts."""
        return len(self.names)


@cache
def name_of(label: str) -> tuple[Text]:
    """Make the name of a fact, one for all facts under the *label*; there are few labels."""
    return (Text(label),)


def _fact(label: str, lines: Lines) -> Fact | None:
    values: Inlines
    match lines:
        case (str() as line,):  # as most are
            values = (Text(line),) if line else ()
        case _:
            values = tuple(_inlines(lines))[1:]
    return Fact(name_of(label), (Paragraph(values),)) if values else None


def _inlines(lines: Lines) -> Iterator[LineBreak | Link | Text]:
    """Yield each of *lines* with the end of the one before it."""
    for line in lines:
        if line:
            yield LineBreak()
            yield Text(line) if isinstance(line, str) else _link(line)


def _link(line: Linked) -> Link:
    return Link((Text(line.text),), line.target)

"""Judges whether a document is ready for a board: what is missing or too long, in its words.

What the board asks for stands in its profile; a fact that is not sure there is a warning here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from postingkit.boards.elements import Element, Fact, Limit
from postingkit.boards.entries import BoardWriting, entries
from postingkit.boards.fields import Read, asked_for, is_anywhere, is_empty, reader, text_of
from postingkit.boards.measures import fits, length
from postingkit.boards.profile import Profile
from postingkit.boards.values import EACH, VALUES, Entry
from postingkit.document import Document
from postingkit.errors import Place, Problem
from postingkit.vacancy import Vacancy

Severity: TypeAlias = Literal["error", "warning"]
Check: TypeAlias = Callable[[Entry], Iterable["Finding"]]
"""Finds what is wrong with a field of an entry, which is mostly nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands between a document and a *board*; a warning does not keep it out."""

    board: str
    severity: Severity
    problem: Problem


class Judge:
    """Holds documents against one *profile*, which is made ready once."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._writing = BoardWriting(profile)
        self._checks = list(_checks(profile.entry, profile, ""))
        self._title = _Asked("title", "title", profile)
        self._text = _Asked("description", "description.html", profile)

    def findings(self, document: Document) -> tuple[Finding, ...]:
        """Give what is missing in *document* or beyond a limit; a closed opening lacks nothing."""
        vacancy = document.meta.vacancy
        if vacancy is None:
            message = "This posting is no opening's, so there is nothing to send to a board."
            problem = Problem.at(document.meta.place, message, "Write an opening of the role.")
            return (Finding(self._profile.name, "error", problem),)
        found = () if vacancy.status == "closed" else self._found(document)
        return tuple(dict.fromkeys(found)) if found else ()

    def _found(self, document: Document) -> list[Finding]:
        per = self._profile.feed.per if self._profile.feed else "opening"
        found: list[Finding] = []
        for index, entry in enumerate(entries(document, self._writing, per)):
            if index == 0:
                found += self._lengths(entry)
            for check in self._checks:
                found += check(entry)
        return found

    def _lengths(self, entry: Entry) -> Iterator[Finding]:
        profile = self._profile
        title = entry.document.meta.title.text
        yield from _beyond(title, profile.title, self._title, entry)
        if profile.text:
            written = self._writing.html(entry.document)
            yield from _beyond(written, profile.text, self._text, entry)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a board calls a field, and the value that it comes from."""

    name: str
    value: str
    profile: Profile

    def finding(
        self, entry: Entry, message: str, *, is_error: bool, hint: str | None = None
    ) -> Finding:
        """Say *message* at the place where the value is written, or would be."""
        known = VALUES.get(self.value)
        path = known.path if known else ""
        file = known.file if known else ""
        within = path if file else _in_opening(path, entry)
        where = file or "the opening"
        way_out = f"Write “{within}” in {where}." if path and hint is None else hint or ""
        place = entry.vacancy.place if file else place_of(entry.vacancy, within)
        problem = Problem(place, within, message, way_out)
        return Finding(self.profile.name, "error" if is_error else "warning", problem)


def place_of(vacancy: Vacancy, path: str) -> Place | None:
    """Give where the value at *path* is written, else what it would stand in, else the opening."""
    while path:
        place = vacancy.where.get(path)
        if place:
            return place
        cut = max(path.rfind("."), path.rfind("["))
        path = path[: max(cut, 0)]
    return vacancy.place


def _in_opening(path: str, entry: Entry) -> str:
    """Name which of the opening's places a *path* means."""
    head, dot, rest = path.partition(".")
    if head != "locations" or not dot:
        return path
    every = entry.vacancy.locations
    numbered = (number for number, each in enumerate(every, 1) if each is entry.location)
    number = next(numbered, None)
    return "locations" if number is None else f"locations[{number}].{rest}"


def _checks(fields: Mapping[str, Element], profile: Profile, within: str) -> Iterator[Check]:
    for name, element in fields.items():
        full = f"{within}.{name.removeprefix('@')}" if within else name.removeprefix("@")
        checks = tuple(_own_checks(full, element, profile))
        for check in checks:
            yield _when(element, check) if element.when else check


def _when(element: Element, check: Check) -> Check:
    return lambda entry: check(entry) if asked_for(element, entry) else ()


def _own_checks(name: str, element: Element, profile: Profile) -> Iterator[Check]:
    asked = _Asked(name, _source(element), profile)
    if element.fields:
        yield from _group_checks(asked, element)
        return
    if element.need != "optional":
        yield _presence(asked, element)
    if element.limits or element.refused or element.begins:
        yield _contents(asked, element)
    if element.map:
        yield _words(asked, element)


def _source(element: Element) -> str:
    """Give the value that an element, or the first of those within it, comes from."""
    if element.value is not None:
        return element.value
    return next((_source(inner) for inner in element.fields.values()), "")


def _group_checks(asked: _Asked, element: Element) -> Iterator[Check]:
    inner = tuple(_checks(element.fields, asked.profile, asked.name))
    each = EACH[element.each] if element.each else None
    group = tuple(_leaves(element.fields))

    def check(entry: Entry) -> Iterator[Finding]:
        every = tuple(each(entry)) if each else (entry,)
        if not any(not is_empty(read(one)) for one in every for read in group):
            if element.need != "optional":
                yield _missing(asked, element, entry)
            return
        for one in every:
            for further in inner:
                yield from further(one)

    yield check


def _leaves(fields: Mapping[str, Element]) -> Iterator[Read]:
    """Give the readers of the values anywhere within *fields*, fixed texts not among them."""
    for element in fields.values():
        if element.value is not None:
            yield reader(element)
        yield from _leaves(element.fields)


def _presence(asked: _Asked, element: Element) -> Check:
    read = reader(element)

    def check(entry: Entry) -> tuple[Finding, ...]:
        if not is_empty(read(entry)) or (element.remote is not None and is_anywhere(entry)):
            return ()
        return (_missing(asked, element, entry),)

    return check


def _missing(asked: _Asked, element: Element, entry: Entry) -> Finding:
    profile = asked.profile
    is_required = element.need == "required"
    form = profile.missing if is_required else profile.advised
    message = form.replace("{board}", profile.name).replace("{field}", asked.name)
    return asked.finding(
        entry, message + _unsure(element), is_error=is_required and element.is_sure
    )


def _contents(asked: _Asked, element: Element) -> Check:
    read, refused = reader(element), {text.casefold() for text in element.refused}

    def check(entry: Entry) -> Iterator[Finding]:
        text = text_of(read(entry), element.join)
        if not text:
            return
        yield from _beyond(text, element.limits, asked, entry)
        board, name, unsure = asked.profile.name, asked.name, _unsure(element)
        if text.casefold() in refused:
            message = f"{board} takes no “{text}” as “{name}”.{unsure}"
            yield asked.finding(entry, message, is_error=element.is_sure, hint="Change it.")
        begins = element.begins
        if begins and not text.startswith(begins.text):
            message = f"{board} wants “{name}” to begin with “{begins.text}”.{_unsure(begins)}"
            yield asked.finding(entry, message, is_error=begins.is_sure, hint="Change it.")

    return check


def _words(asked: _Asked, element: Element) -> Check:
    raw = VALUES[element.value or "id"].read

    def check(entry: Entry) -> list[Finding]:
        value = raw(entry)
        words = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
        unknown = [word for word in words if word and word not in element.map]
        return [_without_word(asked, word, entry) for word in unknown]

    return check


def _without_word(asked: _Asked, word: str, entry: Entry) -> Finding:
    message = f"{asked.profile.name} has no word for “{word}” as “{asked.name}”."
    return asked.finding(entry, message, is_error=False, hint="It is left out.")


def _beyond(text: str, limits: Iterable[Limit], asked: _Asked, entry: Entry) -> Iterator[Finding]:
    for limit in limits:
        if not fits(text, limit):
            number = length(text, limit)
            message = f"{asked.profile.name}: “{asked.name}” has {number:,} {limit.unit}"
            message += f", and {_allowed(limit)}.{_unsure(limit)}"
            hint = "Shorten it." if number > limit.minimum else "Write more."
            yield asked.finding(entry, message, is_error=limit.is_sure, hint=hint)


def _allowed(limit: Limit) -> str:
    if limit.maximum is None:
        return f"at least {limit.minimum:,} are needed"
    least = f"{limit.minimum:,} to " if limit.minimum else "at most "
    return f"{least}{limit.maximum:,} are allowed"


def _unsure(fact: Fact) -> str:
    match fact.confidence:
        case "documented" | "secondary":
            return ""
        case "outdated":
            return " (This is known from an old text of the board.)"
        case "unconfirmed":
            return " (This is not confirmed.)"

"""Writes openings one below the other, by department; it knows no page around them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import quote

from postingkit.exporters.html.context import Context
from postingkit.exporters.html.elements import Html, block, element, stacked, text
from postingkit.site.filters import in_order
from postingkit.site.listing import Listed
from postingkit.site.setting import BETWEEN, Site, Words

Mark: TypeAlias = Callable[[Listed], Mapping[str, str | None]]
"""Says, as attributes, which values of the filters an opening has."""


@dataclass(frozen=True, slots=True)
class Group:
    """The openings of one *department*, which is empty for those that name none.

    *id* is that of its heading. A *single* group has no heading, for there is nothing to tell it
    apart from.
    """

    id: str
    department: str
    openings: tuple[Listed, ...]
    single: bool = False

    def title(self, words: Words) -> str:
        """Name the group."""
        return self.department or words.other


def groups_of(openings: Iterable[Listed]) -> tuple[Group, ...]:
    """Group *openings* by department, in the order of their names, and those without one last."""
    found: dict[str, list[Listed]] = {}
    for opening in openings:
        found.setdefault(opening.department, []).append(opening)
    names = sorted(found, key=lambda name: (not name, in_order(name)))
    return tuple(
        Group(f"department-{number}", name, tuple(found[name]), len(names) == 1)
        for number, name in enumerate(names, 1)
    )


def contents(groups: tuple[Group, ...], site: Site) -> Html:
    """Write links to the *groups*, for readers without a script."""
    if len(groups) == 1:
        return Html("")
    words = site.words
    items = (
        element("li", element("a", text(group.title(words)), {"href": f"#{group.id}"}))
        for group in groups
    )
    nav = {"class": "contents", "aria-label": words.department}
    return block("noscript", block("nav", block("ul", stacked(items)), nav))


def written_group(group: Group, mark: Mark, site: Site) -> Html:
    """Write a *group*, each of its openings with its *mark*."""
    context = Context(site.language, site.direction, group.id)
    level = "h2" if group.single else "h3"
    items = (
        element(
            "li", stacked(_lines(opening, level, context, site.words)), _attributes(opening, mark)
        )
        for opening in group.openings
    )
    listed = block("ul", stacked(items))
    if group.single:
        return block("div", listed, {"class": "group"})
    heading = element("h2", text(group.title(site.words)), {"id": group.id})
    attributes = {"class": "group", "aria-labelledby": group.id}
    return block("section", stacked([heading, listed]), attributes)


def _attributes(opening: Listed, mark: Mark) -> Mapping[str, str | None]:
    return {**mark(opening), "data-words": " ".join(opening.keywords) or None}


def _lines(opening: Listed, level: str, context: Context, words: Words) -> Iterator[Html]:
    marks = context.marks(opening.language)
    link = element("a", text(opening.title), {"href": quote(opening.path), **marks})
    yield element(level, link)
    places = text(BETWEEN.join(opening.places))
    workplace = element("span", text(words.of_workplace(opening.workplace)))
    yield element("p", stacked([places, workplace]), {"class": "where"})
    if opening.pay:
        pay = text(opening.pay)
        yield element("p", element("span", pay, marks) if marks else pay, {"class": "pay"})
    closes = f"{words.closes} {opening.closes}" if opening.closes else words.rolling
    if opening.closes or opening.rolling:
        yield element("p", text(closes), {"class": "closes"})

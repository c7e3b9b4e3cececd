"""The filters of a list: their values, their form, and rules that make them work by CSS alone."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from postingkit.exporters.html.elements import Html, block, element, stacked, text, void
from postingkit.site.listing import Listed
from postingkit.site.setting import Words
from postingkit.vacancy import Workplace

Value: TypeAlias = tuple[str, str]
"""What stands for a value in the page's address, and what it is called."""

WORKPLACES: tuple[Workplace, ...] = ("onsite", "hybrid", "remote")

CHOSEN = """\
:root:has(#{name} > :nth-child({position}):checked) .group li:not([data-{name}~="{number}"]),
:root:has(#{name} > :nth-child({position}):checked) .group:not(:has([data-{name}~="{number}"])) {{
  display: none;
}}
"""
"""What one value of a filter hides; the first option of a filter stands for all its values."""

WITHOUT_SCRIPT = """\
@supports not selector(:has(*)) {
  #find {
    display: none;
  }
}
"""

NOTHING_TO_FIND = """#find {
  display: none;
}
"""
"""What hides a form that has nothing to offer without a script."""

TOO_MANY = """#find p:has(#{name}) {{
  display: none;
}}
"""
"""What hides a filter that would cost a browser seconds without a script."""
MOST_COMPARED = 50_000
"""How often a browser may hold an opening against a value while it lays out the page."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice by *name* among *values*; *every* is what no choice is called.

    *values_of* gives the values of an opening, as they stand in the page's address.
    """

    name: str
    label: str
    every: str
    values: tuple[Value, ...]
    values_of: Callable[[Listed], tuple[str, ...]]

    def numbers(self) -> Mapping[str, int]:
        """Give the values their numbers, from 1 on."""
        return {value: number for number, (value, _) in enumerate(self.values, 1)}


def filters_of(openings: tuple[Listed, ...], words: Words) -> tuple[Filter, ...]:
    """Give the filters that tell some of *openings* from others."""
    departments = _values(openings, _departments)
    places = _values(openings, _places)
    present = {opening.workplace for opening in openings}
    workplaces = tuple((each, words.of_workplace(each)) for each in WORKPLACES if each in present)
    every = (
        Filter("department", words.department, words.all_departments, departments, _departments),
        Filter("place", words.place, words.all_places, places, _places),
        Filter("workplace", words.workplace, words.all_workplaces, workplaces, _workplaces),
    )
    return tuple(each for each in every if len(each.values) > 1)


def marking(filters: tuple[Filter, ...]) -> Callable[[Listed], Mapping[str, str | None]]:
    """Give the function that says, as attributes, which values of *filters* an opening has."""
    numbered = [(f"data-{each.name}", each.values_of, each.numbers()) for each in filters]

    def mark(opening: Listed) -> Mapping[str, str | None]:
        return {
            name: " ".join(str(numbers[value]) for value in values_of(opening)) or None
            for name, values_of, numbers in numbered
        }

    return mark


def search_form(filters: tuple[Filter, ...], words: Words) -> Html:
    """Write the form; what only the script can do is hidden until the script is there."""
    search = (
        element("label", text(words.find), {"for": "q"}),
        void("input", {"id": "q", "name": "q", "type": "search", "autocomplete": "off"}),
        element("button", text(words.search), {"type": "submit"}),
    )
    choices = block("div", stacked(map(_select, filters)), {"class": "filters"})
    fields = (
        block("p", stacked(search), {"class": "search", "hidden": ""}),
        choices if filters else Html(""),
    )
    return block("form", stacked(fields), {"id": "find", "role": "search"})


def static_rules(filters: tuple[Filter, ...], openings: int) -> str:
    """Give the rules that let *filters* work without a script, where a browser knows ``:has``.

    A filter of many values among many *openings* is hidden in place of that.
    """
    offered = [one for one in filters if len(one.values) * openings <= MOST_COMPARED]
    if not offered:
        return NOTHING_TO_FIND
    hidden = (TOO_MANY.format(name=one.name) for one in filters if one not in offered)
    return "\n".join((WITHOUT_SCRIPT, *hidden, *(rule for one in offered for rule in _rules(one))))


def _rules(one: Filter) -> Iterator[str]:
    for number in one.numbers().values():
        yield CHOSEN.format(name=one.name, position=number + 1, number=number)


def _select(one: Filter) -> Html:
    options = [element("option", text(one.every), {"value": ""}), *_options(one)]
    attributes = {"id": one.name, "name": one.name, "autocomplete": "off"}
    label = element("label", text(one.label), {"for": one.name})
    return block("p", stacked([label, block("select", stacked(options), attributes)]))


def _options(one: Filter) -> Iterator[Html]:
    return (element("option", text(name), {"value": value}) for value, name in one.values)


def _values(
    openings: tuple[Listed, ...], values_of: Callable[[Listed], tuple[str, ...]]
) -> tuple[Value, ...]:
    """Give the values that *openings* have, in the order of their names."""
    found = {value for opening in openings for value in values_of(opening)}
    return tuple((value, value) for value in sorted(found, key=in_order))


def in_order(name: str) -> tuple[str, str]:
    """Give what names are sorted by: capitals matter only where nothing else does."""
    return name.casefold(), name


def _departments(opening: Listed) -> tuple[str, ...]:
    return (opening.department,) if opening.department else ()


def _places(opening: Listed) -> tuple[str, ...]:
    return opening.places


def _workplaces(opening: Listed) -> tuple[str, ...]:
    return (opening.workplace,)

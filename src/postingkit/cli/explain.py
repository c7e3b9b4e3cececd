"""Tells where each value of an opening's posting was written; it makes nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from postingkit import compose
from postingkit.cli.finding import find, no_opening
from postingkit.cli.report import counted, print_json, show_problems, told_as_json
from postingkit.errors import Place
from postingkit.model import LoadedProject, Opening, Role
from postingkit.model.places import Places
from postingkit.model.templates import is_shipped
from postingkit.model.values import Located, Words

WIDEST_VALUE = 50
APART = frozenset({"role", "overrides", "language", "overview", "translations"})
"""Fields that no posting shows as such: they say where the others go, or in which language."""


@dataclass(frozen=True, slots=True)
class Told:
    """A *value* of a posting, the *place* it is from, and the one that it took the place of.

    What comes with postingkit has no place that anybody could change it at.
    """

    value: str
    place: Place
    instead_of: Place | None = None

    @property
    def origin(self) -> str:
        """Say the place, and the one that it took the place of."""
        if is_shipped(self.place):
            return "(comes with postingkit)"
        return (
            f"{self.place}, in place of {self.instead_of}" if self.instead_of else f"{self.place}"
        )


def explain_opening(*, opening: str, project: Path | None, as_json: bool) -> int:
    """Print every value of the posting of *opening* with its place; give the exit code."""
    with told_as_json(wanted=as_json):
        found = find((opening,), project, dated=True)
    if not found.openings:
        raise no_opening(opening)
    loaded = found.project
    dated = next((loaded.openings[id_] for id_ in found.openings if id_ in loaded.openings), None)
    role = loaded.roles.get(dated.role.text) if dated else None
    if dated is None or role is None:
        show_problems(loaded.problems)
        raise click.UsageError(f"There is no sound opening “{opening}” to be explained.")
    values = dict(_values(loaded, dated, role))
    if as_json:
        print_json(
            {name: {"value": told.value, "from": told.origin} for name, told in values.items()}
        )
    else:
        _print(values)
    return 0


def _print(values: Mapping[str, Told]) -> None:
    shown = {name: _shortened(told.value) for name, told in values.items()}
    name_width, value_width = max(map(len, shown)), max(map(len, shown.values()))
    for name, told in values.items():
        click.echo(f"{name:<{name_width}}  {shown[name]:<{value_width}}  {told.origin}")


def _shortened(value: str) -> str:
    return value if len(value) <= WIDEST_VALUE else value[: WIDEST_VALUE - 1].rstrip() + "…"


def _values(loaded: LoadedProject, opening: Opening, role: Role) -> Iterator[tuple[str, Told]]:
    """Yield every value: the role's, with what the opening says instead, then the opening's own."""
    language = opening.language.text if opening.language else loaded.project.own_language
    own = role.language.text if role.language else loaded.project.own_language
    usual = dict(_fields(compose.translated_role(role, own, language).value))
    dated = dict(_leaves(opening, opening.places()))
    instead = dict(_fields(opening.overrides))
    instead |= {name: dated.pop(name) for name in ("benefits", "travel") if name in dated}
    for name in {**usual, **instead}:
        yield name, _laid_over(usual.get(name), instead.get(name))
    yield from dated.items()
    employer = loaded.project.organization
    for name, told in _leaves(employer, Places(employer)):
        yield f"organization.{name}", told
    yield "template", _template(loaded, opening.of_role(role))


def _laid_over(usual: Told | None, instead: Told | None) -> Told:
    match usual, instead:
        case Told(place=below), Told(value, place):
            return Told(value, place, below)
        case Told() as told, None:
            return told
        case _, Told() as told:
            return told
        case _:
            raise AssertionError  # a name is of one of the two at least


def _template(loaded: LoadedProject, role: Role) -> Told:
    name = loaded.template_of(role.department.text if role.department else None)
    return Told(name, loaded.template_nodes[name].place)


def _given(group: Located) -> Iterator[tuple[str, object, Place]]:
    """Yield the fields of *group* that are given, by the names in a file, with their places."""
    for name, field in type(group).model_fields.items():
        if name in group.model_fields_set and name not in APART:
            written = field.alias or name
            yield written, getattr(group, name), group.place_of(written)


def _fields(group: Located) -> Iterator[tuple[str, Told]]:
    """Yield the fields of *group* that are given, lists and groups as one each."""
    for name, value, place in _given(group):
        # A text knows its own place, which may be that of a translation.
        yield name, _told(value, value.place if isinstance(value, Words) else place)


def _leaves(
    group: Located, places: Mapping[str, Place], before: str = ""
) -> Iterator[tuple[str, Told]]:
    """Yield the fields of *group* that are given, and of groups in it theirs, by their paths.

    *places* are those of the outermost group's values, and *before* begins the paths of this one.
    """
    for name, value, _ in _given(group):
        path = before + name
        if isinstance(value, Located):
            yield from _leaves(value, places, f"{path}.")
        else:
            yield path, _told(value, places[path])


def _told(value: object, place: Place) -> Told:
    match value:
        case Words(text):
            return Told(" ".join(text.split()), place)
        case tuple() as items if items and all(isinstance(item, Words | str) for item in items):
            return Told(", ".join(map(str, items)), place)
        case tuple() as items:
            return Told(counted(len(items), "item"), place)
        case Located():
            return Told("…", place)
        case bool():
            return Told("yes" if value else "no", place)
        case _:
            return Told(str(value), place)

"""Which rules an opening's places bring in; it judges nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from postingkit.rules.rule import Rule
from postingkit.vacancy import Area, Location, Vacancy

MOST_KEPT = 2_000
"""Places that what they bring in is kept for."""


@dataclass(frozen=True, slots=True)
class Touched:
    """The rules that places bring in: surely the *named* ones, and perhaps *anywhere*'s.

    *anywhere* holds the rules of the regions of a country that remote work may be done in all of,
    by the country's name. *vague* names the fields of places whose region is not said though
    regions of their country have rules.
    """

    named: tuple[Rule, ...]
    anywhere: Mapping[str, tuple[Rule, ...]]
    vague: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reach:
    """Where in its countries a rule holds, the names without regard to capitals."""

    rule: Rule
    regions: frozenset[str]
    cities: frozenset[str]

    def covers(self, region: str, city: str) -> bool:
        return (not self.regions or region in self.regions) and (
            not self.cities or city in self.cities
        )


class Atlas:
    """*rules* by their countries."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.by_country: dict[str, list[_Reach]] = {}
        for rule in rules:
            reach = _Reach(rule, _folded(rule.regions), _folded(rule.cities))
            for country in rule.countries:
                self.by_country.setdefault(country, []).append(reach)
        self._touched = lru_cache(MOST_KEPT)(self._touched_by)

    def touched(self, vacancy: Vacancy) -> Touched:
        """Give the rules that the places of *vacancy* bring in, each once, in their order."""
        areas = vacancy.eligible if vacancy.workplace == "remote" else ()
        # Rules look at nothing else of places, and a hundred thousand openings are in few of them.
        places = tuple([(each.country, each.region, each.city) for each in vacancy.locations])
        return self._touched(places, areas)

    def _touched_by(
        self, named_places: tuple[tuple[str, str, str], ...], areas: tuple[Area, ...]
    ) -> Touched:
        locations = [Location(*each) for each in named_places]
        places: tuple[Location | Area, ...] = (*locations, *areas)
        named = {rule.id: rule for place in places for rule in self._of(place)}
        whole = (area for area in areas if not area.region)
        anywhere = {
            area.name or area.country: self._regional(area.country, named) for area in whole
        }
        vague = (
            f"locations[{number}]"
            for number, place in enumerate(locations)
            if not place.region and self._regional(place.country, {})
        )
        return Touched(tuple(named.values()), _filled(anywhere), tuple(vague))

    def _of(self, place: Location | Area) -> Iterable[Rule]:
        region = place.region.removeprefix(f"{place.country}-").casefold()
        city = place.city.casefold() if isinstance(place, Location) else ""
        every = self.by_country.get(place.country, ())
        return (reach.rule for reach in every if reach.covers(region, city))

    def _regional(self, country: str, named: Mapping[str, Rule]) -> tuple[Rule, ...]:
        every = self.by_country.get(country, ())
        return tuple(
            reach.rule
            for reach in every
            if reach.regions and not reach.cities and reach.rule.id not in named
        )


def _filled(anywhere: Mapping[str, tuple[Rule, ...]]) -> Mapping[str, tuple[Rule, ...]]:
    return {country: rules for country, rules in anywhere.items() if rules}


def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)

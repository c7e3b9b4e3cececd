"""Numbers of entries: one for each place of an opening, the same on every day; it reads nothing."""

import re
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from postingkit.once import MOST_KEPT
from postingkit.vacancy import Location, Vacancy

LONGEST = 40
"""Characters that LinkedIn's ``partnerJobId`` may have, the shortest limit of all boards."""
DIGEST = 8


def references(vacancy: Vacancy) -> Iterator[tuple[str, Location | None]]:
    """Yield each place of *vacancy* with the number of its entry; without places one without.

    A number is made of the opening's id and the place, so neither other openings nor another order
    of the places change it; ids hold no dot, so no two openings share one.
    """
    if not vacancy.locations:
        yield _fitted(vacancy.id), _home(vacancy)
        return
    taken: dict[str, int] = {}
    for location in vacancy.locations:
        base = vacancy.id + _named(location.country, location.region, location.city)
        count = taken[base] = taken.get(base, 0) + 1
        yield _fitted(base if count == 1 else f"{base}.{count}"), location


def _home(vacancy: Vacancy) -> Location | None:
    """Give the country to name for work from anywhere: the first one where applicants may live."""
    return Location(vacancy.eligible[0].country) if vacancy.eligible else None


@lru_cache(MOST_KEPT)
def _named(*parts: str) -> str:
    """Name a place by its *parts*, each after a dot."""
    slugs = (re.sub(r"[^\w-]+", "-", part.casefold()).strip("-") for part in parts)
    return "".join(f".{slug}" for slug in slugs if slug)


def _fitted(reference: str) -> str:
    """Shorten a *reference* that is too long, and keep it different from the others."""
    if len(reference) <= LONGEST:
        return reference
    digest = sha256(reference.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST]
    return f"{reference[: LONGEST - DIGEST - 1]}-{digest}"

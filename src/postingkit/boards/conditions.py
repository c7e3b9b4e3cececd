"""When a board's field is there at all: few conditions, a closed set, that profiles name."""

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from postingkit.vacancy import Vacancy

Condition: TypeAlias = Literal[
    "remote", "not_remote", "place_needed", "anywhere", "not_rolling", "range", "exact"
]


def _is_exact(vacancy: Vacancy) -> bool:
    return vacancy.pay is not None and vacancy.pay.minimum == vacancy.pay.maximum


CONDITIONS: Mapping[Condition, Callable[[Vacancy], bool]] = {
    "remote": lambda vacancy: vacancy.workplace == "remote",
    "not_remote": lambda vacancy: vacancy.workplace != "remote",
    "place_needed": lambda vacancy: vacancy.workplace != "remote" or not vacancy.eligible,
    "anywhere": lambda vacancy: vacancy.workplace == "remote" and not vacancy.locations,
    "not_rolling": lambda vacancy: not vacancy.rolling,
    "range": lambda vacancy: vacancy.pay is not None and not _is_exact(vacancy),
    "exact": _is_exact,
}
"""What each says: ``place_needed`` that work is not fully remote, or nobody said where applicants
may live; ``anywhere`` that it is, and no place is named; ``not_rolling`` that it is
not open without an end; ``range`` and ``exact`` that pay has two ends, or is one amount.
"""


def holds(condition: Condition, vacancy: Vacancy) -> bool:
    """Say whether *condition* holds of *vacancy*."""
    return CONDITIONS[condition](vacancy)

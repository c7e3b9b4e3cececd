"""Tells people of one round of a watch after the other: what is new, and each thing once."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from postingkit.cli.report import counted, say, show_first_problems, show_notices
from postingkit.errors import Problem
from postingkit.store import Result

DONE_ANEW = ("made", "removed")
MOST_NAMED = 3
"""So many sources are named; of more, the files are counted."""


@dataclass(slots=True)
class Found:
    """What became of the files of a round."""

    states: Counter[str] = field(default_factory=Counter)
    sources: dict[str, list[str]] = field(default_factory=dict)
    problems: dict[Problem, None] = field(default_factory=dict)
    notices: dict[Problem, None] = field(default_factory=dict)

    def take(self, result: Result) -> None:
        """Count *result*; of what was done anew, its source and format are kept."""
        unit = result.unit
        self.states[result.state] += 1
        self.problems |= dict.fromkeys(result.problems)
        self.notices |= dict.fromkeys(result.notices)
        if result.state == "made":
            self.sources.setdefault(f"{unit.kind}/{unit.id}", []).append(unit.format)


class Rounds:
    """Tells of rounds into the place called *output*; *quiet* tells of problems alone."""

    def __init__(self, output: str, *, quiet: bool) -> None:
        self._output = output
        self._quiet = quiet
        self._is_first = True
        self._problems: frozenset[Problem] = frozenset()
        self._notices: frozenset[Problem] = frozenset()

    def taken(self, results: Iterable[Result]) -> Found:
        """Count *results* as they come."""
        found = Found()
        for result in results:
            found.take(result)
        return found

    def tell(
        self, found: Found, problems: Iterable[Problem], notices: Iterable[Problem], took: float
    ) -> None:
        """Tell of a round that *took* so many seconds, and what it had not been told before."""
        noticed = tuple(dict.fromkeys((*found.notices, *notices)))
        show_notices([each for each in noticed if each not in self._notices])
        self._notices = frozenset(noticed)
        self._tell_done(found, took)
        self._tell_problems(tuple(dict.fromkeys(problems)))
        self._is_first = False

    def fail(self, problems: Iterable[Problem]) -> None:
        """Tell of the *problems* for which a round made nothing."""
        self._tell_problems(tuple(dict.fromkeys(problems)))

    def _tell_problems(self, problems: tuple[Problem, ...]) -> None:
        unknown = [each for each in problems if each not in self._problems]
        if unknown:
            self._say(f"{counted(len(unknown), 'problem')}:", is_wrong=True)
            show_first_problems(unknown)
        elif self._problems and not problems:
            self._say("All is well again.", is_wrong=True)
        elif len(problems) < len(self._problems):
            self._say(f"{counted(len(problems), 'problem')} left.", is_wrong=True)
        self._problems = frozenset(problems)

    def _tell_done(self, found: Found, took: float) -> None:
        if self._is_first:
            self._say(self._summary(found))
        elif any(found.states[state] for state in DONE_ANEW):
            self._say(f"{_done(found)}, in {took:.2f} s.")

    def _summary(self, found: Found) -> str:
        files = f"{counted(found.states.total(), 'file')} in {self._output}"
        states = ", ".join(f"{count:,} {state}" for state, count in found.states.items())
        return f"{files}: {states}." if states else "No files."

    def _say(self, text: str, *, is_wrong: bool = False) -> None:
        if is_wrong or not self._quiet:
            say(f"{time.strftime('%H:%M:%S')}  {text}")


def _done(found: Found) -> str:
    """Say what was made: source by source, or, of many, their number."""
    parts = [f"{source}: {', '.join(formats)}" for source, formats in found.sources.items()]
    if len(parts) > MOST_NAMED:
        parts = [f"{counted(found.states['made'], 'file')} made"]
    if found.states["removed"]:
        parts.append(f"{counted(found.states['removed'], 'file')} removed")
    return "; ".join(parts)

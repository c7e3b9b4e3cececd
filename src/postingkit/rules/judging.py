"""Holds openings against the rules of law that are in force on a day, and says what is missing.

What it says is information and no legal advice. It knows no clock: the day is given.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from postingkit.document import Document
from postingkit.errors import Problem
from postingkit.rules import general
from postingkit.rules.case import Case, Lack, Remark, Topic
from postingkit.rules.demands import lacks
from postingkit.rules.places import Atlas
from postingkit.rules.rule import Duty, Rule
from postingkit.rules.sentences import anywhere_sentence, sentence
from postingkit.rules.shipped import rules_with

ADVICE = "What laws ask for is told as information and is no legal advice."
MOST_KEPT = 2_000
"""Sentences that are kept; some hold words of an opening, so there may be any number."""
NAME_STATES = "Write the regions under “eligible”, one by one, to be told of each."


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be told of an opening: *mistakes* for certain; *law* and *remarks* as notices."""

    mistakes: tuple[Problem, ...] = ()
    law: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


class Judge:
    """Judges openings by those of *rules* that hold on *as_of* for an employer of so many people.

    Where the number of *employees* is not known (None), each rule is told with its own number.
    What federal contractors alone are asked for is told to an employer that says it is one.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        as_of: date,
        employees: int | None = None,
        *,
        is_federal_contractor: bool = False,
    ) -> None:
        self._sentences: dict[tuple[Lack, Duty, tuple[str, ...]], str] = {}
        self.as_of = as_of
        self.employees = employees
        self.atlas = Atlas(
            rule
            for rule in rules
            if rule.holds(as_of)
            and rule.concerns(employees, is_federal_contractor=is_federal_contractor)
        )

    def verdict(self, document: Document) -> Verdict:
        """Judge the opening in *document*; where there is none, there is nothing to tell.

        Of a closed opening only mistakes are told.
        """
        vacancy = document.meta.vacancy
        if vacancy is None:
            return Verdict()
        case = Case(document, vacancy)
        mistakes = _problems(case, general.mistakes(case, self.as_of))
        if vacancy.status == "closed":
            return Verdict(mistakes)
        topics: set[Topic] = set()
        law = tuple(self._by_law(case, topics))
        return Verdict(mistakes, law, _problems(case, general.remarks(case), topics))

    def _by_law(self, case: Case, topics: set[Topic]) -> Iterator[Problem]:
        """Yield what the law misses, and add what it is about to *topics*."""
        touched = self.atlas.touched(case.vacancy)
        for (lack, duty), rules in _by_lack(case, touched.named).items():
            topics.add(lack.topic)
            message = self._sentence(lack, duty, rules)
            yield case.problem(lack.field, message, lack.way_out)
        for country, every in touched.anywhere.items():
            yield from _anywhere(case, country, every)
        for field in touched.vague:
            message = "The region of this place is not said, so no region's law was looked at."
            yield case.problem(field, message, "Write it as “region”.")
        if not (case.vacancy.locations or case.vacancy.eligible):
            message = "The opening names no place, so no law was looked at."
            yield case.problem("locations", message, "Write “locations”, or “eligible” if remote.")

    def _sentence(self, lack: Lack, duty: Duty, rules: list[Rule]) -> str:
        """Say what *rules* ask for, whose ids tell them apart; the same words for all openings."""
        key = lack, duty, tuple([rule.id for rule in rules])
        if key not in self._sentences:
            if len(self._sentences) >= MOST_KEPT:
                self._sentences.clear()
            self._sentences[key] = sentence(lack, duty, rules, self.employees)
        return self._sentences[key]


def judged(document: Document, as_of: date, employees: int | None = None) -> tuple[Problem, ...]:
    """Give what the law, as it comes with postingkit, asks of an opening and is missing."""
    return Judge(rules_with(), as_of, employees).verdict(document).law


def _by_lack(case: Case, rules: Iterable[Rule]) -> dict[tuple[Lack, Duty], list[Rule]]:
    found: dict[tuple[Lack, Duty], list[Rule]] = {}
    for rule in rules:
        for lack in lacks(case, rule):
            found.setdefault((lack, rule.duty), []).append(rule)
    return found


def _anywhere(case: Case, country: str, rules: Iterable[Rule]) -> Iterator[Problem]:
    found = _by_lack(case, (rule for rule in rules if rule.duty == "posting"))
    if found:
        asking = dict.fromkeys(rule.id for each in found.values() for rule in each)
        every = (rule for rule in rules if rule.id in asking)
        message = anywhere_sentence(country, every, (lack for lack, _ in found))
        yield case.problem("eligible", message, NAME_STATES)


def _problems(
    case: Case, remarks: Iterable[Remark], told: AbstractSet[Topic] = frozenset()
) -> tuple[Problem, ...]:
    return tuple(
        case.problem(each.field, each.message, each.way_out)
        for each in remarks
        if each.topic not in told
    )

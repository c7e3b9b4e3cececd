"""Puts what rules ask for into sentences; it judges nothing."""

from collections.abc import Iterable, Iterator, Sequence

from postingkit.rules.case import Lack
from postingkit.rules.rule import Duty, Rule

WHEN: dict[Duty, str] = {
    "posting": "",
    "before_interview": ", before the interview if not in the posting",
    "on_request": ", on request if not in the posting",
}


def sentence(lack: Lack, duty: Duty, rules: Iterable[Rule], employees: int | None) -> str:
    """Say that *rules* ask for something that is missing, and each one's statute and limits."""
    names = tuple(dict.fromkeys(_described(rule, employees) for rule in rules))
    verb = "asks" if len(names) == 1 else "ask"
    return _begun(f"{joined(names)} {verb} for {lack.asked}{WHEN[duty]}; {lack.missing}.")


def anywhere_sentence(country: str, rules: Iterable[Rule], lacks: Iterable[Lack]) -> str:
    """Say in one go what regions of a *country* ask of a job that may be done in all of them."""
    every = tuple(rules)
    surely = _names(rule for rule in every if rule.covers_remote)
    perhaps = [
        name for name in _names(r for r in every if not r.covers_remote) if name not in surely
    ]
    missing = "; ".join(dict.fromkeys(lack.asked for lack in lacks))
    where = f"Applicants may live anywhere in the country ({country})"
    return f"{where}, and {_covering(surely, perhaps)}. Missing of what is asked for: {missing}."


def _covering(surely: Sequence[str], perhaps: Sequence[str]) -> str:
    if not surely:
        return f"the law of {joined(perhaps)} may cover such a job"
    covers = f"the law of {joined(surely)} covers such a job"
    return f"{covers}, that of {joined(perhaps)} may" if perhaps else covers


def joined(names: Iterable[str]) -> str:
    """Join *names* as a sentence does: “a, b and c”."""
    *rest, last = names
    return f"{', '.join(rest)} and {last}" if rest else last


def _names(rules: Iterable[Rule]) -> list[str]:
    return list(dict.fromkeys(rule.jurisdiction for rule in rules))


def _described(rule: Rule, employees: int | None) -> str:
    details = "; ".join(_details(rule, employees))
    return f"{rule.jurisdiction} ({details})" if details else rule.jurisdiction


def _details(rule: Rule, employees: int | None) -> Iterator[str]:
    if rule.reference:
        yield rule.reference
    if rule.employees and _is_worth_saying(rule, employees):
        counted = "1 employee" if rule.employees == 1 else f"{rule.employees} employees"
        yield f"from {counted} in {rule.employees_in}" if rule.employees_in else f"from {counted}"
    if rule.only_for:
        yield f"for {rule.only_for} alone"
    if rule.unsure:
        yield f"unconfirmed: {rule.unsure}"


def _is_worth_saying(rule: Rule, employees: int | None) -> bool:
    """Tell of the number where the employer's own is not known, or is counted elsewhere."""
    return bool(rule.employees_in) or (employees is None and rule.employees != 1)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]

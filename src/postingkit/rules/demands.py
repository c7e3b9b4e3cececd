"""Each demand that a rule can make, and what finds out whether an opening meets it."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from postingkit.rules import pay, statements, titles
from postingkit.rules.case import Case, Lack
from postingkit.rules.rule import Demand, Rule

Check: TypeAlias = Callable[[Case, Rule], Lack | None]

CHECKS: Mapping[Demand, Check] = {
    "pay_range": pay.pay_range,
    "pay_not_open_ended": pay.pay_not_open_ended,
    "pay_range_width": pay.pay_range_width,
    "minimum_pay": pay.minimum_pay,
    "currency_and_period": pay.currency_and_period,
    "overpayment_statement": statements.overpayment_statement,
    "benefits_description": pay.benefits_description,
    "other_pay_description": pay.other_pay_description,
    "application_deadline": pay.application_deadline,
    "job_description": statements.job_description,
    "gender_neutral_title": titles.gender_neutral_title,
    "ai_statement": statements.ai_statement,
    "vacancy_statement": statements.vacancy_statement,
    "equal_opportunity_statement": statements.equal_opportunity_statement,
    "no_canadian_experience": statements.no_canadian_experience,
    "no_licence_without_driving": statements.no_licence_without_driving,
    "no_bar_for_records": statements.no_bar_for_records,
    "no_discriminatory_wording": statements.no_discriminatory_wording,
}
OF_RULES = frozenset[Demand]({"pay_range_width"})
"""The demands that each rule makes with limits of its own."""


def lacks(case: Case, rule: Rule) -> tuple[Lack, ...]:
    """Give all that *rule* asks for and the opening lacks."""
    paid = case.vacancy.pay
    if paid and paid.kind in rule.not_for:
        return ()
    found = [_lack(case, rule, demand) for demand in rule.asks]
    return tuple(dict.fromkeys([each for each in found if each]))


def _lack(case: Case, rule: Rule, demand: Demand) -> Lack | None:
    """Give what the opening lacks of *demand*, found once for all rules that make it alike."""
    if demand in OF_RULES:
        return CHECKS[demand](case, rule)
    if demand not in case.found:
        case.found[demand] = CHECKS[demand](case, rule)
    return case.found[demand]

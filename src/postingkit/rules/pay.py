"""What rules ask about pay, benefits and dates, held against an opening's facts."""

from decimal import Decimal

from postingkit.rules.case import Case, Lack
from postingkit.rules.rule import Rule, Widest
from postingkit.vacancy import Pay

NO_PAY = Lack(
    "pay",
    "the pay, as a range with both ends or as one amount",
    "the opening gives none",
    "pay",
    "Write it as “pay: {min: 65000, max: 80000, currency: EUR, period: year}”, for example.",
)
OPEN_ENDED = Lack(
    "open_ended",
    "a pay range with both ends",
    "this one is open-ended",
    "pay",
    "Write “min” and “max”, or “amount” where there is only one.",
)
NO_MINIMUM = Lack(
    "pay",
    "the minimum pay as an amount",
    "the opening gives none",
    "pay",
    "Write it as “pay: {min: 42000, currency: EUR, period: year}”, for example.",
)
NO_PERIOD = Lack(
    "pay",
    "the currency and the period of the pay",
    "one of them is not given",
    "pay",
    "Write “currency” and “period”.",
)
NO_BENEFITS = Lack(
    "benefits",
    "a general description of the benefits",
    "the opening names none",
    "benefits",
    "Write them as a list under “benefits”.",
)
NO_EXTRAS = Lack(
    "extras",
    "a general description of bonuses, commissions and other pay",
    "the opening says nothing of them",
    "pay.extras",
    "Write it under “pay” as “extras”, even if it is that there is no other pay.",
)
NO_DEADLINE = Lack(
    "deadline",
    "the last day for applications",
    "the opening gives none",
    "closes",
    "Write “closes: 2026-12-31”, or “closes: rolling” where there is none.",
)


def is_open_ended(pay: Pay) -> bool:
    """Say whether *pay* has one end only."""
    return (pay.minimum is None) != (pay.maximum is None)


def _is_given(pay: Pay | None) -> bool:
    return pay is not None and not (pay.minimum is None and pay.maximum is None)


def pay_range(case: Case, _: Rule) -> Lack | None:
    """Ask for a range with both ends, or an amount."""
    pay = case.vacancy.pay
    if pay is None or not _is_given(pay):
        return NO_PAY
    return OPEN_ENDED if is_open_ended(pay) else None


def pay_not_open_ended(case: Case, _: Rule) -> Lack | None:
    """Ask that a range have both ends; no pay at all is not its matter."""
    pay = case.vacancy.pay
    return OPEN_ENDED if pay and is_open_ended(pay) else None


def pay_range_width(case: Case, rule: Rule) -> Lack | None:
    """Ask that a yearly range in the rule's currency be no wider than the rule allows."""
    pay, widest = case.vacancy.pay, rule.widest
    if pay is None or widest is None or pay.maximum is None or pay.minimum is None:
        return None
    if pay.currency != widest.currency or pay.period != "year":
        return None
    wide = pay.maximum - pay.minimum
    if wide <= widest.amount or pay.maximum > (widest.unless_above or pay.maximum):
        return None
    return _too_wide(wide, widest)


def _too_wide(wide: Decimal, widest: Widest) -> Lack:
    unless = f" unless it ends above {widest.unless_above:,}" if widest.unless_above else ""
    return Lack(
        "width",
        f"a pay range of at most {widest.currency} {widest.amount:,}{unless}",
        f"this one is {wide:,} wide",
        "pay",
        "Narrow it, or post the levels of the job one by one.",
    )


def minimum_pay(case: Case, _: Rule) -> Lack | None:
    """Ask for an amount that is paid at least."""
    pay = case.vacancy.pay
    return None if pay and pay.minimum is not None else NO_MINIMUM


def currency_and_period(case: Case, _: Rule) -> Lack | None:
    """Ask what currency pay is in and how often it comes; no pay at all is not its matter."""
    pay = case.vacancy.pay
    return NO_PERIOD if pay and not (pay.currency and pay.period) else None


def benefits_description(case: Case, _: Rule) -> Lack | None:
    """Ask for benefits, the opening's or the role's."""
    return None if case.vacancy.benefits or case.shows("benefits") else NO_BENEFITS


def other_pay_description(case: Case, _: Rule) -> Lack | None:
    """Ask what comes on top of the pay; that nothing does is an answer."""
    pay = case.vacancy.pay
    return None if pay and pay.extras else NO_EXTRAS


def application_deadline(case: Case, _: Rule) -> Lack | None:
    """Ask for the last day to apply, or that there is none."""
    return None if case.vacancy.closes or case.vacancy.rolling else NO_DEADLINE

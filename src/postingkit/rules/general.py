"""What is wrong or odd in an opening whatever the law; it knows no clock and no country's rules."""

from collections.abc import Iterator
from datetime import date

from postingkit.rules.case import Case, Remark
from postingkit.rules.pay import is_open_ended
from postingkit.rules.titles import title_remarks

WIDEST = 2
"""A range whose upper end is more than so many times its lower one is told of.

It is a rule of thumb and no law: Ontario's limit, CAD 50,000 a year, is among the rules of law.
"""


def mistakes(case: Case, as_of: date) -> Iterator[Remark]:
    """Find what is certainly wrong on the day *as_of*."""
    vacancy = case.vacancy
    closes, posted = vacancy.closes, vacancy.posted
    if closes and posted and closes < posted:
        message = f"The opening closes on {closes}, before it is posted on {posted}."
        yield Remark("deadline", message, "closes", "Correct one of the two dates.")
    elif closes and closes < as_of and vacancy.status == "open":
        message = f"The opening closed on {closes} and is still open on {as_of}."
        yield Remark("deadline", message, "closes", "Write a later date, or “status: closed”.")


def remarks(case: Case) -> Iterator[Remark]:
    """Find what is worth a second look."""
    yield from _pay_remarks(case)
    yield from title_remarks(case)


def _pay_remarks(case: Case) -> Iterator[Remark]:
    pay = case.vacancy.pay
    if pay is None:
        return
    if is_open_ended(pay):
        message = "The pay range is open-ended, which many laws do not allow and boards cut off."
        yield Remark("open_ended", message, "pay", "Write both “min” and “max”, or “amount”.")
    if pay.minimum and pay.maximum and pay.maximum > WIDEST * pay.minimum:
        message = (
            f"The pay range is wide: {pay.maximum:,} is more than twice {pay.minimum:,}. "
            "This is a rule of thumb and no law."
        )
        yield Remark("width", message, "pay", "Post the levels of the job one by one.")

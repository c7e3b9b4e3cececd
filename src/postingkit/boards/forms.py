"""Dates and amounts in the forms that boards read; no clock, no locale."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from postingkit.boards.elements import DateForm
from postingkit.boards.profile import Salary
from postingkit.vacancy import Pay

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "PLN": "zł"}
"""Signs of money that stand for one currency to the readers of a board; others go by their code."""


@lru_cache(maxsize=1_000)
def written_date(day: date, form: DateForm) -> str:
    """Write *day*, whose hour nobody knows, so that it begins at midnight of UTC."""
    match form:
        case "iso":
            return day.isoformat()
        case "iso_time":
            return f"{day.isoformat()}T00:00:00Z"
        case "rfc822":
            name, month = DAYS[day.weekday()], MONTHS[day.month - 1]
            return f"{name}, {day.day:02} {month} {day.year:04} 00:00:00 GMT"
        case "dotted":
            return f"{day.day:02}.{day.month:02}.{day.year:04}"


def number(amount: Decimal) -> str:
    """Write *amount* with digits and a point alone, without zeros that say nothing."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def salary(pay: Pay | None, forms: Salary) -> str:
    """Write *pay* as one text in a board's *forms*; nothing for none."""
    if pay is None or (pay.minimum is None and pay.maximum is None):
        return ""
    if pay.maximum is None:
        form = forms.above
    elif pay.minimum is None:
        form = forms.below
    else:
        form = forms.exact if pay.minimum == pay.maximum else forms.between
    return _filled(form, pay)


def _filled(form: str, pay: Pay) -> str:
    words = {
        "minimum": "" if pay.minimum is None else number(pay.minimum),
        "maximum": "" if pay.maximum is None else number(pay.maximum),
        "symbol": SYMBOLS.get(pay.currency, f"{pay.currency} "),
        "currency": pay.currency,
        "period": pay.period,
    }
    for name, word in words.items():
        form = form.replace(f"{{{name}}}", word)
    return form

"""Writes the values of Excel cells as a YAML file would hold them, as their number formats say."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from openpyxl.utils.escape import unescape

from postingkit.model.tables.grid import Cell, CellFault

LEADING_ZEROS = re.compile(r"0{2,}")
PERCENT = re.compile(r"[#,0.?]*(?:0|#)(?:\.[0#?]+)?\s*%")
TWO_WAYS = re.compile(r"-?\d{1,3}\.\d{3}")
SECONDS_A_MINUTE, MINUTES_AN_HOUR = 60, 60
MIDNIGHT = time()


def written(value: object, number_format: str | None) -> Cell:
    """Write *value* as text: dates as 2026-12-15, numbers by digits alone, nothing as nothing.

    Of a *number_format* only what changes the meaning counts: leading zeros and percent.
    """
    match value:
        case None:
            return ""
        case str():
            return unescape(value)
        case bool():
            return "true" if value else "false"
        case int() | float() | Decimal():
            return _number(value, number_format or "")
        case _:
            return _moment(value)


def _moment(value: object) -> Cell:
    match value:
        case datetime() if value.time() != MIDNIGHT:
            return value.isoformat(" ", "minutes")
        case date():  # a datetime is one too
            return f"{value.year:04}-{value.month:02}-{value.day:02}"
        case time():
            return value.isoformat("minutes")
        case timedelta():
            minutes = round(value.total_seconds() / SECONDS_A_MINUTE)
            return f"{minutes // MINUTES_AN_HOUR}:{minutes % MINUTES_AN_HOUR:02}"
        case _:
            return CellFault("The cell holds what no table of openings can hold.")


def _number(value: float | Decimal, number_format: str) -> Cell:
    exact = Decimal(f"{value:.15g}")  # Excel itself keeps and shows no more digits
    if not exact.is_finite() or abs(exact.adjusted()) > 30:  # noqa: PLR2004 - nobody writes such
        return CellFault("The cell holds a number that is too large or too small.")
    positive = number_format.partition(";")[0]
    if LEADING_ZEROS.fullmatch(positive) and exact == exact.to_integral_value() and exact >= 0:
        return f"{exact:f}".partition(".")[0].zfill(len(positive))
    if PERCENT.fullmatch(positive):
        return f"{_digits(exact * 100)} %"
    digits = _digits(exact)
    # Three decimals would look like thousands to people in other countries.
    return f"{digits}0" if TWO_WAYS.fullmatch(digits) else digits


def _digits(number: Decimal) -> str:
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits

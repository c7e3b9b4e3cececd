"""Amounts of money and dates as people write them; what can be read in two ways is refused."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

GROUPS = re.compile(r"\d{1,3}([., '’_\u00a0\u202f])\d{3}(\1\d{3})*(?:(?!\1)[.,]\d{1,4})?")
PLAIN = re.compile(r"\d+(?:[.,]\d{1,4})?")
TWO_WAYS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
LARGEST = Decimal(10) ** 12
EARLIEST, LATEST = 1900, 2199
PARTS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
MONTHS = 12


def _amount(written: object) -> Decimal:
    text = str(written).strip()
    if TWO_WAYS.fullmatch(text):
        whole, part = re.split("[.,]", text)
        hint = f"Write {whole}{part} if that is meant, or {whole}.{part}0 for decimals."
        message = "“{written}” can be read in two ways."
        raise PydanticCustomError("amount", message, {"written": text, "hint": hint})
    number = _number(text)
    if number is None or number > LARGEST:
        hint = "Write digits alone, as in 65000 or 24.50; the currency has a field of its own."
        message = "“{written}” is no amount of money."
        raise PydanticCustomError("amount", message, {"written": text, "hint": hint})
    return number


def _number(text: str) -> Decimal | None:
    """Read a number with at most one sign between thousands, and another before its decimals."""
    if not text.isascii() and not GROUPS.fullmatch(text):
        return None
    if PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    grouped = GROUPS.fullmatch(text)
    if not grouped:
        return None
    whole, sign, part = _parted(text, grouped[1])
    return Decimal(re.sub(r"\D", "", whole) + (f".{part}" if sign else ""))


def _parted(text: str, group: str) -> tuple[str, str, str]:
    """Divide *text* at its decimal sign, which is no sign that divides its thousands."""
    other = {".": ",", ",": "."}.get(group)
    for sign in (other,) if other else (".", ","):
        whole, found, part = text.rpartition(sign)
        if found:
            return whole, found, part
    return text, "", ""


def _date(written: object) -> date:
    text = str(written).strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            message = "There is no day “{written}”."
            hint = "Write the year, the month and the day, as in 2026-12-15."
            raise PydanticCustomError("date", message, {"written": text, "hint": hint}) from None
        if EARLIEST <= day.year <= LATEST:
            return day
    raise PydanticCustomError(
        "date", "“{written}” is no date.", {"written": text, "hint": _date_hint(text)}
    )


def _date_hint(text: str) -> str:
    """Say how the date is written, as far as what is meant can be told from *text*."""
    parts = PARTS.fullmatch(text)
    if parts:
        one, other, year = map(int, parts.groups())
        day, month = (one, other) if "." in text or one > MONTHS else (other, one)
        if ("." in text or max(one, other) > MONTHS) and 1 <= month <= MONTHS:
            return f"Write {year:04}-{month:02}-{day:02}."
    return "Write the year, the month and the day, as in 2026-12-15."


def _rolling(written: object) -> date | Literal["rolling"]:
    return "rolling" if str(written) == "rolling" else _date(written)


def _immediately(written: object) -> date | Literal["immediately"]:
    return "immediately" if str(written) == "immediately" else _date(written)


Amount = Annotated[Decimal, PlainValidator(_amount, json_schema_input_type=str | float)]
"""An amount of money, not negative, of at most four decimals."""

Day = Annotated[date, PlainValidator(_date, json_schema_input_type=date)]
"""A day, as in 2026-12-15."""

Closing = Annotated[
    date | Literal["rolling"],
    PlainValidator(_rolling, json_schema_input_type=date | Literal["rolling"]),
]
"""The last day, or that there is none."""

Beginning = Annotated[
    date | Literal["immediately"],
    PlainValidator(_immediately, json_schema_input_type=date | Literal["immediately"]),
]
"""The first day, or that it is as soon as may be."""

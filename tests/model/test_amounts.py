"""Amounts and days: what can be read in one way is read, and what can be in two is not."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from postingkit.model.amounts import Amount, Day

AMOUNT, DAY = TypeAdapter(Amount), TypeAdapter(Day)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("0", "0"),
        ("65000", "65000"),
        ("65000.5", "65000.5"),
        ("65000,50", "65000.5"),
        ("24.125", None),
        ("0.125", "0.125"),
        ("65.000", None),
        ("65,000", None),
        ("650,000", None),
        ("6500.000", "6500"),
        ("65.000,00", "65000"),
        ("65,000.00", "65000"),
        ("1.234.567", "1234567"),
        ("1,234,567.89", "1234567.89"),
        ("65 000", "65000"),
        ("65\u00a0000,50", "65000.5"),
        ("65\u202f000", "65000"),
        ("65'000.50", "65000.5"),
        ("65’000", "65000"),
        ("65_000", "65000"),
        ("1,23,456", None),
        ("65.000.00", None),
        ("65,000,00", None),
        ("-5", None),
        ("+5", None),
        ("1e3", None),
        ("€ 65", None),
        ("65k", None),
        ("٦٥٠٠٠", None),
        (".5", None),
        ("5.", None),
        ("9" * 14, None),
        ("9" * 10_000, None),
    ],
)
def test_an_amount_is_read_in_one_way_or_not_at_all(written: str, amount: str | None) -> None:
    if amount is None:
        with pytest.raises(ValidationError):
            AMOUNT.validate_python(written)
    else:
        assert AMOUNT.validate_python(written) == Decimal(amount)


@given(st.integers(0, 10**9))
def test_a_whole_number_is_itself(number: int) -> None:
    assert AMOUNT.validate_python(str(number)) == number
    assert AMOUNT.validate_python(f"{number:,}.00") == number


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_is_itself(day: date) -> None:
    assert DAY.validate_python(day.isoformat()) == day


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("15.12.2026", "Write 2026-12-15."),
        ("1.2.2026", "Write 2026-02-01."),
        ("15/12/2026", "Write 2026-12-15."),
        ("12/15/2026", "Write 2026-12-15."),
        ("1/2/2026", "Write the year, the month and the day, as in 2026-12-15."),
        ("2026-13-01", "Write the year, the month and the day, as in 2026-12-15."),
        ("0026-12-01", "Write the year, the month and the day, as in 2026-12-15."),
        ("1796083200", "Write the year, the month and the day, as in 2026-12-15."),
        ("2026-12-15 10:00", "Write the year, the month and the day, as in 2026-12-15."),
        ("20261215", "Write the year, the month and the day, as in 2026-12-15."),
        ("31.31.2026", "Write the year, the month and the day, as in 2026-12-15."),
    ],
)
def test_what_is_no_day_is_told_how_to_be_one(written: str, hint: str) -> None:
    with pytest.raises(ValidationError) as refused:
        DAY.validate_python(written)
    (error,) = refused.value.errors()
    assert error["ctx"]["hint"] == hint

"""Values that are taken some at a time come as they are."""

from collections.abc import Iterator

import pytest

from postingkit.portions import PORTION, in_portions


@pytest.mark.parametrize("count", [0, 1, PORTION - 1, PORTION, PORTION + 1, 2 * PORTION])
def test_all_values_come_in_their_order(count: int) -> None:
    assert list(in_portions(range(count))) == list(range(count))


def test_what_was_taken_before_an_error_is_given_before_it() -> None:
    def values() -> Iterator[int]:
        yield from range(3)
        raise LookupError

    given: list[int] = []
    with pytest.raises(LookupError):
        given.extend(in_portions(values()))
    assert given == [0, 1, 2]


def test_after_an_interruption_nothing_more_is_given() -> None:
    def values() -> Iterator[int]:
        yield from range(3)
        raise KeyboardInterrupt

    given: list[int] = []
    with pytest.raises(KeyboardInterrupt):
        given.extend(in_portions(values()))
    assert given == []


def test_no_more_than_a_portion_is_taken_ahead() -> None:
    values = iter(range(5 * PORTION))
    given = in_portions(values)
    assert next(given) == 0
    assert next(values) == PORTION

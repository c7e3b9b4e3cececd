"""Prepares the process to go through very many openings; it reads none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

AT_ONCE = 500_000
"""Objects between two searches for garbage: more than the openings that are in hand at once."""


@contextmanager
def many() -> Iterator[None]:
    """Search for garbage seldom here, and never in what is loaded already, for all of it stays.

    Openings leave hardly anything behind that needs to be searched for. Otherwise a quarter of the
    time would go into it.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(AT_ONCE)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()

"""Prepares the process to go through very many openings; it reads none."""

import gc

AT_ONCE = 20_000
"""Objects between two searches for garbage: about what thirty openings make, and not one."""


def expect_many() -> None:
    """Search for garbage seldom, and never in what is loaded already, for all of it stays.

    Openings leave hardly anything behind that needs to be searched for. Without this a quarter of
    the time goes into it.
    """
    gc.freeze()
    gc.set_threshold(AT_ONCE)

"""Lets a worker stop between two tasks, and end when nobody is left who wants its results."""

import os
import signal
import threading
from multiprocessing import connection, parent_process
from multiprocessing.synchronize import Event

_HALT: list[Event] = []


def begin_worker(halt: Event) -> None:
    """Make a process a worker that stops once *halt* is set, or its parent has died.

    The keys that interrupt a program reach all its processes; only the parent answers them, and
    lets the workers finish the document that they are at.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _HALT[:] = [halt]
    threading.Thread(target=_end_with_parent, daemon=True).start()


def is_halted() -> bool:
    """Say whether this process shall begin no further task."""
    return any(halt.is_set() for halt in _HALT)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)

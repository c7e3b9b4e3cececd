"""Lets a worker stop between two tasks, and end when nobody is left who wants its results."""

import gc
import os
import signal
import threading
from ctypes import c_bool
from multiprocessing import connection, parent_process

from postingkit.processes import release

_HALT: list[c_bool] = []


def begin_worker(halt: c_bool) -> None:
    """Make a process a worker that stops once *halt* is true, or its parent has died.

    *halt* stands in shared memory and has no lock, which a worker that is killed could keep.

    The keys that interrupt a program reach all its processes; only the parent answers them, and
    lets the workers finish the document that they are at.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    release({signal.SIGINT, signal.SIGTERM})
    _HALT[:] = [halt]
    gc.freeze()  # what it is a copy of is then shared for good
    threading.Thread(target=_end_with_parent, daemon=True).start()


def is_halted() -> bool:
    """Say whether this process shall begin no further task."""
    return any(halt.value for halt in _HALT)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)

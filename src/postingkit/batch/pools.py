"""Pools of processes on this computer, where they pay."""

import multiprocessing
import os
import platform
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from ctypes import c_bool
from functools import partial
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from typing import TypeAlias

from postingkit.batch.crew import Alone, Crew, Workers
from postingkit.batch.halting import begin_worker

CrewFor: TypeAlias = Callable[[int], Crew]
"""Gives the crew for a number of sources that are to be made."""
PATIENCE = 0.6
"""Seconds that a document in hand may take to its end once nobody waits for more of them."""
PAYS = {"fork": 20, "spawn": 150}
"""So many sources keep two workers busy for longer than it takes to start them, by the way that
processes are started (`multiprocessing.get_context`). Measured by benchmarks/batch_speed.py."""


def crew_of(number: int) -> CrewFor:
    """Give a crew of *number* workers, whatever there is to do; one is this process alone."""
    return lambda _: _crew(number)


def fitting_crew(count: int) -> Crew:
    """Give a worker for each core, or none but this process where *count* sources do not pay it."""
    return _crew(cores() if count >= PAYS[_start_method()] else 1)


def cores() -> int:
    """Count the cores that this process may use."""
    allowed: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


class Pool(ProcessPoolExecutor):
    """Processes whose documents in hand are finished, and no others, when it is shut down.

    They are started by *method*, a name of `multiprocessing.get_context`; without one, as is best.
    One that takes longer than `PATIENCE` over its document is ended; nobody looks at what it had
    written of it.
    """

    def __init__(self, number: int, method: str = "") -> None:
        context = multiprocessing.get_context(method or _start_method())
        self._halt = context.RawValue(c_bool, False)  # noqa: FBT003 - as ctypes has it
        super().__init__(number, context, begin_worker, (self._halt,))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as its base has it
        """Let the workers go; where no more is wanted of them, soon."""
        processes = tuple((self._processes or {}).values())
        self._halt.value = cancel_futures
        super().shutdown(wait and not cancel_futures, cancel_futures=cancel_futures)
        if cancel_futures:
            _end(processes)
            super().shutdown(wait)


def _end(processes: tuple[BaseProcess, ...]) -> None:
    """Wait for *processes* to end, but not for long."""
    until = time.monotonic() + PATIENCE
    try:
        for process in processes:
            connection.wait([process.sentinel], max(0, until - time.monotonic()))
    finally:
        for process in processes:
            process.kill()


def _crew(number: int) -> Crew:
    return Workers(partial(Pool, number), number) if number > 1 else Alone()


def _start_method() -> str:
    """Copy this process, with all that it has loaded, where that is safe: on Linux, one thread."""
    return "fork" if platform.system() == "Linux" and threading.active_count() == 1 else "spawn"

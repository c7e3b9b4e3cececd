"""Pools of processes on this computer, where they pay."""

import multiprocessing
import os
import platform
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TypeAlias

from postingkit.batch.crew import Alone, Crew, Workers
from postingkit.batch.halting import begin_worker

CrewFor: TypeAlias = Callable[[int], Crew]
"""Gives the crew for a number of sources that are to be made."""
PAYS = {"fork": 40, "spawn": 300}
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


class _Pool(ProcessPoolExecutor):
    """Processes whose documents in hand are finished, and no others, when it is shut down."""

    def __init__(self, number: int) -> None:
        context = multiprocessing.get_context(_start_method())
        self._halt = context.Event()
        super().__init__(number, context, begin_worker, (self._halt,))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as its base has it
        if cancel_futures:
            self._halt.set()
        super().shutdown(wait, cancel_futures=cancel_futures)


def _crew(number: int) -> Crew:
    return Workers(partial(_Pool, number), number) if number > 1 else Alone()


def _start_method() -> str:
    """Copy this process, with all that it has loaded, where that is safe: on Linux, one thread."""
    return "fork" if platform.system() == "Linux" and threading.active_count() == 1 else "spawn"

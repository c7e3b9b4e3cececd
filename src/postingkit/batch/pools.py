"""Pools of processes on this computer, where they pay."""

import multiprocessing
import signal
import time
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from ctypes import c_bool
from functools import partial
from multiprocessing import connection
from multiprocessing.process import BaseProcess
from typing import ParamSpec, TypeAlias, TypeVar

from postingkit.batch.crew import Alone, Crew, Workers
from postingkit.batch.halting import begin_worker
from postingkit.processes import Way, cores, held, pays, way_to_begin

ResultT = TypeVar("ResultT")
ArgumentsT = ParamSpec("ArgumentsT")
CrewFor: TypeAlias = Callable[[int], Crew]
"""Gives the crew for a number of sources that are to be made."""
PATIENCE = 0.6
"""Seconds that a document in hand may take to its end once nobody waits for more of them."""


def crew_of(number: int) -> CrewFor:
    """Give a crew of *number* workers, whatever there is to do; one is this process alone."""
    return lambda count: _crew(number, count)


def fitting_crew(count: int) -> Crew:
    """Give a worker for each core, or none but this process where *count* sources do not pay it."""
    return _crew(cores() if pays(count) else 1, count)


class Pool(ProcessPoolExecutor):
    """Processes whose documents in hand are finished, and no others, when it is shut down.

    They begin in the *way* that is named. One that takes longer than `PATIENCE` over its document
    is ended; nobody looks at what it had written of it.
    """

    def __init__(self, number: int, way: Way) -> None:
        context = multiprocessing.get_context(way)
        self._halt = context.RawValue(c_bool, False)  # noqa: FBT003 - as ctypes has it
        super().__init__(number, context, begin_worker, (self._halt,))

    def submit(
        self,
        fn: Callable[ArgumentsT, ResultT],
        /,
        *args: ArgumentsT.args,
        **kwargs: ArgumentsT.kwargs,
    ) -> Future[ResultT]:
        """Give a task to any worker; one that is just beginning is not left alone half-way."""
        with held({signal.SIGINT, signal.SIGTERM}):
            return super().submit(fn, *args, **kwargs)

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


def _crew(number: int, count: int) -> Crew:
    return Workers(partial(_pool, number, count), number) if number > 1 else Alone()


def _pool(number: int, count: int) -> Pool:
    return Pool(number, way_to_begin(count))

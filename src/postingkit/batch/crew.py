"""Who makes the tasks: this process alone, or the processes of any executor beside it.

Results come in the order of the tasks, whoever makes them.
"""

import gc
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from itertools import chain, islice
from typing import Protocol, TypeVar

from postingkit.batch.tasks import Order, Outcome, Task
from postingkit.errors import Problem

ResultT = TypeVar("ResultT")
CHUNK = 20
"""Tasks that are sent at once: enough to make the sending cheap, few enough to share them out."""
AHEAD = 3
"""Chunks that are given out for each worker before their results are asked for."""
TRIES = 2
MakeChunk = Callable[[Order, tuple[Task, ...]], tuple[ResultT, ...]]


class Crew(Protocol):
    """Makes tasks."""

    def made(
        self,
        make: MakeChunk[ResultT],
        order: Order,
        tasks: Iterable[Task],
        lost: Callable[[Task], ResultT],
        late: Callable[[ResultT], object] = id,
    ) -> Generator[ResultT, None, None]:
        """Yield what *make* gives for *tasks*, in their order, and of one that cannot be *lost*.

        Where nobody asks for more, what has been made already is handed to *late*.
        """
        ...


class Alone:
    """Makes one task after the other in this process.

    What the first one has loaded is needed to the last one, so it is not searched for garbage.
    """

    def made(
        self,
        make: MakeChunk[ResultT],
        order: Order,
        tasks: Iterable[Task],
        lost: Callable[[Task], ResultT],  # noqa: ARG002 - nobody else can be lost
        late: Callable[[ResultT], object] = id,  # noqa: ARG002 - or be late
    ) -> Generator[ResultT, None, None]:
        """Yield what *make* gives for *tasks*."""
        try:
            for number, task in enumerate(tasks):
                if number == 1:
                    gc.freeze()
                yield from make(order, (task,))
        finally:
            gc.unfreeze()


class Workers:
    """Gives tasks to the executors that *start* makes, of *number* workers each.

    An executor whose worker died is replaced by the next one; a task whose worker died twice is
    lost, and the others are not. *died* are the errors that say so.
    """

    def __init__(
        self,
        start: Callable[[], Executor],
        number: int,
        died: tuple[type[Exception], ...] = (BrokenExecutor,),
    ) -> None:
        self._start = start
        self._number = number
        self._died = died
        self._executor: Executor | None = None

    def made(
        self,
        make: MakeChunk[ResultT],
        order: Order,
        tasks: Iterable[Task],
        lost: Callable[[Task], ResultT],
        late: Callable[[ResultT], object] = id,
    ) -> Generator[ResultT, None, None]:
        """Yield what *make* gives for *tasks*."""
        chunks = _chunks(tasks)
        waiting: deque[tuple[tuple[Task, ...], Future[tuple[ResultT, ...]]]] = deque()
        ready: deque[ResultT] = deque()
        try:
            while True:
                for chunk in islice(chunks, AHEAD * self._number - len(waiting)):
                    waiting.append((chunk, self._given(make, order, chunk)))
                if not waiting:
                    return
                chunk, future = waiting[0]
                try:
                    ready.extend(future.result())
                    waiting.popleft()
                    while ready:
                        yield ready.popleft()
                except self._died:
                    waiting.popleft()
                    yield from self._one_by_one(make, order, chunk, lost)
                    waiting = deque(
                        (each, begun if _is_made(begun) else self._given(make, order, each))
                        for each, begun in tuple(waiting)
                    )
        finally:
            self.close()
            begun = (future.result() for _, future in waiting if _is_made(future))
            for result in (*ready, *chain.from_iterable(begun)):
                late(result)

    def close(self) -> None:
        """Let the workers finish what they have begun, and go."""
        if self._executor:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def _given(
        self, make: MakeChunk[ResultT], order: Order, chunk: tuple[Task, ...]
    ) -> Future[tuple[ResultT, ...]]:
        try:
            return self._ready().submit(make, order, chunk)
        except self._died:  # a worker died since the last chunk was given
            self.close()
            return self._ready().submit(make, order, chunk)

    def _ready(self) -> Executor:
        self._executor = self._executor or self._start()
        return self._executor

    def _one_by_one(
        self,
        make: MakeChunk[ResultT],
        order: Order,
        chunk: tuple[Task, ...],
        lost: Callable[[Task], ResultT],
    ) -> Iterator[ResultT]:
        """Find the task that workers die of, by giving each to workers that have no other."""
        self.close()
        for task in chunk:
            yield from self._tried(make, order, task) or (lost(task),)

    def _tried(self, make: MakeChunk[ResultT], order: Order, task: Task) -> tuple[ResultT, ...]:
        for _ in range(TRIES):
            try:
                return self._given(make, order, (task,)).result()
            except self._died:
                self.close()
        return ()


def _is_made(future: Future[ResultT]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _chunks(tasks: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    every = iter(tasks)
    while chunk := tuple(islice(every, CHUNK)):
        yield chunk


def lost(task: Task) -> Outcome:
    """Say that the process which was to make *task* ended each time."""
    message = "The process that made it ended before it was done."
    hint = "Something stopped it, or the computer's memory was too small; try again with -j 1."
    return Outcome(task, problems=(Problem(None, task.source, message, hint),))

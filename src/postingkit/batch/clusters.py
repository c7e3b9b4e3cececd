"""Workers of a Dask cluster that the user already has, as a crew."""

import asyncio
import logging
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from dataclasses import astuple
from functools import partial
from pathlib import Path
from typing import ParamSpec, TypeAlias, TypeVar

from distributed import Client, KilledWorker, Security
from distributed.comm import CommClosedError, connect

from postingkit import __version__
from postingkit.batch.abroad import end, make_abroad, new_run
from postingkit.batch.crew import MakeChunk, Workers
from postingkit.batch.fitness import Expected
from postingkit.batch.pools import CrewFor
from postingkit.batch.tasks import Order, Task
from postingkit.errors import Unreachable

ResultT = TypeVar("ResultT")
ArgumentsT = ParamSpec("ArgumentsT")
PATIENCE = 5
"""Seconds until a scheduler that does not answer is given up."""
DIED = (BrokenExecutor, CancelledError, KilledWorker, CommClosedError)
"""What becomes of a task whose worker dies, again and again, or whose scheduler goes."""
TALKATIVE = ("distributed", "distributed.client", "tornado.application")
"""Logs that repeat, with their tracebacks, what is told in plain words."""
LACKING = (
    f"has no postingkit that this one could work with. Install it there: pip install "
    f"'postingkit=={__version__}'"
)


Question: TypeAlias = Callable[..., str]


def cluster_crew(address: str, jobs: int | None, expected: Expected, here: Path) -> CrewFor:
    """Give the workers of the cluster whose scheduler has this *address*.

    *jobs* is the number of chunks that are made at once, or all threads of the cluster; *expected*
    what each worker must have and see; *here* the folder from which paths are meant. Raises
    `Unreachable`.
    """
    first = Connected(address)
    with first.closed_on_error():
        threads = first.threads()
        first.require_fit(expected)
    ready = [first]
    number = jobs or threads
    crew = _Cluster(lambda: ready.pop() if ready else Connected(address), number, here)
    return lambda _: crew


class _Cluster(Workers):
    """Gives tasks to a cluster; paths are meant as from the folder *here*."""

    def __init__(self, start: Callable[[], Executor], number: int, here: Path) -> None:
        super().__init__(start, number, DIED)
        self._here = here

    def made(
        self,
        make: MakeChunk[ResultT],
        order: Order,
        tasks: Iterable[Task],
        lost: Callable[[Task], ResultT],
        late: Callable[[ResultT], object] = id,
    ) -> Generator[ResultT, None, None]:
        """Yield what *make* gives for *tasks*; raises `Unreachable`."""
        try:
            abroad = partial(make_abroad, self._here, make)
            yield from super().made(abroad, order, tasks, lost, late)
        except ImportError as error:  # of a worker that came later
            raise Unreachable(f"A worker {LACKING}.") from error


class Connected(Executor):
    """The connection with the scheduler at *address*; raises `Unreachable`."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._run = new_run()
        for name in TALKATIVE:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        _require_answer(address)
        self._client = Client(address, timeout=PATIENCE, set_as_default=False)
        self._executor = self._client.get_executor(pure=False)

    def threads(self) -> int:
        """Count all threads of all workers; raises `Unreachable` where there are none."""
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            message = f"The scheduler at “{self._address}” has no workers. Start some with: dask "
            raise Unreachable(f"{message}worker {self._address}") from error
        return sum(self._client.nthreads().values())

    def require_fit(self, expected: Expected) -> None:
        """Ask all workers whether they have and see what is *expected*; raises `Unreachable`."""
        for worker, said in self._client.run(question(), LACKING, astuple(expected)).items():
            if said:
                raise Unreachable(f"The worker {worker} {said}.")

    @contextmanager
    def closed_on_error(self) -> Iterator[None]:
        """Close the connection where something goes wrong."""
        try:
            yield
        except BaseException:
            self._client.close()
            raise

    def submit(
        self,
        fn: Callable[ArgumentsT, ResultT],
        /,
        *args: ArgumentsT.args,
        **kwargs: ArgumentsT.kwargs,
    ) -> Future[ResultT]:
        """Give a task to any worker."""
        return self._executor.submit(partial(fn, run=self._run), *args, **kwargs)  # type: ignore[arg-type] # a name that mypy cannot know

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as its base has it
        """Let the workers finish the documents that they are at, and begin no other."""
        with suppress(Exception):  # a scheduler that is gone cannot be told
            self._executor.shutdown(wait=wait and not cancel_futures)
            self._client.run(end, self._run)
        self._client.close()


def _require_answer(address: str) -> None:
    """Refuse an *address* where no scheduler answers; a client would go on trying at its end."""

    async def greet() -> None:
        keys = Security().get_connection_args("client")
        connection = await connect(address, timeout=PATIENCE, **keys)
        await connection.close()

    try:
        asyncio.run(greet())
    except (OSError, ValueError, TypeError) as error:
        message = f"The scheduler at “{address}” does not answer. Is it running, and is that its"
        raise Unreachable(f"{message} address, as in tcp://host:8786?") from error


def question() -> Question:
    """Give a function that is sent whole, so that a worker without postingkit can answer too."""

    def answer(lacking: str, expected: tuple[str, ...]) -> str:
        try:
            from postingkit.batch.fitness import Expected, unfitness  # noqa: PLC0415 - see above
        except ImportError:
            return lacking
        return unfitness(Expected(*expected))

    return answer

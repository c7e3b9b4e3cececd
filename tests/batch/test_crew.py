"""Results come in the order of the tasks, and a worker that dies costs a retry."""

import gc
from collections.abc import Iterable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from postingkit.batch.crew import CHUNK, Alone, Crew, Workers
from postingkit.batch.planned import Request
from postingkit.batch.tasks import Order, Task
from postingkit.store import Folder

ORDER = Order(Path(), Folder(Path("out")), Request(), "common", {})
MANY = 10 * CHUNK + 3


def tasks(number: int) -> Iterable[Task]:
    return (Task("roles", f"role-{each}", {}, {}) for each in range(number))


def named(_: Order, chunk: tuple[Task, ...]) -> tuple[str, ...]:
    return tuple(task.id for task in chunk)


def lost(task: Task) -> str:
    return f"lost {task.id}"


def made(crew: Crew, number: int = MANY) -> list[str]:
    return list(crew.made(named, ORDER, tasks(number), lost))


class Mortal(Executor):
    """Makes chunks at once, and dies of those that hold one of the *deadly* tasks."""

    def __init__(self, deadly: dict[str, int]) -> None:
        self.deadly = deadly
        self.is_dead = False

    def submit(self, fn, /, *args, **_) -> Future:  # type: ignore[no-untyped-def, type-arg]
        if self.is_dead:
            raise BrokenExecutor
        future: Future[tuple[str, ...]] = Future()
        deadly = [task.id for task in args[1] if self.deadly.get(task.id)]
        if deadly:
            self.is_dead = True
            self.deadly[deadly[0]] -= 1
            future.set_exception(BrokenExecutor())
        else:
            future.set_result(fn(*args))
        return future


@pytest.mark.parametrize("number", [0, 1, CHUNK, CHUNK + 1, MANY])
@pytest.mark.parametrize("crew", [Alone(), Workers(lambda: ThreadPoolExecutor(3), 3)])
def test_results_come_in_the_order_of_the_tasks(crew: Crew, number: int) -> None:
    assert made(crew, number) == [f"role-{each}" for each in range(number)]


def test_no_more_is_given_out_than_a_few_chunks_ahead() -> None:
    taken = []

    def counted() -> Iterable[Task]:
        for task in tasks(100 * CHUNK):
            taken.append(task)
            yield task

    results = Workers(lambda: ThreadPoolExecutor(2), 2).made(named, ORDER, counted(), lost)
    next(iter(results))
    assert len(taken) < 10 * CHUNK


def test_a_worker_that_dies_once_costs_nothing() -> None:
    deadly = {"role-25": 1, "role-60": 1}
    assert made(Workers(lambda: Mortal(deadly), 2)) == [f"role-{each}" for each in range(MANY)]


def test_a_task_that_workers_die_of_is_lost_and_no_other() -> None:
    deadly = {"role-25": 100}
    found = made(Workers(lambda: Mortal(deadly), 2))
    assert found[25] == "lost role-25"
    assert sum(each.startswith("lost") for each in found) == 1
    assert len(found) == MANY


def test_one_process_leaves_what_the_first_task_loaded_out_of_the_search_for_garbage() -> None:
    def frozen(_: Order, tasks: tuple[Task, ...]) -> tuple[bool, ...]:
        return tuple(gc.get_freeze_count() > 0 for _ in tasks)

    made = Alone().made(frozen, ORDER, tasks(3), lambda _: False)
    assert [next(made), next(made), next(made)] == [False, True, True]
    made.close()
    assert gc.get_freeze_count() == 0

"""How processes begin that make files, where they pay.

It imports little, so that what they need can be loaded before anybody knows what there is to make;
it knows that by its names alone.
"""

import os
import platform
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Final, Literal, TypeAlias

LOADED = (
    "postingkit.batch.bench",
    "postingkit.exporters.docx",
    "postingkit.exporters.html",
    "postingkit.exporters.markdown",
    "postingkit.exporters.pdf",
)
"""What workers need, whatever they make; plug-ins are theirs to load."""
Way: TypeAlias = Literal["fork", "forkserver", "spawn"]
FORK: Final = "fork"
FORKSERVER: Final = "forkserver"
SPAWN: Final = "spawn"
MANY = 500
"""From so many sources on, workers shall not hold what this process holds, as they last."""
PAYS = {FORK: 20, FORKSERVER: 150, SPAWN: 150}
"""So many sources keep two workers busy for longer than it takes to begin them, by the way to begin
them (`multiprocessing.get_context`). Measured by benchmarks/batch_speed.py."""


def cores() -> int:
    """Count the cores that this process may use."""
    allowed: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def pays(count: int) -> bool:
    """Say whether workers make *count* sources sooner than this process alone."""
    return cores() > 1 and count >= PAYS[_best_way(count)]


def way_to_begin(count: int) -> Way:
    """Give the way to begin workers for *count* sources, once it is ready.

    On Linux they are copies: of this process, with all that it has loaded, where there are few
    sources and it is safe, as it has one thread; else of one that has loaded the same and nothing
    else. Elsewhere, each loads all by itself.
    """
    way = _best_way(count)
    return way if way != FORKSERVER or (begin_loading() and _has_loaded()) else SPAWN


def begin_loading() -> bool:
    """Begin the process that workers become copies of, unless it runs; say whether there is one.

    It ends with this one, however that ends. There is none where its socket has no place, or too
    long a name.
    """
    if not _is_linux():
        return False
    from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415 - not of all systems

    forkserver.set_forkserver_preload([*LOADED])
    try:
        resource_tracker.ensure_running()  # which would let interruptions through again
        with held({signal.SIGINT}):  # only this process answers Ctrl-C
            forkserver.ensure_running()
    except OSError:
        return False
    return True


@contextmanager
def held(signals: set[signal.Signals]) -> Iterator[None]:
    """Let *signals* wait until this is through, and never reach what begins in the meantime.

    Where a system knows no such thing, they do not.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def release(signals: set[signal.Signals]) -> None:
    """Let *signals* through to this process, though they were held where it began."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, signals)


def _has_loaded() -> bool:
    """Wait until all is loaded; say whether it is."""
    first = get_context(FORKSERVER).Process()
    try:
        first.start()
    except (OSError, EOFError):
        return False
    first.join()
    return True


def _best_way(count: int) -> Way:
    if not _is_linux():
        return SPAWN
    return FORK if count < MANY and threading.active_count() == 1 else FORKSERVER


def _is_linux() -> bool:
    return platform.system() == "Linux"

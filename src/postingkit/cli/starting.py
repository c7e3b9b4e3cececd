"""Answers Ctrl-C while a command is being loaded; it imports next to nothing."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn

INTERRUPTED = 130
STANDARD_ERROR = 2


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Let Ctrl-C end the process at once: libraries in the making may swallow it, or show it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _end(*_: object) -> NoReturn:
    with suppress(OSError):  # nobody listens
        os.write(STANDARD_ERROR, b"Interrupted.\n")
    os._exit(INTERRUPTED)

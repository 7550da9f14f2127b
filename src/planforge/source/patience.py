"""A stretch of work that Ctrl-C and SIGTERM wait for: too short to be noticed, too delicate to be cut."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_WAITING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def postponed_signals() -> Iterator[None]:
    """Hold SIGINT and SIGTERM back until the end of the block, then let them act.

    Only the main thread may; in another the block is run as it is, since signals do not interrupt it.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    # a handler that was not set from Python cannot be put back
    before = {number: handler for number in _WAITING if (handler := signal.getsignal(number)) is not None}
    for number in before:
        signal.signal(number, lambda late, _frame: came.append(late))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        for late in came:
            signal.raise_signal(late)

"""A line of writers before a SQLite file: who came first goes first, across processes.

SQLite itself lets whoever asks at the right moment write; with many writers some wait for seconds while
others write again and again. So writers stand in line by a lock on the folder of the file and only the first
of them asks SQLite; the lock is left as soon as the transaction has begun. It orders, it guards nothing:
where the folder can't be locked, or somebody in line does not move on, writers go on without it.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

PATIENCE = 2.0
"""Seconds after which a writer leaves the line and asks on its own: a stopped process holds up nobody for long."""


@contextmanager
def first_in_line(folder: str) -> Iterator[bool]:
    """Wait until those who came earlier have begun; say whether this writer is the first now."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError:
        yield False
        return
    arrived, left = Event(), Event()
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        arrived.set()
        left.set()
    except BlockingIOError:
        # A lock can't be waited for with a limit; a thread that waits can be left behind.
        Thread(target=_wait, args=(handle, arrived, left), daemon=True).start()
        arrived.wait(PATIENCE)
    except OSError:
        left.set()
    waited = not left.is_set()
    try:
        yield arrived.is_set()
    finally:
        if arrived.is_set():
            fcntl.flock(handle, fcntl.LOCK_UN)
        if waited:
            left.set()
        else:
            os.close(handle)


def _wait(handle: int, arrived: Event, left: Event) -> None:
    """Wait for the lock; the handle is closed here, because it may be given out again once it is closed."""
    with suppress(OSError):
        fcntl.flock(handle, fcntl.LOCK_EX)
        arrived.set()
    left.wait()
    os.close(handle)

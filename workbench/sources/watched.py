"""Something that waits for others, watched from beside: ended when its time is up or when nobody wants it any more."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from workbench.domain.progress import Stopped

_OFTEN = 0.1
"""Seconds between two looks whether it is still wanted."""


def nothing_asked() -> None:
    """Want it to the end."""


@contextmanager
def watched(seconds: float, end: Callable[[], None], wanted: Callable[[], None] = nothing_asked) -> Iterator[None]:
    """Watch what is done inside.

    What waits for a server or a process hears nothing itself meanwhile, so a thread beside it asks in its place.

    Args:
        seconds: what it may take.
        end: ends every wait that is under way inside; it is called once, in the thread that watches.
        wanted: asked again and again, in that thread; it raises ``Stopped`` where nobody wants it any more.

    Raises:
        Stopped: nobody wanted it any more, whatever became of it.

    """
    over, stopped = threading.Event(), list[Stopped]()
    last = time.monotonic() + seconds

    def watch() -> None:
        while not over.wait(max(0.0, min(_OFTEN, last - time.monotonic()))):
            try:
                wanted()
            except Stopped as word:
                stopped.append(word)
            if stopped or time.monotonic() >= last:
                end()
                return

    threading.Thread(target=watch, name="watching", daemon=True).start()
    try:
        yield
    finally:
        over.set()
        if stopped:
            raise stopped[0] from None

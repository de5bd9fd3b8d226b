"""Let all threads share one heap, so that a desk that is open all day stays as small as it is."""

import ctypes
from contextlib import suppress

_MOST_ARENAS = -8
"""``M_ARENA_MAX`` of glibc's malloc.h."""


def share_heap() -> None:
    """Keep glibc from giving each thread a heap of its own: what one has freed, another could not use.

    Only one thread runs Python at a time, so they don't wait for each other. Other C libraries are left as they are.
    Source: mallopt(3).
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_MOST_ARENAS, 1)

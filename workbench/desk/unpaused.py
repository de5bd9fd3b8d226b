"""Long work beside a screen: no collection of garbage in between, which would stop every thread for a fifth of a second."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unpaused() -> Iterator[None]:
    """Collect no garbage until the end; what is not part of a circle is freed at once all the same."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()

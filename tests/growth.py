"""Tell whether work grows with a text or faster, on a machine that others use too."""

import time
from collections.abc import Callable

_BOUND = 9
"""For four times the text: 4 is linear, 16 is quadratic."""
_ROUNDS = 5


def spent(work: Callable[[str], object], text: str) -> float:
    """Give the seconds of processor time of some work."""
    began = time.process_time()
    work(text)
    return time.process_time() - began


def grows_with(work: Callable[[str], object], small: str, large: str, enough: float) -> bool:
    """Say whether work on a text four times as long is about four times the work.

    What else runs on the machine only ever adds to a measurement, so the least of several counts, small and large in turns.

    Args:
        work: what is done with a text.
        small: a text.
        large: one four times as long.
        enough: seconds below which nothing is compared: the noise of the clock is larger than the work.

    """
    least_large = spent(work, large)
    if least_large <= enough:
        return True
    least_small = float("inf")
    for _ in range(_ROUNDS):
        least_small = min(least_small, spent(work, small))
        if least_large < _BOUND * least_small:
            return True
        least_large = min(least_large, spent(work, large))
    return False

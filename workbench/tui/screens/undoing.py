"""Several effects taken back, or done again, in one go."""

from collections.abc import Callable

from workbench.desk.entries import Undone
from workbench.errors import FAILURES

MOST_TOLD = 5
"""Of many effects, so many of the latest are told."""


def several(step: Callable[[], Undone], count: int) -> tuple[Undone, ...]:
    """Take so many steps, or as many as there are; the first one's failure is the answer, a later one ends them."""
    done = [step()]
    for _ in range(count - 1):
        try:
            done.append(step())
        except FAILURES:
            break
    return tuple(done)

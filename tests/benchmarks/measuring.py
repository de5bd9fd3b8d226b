"""CPU time of this process and of others, in milliseconds; medians, because machines are noisy."""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """What was measured, beside what is asked; ``-`` where nothing is."""

    what: str
    asked: str
    measured: str


def show(heading: str, figures: Sequence[Figure]) -> None:
    """Print figures as a table."""
    print(f"\n{heading}\n{'':<56} {'asked':>10}   measured")
    for figure in figures:
        print(f"{figure.what:<56} {figure.asked:>10}   {figure.measured}", flush=True)


def child_cpu(arguments: list[str], rounds: int = 9) -> float:
    """Give the median CPU time of a Python process with these arguments."""
    spent = []
    for _ in range(rounds):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return statistics.median(spent) * 1_000


def cpu(action: Callable[[], object]) -> float:
    """Give the CPU time of one call."""
    before = time.process_time()
    action()
    return (time.process_time() - before) * 1_000

"""How fast claims are looked at by the rules before sign-off: one alone, and all of a desk.

Run it as ``python tests/benchmarks/lint_rate.py [CLAIMS]``.
"""

import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.published_desk import fill_published
from workbench.bootstrap import open_desk
from workbench.settings import load_settings

CLAIMS = 10_000
ASKED_MS = 20


def main(count: int) -> None:
    """Look at claims, each with a verdict and two sources, that have all been recorded, signed off and published."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"WORKBENCH_HOME": folder, "USER": "ana"}, database=str(Path(folder) / "desk"))
        fill_published(settings, count)
        desk = open_desk(settings)
        numbers = list(desk.judged_numbers())
        took = []
        for number in numbers[:200]:
            began = process_time()
            desk.lint(number)
            took.append(1_000 * (process_time() - began))
        print(
            f"one claim: median {statistics.median(took):.1f} ms of CPU, slowest {max(took):.1f} ms (asked: {ASKED_MS} ms)"
        )
        began, clock = process_time(), perf_counter()
        looked = sum(1 for _ in desk.lint_many(numbers))
        spent, passed = process_time() - began, perf_counter() - clock
        print(f"{looked:,} claims: {spent:.1f} s of CPU, {passed:.1f} s in all, {looked / spent:,.0f} a second")
        desk.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS)

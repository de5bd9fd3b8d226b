"""The search index: how fast it is filled, how long an answer takes, and what a change or an import of checks costs.

Usage: python tests/benchmarks/search_rate.py [CLAIMS [PRIOR_CHECKS]]
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.filled_desk import fill
from tests.benchmarks.measuring import cpu
from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.settings import load_settings

QUERIES = (
    "ferries",
    '"7 bridges"',
    "ferries bridges 1977",
    "claimer:inga year",
    "kind:quantity 42 ferries",
    "state:open worth:0.9",
    "town -bridges",
    "zeppelin",
    "ferries -state:queued",
    "ferries -rating:false",
    "ferries holder:benchmark",
)


def main() -> None:
    """Print the figures."""
    count, checks = (*map(int, sys.argv[1:3]), 100_000, 100_000)[:2]
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"WORKBENCH_HOME": folder, "USER": "benchmark"})
        fill(settings, count)
        desk = open_desk(settings)
        began = time.perf_counter()
        spent = cpu(lambda: desk.search("zeppelin"))
        wall = time.perf_counter() - began
        size = sum(path.stat().st_size for path in settings.folders.cache.rglob("*") if path.is_file())
        print(f"filled with {count} claims   {wall:9.1f} s, {spent / 1000:.1f} CPU s, {count / wall:.0f} a second")
        print(f"size of the index            {size / 1e6:9.1f} MB")
        _print_searches(desk)
        _print_import(desk, Path(folder) / "checks.csv", checks)
        _print_searches(desk)
        added = []
        for number in range(15):
            desk.add_claim(ClaimEntry(f"Zeppelin {number} flew over the harbour."))
            added.append(_timed(lambda: desk.search("zeppelin")))
        print(f"search after a new claim     {sorted(added)[7]:9.1f} ms median")
        desk.close()


def _print_searches(desk: Desk) -> None:
    every = []
    for words in QUERIES:
        walls = sorted(_timed(lambda words=words: desk.search(words)) for _ in range(25))  # type: ignore[misc]
        every += walls
        print(f"search {words:<22}{walls[12]:9.1f} ms median, {walls[23]:.1f} p95")
    print(f"all searches                 {sorted(every)[len(every) * 95 // 100]:9.1f} ms p95")


def _print_import(desk: Desk, path: Path, count: int) -> None:
    """Take in prior checks that most of the queries find too."""
    with path.open("w") as file:
        file.write("claim,url,claimer,rating_name,outlet,title,reviewed\n")
        for number in range(count):
            file.write(
                f"The town counted {number % 997} ferries and {number % 13} bridges in year {1900 + number % 120}.,"
                f"https://checks.example/{number},Inga Holm,False,Harbour Facts,How many ferries?,2021-03-04\n"
            )
    wall = _timed(lambda: desk.import_priors(str(path))) / 1_000
    print(f"imported {count} checks      {wall:9.1f} s, {count / wall:.0f} a second")
    wall = _timed(lambda: desk.search("zeppelin")) / 1_000
    print(f"first search after that      {wall:9.1f} s")


def _timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1_000


if __name__ == "__main__":
    main()

"""Matching among 10,000, 100,000 and a million generated claims, beside other ways in the same run.

Usage: match_scale.py [COUNT ...] [--asked 100]

Each count has a process of its own. Statements repeat a claim with half of its words gone, others exchanged, the rest
in another order and others around them. bm25s is beside the others where it is installed.
"""

import argparse
import importlib.util
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.generated_priors import GeneratedPriors, Planted
from tests.benchmarks.measuring import Figure, show
from workbench.domain.priors import Prior
from workbench.index.priors import PriorIndex
from workbench.matching.guard import Said
from workbench.matching.judged import LEAST, answer
from workbench.matching.ranking import Matcher

COUNTS = (10_000, 100_000, 1_000_000)
_FEW = 5
_LONG = 10_000


class _Generating:
    """Gives claims and notes the time that making them up takes."""

    def __init__(self, priors: Iterator[Prior]) -> None:
        self._priors = priors
        self.wall = self.cpu = 0.0

    def __iter__(self) -> Iterator[Prior]:
        while True:
            wall, cpu = time.perf_counter(), time.thread_time()
            prior = next(self._priors, None)
            self.wall += time.perf_counter() - wall
            self.cpu += time.thread_time() - cpu
            if prior is None:
                return
            yield prior


def asked(name: str, planted: Sequence[Planted], answer: Callable[[str], list[str]], limits: str = "-") -> list[Figure]:
    """Ask about planted statements: how long it takes, and whether the claim is among the first five."""
    spent, found = [], 0
    for one in planted:
        began = time.process_time()
        ids = answer(one.statement)
        spent.append((time.process_time() - began) * 1_000)
        found += one.repeats in ids
    spent.sort()
    half, most = spent[len(spent) // 2], spent[min(len(spent) * 95 // 100, len(spent) - 1)]
    return [
        Figure(f"{name}: CPU ms p50 / p95, {len(planted)} asked", limits, f"{half:.1f} / {most:.1f}"),
        Figure(f"{name}: recall@5", "-", f"{found / len(planted):.2f}"),
    ]


def measure(count: int, asking: int) -> None:
    """Print the figures of one count."""
    made = GeneratedPriors()
    planted = list(made.planted(asking, count))
    with tempfile.TemporaryDirectory() as folder:
        pool = PriorIndex(Path(folder))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        generating = _Generating(made.priors(count))
        wall, cpu = time.perf_counter(), time.process_time()
        pool.fill(generating)
        wall, cpu = time.perf_counter() - wall - generating.wall, time.process_time() - cpu - generating.cpu
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = sum(path.stat().st_size for path in Path(folder).iterdir()) / 1e6
        matcher = Matcher(pool)
        answer(matcher, Said(planted[0].statement))
        figures = [
            Figure("build: wall s, CPU s of all threads", "60", f"{wall:.1f}, {cpu:.1f}"),
            Figure("memory: before, most while building, MB", "1000", f"{before:.0f}, {memory:.0f}"),
            Figure("size of the index, MB", "-", f"{size:.0f}"),
            *asked("matcher", planted, lambda text: _ids(matcher, text), "25 / 50"),
            *asked("matcher, 10 kB", [_long(one) for one in planted[:20]], lambda text: _ids(matcher, text)),
        ]
    figures += others(made, planted, count)
    show(f"{count} claims", figures)


def others(made: GeneratedPriors, planted: Sequence[Planted], count: int) -> list[Figure]:
    """Ask other ways."""
    from thefuzz import process

    claims = [prior.claim for prior in made.priors(count)]
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table claims using fts5(claim, tokenize='porter unicode61')")
    base.executemany("insert into claims values (?)", ((claim,) for claim in claims))
    few = planted[: max(_FEW, 20 * COUNTS[0] // count)]
    figures = asked("SQLite FTS5", few, lambda text: _from_fts5(base, text))
    base.close()
    figures += asked(
        "thefuzz.process.extract",
        few[: max(2, _FEW * COUNTS[1] // count)],
        lambda text: [str(claims.index(found[0])) for found in process.extract(text, claims, limit=5)],
    )
    if importlib.util.find_spec("bm25s"):
        figures += asked("bm25s", few, _bm25s(claims))
    return figures


def _ids(matcher: Matcher, text: str) -> list[str]:
    return [one.prior.id for one in answer(matcher, Said(text), least=LEAST).matches]


def _long(one: Planted) -> Planted:
    """Say it again and again in ten thousand signs."""
    return one._replace(statement=(one.statement + ". ") * (_LONG // len(one.statement)))


def _from_fts5(base: sqlite3.Connection, text: str) -> list[str]:
    words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", text))
    query = "select rowid from claims where claims match ? order by bm25(claims) limit 5"
    return [str(row[0] - 1) for row in base.execute(query, (words,))]


def _bm25s(claims: Sequence[str]) -> Callable[[str], list[str]]:
    bm25s = importlib.import_module("bm25s")
    retriever = bm25s.BM25()
    retriever.index(bm25s.tokenize(claims, show_progress=False), show_progress=False)
    return lambda text: [
        str(number)
        for number in retriever.retrieve(bm25s.tokenize(text, show_progress=False), k=5, show_progress=False)[0][0]
    ]


def main() -> None:
    """Measure each count in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=int, nargs="*", default=list(COUNTS))
    parser.add_argument("--asked", type=int, default=100)
    given = parser.parse_args()
    if len(given.counts) == 1:
        measure(given.counts[0], given.asked)
        return
    for count in given.counts:
        subprocess.run([sys.executable, __file__, str(count), "--asked", str(given.asked)], check=True)


if __name__ == "__main__":
    main()

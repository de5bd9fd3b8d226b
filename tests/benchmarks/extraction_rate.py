"""How many articles of 3 kB are read a second on one core, what share each stage takes, and what a long text costs.

Usage: extraction_rate.py [--articles COUNT] [--longest CHARACTERS]

The articles are made from the sample texts, each with other numbers and names. Everything is processor time of one
process. The share of names is what the parser takes more with them than without.
"""

import argparse
import multiprocessing
import os
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["BLIS_NUM_THREADS"] = "1"
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.gains_and_losses import PUBLISHED, sample_texts
from workbench.domain.dates import parse_date
from workbench.domain.normalising import normalise
from workbench.domain.syntax_tree import Tree
from workbench.extraction import find
from workbench.syntax.parser import ShippedParser
from workbench.syntax.pipelines import ready

SIZE = 3_000
DATE = parse_date(PUBLISHED)
_STEPS = 4


class Stopwatch:
    """Processor time by stage; a stage that calls another one is not charged for it."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._open: list[str] = []
        self._since = time.process_time()

    def _turn(self) -> None:
        now = time.process_time()
        if self._open:
            self.spent[self._open[-1]] += now - self._since  # type: ignore[assignment]
        self._since = now

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Charge a stage for what is done inside."""
        self._turn()
        self._open.append(name)
        try:
            yield
        finally:
            self._turn()
            self._open.pop()

    def watched(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Give a function that charges a stage."""

        @wraps(function)
        def watching(*arguments: object, **named: object) -> object:
            with self.stage(name):
                return function(*arguments, **named)

        return watching


class WatchedParser:
    """A parser whose trees come one by one, each on its own account."""

    def __init__(self, watch: Stopwatch) -> None:
        self._watch = watch
        self._parser = ShippedParser()

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[Tree]:
        """Give the trees of the parser."""
        trees = self._parser.parse(text, stretches)
        while True:
            with self._watch.stage("parser"):
                tree = next(trees, None)
            if tree is None:
                return
            yield tree


def articles(count: int) -> list[str]:
    """Make articles of 3 kB that differ in their numbers and names."""
    whole = "\n\n".join(path.read_text("utf-8") for path in sample_texts())
    made = []
    for number in range(count):
        at = number * 700 % len(whole)
        begin = whole.rfind("\n", 0, at) + 1
        text = (whole[begin:] + "\n\n" + whole * (SIZE // len(whole) + 1))[:SIZE]
        made.append(text.replace("Arman", f"Arman{number}").replace("30", str(30 + number)))
    return made


def watch_stages(watch: Stopwatch) -> None:
    """Charge each module of extraction for what ``find`` calls of it; what is left is its own."""
    for name, value in list(vars(find).items()):
        module = getattr(value, "__module__", None) or ""
        stage = module.rpartition(".")[2]
        if not module.startswith(("workbench.extraction.", "workbench.domain.amounts")) or module == find.__name__:
            continue
        if isinstance(value, type):
            for method, function in list(vars(value).items()):
                if callable(function) and not method.startswith("_"):
                    setattr(value, method, watch.watched(stage, function))
        elif callable(value):
            setattr(find, name, watch.watched(stage, value))


def shares(texts: Sequence[str]) -> None:
    """Print the rate and the share of each stage; the watching itself is a little of it."""
    without = process_time(lambda: parse_all(texts, names=False))
    parsing = process_time(lambda: parse_all(texts, names=True))
    total = process_time(lambda: read_all(texts))
    print(f"{len(texts)} articles of {SIZE:,} characters: {len(texts) / total:.1f} a second, names included\n")
    watch = Stopwatch()
    watch_stages(watch)
    for text in texts:
        with watch.stage("normalise"):
            normal = normalise(text).text
        with watch.stage("find: the rest"):
            find.find_candidates(normal, DATE, WatchedParser(watch))
    spent = watch.spent
    names = min(max(parsing - without, 0.0) / parsing, 1.0) * spent["parser"]
    spent["parser: names"], spent["parser: tags and trees"] = names, spent.pop("parser") - names  # type: ignore[assignment]
    every = sum(spent.values())
    for stage, seconds in sorted(spent.items(), key=lambda row: -row[1]):
        print(f"{100 * seconds / every:6.1f} %  {seconds * 1000 / len(texts):7.2f} ms an article  {stage}")


def read_all(texts: Sequence[str]) -> None:
    """Read articles as the program does."""
    parser = ShippedParser()
    for text in texts:
        find.find_candidates(normalise(text).text, DATE, parser)


def parse_all(texts: Sequence[str], *, names: bool) -> None:
    """Parse articles alone, with names or without."""
    language, _ = ready("")
    off = [] if names else [name for name in language.pipe_names if name == "ner"]
    with language.select_pipes(disable=off):
        for text in texts:
            list(ShippedParser().parse(text, [(0, len(text))]))


def process_time(action: Callable[[], object]) -> float:
    """Give the seconds of processor time of a call."""
    before = time.process_time()
    action()
    return time.process_time() - before


def long_text(size: int) -> None:
    """Read one long text and print what it took, the most memory that the process ever had included."""
    made = articles(-(-size // SIZE))
    text = "\n\n".join(made)[:size]
    read_all(made[:1])
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = process_time(lambda: read_all([text]))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{size:>10,} {seconds:>9.2f} {seconds * 1e6 / size:>9.2f} {before:>13.0f} {most:>9.0f}", flush=True)


def main() -> None:
    """Print rate, shares, and what texts of growing length take; each of those is a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--longest", type=int, default=1_000_000)
    asked = parser.parse_args()
    read_all(articles(2))
    shares(articles(asked.articles))
    print(f"\n{'characters':>10} {'seconds':>9} {'ms per kB':>9} {'MB at start':>13} {'MB most':>9}")
    for step in reversed(range(_STEPS)):
        fresh = multiprocessing.get_context("spawn").Process(target=long_text, args=(asked.longest // 4**step,))
        fresh.start()
        fresh.join()


if __name__ == "__main__":
    main()

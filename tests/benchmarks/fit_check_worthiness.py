"""Fit the weights of check-worthiness to sentences that people have judged, and print them.

Usage: fit_check_worthiness.py TRAIN.jsonl [...] --apart TEST.jsonl [...]

Each line holds ``id``, ``text`` and ``checkworthy``. A logistic regression over the named marks, with a ridge. The
first file counts whole; what others add to it counts less, as they are judged with less care. Sentences of the files
that are kept apart are left out of training, marks and capitals set aside, and the average precision on them is
printed. So is that on ten folds of the first file: the sentences stand in the order of their ids, so that one debate
is not on both sides. The weights are the coefficients through ``worth.STEEP``.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.extraction.marks import REASONS, marks
from workbench.extraction.worth import STEEP
from workbench.syntax.parser import ShippedParser

NAMES = [name for tests in REASONS.values() for name in tests]
OF_OTHERS = 0.3
RIDGE = 3.0
FOLDS = 10


class Judged(NamedTuple):
    """A sentence with the judgement on it."""

    id: int
    text: str
    worthy: bool

    @property
    def words(self) -> str:
        """The words alone."""
        return " ".join(re.findall(r"\w+", self.text.casefold()))


class Table(NamedTuple):
    """Which sentence has which mark, which are check-worthy, how much each counts, and their ids."""

    marked: np.ndarray
    worthy: np.ndarray
    counts: np.ndarray
    ids: np.ndarray

    def of(self, rows: np.ndarray) -> "Table":
        """Give some of the rows."""
        return Table(*(column[rows] for column in self))


def read(path: Path) -> Iterator[Judged]:
    """Read a file."""
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        yield Judged(int(row["id"]), row["text"].strip().strip('"').replace("\n", " "), bool(row["checkworthy"]))


def table(rows: list[Judged], counts: list[float], parser: ShippedParser) -> Table:
    """Look for the marks of all sentences."""
    whole, spans = "\n".join(row.text for row in rows), list[tuple[int, int]]()
    for row in rows:
        start = spans[-1][1] + 1 if spans else 0
        spans.append((start, start + len(row.text)))
    found = [
        {name for _, name in marks(row.text, tree.tags)}
        for row, tree in zip(rows, parser.parse(whole, spans), strict=True)
    ]
    return Table(
        np.array([[name in one for name in NAMES] for one in found], float),
        np.array([row.worthy for row in rows], float),
        np.array(counts, float),
        np.array([row.id for row in rows]),
    )


def fitted(rows: Table) -> np.ndarray:
    """Fit by Newton's method; give the coefficients, the constant last."""
    marked = np.hstack([rows.marked, np.ones((len(rows.marked), 1))])
    ridge = RIDGE * np.eye(marked.shape[1])
    ridge[-1, -1] = 0.0
    weights = np.zeros(marked.shape[1])
    for _ in range(12):
        likely = 1 / (1 + np.exp(-(marked @ weights)))
        slope = marked.T @ (rows.counts * (likely - rows.worthy)) + ridge @ weights
        bend = marked.T @ (marked * (rows.counts * likely * (1 - likely))[:, None]) + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights


def average_precision(rows: Table, weights: np.ndarray) -> float:
    """Give the average precision of the order in which the weights put the sentences."""
    ordered = rows.worthy[np.argsort(-(rows.marked @ weights[:-1]), kind="stable")]
    return float((np.cumsum(ordered) / np.arange(1, len(ordered) + 1) * ordered).sum() / ordered.sum())


def in_folds(rows: Table) -> float:
    """Give the mean average precision on stretches of ids whose neighbours were not trained on."""
    own = np.sort(rows.ids[rows.counts == 1.0])
    found = []
    for stretch in np.array_split(own, FOLDS):
        inside = (rows.ids >= stretch[0]) & (rows.ids <= stretch[-1])
        found.append(average_precision(rows.of(inside & (rows.counts == 1.0)), fitted(rows.of(~inside))))
    return float(np.mean(found))


def main() -> None:
    """Print weights and figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path, nargs="+")
    parser.add_argument("--apart", type=Path, nargs="+", required=True)
    asked = parser.parse_args()
    syntax = ShippedParser()
    apart = {path: list(read(path)) for path in asked.apart}
    held_back = {row.words for rows in apart.values() for row in rows}
    chosen = dict[str, Judged]()
    whole = 0
    for path in asked.train:
        for row in read(path):
            if row.words not in held_back:
                chosen.setdefault(row.words, row)
        whole = whole or len(chosen)
    if not held_back.isdisjoint(chosen):
        parser.error("a sentence that is scored would be trained on")
    counts = [1.0] * whole + [OF_OTHERS] * (len(chosen) - whole)
    rows = table(list(chosen.values()), counts, syntax)
    weights = fitted(rows)
    for name, weight in zip(NAMES, weights[:-1], strict=True):
        print(f'        "{name}": {weight / STEEP:.2f},')
    print(f"constant {weights[-1] / STEEP:+.2f}; {len(chosen)} sentences, {whole} of them whole")
    print(f"in {FOLDS} folds: average precision {in_folds(rows):.4f}")
    for path, scored in apart.items():
        print(
            f"{path.name}: average precision {average_precision(table(scored, [1.0] * len(scored), syntax), weights):.4f}"
        )


if __name__ == "__main__":
    main()

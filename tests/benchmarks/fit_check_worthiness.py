"""Fit the weights of check-worthiness to sentences that people have judged, and print them.

Usage: fit_check_worthiness.py TRAIN.jsonl [...] --apart TEST.jsonl [...]

Each line holds ``text`` and ``checkworthy``. A logistic regression over the named marks, with a ridge of 2; of each
file at most 8,000 sentences, drawn with a fixed seed; sentences of the files that are kept apart are left out, and
the average precision on those is printed. The weights are the coefficients through ``worth.STEEP``.
"""

import argparse
import json
import random
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.extraction.marks import OF_GRAMMAR, OF_WORDS, marks
from workbench.extraction.worth import STEEP
from workbench.syntax.parser import ShippedParser

NAMES = (*OF_WORDS, *OF_GRAMMAR)
MOST = 8_000
RIDGE = 2.0


def rows_of(path: Path) -> list[dict[str, object]]:
    """Read a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def table(rows: list[dict[str, object]], parser: ShippedParser) -> tuple[np.ndarray, np.ndarray]:
    """Give which sentence has which mark, and which are check-worthy."""
    texts = [str(row["text"]).strip().strip('"').replace("\n", " ") for row in rows]
    whole, spans = "\n".join(texts), []
    for text in texts:
        start = spans[-1][1] + 1 if spans else 0
        spans.append((start, start + len(text)))
    found = [set(marks(text, tree.tags)) for text, tree in zip(texts, parser.parse(whole, spans), strict=True)]
    return (
        np.array([[name in one for name in NAMES] for one in found], float),
        np.array([row["checkworthy"] for row in rows], float),
    )


def fitted(marked: np.ndarray, worthy: np.ndarray) -> tuple[np.ndarray, float]:
    """Fit by Newton's method; give the coefficients and the constant."""
    weights, constant = np.zeros(marked.shape[1]), 0.0
    for _ in range(60):
        likely = 1 / (1 + np.exp(-(marked @ weights + constant)))
        spread = likely * (1 - likely)
        slope = marked.T @ (likely - worthy) + RIDGE * weights
        bend = marked.T @ (marked * spread[:, None]) + RIDGE * np.eye(len(weights))
        weights -= 0.7 * np.linalg.solve(bend, slope)
        constant -= 0.7 * (likely - worthy).sum() / spread.sum()
    return weights, constant


def average_precision(worthy: np.ndarray, scores: np.ndarray) -> float:
    """Give the average precision of an order."""
    ordered = worthy[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(ordered) / np.arange(1, len(ordered) + 1) * ordered).sum() / ordered.sum())


def main() -> None:
    """Print weights and figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path, nargs="+")
    parser.add_argument("--apart", type=Path, nargs="+", required=True)
    asked = parser.parse_args()
    syntax, draw = ShippedParser(), random.Random(1)  # noqa: S311 - a sample, no secret
    apart = {path: rows_of(path) for path in asked.apart}
    known = {str(row["text"]).strip() for rows in apart.values() for row in rows}
    chosen = []
    for path in asked.train:
        rows = [row for row in rows_of(path) if str(row["text"]).strip() not in known]
        chosen += draw.sample(rows, min(MOST, len(rows)))
    weights, constant = fitted(*table(chosen, syntax))
    for name, weight in zip(NAMES, weights, strict=True):
        print(f'        "{name}": {weight / STEEP:+.2f},')
    print(f"constant {constant / STEEP:+.2f}; {len(chosen)} sentences")
    for path, rows in apart.items():
        marked, worthy = table(rows, syntax)
        print(f"{path.name}: average precision {average_precision(worthy, marked @ weights + constant):.4f}")


if __name__ == "__main__":
    main()

"""Fit the weights of the guard to the tuning half of the pairs of claims, and print them.

Usage: fit_guard.py [PAIRS.jsonl]

Three logistic regressions over the named signals, with a ridge: the same or not; of what is not the same, the opposite
or a variant, and only related or a variant. Opposites count twice where the same is told from the rest, variants less,
as signals of their own rule most of them out. What the weights reach is printed for ten folds, repeated. Pairs of the
half that is kept are passed over as they are read.
"""

import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.guard_pairs import PAIRS, Pair, read_pairs
from workbench.matching.guard.judgement import vetoed

RIDGE = 2.0
FOLDS = 10
ROUNDS = 3
COUNTS = {"same": 1.0, "opposite": 2.0, "variant": 0.3, "related": 0.1, "unrelated": 0.1}
SECOND = ("odd", "turned", "mismatch", "opposite", "denial", "claimer", "equal")
THIRD = ("equal", "alike", "left_few", "names_shared")
NOT_FITTED = frozenset({"turned"})


def fit(marks: np.ndarray, wanted: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Give the coefficients, the constant last."""
    marks = np.hstack([marks, np.ones((len(marks), 1))])
    found, ridge = np.zeros(marks.shape[1]), np.eye(marks.shape[1]) * RIDGE
    ridge[-1, -1] = 1e-6
    for _ in range(20):
        chance = 1 / (1 + np.exp(-marks @ found))
        slope = marks.T @ (counts * (chance - wanted)) + ridge @ found
        bend = (marks * (counts * chance * (1 - chance))[:, None]).T @ marks + ridge
        found -= np.linalg.solve(bend, slope)
    return found


def chances(marks: np.ndarray, found: np.ndarray) -> np.ndarray:
    """Give the probabilities."""
    return 1 / (1 + np.exp(-(marks @ found[:-1] + found[-1])))


def table(pairs: list[Pair], names: list[str]) -> np.ndarray:
    """Give the signals of all pairs."""
    return np.array([[pair.compared.signals[name] for name in names] for pair in pairs])


def in_folds(marks: np.ndarray, wanted: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Give the probability of each pair from weights that have not seen it."""
    drawn, found = np.random.default_rng(1), np.zeros(len(wanted))
    for _ in range(ROUNDS):
        folds = drawn.permutation(len(wanted)) % FOLDS
        for fold in range(FOLDS):
            out = folds == fold
            found[out] += chances(marks[out], fit(marks[~out], wanted[~out], counts[~out])) / ROUNDS
    return found


def show(name: str, names: list[str], found: np.ndarray) -> None:
    """Print one table of weights."""
    print(f"{name} = MappingProxyType(\n    {{")
    for signal, weight in zip((*names, "base"), found, strict=True):
        print(f'        "{signal}": {weight:.2f},')
    print("    }\n)")


def main() -> None:
    """Fit and print."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else PAIRS
    pairs = [pair for pair in read_pairs(path, "tuning")]
    relations = np.array([pair.relation for pair in pairs])
    names = [name for name in pairs[0].compared.signals if name not in NOT_FITTED]
    marks, counts = table(pairs, names), np.array([COUNTS[relation] for relation in relations])
    same = (relations == "same").astype(float)
    show("SAME", names, fit(marks, same, counts))
    for name, chosen, wanted, against in (
        ("OPPOSITE", SECOND, ("opposite",), ("variant",)),
        ("RELATED", THIRD, ("related", "unrelated"), ("variant",)),
    ):
        rows = np.isin(relations, (*wanted, *against))
        some = [pair for pair, row in zip(pairs, rows, strict=True) if row]
        show(name, list(chosen), fit(table(some, list(chosen)), np.isin(relations[rows], wanted).astype(float), np.ones(len(some))))
    chance = in_folds(marks, same, counts)
    chance[[vetoed(pair.compared) for pair in pairs]] = 0
    for asked in (0.90, 0.95, 0.97):
        least = float(np.quantile(chance[relations == "opposite"], asked))
        kept = {name: round(float((chance[relations == name] > least).mean()), 3) for name in ("same", "opposite", "variant")}
        print(f"# in folds, opposites apart {asked}: same from {least:.2f}, taken for the same {json.dumps(kept)}")


if __name__ == "__main__":
    main()

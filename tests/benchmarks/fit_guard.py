"""Fit the weights of the guard to the tuning half of the pairs of claims, and print them.

Usage: fit_guard.py [PAIRS.jsonl]

Three logistic regressions over the named signals, with a ridge: the same or not; of what is not the same, the opposite
or a variant, and only related or a variant. Opposites count twice where the same is told from the rest, variants less,
and what is certain not to be the same is not weighed. The tables of opposites were written by people who have read the tuning
half, so each pair is also taken with a third of those words forgotten, drawn anew; else the weights would rely on every
opposite being known. What the weights reach is printed for ten folds, repeated. Pairs of the
half that is kept are passed over as they are read.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.guard_pairs import PAIRS, Pair, read_pairs
from workbench.matching.guard import opposites
from workbench.matching.guard.judgement import NEVER_SAME, vetoed

RIDGE = 1.0
FOLDS = 10
ROUNDS = 3
COUNTS = {"same": 1.0, "opposite": 2.0, "variant": 0.3, "related": 0.5, "unrelated": 0.5}
SECOND = ("odd", "turned", "mismatch", "opposite", "denial", "claimer", "equal")
THIRD = ("equal", "alike", "left_plain", "left_odd", "names_shared")
FORGOTTEN = 0.35
TIMES = 6
NOT_FITTED = ("turned", *NEVER_SAME)


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
    return np.asarray(1 / (1 + np.exp(-(marks @ found[:-1] + found[-1]))))


def table(pairs: list[Pair], names: list[str]) -> np.ndarray:
    """Give the signals of all pairs."""
    return np.array([[pair.compared.signals[name] for name in names] for pair in pairs])


@contextmanager
def forgetting(drawn: np.random.Generator) -> Iterator[None]:
    """Forget a share of the written opposites."""
    known = opposites.table()
    some = {word: ends for word, ends in known.items() if drawn.random() > FORGOTTEN}
    opposites.table, before = (lambda: some), opposites.table  # type: ignore[assignment]
    try:
        yield
    finally:
        opposites.table = before


def tables(pairs: list[Pair], names: list[str]) -> list[np.ndarray]:
    """Give the signals of all pairs, with all words known and with some forgotten."""
    drawn, found = np.random.default_rng(7), [table(pairs, names)]
    for _ in range(TIMES):
        with forgetting(drawn):
            found.append(table(pairs, names))
    return found


def fit_all(marks: list[np.ndarray], wanted: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Fit to all tables at once."""
    times = len(marks)
    return fit(np.vstack(marks), np.tile(wanted, times), np.tile(counts, times) / times)


def in_folds(marks: list[np.ndarray], wanted: np.ndarray, counts: np.ndarray) -> list[np.ndarray]:
    """Give the probability of each pair in each table from weights that have not seen it."""
    drawn, found = np.random.default_rng(1), [np.zeros(len(wanted)) for _ in marks]
    for _ in range(ROUNDS):
        folds = drawn.permutation(len(wanted)) % FOLDS
        for fold in range(FOLDS):
            out = folds == fold
            weights = fit_all([one[~out] for one in marks], wanted[~out], counts[~out])
            for mark, chance in zip(marks, found, strict=True):
                chance[out] += chances(mark[out], weights) / ROUNDS
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
    pairs = list(read_pairs(path, "tuning"))
    relations = np.array([pair.relation for pair in pairs])
    names = [name for name in pairs[0].compared.signals if name not in NOT_FITTED]
    barred = np.array([vetoed(pair.compared) for pair in pairs])
    marks, counts = tables(pairs, names), np.array([COUNTS[relation] for relation in relations]) * ~barred
    same = (relations == "same").astype(float)
    show("SAME", names, fit_all(marks, same, counts))
    for name, chosen, wanted in (("OPPOSITE", SECOND, ("opposite",)), ("RELATED", THIRD, ("related", "unrelated"))):
        rows = np.isin(relations, (*wanted, "variant"))
        whole = table(pairs, list(chosen))[rows]
        show(name, list(chosen), fit(whole, np.isin(relations[rows], wanted).astype(float), np.ones(len(whole))))
    found = in_folds(marks, same, counts)
    for what, some in (("all words known", found[:1]), ("some forgotten", found[1:])):
        chance, told = np.concatenate([np.where(barred, 0, one) for one in some]), np.tile(relations, len(some))
        for asked in (0.90, 0.95, 0.97):
            least = float(np.quantile(chance[told == "opposite"], asked))
            kept = {
                name: round(float((chance[told == name] > least).mean()), 3) for name in ("same", "opposite", "variant")
            }
            print(f"# {what}, opposites apart {asked}: same from {least:.2f}, taken for the same {json.dumps(kept)}")


if __name__ == "__main__":
    main()

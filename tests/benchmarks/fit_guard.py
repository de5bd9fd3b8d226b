"""Fit the weights of the guard to pairs of claims, and print them with what they reach from one writer to another.

Usage: fit_guard.py [PAIRS.jsonl ...]

Each file holds the pairs of one writer; those for tuning are taken. Three logistic regressions over the named signals, with a ridge: the same or
not; of what is not the same, the opposite or a variant, and only related or a variant. Opposites count twice where the
same is told from the rest, variants less, a writer of fewer pairs more, and what is certain not to be the same is not
weighed. A signal of a difference never speaks for the same: where it would, it is left out and the rest fitted anew.
The tables of opposites were written by people who have read the pairs, so each pair is also taken with a third of those
words forgotten; else the weights would rely on every opposite being known. Printed are curves, opposites kept apart
against paraphrases kept together: from each writer to the others, and of all in ten folds.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.guard_pairs import PAIRS, Pair, read_pairs
from workbench.matching.guard import opposites
from workbench.matching.guard.judgement import NEVER_SAME, vetoed

RIDGE = 1.0
FOLDS = 10
ROUNDS = 1
MOST_OFTEN = 2.0
COUNTS = {"same": 1.0, "opposite": 2.0, "variant": 0.5, "related": 0.5, "unrelated": 0.5}
SECOND = ("odd", "turned", "mismatch", "opposite", "denial", "claimer", "equal")
THIRD = ("equal", "alike", "left_plain", "left_odd", "names_shared")
FORGOTTEN = 0.35
TIMES = 3
TOLD = ("same", "opposite", "variant")
NOT_FITTED = ("turned", *NEVER_SAME)
AGAINST = frozenset(
    "negation denial left_plain told_apart left_odd mismatch parity aside opposite against odd odd_clean odd_close mismatch_close "
    "told_apart_close left_plain_close number_added time_added names_added bound quantifier quantifier_clash modality maybe "
    "charged future obliged only rank sayers narrowed left_many replaced replaced_close only_narrowed odd_alike measured told_more".split()
)
"""Signals of a difference."""
ASKED = (0.94, 0.95, 0.96, 0.97, 0.98)


class Writer(NamedTuple):
    """The pairs of one writer, and their signals with all words known and with some forgotten."""

    relations: np.ndarray
    barred: np.ndarray
    marks: list[np.ndarray]
    counts: np.ndarray
    second: np.ndarray
    third: np.ndarray

    @property
    def same(self) -> np.ndarray:
        """What is to be told."""
        return np.asarray(self.relations == "same", float)


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


def read_writer(path: Path, names: list[str], most: int) -> Writer:
    """Read the pairs of one writer; ``most`` is how many the one with the most has."""
    pairs = list(read_pairs(path, "tuning"))
    relations = np.array([pair.relation for pair in pairs])
    barred = np.array([vetoed(pair.compared) for pair in pairs])
    counts = np.array([COUNTS[relation] for relation in relations]) * ~barred * min(MOST_OFTEN, most / len(pairs))
    return Writer(
        relations, barred, tables(pairs, names), counts, table(pairs, list(SECOND)), table(pairs, list(THIRD))
    )


def together(writers: list[Writer]) -> Writer:
    """Give the pairs of several writers as one."""
    first, *_ = writers
    marks = [np.vstack([writer.marks[at] for writer in writers]) for at in range(len(first.marks))]
    relations, barred, _, counts, second, third = (
        np.concatenate([writer[at] for writer in writers]) if at != 2 else np.array([]) for at in range(6)
    )
    return Writer(relations, barred, marks, counts, second, third)


def fit_all(writer: Writer, rows: np.ndarray, names: list[str]) -> np.ndarray:
    """Fit to all tables at once; what speaks against the same and would speak for it gets no weight."""
    times = len(writer.marks)
    marks = np.vstack([mark[rows] for mark in writer.marks])
    wanted, counts = np.tile(writer.same[rows], times), np.tile(writer.counts[rows], times) / times
    kept = np.arange(len(names))
    while True:
        found = fit(marks[:, kept], wanted, counts)
        wrong = np.array([names[at] in AGAINST and weight > 0 for at, weight in zip(kept, found[:-1], strict=True)])
        if not wrong.any():
            whole = np.zeros(len(names) + 1)
            whole[kept], whole[-1] = found[:-1], found[-1]
            return whole
        kept = kept[~wrong]


def in_folds(writer: Writer, names: list[str]) -> np.ndarray:
    """Give the probability of each pair from weights that have not seen it."""
    drawn, found = np.random.default_rng(1), np.zeros(len(writer.same))
    for _ in range(ROUNDS):
        folds = drawn.permutation(len(writer.same)) % FOLDS
        for fold in range(FOLDS):
            out = folds == fold
            found[out] += chances(writer.marks[0][out], fit_all(writer, ~out, names)) / ROUNDS
    return found


def curve(title: str, writer: Writer, chance: np.ndarray) -> None:
    """Print how many paraphrases are kept together, and variants taken for the same, where so many opposites are kept apart."""
    chance = np.where(writer.barred, 0, chance)
    against = np.sort(chance[writer.relations == "opposite"])[::-1]
    print(f"# {title}")
    for asked in ASKED:
        least = against[int((1 - asked) * len(against) + 1e-9)]
        same, variant = (float((chance[writer.relations == name] > least).mean()) for name in ("same", "variant"))
        print(
            f"#   opposites apart {asked}: same from {least:.2f}, paraphrases {same:.3f}, variants as the same {variant:.3f}"
        )
    for least in (0.4, 0.5, 0.6, 0.7):
        told = {name: round(float((chance[writer.relations == name] >= least).mean()), 3) for name in TOLD}
        print(f"#   same from {least}: {json.dumps(told)}")


def show(name: str, names: list[str], found: np.ndarray) -> None:
    """Print one table of weights."""
    print(f"{name} = MappingProxyType(\n    {{")
    for signal, weight in zip((*names, "base"), found, strict=True):
        print(f'        "{signal}": {weight:.2f},')
    print("    }\n)")


def main() -> None:
    """Fit and print."""
    paths = [Path(path) for path in sys.argv[1:]] or [PAIRS]
    first = next(read_pairs(paths[0], "tuning"))
    names = [name for name in first.compared.signals if name not in NOT_FITTED]
    most = max(len(path.read_text("utf-8").splitlines()) for path in paths)
    writers = [read_writer(path, names, most) for path in paths]
    whole = together(writers)
    show("SAME", names, fit_all(whole, np.ones(len(whole.same), bool), names))
    for name, chosen, marks, wanted in (
        ("OPPOSITE", SECOND, whole.second, ("opposite",)),
        ("RELATED", THIRD, whole.third, ("related", "unrelated")),
    ):
        rows = np.isin(whole.relations, (*wanted, "variant"))
        told = np.isin(whole.relations[rows], wanted).astype(float)
        show(name, list(chosen), fit(marks[rows], told, np.ones(len(told))))
    for at, writer in enumerate(writers):
        others = [other for other in writers if other is not writer]
        if others:
            found = fit_all(together(others), np.ones(sum(len(one.same) for one in others), bool), names)
            curve(f"from the others to {paths[at].name}", writer, chances(writer.marks[0], found))
    found, start = in_folds(whole, names), 0
    for path, writer in zip(paths, writers, strict=True):
        curve(f"all in folds, on {path.name}", writer, found[start : start + len(writer.same)])
        start += len(writer.same)


if __name__ == "__main__":
    main()

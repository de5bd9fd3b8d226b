"""Measure the guard on the pairs of claims: opposites kept apart, paraphrases kept together, and what is taken for what.

Usage: guard_pairs.py [--part tuning|checking|kept|both] [PAIRS.jsonl]

Prints aggregate figures alone. The half ``kept`` is for measuring only; so count how often it is measured.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.measuring import Figure, show
from workbench.matching.guard.judgement import Said, judge
from workbench.matching.guard.reading import read
from workbench.matching.guard.signals import Compared, compare

_FOLDER = Path(__file__).resolve().parents[1] / "matching"
PAIRS, FURTHER = _FOLDER / "claim_pairs.jsonl", _FOLDER / "further_claim_pairs.jsonl"
RELATIONS = ("same", "opposite", "variant", "related", "unrelated")
TOLD = ("same", "opposite", "variant", "related")


class Pair(NamedTuple):
    """Two claims, what the one is to the other, and how they differ."""

    first: Said
    second: Said
    relation: str
    kind: str

    @property
    def compared(self) -> Compared:
        """The signals of the pair, in the order in which the guard takes them."""
        one, other = sorted(
            (self.first, self.second), key=lambda said: (said.statement, said.claimer, str(said.said_on))
        )
        return compare(
            read(one.statement, one.said_on), read(other.statement, other.said_on), (one.claimer, other.claimer)
        )


def read_pairs(path: Path, part: str) -> Iterator[Pair]:
    """Read the pairs of one part."""
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        if part == row["part"]:
            yield Pair(_said(row["first"]), _said(row["second"]), row["relation"], row["kind"])


def _said(row: dict[str, str]) -> Said:
    day = row.get("said_on")
    return Said(row["claim"], row.get("claimer", ""), date.fromisoformat(day) if day else None)


def measure(path: Path, part: str) -> None:
    """Print the figures of one part."""
    pairs = list(read_pairs(path, part))
    before = time.process_time()
    told = [judge(pair.first, pair.second).relation.value for pair in pairs]
    spent = (time.process_time() - before) * 1_000 / max(1, len(pairs))
    matrix = Counter((pair.relation, relation) for pair, relation in zip(pairs, told, strict=True))
    kinds = Counter((pair.relation, pair.kind) for pair in pairs)
    as_same = Counter(
        (pair.relation, pair.kind) for pair, relation in zip(pairs, told, strict=True) if relation == "same"
    )
    sums = {relation: sum(matrix[relation, other] for other in TOLD) or 1 for relation in RELATIONS}
    share = {relation: matrix[relation, "same"] / sums[relation] for relation in RELATIONS}
    show(
        f"Guard on the half {part}, {len(pairs)} pairs",
        [
            Figure("opposites kept apart", ">= 0.97", f"{1 - share['opposite']:.3f}"),
            Figure("paraphrases kept together", ">= 0.85", f"{share['same']:.3f}"),
            Figure("variants kept apart", "-", f"{1 - share['variant']:.3f}"),
            Figure(
                "related and unrelated kept apart",
                "-",
                f"{1 - (matrix['related', 'same'] + matrix['unrelated', 'same']) / (sums['related'] + sums['unrelated']):.3f}",
            ),
            Figure("ms CPU a pair, each claim read anew", "< 1", f"{spent:.2f}"),
        ],
    )
    print(f"\n{'is, and told as':<16}" + "".join(f"{relation:>10}" for relation in TOLD))
    for relation in RELATIONS:
        print(f"{relation:<16}" + "".join(f"{matrix[relation, other]:>10}" for other in TOLD))
    print("\ntold as the same, by kind")
    for (relation, kind), count in sorted(kinds.items()):
        print(f"{relation:<10} {kind:<20} {as_same[relation, kind]:>3} of {count}")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="?", type=Path, default=FURTHER)
    parser.add_argument("--part", choices=("tuning", "checking", "kept", "both"), default="kept")
    asked = parser.parse_args()
    judge(Said("A warm-up reads the tables."), Said("It is not measured."))
    for part in ("tuning", "kept") if asked.part == "both" else (asked.part,):
        measure(asked.pairs, part)


if __name__ == "__main__":
    main()

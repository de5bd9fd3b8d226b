"""Fit the weights of matching to statements whose claims people have found, and write them.

Usage: fit_matching.py --set CLAIMS.jsonl TRAIN.jsonl [--set ...] [--semantic MODEL_DIR] [--write]

CLAIMS holds ``id``, ``claim``, ``title`` and ``claimer`` on each line, TRAIN ``id``, ``text`` and ``relevant``. First the
ranker: of what the index offers for a statement, which is the claim. Then its certainty: is the best one it? For that
each statement is asked twice, with its claims in the pool and taken out of it, word-for-word copies of them as well.
All figures are from five folds, each held back in turn; the weights that are written are fitted to all of it.
With the folder of a sentence encoder, it is the weights for features of words and of meaning together.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from thefuzz import fuzz

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.domain.meaning import Encoder
from workbench.domain.priors import Offer, Prior
from workbench.index.priors import PriorIndex
from workbench.matching import weights as kept
from workbench.matching.asked import asked
from workbench.matching.certainty import Signs, signs, word_key
from workbench.matching.compared import Rarity
from workbench.matching.features import Features, features, question
from workbench.matching.meaning import with_meaning
from workbench.matching.ranking import OFFERED, in_order, placed
from workbench.matching.training.fitting import Listed, fit_listwise, fit_logistic
from workbench.matching.weights import Weights, row
from workbench.matching.wording import reworded
from workbench.semantic.encoder import OnnxEncoder
from workbench.semantic.folder import read_folder

FOLDS, RIDGE, PRECISION = 5, 20.0, 0.95
COPY = 90
ONLY_CERTAINTY = {"numbers_differ", "fuzzy", "asked_names_found", "asked_missing"}
MEANING = {"claim_meaning", "title_meaning", "prior_meaning"}
CERTAINTY = list(Signs._fields)


def ranked_by(*, semantic: bool) -> list[str]:
    """Give the features that the ranker is fitted to, those of meaning where there is an encoder."""
    without = ONLY_CERTAINTY if semantic else ONLY_CERTAINTY | MEANING
    return [name for name in (*Features._fields, "index_of_best", "later_in_index") if name not in without]


class Known(NamedTuple):
    """A statement with what the index offers for it, compared."""

    where: str
    fold: int
    right: frozenset[str]
    copies: frozenset[str]
    offers: tuple[Offer, ...]
    compared: tuple[Features, ...]

    def only(self, without: frozenset[str]) -> "Known":
        """Give it as if some priors were not in the pool."""
        kept_ones = [
            (offer, found)
            for offer, found in zip(self.offers, self.compared, strict=True)
            if offer.prior.id not in without
        ][:OFFERED]
        return self._replace(offers=tuple(one for one, _ in kept_ones), compared=tuple(one for _, one in kept_ones))


def read_priors(path: Path) -> list[Prior]:
    """Read claims."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [Prior(str(one["id"]), one["claim"], one.get("title") or "", one.get("claimer") or "") for one in rows]


def read(claims: Path, statements: Path, encoder: Encoder | None) -> list[Known]:
    """Ask the index about all statements."""
    priors = {prior.id: prior for prior in read_priors(claims)}
    pool = PriorIndex()
    pool.fill(priors.values())
    rarity = Rarity(pool)
    found = []
    rows = {one["id"]: one for one in map(json.loads, statements.read_text("utf-8").splitlines())}
    for number, one in enumerate(rows.values()):
        right = frozenset(map(str, one["relevant"]))
        asking = reworded(asked(one["text"]), pool)
        offers = pool.offers((*asking.words, *asking.tagged, *asking.signed), OFFERED + len(right) + 4)
        prepared = question(asking, rarity)
        keys = [word_key(priors[each].claim) for each in right]
        copies = frozenset(
            offer.prior.id
            for offer in offers
            if any(fuzz.ratio(word_key(offer.prior.claim), key) >= COPY for key in keys)
        )
        compared = [features(prepared, offer) for offer in offers]
        if encoder is not None:
            compared = with_meaning(compared, asking.said, offers, encoder)
        found.append(Known(str(claims), number * FOLDS // len(rows), right, copies - right, offers, tuple(compared)))
    return found


def fit_ranker(known: Sequence[Known], names: Sequence[str]) -> dict[str, float]:
    """Fit the ranker; a word-for-word copy of the right claim is neither right nor wrong."""
    lists = []
    for one in known:
        kept_ones = one.only(one.copies)
        right = np.array([offer.prior.id in one.right for offer in kept_ones.offers], float)
        if 0 < right.sum() < len(right):
            rows = [row(each, names) for each in placed(kept_ones.offers, kept_ones.compared)]
            lists.append(Listed(np.array(rows), right))
    return dict(zip(names, map(float, fit_listwise(lists, RIDGE)), strict=True))


def usual_score(known: Sequence[Known], ranker: Weights) -> float:
    """Give the score of the sixth to tenth in a list, mostly."""
    behind = [each.score for one in known for each in in_order(one.offers, one.compared, ranker)[5:10]]
    return float(np.median(behind))


class Asked(NamedTuple):
    """Signs of the best prior, and whether it is the claim."""

    where: str
    signs: list[float]
    so: bool


def ask_twice(known: Sequence[Known], ranker: Weights) -> list[Asked]:
    """Ask about each statement with its claims in the pool, then without."""
    found = []
    for one in known:
        for without in (frozenset[str](), one.right | one.copies):
            left = one.only(without)
            listed = in_order(left.offers, left.compared, ranker)
            if listed:
                so = listed[0].prior.id in one.right | one.copies
                found.append(Asked(one.where, list(signs(listed, ranker.usual)), so))
    return found


def average_precision(one: Known, ranker: Weights) -> float:
    """Give the average precision of the first five."""
    hits = total = 0.0
    left = one.only(frozenset())
    for place, each in enumerate(in_order(left.offers, left.compared, ranker)[:5], 1):
        if each.prior.id in one.right:
            hits += 1
            total += hits / place
    return total / len(one.right)


def recall_at(precision: float, answers: Sequence[tuple[float, bool]], whole: int) -> tuple[float, float]:
    """Give the greatest recall at a precision, and the probability from which on it is reached."""
    ordered = sorted(answers, key=lambda one: -one[0])
    best, right = (0.0, 1.0), 0
    for place, (likely, so) in enumerate(ordered, 1):
        right += so
        if right >= precision * place:
            best = right / whole, likely
    return best


def fitted(known: Sequence[Known], names: Sequence[str]) -> Weights:
    """Fit ranker and certainty; the certainty is fitted on scores of rankers that have not seen the statement."""
    ranker = Weights(fit_ranker(known, names), {}, 0.0, 0.0, 1.0, 1.0)
    ranker = ranker._replace(usual=usual_score(known, ranker))
    answers: list[Asked] = []
    for fold in sorted({one.fold for one in known}):
        others = ranker._replace(ranker=fit_ranker([one for one in known if one.fold != fold], names))
        answers += ask_twice([one for one in known if one.fold == fold], others)
    weights = fit_logistic(np.array([one.signs for one in answers]), np.array([one.so for one in answers], float), 3.0)
    return ranker._replace(
        certainty=dict(zip(CERTAINTY, map(float, weights[:-1]), strict=True)), constant=float(weights[-1])
    )


def main() -> None:
    """Print figures, write weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", type=Path, nargs=2, action="append", required=True, dest="sets")
    parser.add_argument("--semantic", type=Path, metavar="MODEL_DIR")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    encoder = OnnxEncoder(read_folder(given.semantic)) if given.semantic else None
    names = ranked_by(semantic=encoder is not None)
    known = [one for claims, statements in given.sets for one in read(claims, statements, encoder)]
    precise: dict[str, list[float]] = {}
    answers: dict[str, list[tuple[float, bool]]] = {}
    for fold in range(FOLDS):
        weights = fitted([one for one in known if one.fold != fold], names)
        held = [one for one in known if one.fold == fold]
        for one in held:
            precise.setdefault(one.where, []).append(average_precision(one, weights))
        for each in ask_twice(held, weights):
            odds = weights.constant + sum(
                each.signs[place] * weights.certainty[name] for place, name in enumerate(CERTAINTY)
            )
            answers.setdefault(each.where, []).append((1 / (1 + float(np.exp(-odds))), each.so))
    for where, values in precise.items():
        recall, _ = recall_at(PRECISION, answers[where], len(values))
        print(f"{where}: MAP@5 {np.mean(values):.4f}, recall at precision {PRECISION}: {recall:.3f}")
        for low in np.arange(0, 1, 0.2):
            inside = [float(right) for one, right in answers[where] if low <= one < low + 0.2]
            print(f"    said {low:.1f} to {low + 0.2:.1f}: so in {np.mean(inside or [0.0]):.2f} of {len(inside)}")
    every = [each for one in answers.values() for each in one]
    recall, checked = recall_at(PRECISION, every, len(known))
    print(f"all: recall at precision {PRECISION}: {recall:.3f}, from {checked:.3f} on")
    weights = fitted(known, names)._replace(checked=checked, maybe=0.3)
    for name, weight in (*weights.ranker.items(), *weights.certainty.items()):
        print(f"{name:<20} {weight:+.3f}")
    if given.write:
        Path(kept.__file__).with_name(kept.SEMANTIC_NAME if encoder else kept.NAME).write_text(
            kept.written(weights), "utf-8"
        )


if __name__ == "__main__":
    main()

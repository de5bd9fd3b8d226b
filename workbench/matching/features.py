"""What a statement and a prior have in common, as named numbers."""

import math
import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from thefuzz import fuzz

from workbench.domain.priors import Offer
from workbench.matching.asked import Asked
from workbench.matching.compared import Rarity, Text, compared, quoted, text_of

_MOST_WORDS = 400
"""So many words of a statement are compared; what follows is another subject."""

_SATURATION, _LENGTH = 1.2, 0.75
"""The two constants of BM25."""

_CLAIM_WORDS, _TITLE_WORDS = 18, 10
"""How many words a claim and a title mostly have."""

_TWO = 2
_SHOWN = frozenset({"photo", "video"})
_NOBODY = re.compile(
    r"\b(?:posts?|blogs?|bloggers?|images?|e-?mails?|tweets?|memes?|messages?|videos?|users?|rumou?rs?|social media|internet)\b",
    re.IGNORECASE,
)
"""Names what a claim went round in; who first said it is not known."""


class Question(NamedTuple):
    """A statement as it is compared with many priors.

    Attributes:
        weights: each stem of the text, of tags and of the signature, and its rarity.
        mass: these together, never zero.
        places: where each stem of the text stands.
        signed: somebody who is named in it signed it.

    """

    text: Text
    rarity: Rarity
    weights: dict[str, float]
    mass: float
    places: dict[str, list[int]]
    pictured: bool
    signed: bool


def question(asked: Asked, rarity: Rarity) -> Question:
    """Prepare a statement."""
    text = text_of(asked.said[: 10 * _MOST_WORDS], asked.words[:_MOST_WORDS], rarity)
    others = rarity.stems((*asked.tagged, *asked.signed)[:_MOST_WORDS])
    weights = {stem: rarity.of(stem) for stem in (*text.stems, *others)}
    places: dict[str, list[int]] = {}
    for place, stem in enumerate(text.row):
        places.setdefault(stem, []).append(place)
    return Question(text, rarity, weights, sum(weights.values()) or 1.0, places, asked.pictured, bool(asked.signed))


class Features(NamedTuple):
    """What a statement has in common with one prior.

    ``asked_`` is a share of the statement, ``claim_``, ``title_`` and ``prior_`` of the other side. Those of meaning
    are an encoder's (``meaning.py``), and zero where there is none.
    """

    index_share: float
    asked_found: float
    claim_found: float
    title_found: float
    prior_found: float
    claim_bm25: float
    title_bm25: float
    exact: float
    claim_pairs: float
    claim_signs: float
    title_signs: float
    asked_signs: float
    rarest: float
    second_rarest: float
    third_rarest: float
    fourth_rarest: float
    numbers_shared: float
    numbers_differ: float
    names_found: float
    names_weight: float
    asked_names_found: float
    asked_missing: float
    title_length: float
    picture: float
    in_order: float
    quote_found: float
    quote_run: float
    claim_missing: float
    title_missing: float
    claimer_often: float
    fuzzy: float
    claim_meaning: float = 0.0
    title_meaning: float = 0.0
    prior_meaning: float = 0.0


def features(question: Question, offer: Offer) -> Features:
    """Compare a statement with a prior."""
    rarity, weights, text = question.rarity, question.weights, question.text
    claim, title = compared(offer.prior.claim, rarity), compared(offer.prior.title, rarity)
    in_claim, in_title = claim.stems.keys() & weights.keys(), title.stems.keys() & weights.keys()
    shared = in_claim | in_title
    claim_mass, title_mass = rarity.sum(in_claim), rarity.sum(in_title)
    shared_mass = rarity.sum(shared)
    prior_mass = claim.mass + rarity.sum(title.stems.keys() - claim.stems.keys())
    rarest = [weight / rarity.unheard for weight in sorted((weights[stem] for stem in shared), reverse=True)[:4]]
    rarest += [0.0] * (4 - len(rarest))
    names = claim.names | title.names
    named = rarity.sum(names & weights.keys())
    quote = quoted(offer.prior.claim, rarity)
    quote_stems = set(quote)
    quote_mass = rarity.sum(quote_stems)
    return Features(
        index_share=offer.score / question.mass,
        asked_found=shared_mass / question.mass,
        claim_found=claim_mass / claim.mass,
        title_found=title_mass / title.mass,
        prior_found=shared_mass / prior_mass,
        claim_bm25=_bm25(question, claim, in_claim, _CLAIM_WORDS),
        title_bm25=_bm25(question, title, in_title, _TITLE_WORDS),
        exact=len((claim.words | title.words) & text.words) / (len(shared) or 1),
        claim_pairs=_pairs(claim.pairs & text.pairs, rarity) / (_pairs(claim.pairs, rarity) or 1.0),
        claim_signs=len(claim.pieces & text.pieces) / (len(claim.pieces) or 1),
        title_signs=len(title.pieces & text.pieces) / (len(title.pieces) or 1),
        asked_signs=len((claim.pieces | title.pieces) & text.pieces) / (len(text.pieces) or 1),
        rarest=rarest[0],
        second_rarest=rarest[1],
        third_rarest=rarest[2],
        fourth_rarest=rarest[3],
        numbers_shared=float(not claim.numbers.isdisjoint(text.numbers)),
        numbers_differ=float(bool(claim.numbers and text.numbers) and claim.numbers.isdisjoint(text.numbers)),
        names_found=named / (rarity.sum(names) or 1.0),
        names_weight=named / rarity.unheard,
        asked_names_found=rarity.sum(text.names & shared) / (rarity.sum(text.names) or 1.0),
        asked_missing=max((weights[stem] for stem in text.stems.keys() - shared), default=0.0) / rarity.unheard,
        title_length=math.log1p(len(title.row)),
        picture=float(question.pictured and not _SHOWN.isdisjoint({*claim.stems, *title.stems})),
        in_order=_in_order(text.row, claim.row) / (len(text.row) or 1),
        quote_found=rarity.sum(quote_stems & weights.keys()) / quote_mass if quote_mass else claim_mass / claim.mass,
        quote_run=_run(question, quote) / quote_mass if quote_mass else _run(question, claim.row) / claim.mass,
        claim_missing=(claim.mass - claim_mass) / rarity.unheard,
        title_missing=(title.mass - title_mass) / rarity.unheard,
        claimer_often=_claimer_often(question, offer.prior.claimer),
        fuzzy=fuzz.token_set_ratio(" ".join(text.row), " ".join(claim.row), full_process=False) / 100,
    )


def _claimer_often(question: Question, claimer: str) -> float:
    """Tell how often somebody was heard before: who speaks unnamed is mostly one of those who speak often."""
    if question.signed or not claimer or _NOBODY.search(claimer):
        return 0.0
    return question.rarity.often(claimer)


def _bm25(question: Question, text: Text, shared: Iterable[str], usual: int) -> float:
    """Give the measure that search engines use, in words that no prior holds."""
    slack = _SATURATION * (1 - _LENGTH + _LENGTH * len(text.row) / usual)
    found = 0.0
    for stem in shared:
        count = text.stems[stem]
        found += question.weights[stem] * count * (_SATURATION + 1) / (count + slack)
    return found / question.rarity.unheard


def _pairs(pairs: Iterable[tuple[str, str]], rarity: Rarity) -> float:
    return rarity.sum(chain.from_iterable(pairs))


def _run(question: Question, row: Sequence[str]) -> float:
    """Give the rarity of the stretch with most of it that stands word for word in the statement too."""
    best = 0.0
    before: dict[int, float] = {}
    for stem in row:
        now: dict[int, float] = {}
        for place in question.places.get(stem, ()):
            now[place] = before.get(place - 1, 0.0) + question.weights[stem]
            best = max(best, now[place])
        before = now
    return best


def _in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """Give how many words both have in the same order, with others between them."""
    common = set(one) & set(other)
    if len(common) < _TWO:
        return len(common)
    one, other = [word for word in one if word in common], [word for word in other if word in common]
    lengths = [0] * (len(other) + 1)
    for word in one:
        diagonal = 0
        for place, known in enumerate(other, 1):
            above = lengths[place]
            if word == known:
                lengths[place] = diagonal + 1
            elif lengths[place - 1] > above:
                lengths[place] = lengths[place - 1]
            diagonal = above
    return lengths[-1]

"""The named signals of how two claims differ; each is the same whichever claim comes first."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from workbench.matching.guard.alignment import Alignment, align
from workbench.matching.guard.cues import DIRECTIONS, JUDGING, SAYING, SUPERLATIVE, UNSEEN
from workbench.matching.guard.leftover import few, holds_negation, narrowed, replaced, tells, within
from workbench.matching.guard.lexicon import meaning
from workbench.matching.guard.numbers import Figures, figures
from workbench.matching.guard.order import compared_at, contrast_turned, converse, roles_swapped, than_swapped
from workbench.matching.guard.polarity import Cue, Polarity, polarity
from workbench.matching.guard.reading import Reading

_DIFFERING = (
    "odd", "parity", "roles", "contrast", "number_clash", "number_added", "time_clash", "time_added", "period",
    "names_clash", "names_added", "bound", "bound_clash", "quantifier", "quantifier_clash", "modality", "maybe", "charged", "future", "obliged",
    "only", "rank", "rank_clash", "scale", "sayers", "claimer",
)  # fmt: skip
_AMOUNTS = frozenset({"all", "most", "many", "some", "few"})
_ORDER = {
    word: place
    for place, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth".split(),
        1,
    )
} | {"winner": 1, "runner-up": 2}
_MOSTLY = 0.75
_SMALL = frozenset({"plain", "nearly"})
_MUCH = frozenset("much many little few".split())
_OF_ALL = frozenset("the its his her their our my world a new".split())


class Compared(NamedTuple):
    """Two claims side by side, and the signals of how they differ."""

    first: Reading
    second: Reading
    alignment: Alignment
    figures: Figures
    signals: dict[str, float]


def compare(one: Reading, other: Reading, claimers: tuple[str, str] = ("", "")) -> Compared:
    """Compare two claims."""
    alignment, numbers = _without_claimers(one, other, align(one, other), claimers), figures(one, other)
    signals = {
        **_overlap(one, other, alignment),
        **_polarity(one, other, alignment, numbers),
        **_figures(numbers),
        **_soft(one, other),
        "bound": float(numbers.bounds_differ),
        "bound_clash": float(numbers.bounds_clash),
        "sayers": float(_sayers(one, other, alignment)),
        "narrowed": float(narrowed(one, other, alignment)),
        "replaced": float(replaced(one, other, alignment)),
        "claimer": float(_claimer_differs(*claimers)),
    }
    differs = any(signals[name] for name in _DIFFERING) or (signals["mismatch"] and not signals["even"])
    equal = signals["equal"]
    for name in ("odd", "even", "mismatch", "told_apart", "left_plain", "replaced"):
        signals[f"{name}_close"] = signals[name] * equal
    left = bool(alignment.first) + bool(alignment.second)
    signals["nothing_differs"] = float(not differs and left == 0)
    signals["only_added"] = float(not differs and left == 1)
    signals["only_narrowed"] = signals["only_added"] * (signals["narrowed"] or within(one, other, alignment))
    signals["odd_alike"] = signals["odd"] * signals["alike"]
    signals["measured"] = signals["number_shared"] * equal * (left == 2)
    return Compared(one, other, alignment, numbers, signals)


def _without_claimers(one: Reading, other: Reading, alignment: Alignment, claimers: tuple[str, str]) -> Alignment:
    """Leave out the words in which a claim names who says it, where the claimer is given beside one of the two."""
    known = _parts(claimers[0]) | _parts(claimers[1])
    if not known:
        return alignment
    return alignment._replace(
        first=tuple(at for at in alignment.first if one.words[at].lower not in known),
        second=tuple(at for at in alignment.second if other.words[at].lower not in known),
        first_names=tuple(at for at in alignment.first_names if one.words[at].lower not in known),
        second_names=tuple(at for at in alignment.second_names if other.words[at].lower not in known),
    )


def _overlap(one: Reading, other: Reading, alignment: Alignment) -> dict[str, float]:
    equal = sum(one.words[link.first].lower not in DIRECTIONS for link in alignment.equal)
    alike = len(alignment.alike)
    against = len(alignment.opposite)
    left, left_other = len(alignment.first), len(alignment.second)
    size = max(1, 2 * (equal + alike + against) + left + left_other)
    names, other_names = len(alignment.first_names), len(alignment.second_names)
    many = max(left, left_other)
    return {
        "equal": 2 * equal / size,
        "alike": 2 * (alike - len(alignment.explained)) / size,
        "explained": 2 * len(alignment.explained) / size,
        "covered": 2 * (equal + alike) / size,
        "told_more": float(tells(one, alignment.first) != tells(other, alignment.second)),
        "left_many": min(many, 6) / 6,
        "names_shared": min(len(alignment.names), 3) / 3,
        "names_clash": float(bool(names and other_names)),
        "names_added": float(bool(names) != bool(other_names)),
        "close": float(equal > 2 and 2 * equal / size > 0.6),
        "length": abs(len(one.words) - len(other.words)) / max(1, len(one.words), len(other.words)),
    }


def _polarity(one: Reading, other: Reading, alignment: Alignment, numbers: Figures) -> dict[str, float]:
    mine, theirs = _standing(one, other, alignment, 0), _standing(other, one, alignment, 1)
    kinds, other_kinds = Counter(cue.kind for cue in mine), Counter(cue.kind for cue in theirs)
    links = (*alignment.equal, *alignment.alike, *alignment.names)
    here = polarity(one.text, one.words, one.clauses, mine)
    there = polarity(other.text, other.words, other.clauses, theirs)
    said = [
        link for link in links if link.first not in one.attribution and link.second not in other.attribution
    ] or links
    crossed = sum(here.turned[link.first] != there.turned[link.second] for link in said)
    mismatch = crossed / len(said) if said else float(bool(here.clauses) != bool(there.clauses))
    counts = _count(mine, here), _count(theirs, there)
    parity = (counts[0] - counts[1]) % 2 == 1
    differs = bool(here.clauses) != bool(there.clauses)
    aside = differs and not crossed and len(said) > 1
    turned = counts[0] != counts[1] and not aside and (mismatch > (0.5 if parity else _MOSTLY) or differs)
    against = len(alignment.opposite)
    than, roles = than_swapped(one, other, alignment), roles_swapped(one, other, alignment)
    flips = turned + against + than + numbers.complement + (turned and bool(alignment.against) and not against)
    flips += converse(one, other, alignment)
    flips += not turned and (_not_only(one, other) or _not_only(other, one))
    odd = flips % 2 == 1
    left = alignment.second if mine else alignment.first
    return {
        "negation": float(turned and odd and kinds["plain"] != other_kinds["plain"]),
        "denial": float(turned and odd and any(kinds[kind] != other_kinds[kind] for kind in ("denial", "debunk"))),
        "turned": float(turned),
        "left_plain": 0.0 if flips else few(alignment),
        "told_apart": float(not flips and tells(one, alignment.first) and tells(other, alignment.second)),
        "left_odd": few(alignment) if flips else 0.0,
        "mismatch": mismatch if mine or theirs else 0.0,
        "parity": float(parity and not flips and not aside),
        "aside": float(aside),
        "cue_even": float(bool(mine) and bool(theirs) and not turned),
        "opposite": float(min(against, 2)) if odd else 0.0,
        "against": float(bool(alignment.against)),
        "odd": float(odd),
        "odd_clean": float(odd and not left),
        "made_up": float(odd and turned and holds_negation(other if mine else one, left)),
        "even": float(bool(links) and flips > 0 and not odd and turned),
        "even_words": float(bool(links) and flips > 0 and not odd and not turned),
        "roles": float(roles and not against),
        "contrast": float(contrast_turned(one, other)),
    }


def _not_only(one: Reading, other: Reading) -> bool:
    """Say whether one claim says ``not only`` where the other says ``only``."""
    return "not_only" in one.soft and "only" in other.soft and not {"only", "not_only"} <= one.soft.keys()


def _count(cues: list[Cue], found: Polarity) -> int:
    """Count what turns a claim round; a debunk counts once, however it is told."""
    return found.clauses if any(cue.kind in {"debunk", "denial"} for cue in cues) else len(cues)


def _standing(reading: Reading, against: Reading, alignment: Alignment, side: int) -> list[Cue]:
    """Give what turns a claim round, but for what the other claim has in other words: lack and shortage, never before and first."""
    turning = {cue.word for cue in against.cues if cue.kind == "implicit"}
    echoes = (link for link in alignment.equal if link[1 - side] in turning)
    linked = {link[side] for link in (*alignment.alike, *alignment.opposite, *echoes)}
    first = "first" in against.soft
    topped = any(cue.kind in _SMALL for cue in reading.cues) and _topped(reading, against)
    return [
        cue
        for cue in reading.cues
        if not (topped and cue.kind in _SMALL)
        and (cue.kind not in {"implicit", "denial"} or cue.word not in linked)
        and not (cue.text in UNSEEN and first)
        and not _echoed(reading, against, cue)
    ]


def _topped(reading: Reading, against: Reading) -> bool:
    """Say whether a claim compares where the other names what stands above all: ``no lower fares than Vienna``."""
    return (compared_at(reading) >= 0 or _so_much(reading)) and _best(against) and not _best(reading)


def _so_much(reading: Reading) -> bool:
    """Say whether a claim measures by another thing or time: ``not so little since``, ``never as hot``."""
    words = reading.words
    return any(
        word.lower in {"as", "so"} and (behind.content or behind.lower in _MUCH) for word, behind in pairwise(words)
    )


def _best(reading: Reading) -> bool:
    return "first" in reading.soft or any(
        (word.lower.endswith("est") and word.bases[0] != word.lower)
        or (not SUPERLATIVE.isdisjoint(word.bases) and at > 0 and reading.words[at - 1].lower in _OF_ALL)
        for at, word in enumerate(reading.words)
    )


def _echoed(reading: Reading, against: Reading, cue: Cue) -> bool:
    """Say whether the other claim holds another word for a fake thing, so that it is no debunk here."""
    if cue.kind != "debunk" or cue.after != cue.word + 1 or cue.text not in JUDGING:
        return False
    turning = {other.word for other in against.cues}
    own = frozenset().union(*(meaning(base).own for base in reading.words[cue.word].bases))
    return any(
        own & meaning(base).own for at in against.content if at not in turning for base in against.words[at].bases
    )


def _figures(numbers: Figures) -> dict[str, float]:
    return {
        "number_clash": float(numbers.clash),
        "number_added": float(numbers.added),
        "number_shared": float(numbers.shared),
        "time_clash": float(numbers.time_clash),
        "time_added": float(numbers.time_added),
        "period": float(numbers.period),
    }


def _soft(one: Reading, other: Reading) -> dict[str, float]:
    mine, theirs = one.soft, other.soft

    def differs(*kinds: str) -> bool:
        return any((kind in mine) != (kind in theirs) for kind in kinds)

    amounts, other_amounts = (_AMOUNTS & side.keys() for side in (mine, theirs))
    ranks, other_ranks = _places(one), _places(other)
    return {
        "quantifier": float(bool(amounts) != bool(other_amounts)),
        "quantifier_clash": float(bool(amounts and other_amounts) and not amounts & other_amounts),
        "modality": float(differs("plan")),
        "maybe": float(differs("maybe")),
        "charged": float(differs("charged", "convicted")),
        "future": float(differs("future")),
        "obliged": float(
            ("obliged" in mine and "advised" in theirs and "advised" not in mine)
            or ("advised" in mine and "obliged" in theirs and "advised" not in theirs)
        ),
        "only": float(differs("only")),
        "rank": float(_ranks(one) != _ranks(other)),
        "rank_clash": float(bool(ranks and other_ranks) and not ranks & other_ranks),
        "scale": float(bool(one.scales and other.scales) and not one.scales & other.scales),
    }


def _places(reading: Reading) -> frozenset[int]:
    """Give the places in an order that a claim names, as numbers."""
    found = {_ORDER[word] for at in reading.soft.get("rank", ()) if (word := reading.words[at].lower) in _ORDER}
    return frozenset(found | {int(digits) for digits in reading.ordinals})


def _sayers(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Say whether both claims name who says it, each in words that the other has not."""
    sides = [
        {
            at
            for at in (*reading.content, *reading.names)
            if at in reading.attribution and SAYING.isdisjoint((reading.words[at].lower, *reading.words[at].bases))
        }
        for reading in (one, other)
    ]
    links = (*alignment.equal, *alignment.alike, *alignment.names)
    return bool(
        sides[0].difference(link.first for link in links) and sides[1].difference(link.second for link in links)
    )


def _ranks(reading: Reading) -> frozenset[str]:
    return frozenset(reading.words[at].lower for at in reading.soft.get("rank", ())) | reading.ordinals


def _claimer_differs(one: str, other: str) -> bool:
    mine, theirs = _parts(one), _parts(other)
    return bool(mine and theirs and not (mine <= theirs or theirs <= mine))


def _parts(claimer: str) -> frozenset[str]:
    return frozenset(_plain(claimer.casefold().replace(".", " ").replace(",", " ").split()))


def _plain(parts: Iterable[str]) -> Iterable[str]:
    return (part for part in parts if part not in {"the", "of", "mr", "mrs", "ms", "dr", "prof"})

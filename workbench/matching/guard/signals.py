"""The named signals of how two claims differ; each is the same whichever claim comes first."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from workbench.matching.guard.alignment import Alignment, align
from workbench.matching.guard.cues import DIRECTIONS
from workbench.matching.guard.lexicon import meaning
from workbench.matching.guard.numbers import Figures, figures
from workbench.matching.guard.order import contrast_turned, roles_swapped, than_swapped
from workbench.matching.guard.polarity import Cue, polarity
from workbench.matching.guard.reading import Reading

_KINDS = ("plain", "nearly", "implicit", "denial", "debunk")


class Compared(NamedTuple):
    """Two claims side by side, and the signals of how they differ."""

    first: Reading
    second: Reading
    alignment: Alignment
    figures: Figures
    signals: dict[str, float]


def compare(one: Reading, other: Reading, claimers: tuple[str, str] = ("", "")) -> Compared:
    """Compare two claims."""
    alignment, numbers = align(one, other), figures(one, other)
    signals = {
        **_overlap(one, other, alignment),
        **_polarity(one, other, alignment, numbers),
        **_figures(numbers),
        **_soft(one, other),
        "claimer": float(_claimer_differs(*claimers)),
    }
    return Compared(one, other, alignment, numbers, signals)


def _overlap(one: Reading, other: Reading, alignment: Alignment) -> dict[str, float]:
    equal = sum(one.words[link.first].lower not in DIRECTIONS for link in alignment.equal)
    alike = len(alignment.alike)
    against = len(alignment.opposite) + len(alignment.against)
    left, left_other = len(alignment.first), len(alignment.second)
    size = max(1, 2 * (equal + alike + against) + left + left_other)
    names, other_names = len(alignment.first_names), len(alignment.second_names)
    few, many = sorted((left, left_other))
    return {
        "equal": 2 * equal / size,
        "alike": 2 * alike / size,
        "left_few": min(few, 4) / 4,
        "left_many": min(many, 6) / 6,
        "one_word": float(few == many == 1 or (few == 0 and many == 1)),
        "added": float(few == 0 < many),
        "nothing_left": float(many == 0),
        "names_shared": min(len(alignment.names), 3) / 3,
        "names_clash": float(bool(names and other_names)),
        "names_added": float(bool(names) != bool(other_names)),
        "close": float(equal > 2 and 2 * equal / size > 0.6),
        "length": abs(len(one.words) - len(other.words)) / max(1, len(one.words), len(other.words)),
    }


def _polarity(one: Reading, other: Reading, alignment: Alignment, numbers: Figures) -> dict[str, float]:
    mine, theirs = _standing(one, alignment, 0), _standing(other, alignment, 1)
    kinds, other_kinds = Counter(cue.kind for cue in mine), Counter(cue.kind for cue in theirs)
    links = (*alignment.equal, *alignment.alike, *alignment.names)
    here = polarity(one.text, one.words, one.clauses, mine)
    there = polarity(other.text, other.words, other.clauses, theirs)
    crossed = sum(here.turned[link.first] != there.turned[link.second] for link in links)
    mismatch = crossed / len(links) if links else float(bool(here.count) != bool(there.count))
    turned = bool(mine or theirs) and (mismatch > 0.5 or bool(here.count) != bool(there.count))
    against = len(alignment.opposite)
    than, roles = than_swapped(one, other, alignment), roles_swapped(one, other, alignment)
    flips = turned + against + than + numbers.complement
    odd = flips % 2 == 1
    lone = not mine or not theirs
    gaps = {kind: float(turned and odd and kinds[kind] != other_kinds[kind]) for kind in _KINDS}
    left = alignment.second if mine else alignment.first
    return {
        **{f"{kind}_turns": gap for kind, gap in gaps.items()},
        "mismatch": mismatch if mine or theirs else 0.0,
        "cue_even": float(bool(mine) and bool(theirs) and not turned),
        "cue_lost": float(lone and bool(mine or theirs) and not turned),
        "opposite": float(min(against, 2)) if odd else 0.0,
        "against": float(bool(alignment.against)),
        "odd": float(odd),
        "odd_clean": float(odd and not left),
        "even": float(flips > 0 and not odd),
        "roles": float(roles and not against),
        "tone": _tone_gap(one, other, alignment),
        "contrast": float(contrast_turned(one, other)),
    }


def _tone_gap(one: Reading, other: Reading, alignment: Alignment) -> float:
    """Give how far the words that are not the same on both sides are apart in tone, where one is good and one bad."""
    mine = _tone(one, {link.first for link in alignment.equal})
    theirs = _tone(other, {link.second for link in alignment.equal})
    return min(abs(mine - theirs), 6.0) / 6 if mine * theirs < 0 else 0.0


def _tone(reading: Reading, equal: set[int]) -> float:
    tones = (meaning(base).tone for at in reading.content if at not in equal for base in reading.words[at].bases[:1])
    return sum(tones)


def _standing(reading: Reading, alignment: Alignment, side: int) -> list[Cue]:
    """Give what turns a claim round, but for words that the other claim has in other words, such as lack and shortage."""
    linked = {link[side] for link in (*alignment.alike, *alignment.opposite)}
    return [cue for cue in reading.cues if cue.kind != "implicit" or cue.word not in linked]


def _figures(numbers: Figures) -> dict[str, float]:
    return {
        "number_clash": float(numbers.clash),
        "number_added": float(numbers.added),
        "number_shared": float(numbers.shared),
        "complement": float(numbers.complement),
        "time_clash": float(numbers.time_clash),
        "time_added": float(numbers.time_added),
        "period": float(numbers.period),
    }


def _soft(one: Reading, other: Reading) -> dict[str, float]:
    mine, theirs = one.soft, other.soft

    def differs(*kinds: str) -> float:
        return float(any((kind in mine) != (kind in theirs) for kind in kinds))

    return {
        "bound": differs("more_than", "less_than", "about") if one.quantities and other.quantities else 0.0,
        "quantifier": differs("all", "most", "some", "few"),
        "plan": differs("plan"),
        "future": differs("future"),
        "maybe": differs("maybe"),
        "charged": differs("charged", "convicted"),
        "only": differs("only"),
        "rank": float(_ranks(one) != _ranks(other)),
    }


def _ranks(reading: Reading) -> frozenset[str]:
    return frozenset(reading.words[at].lower for at in reading.soft.get("rank", ())) | reading.ordinals


def _claimer_differs(one: str, other: str) -> bool:
    mine, theirs = _parts(one), _parts(other)
    return bool(mine and theirs and not (mine <= theirs or theirs <= mine))


def _parts(claimer: str) -> frozenset[str]:
    return frozenset(_plain(claimer.casefold().replace(".", " ").replace(",", " ").split()))


def _plain(parts: Iterable[str]) -> Iterable[str]:
    return (part for part in parts if part not in {"the", "of", "mr", "mrs", "ms", "dr", "prof"})

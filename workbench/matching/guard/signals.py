"""The named signals of how two claims differ; each is the same whichever claim comes first."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from workbench.matching.guard.alignment import Alignment, align
from workbench.matching.guard.numbers import Figures, figures
from workbench.matching.guard.order import contrast_turned, roles_swapped, than_swapped
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
        **_polarity(one, other, alignment),
        **_figures(numbers),
        **_soft(one, other),
        "claimer": float(_claimer_differs(*claimers)),
    }
    return Compared(one, other, alignment, numbers, signals)


def _overlap(one: Reading, other: Reading, alignment: Alignment) -> dict[str, float]:
    equal, alike = len(alignment.equal), len(alignment.alike)
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


def _polarity(one: Reading, other: Reading, alignment: Alignment) -> dict[str, float]:
    mine, theirs = Counter(cue.kind for cue in one.cues), Counter(cue.kind for cue in other.cues)
    gaps = {kind: abs(mine[kind] - theirs[kind]) for kind in _KINDS}
    turns = sum(mine.values()) - sum(theirs.values())
    against = len(alignment.opposite)
    than, roles = than_swapped(one, other, alignment), roles_swapped(one, other, alignment)
    flips = turns + against + than
    return {
        **{f"{kind}_gap": float(min(gap, 2)) for kind, gap in gaps.items()},
        "turned": float(turns % 2),
        "turned_more": float(abs(turns) >= 2),
        "negated_both": float(bool(mine) and bool(theirs)),
        "opposite": float(min(against, 2)),
        "against": float(bool(alignment.against)),
        "odd": float(flips % 2),
        "even": float(flips % 2 == 0 and (against > 0 or than > 0 or turns != 0)),
        "than_swapped": float(than),
        "roles": float(roles and not against),
        "contrast": float(contrast_turned(one, other)),
    }


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

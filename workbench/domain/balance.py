"""What a desk chose to check, of all that came in: counted by who said it, who published it, or what it is about.

Counts and shares, and nothing made of them: whether a selection is even-handed is not for a program to say.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from claims_db.report_vocabulary import BalanceAxis
from claims_db.rows import BalanceCount, BalanceRating, PartyRow
from claims_db.vocabulary import STANDING, ClaimState, SkipReason
from workbench.domain.days import ALWAYS, Period
from workbench.domain.parties import by_claimer, party_on
from workbench.domain.states import JUDGED

FEW = 10
"""Below so many, a share or a median says more about chance than about a desk: none is given."""

_WAITING = frozenset({ClaimState.PROPOSED, ClaimState.QUEUED})


class LineKind(StrEnum):
    """What a line counts."""

    ALL = "all"
    NAMED = "named"
    OTHERS = "others"
    NOT_KNOWN = "not known"


class BalanceLine(NamedTuple):
    """What became of some of the claims that came in.

    Attributes:
        name: the claimer, party, outlet or tag; of others how many they are; else empty.
        came_in: all of them; the others are its parts.
        checked: those with a finding that stands; ``ratings`` are its parts, in the order of the report's ratings.
        withdrawn: those whose finding was taken back after it went out.
        set_aside: those that were set aside; ``reasons`` are its parts, in the order of the reasons.
        in_review: those with a verdict that is not signed off.
        waiting: those that nobody has judged yet.
        duplicates: those that were marked as the same as another claim.

    """

    kind: LineKind
    name: str
    came_in: int
    checked: int
    ratings: tuple[int, ...]
    withdrawn: int
    set_aside: int
    reasons: tuple[int, ...]
    in_review: int
    waiting: int
    duplicates: int


class Asked(NamedTuple):
    """What is asked: by what, of the claims that came in within a period and that a filter lets through.

    All lines behind ``most`` of them are put into one.
    """

    by: BalanceAxis = BalanceAxis.CLAIMER
    period: Period = ALWAYS
    filter: str = ""
    most: int | None = None


class Balance(NamedTuple):
    """The report. Its lines begin with the one on all claims, and end with the one where the name is not known."""

    asked: Asked
    ratings: tuple[BalanceRating, ...]
    reasons: tuple[SkipReason, ...]
    lines: tuple[BalanceLine, ...]


def balance_of(
    asked: Asked,
    scale: Sequence[BalanceRating],
    counts: Sequence[BalanceCount],
    whole: Sequence[BalanceCount],
    parties: Iterable[PartyRow],
) -> Balance:
    """Make the report of counts by name, and of counts of the whole, in which each claim is counted once.

    ``scale`` has the ratings of the desk's scales, in order, its own first. Those of its own are all told, of others
    those that were given.
    """
    given = {one.of for one in whole}
    own = scale[0].scale if scale else ""
    ratings = tuple(one for one in scale if one.scale == own or one in given)
    named = _by_name(counts, _naming(asked.by, parties))
    unknown = named.pop("", ())
    ordered = sorted(named.items(), key=lambda one: (-_came_in(one[1]), one[0]))
    shown = ordered if asked.most is None or len(ordered) <= asked.most + 1 else ordered[: asked.most]
    rest = ordered[len(shown) :]
    lines = [
        _line(LineKind.ALL, "", whole, ratings),
        *(_line(LineKind.NAMED, name, rows, ratings) for name, rows in shown),
        *([_line(LineKind.OTHERS, str(len(rest)), [one for _, rows in rest for one in rows], ratings)] if rest else []),
        *([_line(LineKind.NOT_KNOWN, "", unknown, ratings)] if unknown else []),
    ]
    return Balance(asked, ratings, tuple(SkipReason), tuple(lines))


def share(part: int, whole: int) -> float | None:
    """Give the share of a part; None where the whole is small."""
    return part / whole if whole >= FEW else None


def _naming(by: BalanceAxis, parties: Iterable[PartyRow]) -> Callable[[BalanceCount], str]:
    if by is not BalanceAxis.PARTY:
        return lambda count: count.name
    known = by_claimer(parties)
    return lambda count: party_on(known.get(count.name, ()), count.said)


def _by_name(
    counts: Iterable[BalanceCount], naming: Callable[[BalanceCount], str]
) -> dict[str, tuple[BalanceCount, ...]]:
    return {name: tuple(rows) for name, rows in groupby(sorted(counts, key=naming), key=naming)}


def _came_in(counts: Iterable[BalanceCount]) -> int:
    return sum(one.total for one in counts if isinstance(one.of, ClaimState))


def _line(kind: LineKind, name: str, counts: Iterable[BalanceCount], ratings: Sequence[BalanceRating]) -> BalanceLine:
    states, others = Counter[object](), Counter[object]()
    for one in counts:
        (states if isinstance(one.of, ClaimState) else others)[one.of] += one.total
    return BalanceLine(
        kind=kind,
        name=name,
        came_in=states.total(),
        checked=sum(states[state] for state in STANDING),
        ratings=tuple(others[rating] for rating in ratings),
        withdrawn=states[ClaimState.WITHDRAWN],
        set_aside=states[ClaimState.SKIPPED],
        reasons=tuple(others[reason] for reason in SkipReason),
        in_review=sum(states[state] for state in JUDGED),
        waiting=sum(states[state] for state in _WAITING),
        duplicates=states[ClaimState.DUPLICATE],
    )

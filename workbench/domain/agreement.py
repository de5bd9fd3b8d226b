"""How far reviewers agree: percent agreement, Cohen's kappa, Krippendorff's alpha.

Sums are exact fractions, so that neither the order of the judgements nor rounding changes a result, and
perfect agreement gives exactly 1. Where a coefficient is not defined the answer is None, never a number:

- nothing can be compared, because no unit has values of two reviewers;
- chance alone would agree everywhere, because only one value was ever used: 0 divided by 0.

Sources: J. Cohen, A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement
20 (1960) 37-46; R. J. Light, Measures of Response Agreement for Qualitative Data, Psychological Bulletin 76
(1971) 365-377, for the mean over pairs; K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011),
University of Pennsylvania, for alpha with missing values.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

Value = str | int | float
"""What a reviewer said of a unit: a name, or a number where distances count."""


class Level(StrEnum):
    """What the values mean: names, places in an order, or numbers with distances."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"


class Judgement(NamedTuple):
    """One reviewer's value for one unit; a later one of the same reviewer replaces it."""

    unit: str
    reviewer: str
    value: Value


class Agreement(NamedTuple):
    """Coefficients for some reviewers; ``units`` have values of two or more of them, 1 is perfect agreement."""

    units: int
    percent: float | None
    kappa: float | None
    alpha: float | None


class PairAgreement(NamedTuple):
    """The agreement of two reviewers, the names in their order."""

    first: str
    second: str
    agreement: Agreement


Ratings = Mapping[str, Mapping[str, Value]]
"""The values by unit and reviewer, of units with two values or more."""


def agreement(judgements: Iterable[Judgement], level: Level) -> Agreement:
    """Give the agreement of all reviewers; kappa is Light's mean over the pairs for which it is defined.

    Raises:
        ValueError: values that are not all numbers have no distances, values of mixed kinds no order.

    """
    rated = _comparable(judgements)
    kappas = [kappa for first, second in _pairs(rated) if (kappa := _kappa(rated, first, second)) is not None]
    return Agreement(
        len(rated), _float(_percent(rated)), _float(_ratio(sum(kappas), len(kappas))), _float(_alpha(rated, level))
    )


def agreement_by_pair(judgements: Iterable[Judgement], level: Level) -> tuple[PairAgreement, ...]:
    """Give the agreement of each two reviewers who have a unit in common, by their names.

    Raises:
        ValueError: as ``agreement``.

    """
    rated = _comparable(judgements)
    return tuple(PairAgreement(first, second, _of_two(rated, first, second, level)) for first, second in _pairs(rated))


def percent_agreement(judgements: Iterable[Judgement]) -> float | None:
    """Give the share of equal values among all pairs of values of the same unit, from 0 to 1."""
    return _float(_percent(_comparable(judgements)))


def cohen_kappa(judgements: Iterable[Judgement], first: str, second: str) -> float | None:
    """Give Cohen's unweighted kappa of two reviewers over the units that both have judged."""
    return _float(_kappa(_comparable(judgements), first, second))


def krippendorff_alpha(judgements: Iterable[Judgement], level: Level) -> float | None:
    """Give Krippendorff's alpha of any number of reviewers; values may be missing.

    Raises:
        ValueError: as ``agreement``.

    """
    return _float(_alpha(_comparable(judgements), level))


def _comparable(judgements: Iterable[Judgement]) -> Ratings:
    rated: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    for unit, reviewer, value in judgements:
        rated[unit][reviewer] = value
    return {unit: values for unit, values in rated.items() if len(values) > 1}


def _pairs(rated: Ratings) -> list[tuple[str, str]]:
    return sorted({pair for values in rated.values() for pair in combinations(sorted(values), 2)})


def _of_two(rated: Ratings, first: str, second: str, level: Level) -> Agreement:
    common = {
        unit: {first: values[first], second: values[second]}
        for unit, values in rated.items()
        if first in values and second in values
    }
    return Agreement(
        len(common),
        _float(_percent(common)),
        _float(_kappa(common, first, second)),
        _float(_alpha(common, level)),
    )


def _percent(rated: Ratings) -> Fraction | None:
    pairs = [one == other for values in rated.values() for one, other in combinations(values.values(), 2)]
    return _ratio(sum(pairs), len(pairs))


def _kappa(rated: Ratings, first: str, second: str) -> Fraction | None:
    """Give (observed - expected) / (1 - expected), times the squared number of units."""
    common = [(values[first], values[second]) for values in rated.values() if first in values and second in values]
    of_first, of_second = Counter(one for one, _ in common), Counter(other for _, other in common)
    units = len(common)
    observed = sum(one == other for one, other in common)
    expected = sum(count * of_second[value] for value, count in of_first.items())
    return _ratio(observed * units - expected, units * units - expected)


def _alpha(rated: Ratings, level: Level) -> Fraction | None:
    """Give 1 - observed / expected disagreement, from the coincidences of values within units."""
    coincidences: defaultdict[tuple[Value, Value], Fraction] = defaultdict(Fraction)
    totals: Counter[Value] = Counter()
    for values in rated.values():
        counts = Counter(values.values())
        totals += counts
        for (one, ones), (other, others) in combinations(counts.items(), 2):
            coincidences[one, other] += Fraction(ones * others, len(values) - 1)
    distance = _distance(totals, level)
    observed = sum((share * distance(one, other) for (one, other), share in coincidences.items()), start=Fraction(0))
    expected = sum(
        (ones * others * distance(one, other) for (one, ones), (other, others) in combinations(totals.items(), 2)),
        start=Fraction(0),
    )
    unlike = _ratio((totals.total() - 1) * observed, expected)
    return None if unlike is None else 1 - unlike


def _distance(totals: Mapping[Value, int], level: Level) -> Callable[[Value, Value], Fraction]:
    """Give the squared distance of two different values, as Krippendorff defines it for each level."""
    if level is Level.NOMINAL:
        return lambda _one, _other: Fraction(1)
    if level is Level.INTERVAL:
        return lambda one, other: (_number(one) - _number(other)) ** 2
    middles, before = {}, 0
    for value in _in_order(totals):
        middles[value] = Fraction(2 * before + totals[value], 2)
        before += totals[value]
    return lambda one, other: (middles[one] - middles[other]) ** 2


def _in_order(values: Iterable[Value]) -> list[Value]:
    kinds = [value for value in values if isinstance(value, str)]
    numbers = [value for value in values if not isinstance(value, str)]
    if kinds and numbers:
        raise ValueError("names and numbers have no common order")
    return [*sorted(kinds), *sorted(numbers)]


def _number(value: Value) -> Fraction:
    if isinstance(value, str):
        raise ValueError("names have no distances")  # noqa: TRY004 - the level does not fit the value
    return Fraction(value)


def _ratio(part: int | Fraction, whole: int | Fraction) -> Fraction | None:
    return Fraction(part) / Fraction(whole) if whole else None


def _float(exact: Fraction | None) -> float | None:
    return None if exact is None else float(exact)

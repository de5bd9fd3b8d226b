"""Set a claimed number beside the source's: are they comparable, how far are they apart, does the desk tolerate it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from workbench.domain.evidence.figures import Bound, Figure, plain


class Outcome(StrEnum):
    """What the comparison of two numbers comes to."""

    AGREES = "agrees"
    WITHIN_TOLERANCE = "within tolerance"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True)
class Tolerance:
    """What the desk tolerates.

    Attributes:
        share: how far a number may be from the source's, as a share of it.
        about: how far one may be that is said to be about so much, at most.

    """

    share: Decimal = Decimal("0.01")
    about: Decimal = Decimal("0.1")


@dataclass(frozen=True)
class NumberCheck:
    """A claimed number beside the source's.

    Attributes:
        outcome: what the comparison comes to.
        claimed, source: the two numbers; the source's in the claim's unit, where one could be turned into the other.
        difference: claimed less source's; None where they can't be compared, or where a mere bound leaves it open.
        share: the difference as a share of the source's; None where that is zero, too.
        reason: why they differ or can't be compared, as a sentence; empty where they agree.
        remarks: what else to look at, in sentences.

    """

    outcome: Outcome
    claimed: Figure
    source: Figure
    difference: Decimal | None = None
    share: Decimal | None = None
    reason: str = ""
    remarks: tuple[str, ...] = ()


_MEASURES: MappingProxyType[str, tuple[str, Decimal]] = MappingProxyType(
    {
        "m": ("length", Decimal(1)), "km": ("length", Decimal(1000)), "mi": ("length", Decimal("1609.344")),
        "ft": ("length", Decimal("0.3048")), "kg": ("mass", Decimal(1)), "t": ("mass", Decimal(1000)),
        "min": ("time", Decimal(1)), "h": ("time", Decimal(60)), "d": ("time", Decimal(1440)),
        "wk": ("time", Decimal(10080)), "mo": ("months", Decimal(1)), "y": ("months", Decimal(12)),
    }
)  # fmt: skip
_UPWARDS = frozenset({Bound.MORE, Bound.AT_LEAST})
_DOWNWARDS = frozenset({Bound.LESS, Bound.AT_MOST})
_FAR = Decimal("1.5")


def check_number(claimed: Figure, source: Figure, tolerance: Tolerance | None = None) -> NumberCheck:
    """Compare a claimed number with the source's."""
    allowed = tolerance or Tolerance()
    converted = _converted(source, claimed.unit)
    reason = _not_comparable(claimed, converted)
    if reason:
        return NumberCheck(Outcome.NOT_COMPARABLE, claimed, source, reason=reason)
    remarks = _remarks(claimed, source, converted)
    if claimed.way and source.way and claimed.way != source.way:
        reason = f"The claim says {claimed.way}, the source says {source.way}."
        apart = claimed.low + converted.low if claimed.way == "up" else -claimed.low - converted.low
        found = _judged(Outcome.DIFFERS, claimed, converted, reason, remarks)
        return replace(found, difference=apart, share=apart / abs(converted.low) if converted.low else None)
    return _compared(claimed, converted, allowed, remarks)


def _converted(source: Figure, unit: str) -> Figure:
    """Give the source's number in the claim's unit, where both measure the same."""
    mine, theirs = _MEASURES.get(unit), _MEASURES.get(source.unit)
    if mine is None or theirs is None or mine[0] != theirs[0] or unit == source.unit:
        return source
    factor = theirs[1] / mine[1]
    return replace(source, low=source.low * factor, high=source.high * factor, step=source.step * factor, unit=unit)


def _not_comparable(claimed: Figure, source: Figure) -> str:
    if {claimed.unit, source.unit} == {"%", "pp"}:
        return "Other unit: percent against percentage points."
    if claimed.unit and source.unit and claimed.unit != source.unit:
        return f"Other unit: {claimed.unit} against {source.unit}."
    if claimed.rate != source.rate:
        return f"Other period: {_each(claimed.rate)} against {_each(source.rate)}."
    if claimed.period and source.period and not _same_period(claimed.period, source.period):
        return f"Other period: {claimed.period} against {source.period}."
    if claimed.against and source.against and claimed.against != source.against:
        return f"Other base: against the {claimed.against} before, and against the {source.against} before."
    if claimed.base != source.base and not _shares_alike(claimed.base, source.base):
        return f"Other base: {_base(claimed.base)} against {_base(source.base)}."
    if {claimed.changed, source.changed} == {True, False}:
        return "Other base: a change against a level."
    return ""


def _same_period(one: str, other: str) -> bool:
    """Say whether two periods may be one: a month without its year fits that month of any year."""
    if one == other:
        return True
    return any(side.startswith("--") for side in (one, other)) and one.lstrip("-") in {
        other.rpartition("-")[2],
        other.lstrip("-"),
    } | ({one.lstrip("-")} if one.rpartition("-")[2] == other.lstrip("-") else set())


def _shares_alike(one: str, other: str) -> bool:
    """Say whether two shares may be of one whole: one of them does not name it, or they name it in other words.

    That is remarked, not refused.
    """
    if not all(not side or side.startswith("of ") for side in (one, other)):
        return False
    return not (one and other) or not set(one.split()[1:]).isdisjoint(other.split()[1:])


def _compared(claimed: Figure, source: Figure, allowed: Tolerance, remarks: tuple[str, ...]) -> NumberCheck:
    if source.bound in _UPWARDS | _DOWNWARDS:
        return _against_bound(claimed, source, allowed, remarks)
    if claimed.bound in _UPWARDS | _DOWNWARDS:
        return _bound_against(claimed, source, allowed, remarks)
    away = _distance(claimed, source)
    slack = _rounding(claimed, allowed)
    if away <= slack:
        return _judged(Outcome.AGREES, claimed, source, "", remarks)
    wide = max(
        allowed.share * abs(source.low), _rounding(source, allowed) if source.bound is Bound.ABOUT else Decimal(0)
    )
    if away <= wide + (slack if source.bound is Bound.ABOUT else 0):
        return _judged(Outcome.WITHIN_TOLERANCE, claimed, source, "", remarks)
    return _judged(
        Outcome.DIFFERS, claimed, source, _apart(claimed, source), (*remarks, *_scale_remark(claimed, source))
    )


def _bound_against(claimed: Figure, source: Figure, allowed: Tolerance, remarks: tuple[str, ...]) -> NumberCheck:
    """Judge ``more than 40`` and its like by a number."""
    bound, upwards = claimed.low, claimed.bound in _UPWARDS
    beyond = source.low - bound if upwards else bound - source.high
    strict = claimed.bound in {Bound.MORE, Bound.LESS}
    if beyond > 0 or (beyond == 0 and not strict):
        far = bound and source.low and (source.low / bound > _FAR if upwards else bound / source.high > _FAR)
        more = (f"True, but the source's is {_times(source.low, bound)} as much.",) if far else ()
        return _judged(Outcome.AGREES, claimed, source, "", (*remarks, *more))
    if -beyond <= allowed.share * abs(bound):
        reason = f"It is {plain(source.low)}, not {claimed.bound} {plain(bound)}."
        return _judged(Outcome.WITHIN_TOLERANCE, claimed, source, reason, remarks)
    return _judged(
        Outcome.DIFFERS, claimed, source, _apart(claimed, source), (*remarks, *_scale_remark(claimed, source))
    )


def _against_bound(claimed: Figure, source: Figure, allowed: Tolerance, remarks: tuple[str, ...]) -> NumberCheck:
    """Judge a claim by a source that itself gives only a bound."""
    same_side = claimed.bound in (_UPWARDS if source.bound in _UPWARDS else _DOWNWARDS)
    away = abs(claimed.low - source.low)
    if same_side and away <= allowed.share * abs(source.low):
        outcome = Outcome.AGREES if away == 0 else Outcome.WITHIN_TOLERANCE
        return _judged(outcome, claimed, source, "", remarks)
    said = f"The source says only {source.bound} {plain(source.low)}."
    outside = claimed.high < source.low if source.bound in _UPWARDS else claimed.low > source.low
    near = away <= max(allowed.share * abs(source.low), _rounding(claimed, allowed))
    if near and not same_side:
        return _judged(Outcome.WITHIN_TOLERANCE, claimed, source, said, remarks)
    if outside and claimed.bound not in _UPWARDS | _DOWNWARDS:
        return _judged(Outcome.DIFFERS, claimed, source, said, (*remarks, *_scale_remark(claimed, source)))
    return NumberCheck(Outcome.NOT_COMPARABLE, claimed, source, reason=said, remarks=remarks)


def _rounding(figure: Figure, allowed: Tolerance) -> Decimal:
    """Give how far a number may be off because of how it was rounded: half of its last digit, more for ``about``."""
    half = figure.step / 2
    if figure.bound is not Bound.ABOUT:
        return half
    size = abs(figure.low)
    place = Decimal(1).scaleb(figure.low.normalize().as_tuple().exponent if figure.low else 0)  # type: ignore[arg-type]
    return max(half, min(allowed.about * size, max(place / 2, allowed.about * size / 2)))


def _distance(one: Figure, other: Figure) -> Decimal:
    """Give how far two numbers are apart: of ranges, how far one reaches out of the other."""
    if one.low == one.high and other.low != other.high:
        return max(other.low - one.low, one.high - other.high, Decimal(0))
    return max(one.low - other.low, other.high - one.high, Decimal(0))


def _judged(outcome: Outcome, claimed: Figure, source: Figure, reason: str, remarks: tuple[str, ...]) -> NumberCheck:
    middle, other = (claimed.low + claimed.high) / 2, (source.low + source.high) / 2
    difference = middle - other
    return NumberCheck(
        outcome, claimed, source, difference, difference / abs(other) if other else None, reason, remarks
    )


def _remarks(claimed: Figure, source: Figure, converted: Figure) -> tuple[str, ...]:
    """Say what only one of the two names, and what was turned into another unit."""
    found = []
    if converted.unit != source.unit:
        found.append(f"The source's number was turned from {source.unit} into {converted.unit}.")
    sides = (("the claim", claimed, source), ("the source", source, claimed))
    for name, side, other in sides:
        for what in ("unit", "period", "against"):
            if not getattr(side, what) and getattr(other, what):
                word = {"unit": "unit", "period": "period", "against": "time to compare with"}[what]
                found.append(f"{name.capitalize()} names no {word}; the other says {getattr(other, what)}.")
        if not side.base and other.base.startswith("of "):
            found.append(f"{name.capitalize()} does not say of what; the other says {other.base}.")
    if claimed.base and source.base and claimed.base != source.base:
        found.append(f"The claim's share is {claimed.base}, the source's is {source.base}.")
    if claimed.counted and source.counted and set(claimed.counted.split()).isdisjoint(source.counted.split()):
        found.append(f"The claim counts {claimed.counted}, the source {source.counted}.")
    return tuple(found)


def _scale_remark(claimed: Figure, source: Figure) -> tuple[str, ...]:
    """Point at a number that is a thousand or a million times too large or too small: a scale was mistaken."""
    if not claimed.low or not source.low:
        return ()
    ratio = abs(claimed.low / source.low)
    for factor in (Decimal(1000), Decimal(1_000_000), Decimal(10), Decimal(100)):
        for scale in (factor, 1 / factor):
            if abs(ratio / scale - 1) <= Decimal("0.05"):
                times = f"{factor:,} times {'too large' if scale > 1 else 'too small'}"
                return (f"The claim is {times}: was a scale or a digit mistaken?",)
    return ()


def _apart(claimed: Figure, source: Figure) -> str:
    return f"The claim says {claimed}, the source says {source}."


def _times(one: Decimal, other: Decimal) -> str:
    return f"{one / other:.1f} times" if other else "many times"


def _each(rate: str) -> str:
    return f"per {rate}" if rate else "in all"


def _base(base: str) -> str:
    return base if base.startswith("of ") else f"per {base}" if base else "in all"

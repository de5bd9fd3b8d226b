"""Set a claimed number beside the source's: are they comparable, how far are they apart, does the desk tolerate it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from claims_db.vocabulary import NumberOutcome
from workbench.domain.evidence.figure import Bound, Figure, plain
from workbench.domain.evidence.told_numbers import counted_keys


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
        claimed, source: the two numbers; the source's in the claim's unit, where one could be turned into the other,
            and None where the source has no such number.
        difference: claimed less source's; None where they can't be compared, or where a mere bound leaves it open.
        share: the difference as a share of the source's; None where that is zero, too.
        reason: why they differ or can't be compared, as a sentence; empty where they agree.
        remarks: what else to look at, in sentences.

    """

    outcome: NumberOutcome
    claimed: Figure
    source: Figure | None
    difference: Decimal | None = None
    share: Decimal | None = None
    reason: str = ""
    remarks: tuple[str, ...] = ()


MEASURES: MappingProxyType[str, tuple[str, Decimal]] = MappingProxyType(
    {
        "m": ("length", Decimal(1)), "km": ("length", Decimal(1000)), "mi": ("length", Decimal("1609.344")),
        "ft": ("length", Decimal("0.3048")), "kg": ("mass", Decimal(1)), "t": ("mass", Decimal(1000)),
        "min": ("time", Decimal(1)), "h": ("time", Decimal(60)), "d": ("time", Decimal(1440)),
        "wk": ("time", Decimal(10080)), "mo": ("months", Decimal(1)), "y": ("months", Decimal(12)),
    }
)  # fmt: skip
"""What each unit of measure measures, and in what size."""
MONEY = frozenset("USD GBP EUR JPY INR CNY RUB".split())
"""The currencies."""
_UPWARDS = frozenset({Bound.MORE, Bound.AT_LEAST})
_DOWNWARDS = frozenset({Bound.LESS, Bound.AT_MOST})
_FAR = Decimal("1.5")


def check_number(claimed: Figure, source: Figure, tolerance: Tolerance | None = None) -> NumberCheck:
    """Compare a claimed number with the source's."""
    allowed = tolerance or Tolerance()
    converted = _converted(source, claimed.unit)
    reason = _not_comparable(claimed, converted)
    if reason:
        return NumberCheck(NumberOutcome.NOT_COMPARABLE, claimed, source, reason=reason)
    remarks = _remarks(claimed, source, converted)
    if claimed.way and source.way and claimed.way != source.way:
        reason = f"The claim says {claimed.way}, the source says {source.way}."
        apart = claimed.low + converted.low if claimed.way == "up" else -claimed.low - converted.low
        found = _judged(NumberOutcome.DIFFERS, claimed, converted, reason, remarks)
        return replace(found, difference=apart, share=apart / abs(converted.low) if converted.low else None)
    return _compared(claimed, converted, allowed, remarks)


def _converted(source: Figure, unit: str) -> Figure:
    """Give the source's number in the claim's unit, where both measure the same."""
    mine, theirs = MEASURES.get(unit), MEASURES.get(source.unit)
    if mine is None or theirs is None or mine[0] != theirs[0] or unit == source.unit:
        return source
    factor = theirs[1] / mine[1]
    return replace(source, low=source.low * factor, high=source.high * factor, step=source.step * factor, unit=unit)


def _not_comparable(claimed: Figure, source: Figure) -> str:
    if {claimed.unit, source.unit} == {"%", "pp"}:
        return "Other unit: percent against percentage points."
    if claimed.unit != source.unit and not _money_without_name(claimed, source):
        return f"Other unit: {_unit(claimed)} against {_unit(source)}."
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


def _money_without_name(one: Figure, other: Figure) -> bool:
    """Say whether one of the two is money and the other may be: it has no unit and counts nothing that is named."""
    bare, named = (one, other) if other.unit else (other, one)
    return not bare.unit and not bare.counted and named.unit in MONEY


def _unit(figure: Figure) -> str:
    return figure.unit or (f"a count of {figure.counted}" if figure.counted else "a count")


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
        rough = away > allowed.share * abs(source.low) and claimed.bound is not Bound.ABOUT
        rounded = (f"It is rounded; the source has {plain(source.low)}.",) if rough else ()
        return _judged(NumberOutcome.AGREES, claimed, source, "", (*remarks, *rounded))
    if claimed.step < source.step and away <= source.step / 2 + slack:
        told = f"The source tells it only as {source.words or plain(source.low)}; the claim is more exact."
        return _judged(NumberOutcome.WITHIN_TOLERANCE, claimed, source, "", (*remarks, told))
    wide = max(
        allowed.share * abs(source.low), _rounding(source, allowed) if source.bound is Bound.ABOUT else Decimal(0)
    )
    if away <= wide + (slack if source.bound is Bound.ABOUT else 0):
        return _judged(NumberOutcome.WITHIN_TOLERANCE, claimed, source, "", remarks)
    return _judged(
        NumberOutcome.DIFFERS, claimed, source, _apart(claimed, source), (*remarks, *_scale_remark(claimed, source))
    )


def _bound_against(claimed: Figure, source: Figure, allowed: Tolerance, remarks: tuple[str, ...]) -> NumberCheck:
    """Judge ``more than 40`` and its like by a number."""
    bound, upwards = claimed.low, claimed.bound in _UPWARDS
    beyond = source.low - bound if upwards else bound - source.high
    strict = claimed.bound in {Bound.MORE, Bound.LESS}
    if beyond > 0 or (beyond == 0 and not strict):
        far = bound and source.low and (source.low / bound > _FAR if upwards else bound / source.high > _FAR)
        more = (f"True, but the source's is {_times(source.low, bound)} as much.",) if far else ()
        return _judged(NumberOutcome.AGREES, claimed, source, "", (*remarks, *more))
    if -beyond <= allowed.share * abs(bound):
        reason = f"It is {plain(source.low)}, not {claimed.bound} {plain(bound)}."
        return _judged(NumberOutcome.WITHIN_TOLERANCE, claimed, source, reason, remarks)
    return _judged(
        NumberOutcome.DIFFERS, claimed, source, _apart(claimed, source), (*remarks, *_scale_remark(claimed, source))
    )


def _against_bound(claimed: Figure, source: Figure, allowed: Tolerance, remarks: tuple[str, ...]) -> NumberCheck:
    """Judge a claim by a source that itself gives only a bound."""
    same_side = claimed.bound in (_UPWARDS if source.bound in _UPWARDS else _DOWNWARDS)
    away = abs(claimed.low - source.low)
    if same_side and away <= allowed.share * abs(source.low):
        outcome = NumberOutcome.AGREES if away == 0 else NumberOutcome.WITHIN_TOLERANCE
        return _judged(outcome, claimed, source, "", remarks)
    said = f"The source says only {source.bound} {plain(source.low)}."
    outside = claimed.high < source.low if source.bound in _UPWARDS else claimed.low > source.low
    near = away <= max(allowed.share * abs(source.low), _rounding(claimed, allowed))
    if near and not same_side:
        return _judged(NumberOutcome.WITHIN_TOLERANCE, claimed, source, said, remarks)
    if outside and claimed.bound not in _UPWARDS | _DOWNWARDS:
        return _judged(NumberOutcome.DIFFERS, claimed, source, said, (*remarks, *_scale_remark(claimed, source)))
    return NumberCheck(NumberOutcome.NOT_COMPARABLE, claimed, source, reason=said, remarks=remarks)


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


def _judged(
    outcome: NumberOutcome, claimed: Figure, source: Figure, reason: str, remarks: tuple[str, ...]
) -> NumberCheck:
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
    sides = (("the claim", claimed, "the source", source), ("the source", source, "the claim", claimed))
    for name, side, second, other in sides:
        for what in ("unit", "period", "against"):
            if not getattr(side, what) and getattr(other, what):
                word = {"unit": "unit", "period": "period", "against": "time to compare with"}[what]
                found.append(f"{name.capitalize()} names no {word}; {second} says {getattr(other, what)}.")
        if not side.base and other.base.startswith("of "):
            found.append(f"{name.capitalize()} does not say of what; {second} says {other.base}.")
    if claimed.base and source.base and claimed.base != source.base:
        found.append(f"The claim's share is {claimed.base}, the source's is {source.base}.")
    if claimed.counted and source.counted and counted_keys(claimed).isdisjoint(counted_keys(source)):
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

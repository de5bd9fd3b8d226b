"""Name how two claims differ, with the words on both sides in which they do."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from workbench.matching.guard.quantities import Quantity
from workbench.matching.guard.reading import Reading, bare_digits
from workbench.matching.guard.signals import Compared
from workbench.matching.guard.times import Moment
from workbench.matching.guard.units import POINTS, SHARE


class DifferenceKind(StrEnum):
    """In what two claims differ."""

    NEGATION = "negation"
    DENIAL = "denial"
    OPPOSITE = "opposite"
    ROLES = "roles"
    NUMBER = "number"
    UNIT = "unit"
    PERCENT_POINTS = "percent_points"
    PERIOD = "period"
    TIME = "time"
    BOUND = "bound"
    QUANTIFIER = "quantifier"
    RANK = "rank"
    MODALITY = "modality"
    NAME = "name"
    CLAIMER = "claimer"
    WORDS = "words"


class Stretch(NamedTuple):
    """A stretch of a claim, code points, half-open."""

    start: int
    end: int


class Difference(NamedTuple):
    """One difference between two claims.

    Attributes:
        kind: in what they differ.
        words: the difference in words, the first claim first.
        reverses: set where it turns the one claim into the other's opposite.
        first, second: where it stands in each claim; empty where nothing stands there.
        turned: the difference in words, the second claim first.

    """

    kind: DifferenceKind
    words: str
    reverses: bool
    first: tuple[Stretch, ...] = ()
    second: tuple[Stretch, ...] = ()
    turned: str = ""


def named(compared: Compared, claimers: tuple[str, str]) -> tuple[Difference, ...]:
    """Name the differences, those that reverse a claim first."""
    found = [
        *_turned(compared), *_opposites(compared), *_roles(compared), *_numbers(compared), *_times(compared),
        *_bounds(compared), *_soft(compared), *_names(compared), *_claimer(compared, claimers),
    ]  # fmt: skip
    return tuple(found or _words(compared))


def _against(
    compared: Compared,
    kind: DifferenceKind,
    first: Sequence[Stretch],
    second: Sequence[Stretch],
    *,
    reverses: bool = False,
) -> Difference:
    mine, theirs = _listed(compared.first.text, first), _listed(compared.second.text, second)
    return Difference(
        kind, _set_against(mine, theirs), reverses, tuple(first), tuple(second), turned=_set_against(theirs, mine)
    )


def _set_against(mine: str, theirs: str) -> str:
    if mine and theirs:
        return f"{mine} against {theirs}"
    return f"{mine} only in this one" if mine else f"{theirs} only in the other one"


def _listed(text: str, stretches: Iterable[Stretch]) -> str:
    return ", ".join(text[start:end] for start, end in stretches)


def _of(reading: Reading, places: Iterable[int]) -> list[Stretch]:
    return [Stretch(reading.words[at].start, reading.words[at].end) for at in places]


def _spans(found: Sequence[Quantity | Moment]) -> list[Stretch]:
    return [Stretch(one.start, one.end) for one in found]


def _turned(compared: Compared) -> Iterator[Difference]:
    signals = compared.signals
    if not (signals["turned"] or signals["mismatch"] > 0):
        return
    sides = [
        [Stretch(reading.words[cue.word].start, reading.words[cue.after - 1].end) for cue in reading.cues]
        for reading in (compared.first, compared.second)
    ]
    if sides[0] or sides[1]:
        kind = DifferenceKind.DENIAL if signals["denial"] else DifferenceKind.NEGATION
        words = "one is negated, the other is not" if not (sides[0] and sides[1]) else "they negate something else"
        yield Difference(kind, words, bool(signals["turned"]), tuple(sides[0]), tuple(sides[1]), turned=words)


def _opposites(compared: Compared) -> Iterator[Difference]:
    alignment = compared.alignment
    for link in (*alignment.opposite, *alignment.against):
        first, second = _of(compared.first, [link.first]), _of(compared.second, [link.second])
        yield _against(compared, DifferenceKind.OPPOSITE, first, second, reverses=link in alignment.opposite)


def _roles(compared: Compared) -> Iterator[Difference]:
    if compared.signals["roles"]:
        words = "who does it and to whom is exchanged"
        yield Difference(DifferenceKind.ROLES, words, False, turned=words)


def _numbers(compared: Compared) -> Iterator[Difference]:
    numbers = compared.figures
    first, second = _spans(numbers.first), _spans(numbers.second)
    if not (first or second):
        first, second = (_of(one, bare_digits(one)) for one in (compared.first, compared.second))
        mine, theirs = _listed(compared.first.text, first), _listed(compared.second.text, second)
        if mine != theirs:
            yield _against(compared, DifferenceKind.NUMBER, first, second)
        return
    kind, kinds = DifferenceKind.NUMBER, {one.dimension for one in (*numbers.first, *numbers.second)}
    if kinds == {POINTS, SHARE}:
        kind = DifferenceKind.PERCENT_POINTS
    elif (
        first
        and second
        and {one.dimension for one in numbers.first}.isdisjoint(one.dimension for one in numbers.second)
    ):
        kind = DifferenceKind.UNIT
    yield _against(compared, kind, first, second)


def _times(compared: Compared) -> Iterator[Difference]:
    numbers = compared.figures
    if numbers.first_times or numbers.second_times:
        yield _against(compared, DifferenceKind.TIME, _spans(numbers.first_times), _spans(numbers.second_times))
    if numbers.period:
        first, second = (
            [Stretch(start, end) for _, start, end in one.periods] for one in (compared.first, compared.second)
        )
        yield _against(compared, DifferenceKind.PERIOD, first, second)


_SOFT = (
    ("quantifier", DifferenceKind.QUANTIFIER, ("all", "most", "many", "some", "few")),
    ("quantifier_clash", DifferenceKind.QUANTIFIER, ("all", "most", "many", "some", "few")),
    ("rank", DifferenceKind.RANK, ("rank",)),
    ("modality", DifferenceKind.MODALITY, ("plan",)),
    ("maybe", DifferenceKind.MODALITY, ("maybe",)),
    ("charged", DifferenceKind.MODALITY, ("charged", "convicted")),
    ("obliged", DifferenceKind.MODALITY, ("obliged", "advised")),
)


def _bounds(compared: Compared) -> Iterator[Difference]:
    if compared.signals["bound"] or compared.signals["bound_clash"]:
        pairs = compared.figures.bounds
        yield _against(
            compared, DifferenceKind.BOUND, _spans([one for one, _ in pairs]), _spans([other for _, other in pairs])
        )


def _soft(compared: Compared) -> Iterator[Difference]:
    for signal, kind, groups in _SOFT:
        if compared.signals[signal]:
            first, second = (
                _of(one, sorted({at for group in groups for at in one.soft.get(group, ())}))
                for one in (compared.first, compared.second)
            )
            yield _against(compared, kind, first, second)


def _names(compared: Compared) -> Iterator[Difference]:
    alignment = compared.alignment
    if alignment.first_names or alignment.second_names:
        first, second = _of(compared.first, alignment.first_names), _of(compared.second, alignment.second_names)
        yield _against(compared, DifferenceKind.NAME, first, second)


def _claimer(compared: Compared, claimers: tuple[str, str]) -> Iterator[Difference]:
    if compared.signals["claimer"]:
        one, other = claimers
        yield Difference(
            DifferenceKind.CLAIMER, f"said by {one}, not by {other}", False, turned=f"said by {other}, not by {one}"
        )


def _words(compared: Compared) -> Iterator[Difference]:
    alignment = compared.alignment
    if alignment.first or alignment.second:
        first, second = _of(compared.first, alignment.first), _of(compared.second, alignment.second)
        yield _against(compared, DifferenceKind.WORDS, first, second)

"""Lay the words of two claims side by side: the same word, the same meaning, the opposite, or nothing."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from thefuzz import fuzz

from workbench.matching.guard.cues import AMOUNTS, DIRECTIONS, LIGHT, SAYING
from workbench.matching.guard.lexicon import known, meaning
from workbench.matching.guard.naming import Link, names_of
from workbench.matching.guard.opposites import drawn_apart, ends
from workbench.matching.guard.reading import Reading
from workbench.matching.guard.words import Word

_MOST = 40
_ALIKE = 82
_SHORTEST = 5
_EMPTY = DIRECTIONS | AMOUNTS | SAYING | LIGHT
_PREFIXES = (
    ("over", "under"), ("pro", "anti"), ("pre", "post"), ("in", "out"), ("up", "down"), ("inter", "intra"), ("hyper", "hypo"),
    ("multi", "mono"), ("macro", "micro"), ("maxi", "mini"), ("en", "dis"), ("in", "de"), ("as", "de"), ("re", "de"), ("pro", "con"),
)  # fmt: skip
_STEM = 3
_TURNING = frozenset(
    "over under out non dis mis anti pro pre post counter fore mid sub super semi self half step grand vice ex man wo inter".split()
)
_ENDINGS = tuple(
    "ations ation ements ement ments ment ures ure ings ing ances ance ences ence ions ion als al ers er ors or ed es e s".split()
)


class Alignment(NamedTuple):
    """How the content words and names of two claims lie side by side.

    Attributes:
        equal: the same word on both sides.
        alike: words of one meaning, or one within the other's.
        explained: words of which one stands in the explanation of the other; these are among ``alike`` too.
        opposite: words that stand against each other on a written axis, or through a prefix.
        against: words that stand against each other in the table.
        first, second: words left over on each side.
        names: names on both sides; ``first_names`` and ``second_names`` are left over.

    """

    equal: tuple[Link, ...]
    alike: tuple[Link, ...]
    opposite: tuple[Link, ...]
    against: tuple[Link, ...]
    first: tuple[int, ...]
    second: tuple[int, ...]
    names: tuple[Link, ...]
    first_names: tuple[int, ...]
    second_names: tuple[int, ...]
    explained: tuple[Link, ...] = ()


def align(one: Reading, other: Reading) -> Alignment:
    """Align two claims."""
    names, first_names, second_names, spelled = names_of(one, other)
    equal, first, second = _equal(one, other)
    first, second = [at for at in first if at not in spelled[0]], [at for at in second if at not in spelled[1]]
    nearest, first, second = _matched(one, other, first, second, _shares_a_meaning)
    alike, first, second = _matched(one, other, first, second, _means_the_same)
    opposite, first, second = _matched(one, other, first, second, _on_one_axis)
    against, first, second = _matched(one, other, first, second, _against)
    looser, first, second = _matched(one, other, first, second, _loosely)
    explained, first, second = _matched(one, other, first, second, _explains)
    looser += explained
    apart, first, second = _matched(one, other, first, second, _drawn_apart)
    against += apart
    first, second = _telling(one, first), _telling(other, second)
    return Alignment(
        tuple(equal), (*nearest, *alike, *looser), tuple(opposite), tuple(against),
        tuple(first), tuple(second), tuple(names), first_names, second_names, tuple(explained),
    )  # fmt: skip


def _telling(reading: Reading, left: list[int]) -> list[int]:
    """Leave out what says little, and what is taken for a negation already."""
    turning = {at for cue in reading.cues for at in range(cue.word, cue.after)}
    return [
        at
        for at in left
        if at not in turning
        and at not in reading.attribution
        and _EMPTY.isdisjoint((reading.words[at].lower, *reading.words[at].bases))
    ]


def _equal(one: Reading, other: Reading) -> tuple[list[Link], list[int], list[int]]:
    """Find the words that both claims hold, first in the same form, then in the same base form."""
    equal, first, used = list[Link](), list(one.content), set[int]()
    for exact in (True, False):
        places: dict[str, list[int]] = {}
        for at in reversed(other.content):
            word = other.words[at]
            for form in (word.lower,) if exact and not _taken_up(word) else word.bases:
                places.setdefault(form, []).append(at)
        left = []
        for at in first:
            word = one.words[at]
            forms = (word.lower,) if exact and not _taken_up(word) else word.bases
            place = next((place for form in forms if (place := _next(places.get(form), used)) >= 0), -1)
            if place < 0:
                left.append(at)
            else:
                used.add(place)
                equal.append(Link(at, place))
        first = left
    return equal, first, [at for at in other.content if at not in used]


def _taken_up(word: Word) -> bool:
    """Say whether a word stands for an expression, so that its own form says nothing."""
    return "_" in word.bases[0] or word.bases[0][:1] == "="


def _next(places: list[int] | None, used: set[int]) -> int:
    """Take the next place that is not used, or -1; used ones are forgotten, so that long claims cost no more."""
    while places and places[-1] in used:
        places.pop()
    return places[-1] if places else -1


def _matched(
    one: Reading, other: Reading, first: list[int], second: list[int], fits: Callable[[Word, Word], bool]
) -> tuple[list[Link], list[int], list[int]]:
    if len(first) > _MOST or len(second) > _MOST:
        return [], first, second
    found, left, free = list[Link](), list[int](), list(second)
    for at in first:
        place = next((place for place in free if fits(one.words[at], other.words[place])), None)
        if place is None:
            left.append(at)
        else:
            free.remove(place)
            found.append(Link(at, place))
    return found, left, free


def _forms(one: Word, other: Word) -> Iterator[tuple[str, str, bool]]:
    """Give the pairs of base forms, and whether a prefix turns the one and not the other."""
    for mine in one.bases:
        yield from ((mine, theirs, False) for theirs in other.bases)
        yield from ((mine, theirs, True) for theirs in other.positive)
    for mine in one.positive:
        yield from ((mine, theirs, True) for theirs in other.bases)
        yield from ((mine, theirs, False) for theirs in other.positive)


def _shares_a_meaning(one: Word, other: Word) -> bool:
    """Say whether two words that say something share a meaning, without asking the axes."""
    if _on_one_axis(one, other) or one.positive or other.positive:
        return False
    return any(meaning(mine).own & meaning(theirs).own for mine in _heavy(one) for theirs in _heavy(other))


def _heavy(word: Word) -> tuple[str, ...]:
    return tuple(base for base in word.bases if base not in LIGHT)


def _means_the_same(one: Word, other: Word) -> bool:
    for mine, theirs, turned in _forms(one, other):
        if turned:
            if _reversed(mine, theirs) and not (ends(one.lower) if one.positive else ends(other.lower)):
                return True
        elif (meaning(mine).own & meaning(theirs).own and LIGHT.isdisjoint((mine, theirs))) or (
            set(ends(mine)) & set(ends(theirs)) and not _reversed(mine, theirs)
        ):
            return True
    if bool(one.positive) != bool(other.positive) or "_" in one.bases[0] + other.bases[0] or _on_one_axis(one, other):
        return False
    return _alike_letters(one.lower, other.lower)


def _alike_letters(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST:
        return False
    if one[:_SHORTEST] == other[:_SHORTEST] and (one.startswith(other[:-2]) or other.startswith(one[:-2])):
        return True
    if len(stem := _stem(one)) > _STEM and stem == _stem(other):
        return True
    if one.endswith(other) or other.endswith(one):
        return _compound(one, other)
    return abs(len(one) - len(other)) < 3 and fuzz.ratio(one, other) >= _ALIKE


def _compound(one: str, other: str) -> bool:
    """Say whether one is the other with a thing before it, as ``goalkeeper`` is; a small word before it may take it back."""
    short, long = sorted((one, other), key=len)
    before = long.removesuffix(short)
    return len(before) > 2 and before not in _TURNING and known(before) and not meaning(before).telling


@lru_cache(maxsize=8_192)
def _stem(word: str) -> str:
    """Take off the endings that make a noun of a verb and a verb of a noun."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > _STEM:
            return word.removesuffix(ending)
    return word


def _loosely(one: Word, other: Word) -> bool:
    for mine in _heavy(one):
        for theirs in _heavy(other):
            here, there = meaning(mine), meaning(theirs)
            if here.own & there.wider or here.wider & there.own:
                return True
    return False


def _explains(one: Word, other: Word) -> bool:
    """Say whether one word stands in the explanation of the other, and neither turns the other round."""
    if one.positive or other.positive or _against(one, other):
        return False
    return any(
        mine in meaning(theirs).explained or theirs in meaning(mine).explained
        for mine in _heavy(one)
        for theirs in _heavy(other)
    )


def _reversed(one: str, other: str) -> bool:
    theirs = dict.fromkeys(ends(other))
    return any((axis, not end) in theirs for axis, end in ends(one))


def _on_one_axis(one: Word, other: Word) -> bool:
    if _prefixes_apart(one.lower, other.lower):
        return True
    for mine, theirs, turned in _forms(one, other):
        if turned:
            if mine == theirs or (len(mine) > _SHORTEST and meaning(mine).own & meaning(theirs).own):
                return True
        elif _reversed(mine, theirs):
            return True
    return False


@lru_cache(maxsize=16_384)
def _prefixes_apart(one: str, other: str) -> bool:
    """Say whether two words are alike but for a pair of beginnings that stand against each other."""
    if one[-3:] != other[-3:]:
        return False
    return any(
        ((rest := _tail(one, mine)) and rest == _tail(other, theirs))
        or ((rest := _tail(one, theirs)) and rest == _tail(other, mine))
        for mine, theirs in _PREFIXES
    )


def _tail(word: str, prefix: str) -> str:
    rest = word.removeprefix(prefix)
    return rest.lstrip("-") if rest != word and len(rest) > _STEM else ""


def _drawn_apart(one: Word, other: Word) -> bool:
    return any(drawn_apart(mine, theirs) for mine in _heavy(one) for theirs in _heavy(other))


def _against(one: Word, other: Word) -> bool:
    for mine, theirs, turned in _forms(one, other):
        here, there = meaning(mine), meaning(theirs)
        if not turned and (here.against & there.own or there.against & here.own):
            return True
    return False

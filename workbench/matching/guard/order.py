"""Who stands where: sides of a comparison turned round, roles swapped, ``not this but that`` turned round."""

import re
from functools import lru_cache

from workbench.matching.guard.alignment import Alignment
from workbench.matching.guard.cues import SAYING
from workbench.matching.guard.lexicon import known, meaning
from workbench.matching.guard.reading import Reading
from workbench.matching.guard.words import Word

_COMPARING = frozenset("outperform outnumber outdo outstrip exceed surpass overtake outweigh".split())
_CONVERSE = frozenset(
    "sell buy purchase lend borrow win beat defeat lose give receive teach learn precede follow employ succeed hire rent "
    "before after above below ahead behind".split()
)
_LOSING = frozenset({"lose", "in_defeat", "defeat_for", "suffer_defeat", "lose_out"})
_WHOM = frozenset({"to", "by", "against"})
_OBJECT = 5
_LESS = frozenset("less fewer shorter lower smaller worse".split())
_OUTSIDE = frozenset(
    "outlaw outline output outrage outsource outfit outwit outdoor outside outlay outage outing outpost".split()
)
_REACH = 6
_LONGER = 3
_VERBAL = re.compile(r"(?:ed|ing)$")
_MUTUAL = frozenset("meet marry share equal differ talk agree border merge compete play resemble wed".split())
_BE = frozenset("be am is are was were been being get got".split())


def than_swapped(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Say whether what stands before ``than`` in one claim stands behind it in the other."""
    mine, theirs = compared_at(one), compared_at(other)
    if mine < 0 or theirs < 0:
        return False
    turned = _outnumbered(one, mine) != _outnumbered(other, theirs)
    ways = [
        (first < mine, second < theirs)
        for first, second in (*alignment.equal, *alignment.names, *alignment.alike)
        if first not in one.attribution and second not in other.attribution
    ]
    crossed = sum(before != after for before, after in ways)
    both = (True, False) in ways and (False, True) in ways
    less = _falls_short(one, mine, theirs, other) or _falls_short(other, theirs, mine, one)
    return ((both or 2 * crossed > len(ways)) != turned) != less


def _falls_short(one: Reading, mine: int, theirs: int, other: Reading) -> bool:
    """Say whether one claim compares with a verb that means more, the other with a word that means less."""
    if not _compares(one.words[mine].bases) or _compares(other.words[theirs].bases):
        return False
    return any(
        not _LESS.isdisjoint((word.lower, *word.bases)) for word in other.words[max(0, theirs - _REACH) : theirs]
    )


def _outnumbered(reading: Reading, pivot: int) -> bool:
    """Say whether a comparing verb stands in the passive."""
    after = reading.words[pivot + 1 : pivot + 2]
    return bool(after) and after[0].lower == "by" and _compares(reading.words[pivot].bases)


def compared_at(reading: Reading) -> int:
    """Give the place of what parts the sides of a comparison, or -1."""
    words = reading.words
    for at, word in enumerate(words):
        if at in reading.bounding:
            continue
        if (
            word.lower == "than"
            or (word.lower == "as" and at > 1 and "as" in {words[at - 2].lower, words[max(0, at - 3)].lower})
            or (word.lower == "for" and at > 2 and words[at - 2].lower == "too")
        ):
            return at
        if _compares(word.bases):
            return at
    return -1


@lru_cache(maxsize=16_384)
def _compares(bases: tuple[str, ...]) -> bool:
    """Say whether a verb compares, as ``exceed`` and ``outsell`` do."""
    return not _COMPARING.isdisjoint(bases) or any(
        base.startswith("out") and base not in _OUTSIDE and known(base[3:]) and meaning(base).telling for base in bases
    )


def roles_swapped(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Say whether what stands on the two sides of a word that both claims share has changed places.

    A passive on one side only, with its ``by``, turns the places round itself; so what has not moved there is swapped.
    """
    if [cue.kind for cue in one.cues] != [cue.kind for cue in other.cues]:
        return False
    if compared_at(one) >= 0 or compared_at(other) >= 0 or alignment.first or alignment.second or alignment.alike:
        return False
    if abs(len(one.words) - len(other.words)) > _LONGER:
        return False
    links = sorted((*alignment.equal, *alignment.names))
    places = {link.second: index for index, link in enumerate(sorted(links, key=lambda link: link.second))}
    order = [places[link.second] for link in links]
    if order == sorted(order):
        return len(order) > 2 and _passive(one) != _passive(other)
    swapped = _swapped_blocks(order)
    if swapped is None or _passive(one) != _passive(other):
        return False
    verbs = [word for place in swapped if _verbal(word := one.words[links[order.index(place)].first])]
    around = (min(swapped) - 1, max(swapped) + 1)
    if not verbs and all(_verbal(one.words[links[order.index(place)].first]) for place in around):
        return True
    return any((_MUTUAL | SAYING).isdisjoint(word.bases) for word in verbs)


def _verbal(word: Word) -> bool:
    return not word.name and (bool(_VERBAL.search(word.lower)) or any(meaning(base).telling for base in word.bases))


def converse(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Say whether a word and its converse stand between the same two sides turned round: ``A sold it to B``, ``B bought it``."""
    for first, second in alignment.opposite:
        if _CONVERSE.isdisjoint(one.words[first].bases) or _CONVERSE.isdisjoint(other.words[second].bases):
            continue
        links = (*alignment.equal, *alignment.names, *alignment.alike)
        ways = {(link.first < first, link.second < second) for link in links}
        if _loses_alone(one, first) or _loses_alone(other, second):
            continue
        if ({(True, False), (False, True)} <= ways) != (_passive(one) != _passive(other)):
            return True
    return False


def _loses_alone(reading: Reading, at: int) -> bool:
    """Say whether somebody loses or is defeated, and it is not told by or to whom."""
    if _LOSING.isdisjoint(reading.words[at].bases):
        return False
    return _WHOM.isdisjoint(word.lower for word in reading.words[at + 1 : at + 1 + _OBJECT])


def _swapped_blocks(order: list[int]) -> range | None:
    """Give the values of the middle where an order is A V B with A and B exchanged, or None."""
    first, last = 0, len(order)
    while first < last and order[first] == first:
        first += 1
    while last > first and order[last - 1] == last - 1:
        last -= 1
    if last - first < 3:
        return None
    split, end = order[first], order[last - 1] + 1
    middle = range(end, split)
    turned = [*range(split, last), *middle, *range(first, end)]
    return middle if middle and order[first:last] == turned else None


def _passive(reading: Reading) -> bool:
    words = reading.words
    for at in range(1, len(words)):
        if words[at].lower == "by" and any(word.lower in _BE for word in words[max(0, at - 6) : at]):
            return True
    return False


def contrast_turned(one: Reading, other: Reading) -> bool:
    """Say whether what one claim denies beside ``but`` is what the other asserts: ``not to save money but for the mould``."""
    mine, theirs = _contrast(one), _contrast(other)
    if not mine or not theirs:
        return False
    (denied, held), (other_denied, other_held) = mine, theirs
    return bool(denied & other_held) or bool(held & other_denied)


def _contrast(reading: Reading) -> tuple[set[str], set[str]] | None:
    words = reading.words
    for cue in reading.cues:
        if cue.text in {"not", "rather_than", "instead_of"}:
            behind = {base for word in words[cue.after : cue.after + 4] if word.content for base in word.bases}
            before = {base for word in words[: cue.word] if word.content for base in word.bases}
            return behind, before - behind
    return None

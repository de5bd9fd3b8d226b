"""Who stands where: sides of a comparison turned round, roles swapped, ``not this but that`` turned round."""

from workbench.matching.guard.alignment import Alignment
from workbench.matching.guard.reading import Reading

_COMPARING = frozenset("outperform outnumber outdo outstrip exceed surpass overtake outweigh".split())
_BE = frozenset("be am is are was were been being get got".split())


def than_swapped(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Say whether what stands before ``than`` in one claim stands behind it in the other."""
    mine, theirs = _pivot(one), _pivot(other)
    if mine < 0 or theirs < 0:
        return False
    crossed = kept = 0
    for first, second in (*alignment.equal, *alignment.names, *alignment.alike):
        if (first < mine) == (second < theirs):
            kept += 1
        else:
            crossed += 1
    return crossed > kept or (crossed >= 2 and crossed == kept)


def _pivot(reading: Reading) -> int:
    """Give the place of what parts the sides of a comparison, or -1."""
    words = reading.words
    for at, word in enumerate(words):
        if word.lower == "than" or (word.lower == "as" and at > 1 and "as" in {words[at - 2].lower, words[max(0, at - 3)].lower}) or (word.lower == "for" and at > 2 and words[at - 2].lower == "too"):
            return at
        if not _COMPARING.isdisjoint(word.bases):
            return at
    return -1


def roles_swapped(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Say whether two things on the two sides of a word that both claims share have changed places.

    A passive on one side only, with its ``by``, turns the places round itself.
    """
    if _pivot(one) >= 0 or _pivot(other) >= 0:
        return False
    links = sorted((*alignment.equal, *alignment.names))
    if len(links) < 3:
        return False
    places = {link.second: index for index, link in enumerate(sorted(links, key=lambda link: link.second))}
    order = [places[link.second] for link in links]
    turned = order[0] > order[-1]
    if order == sorted(order):
        return _passive(one) != _passive(other)
    return turned and _passive(one) == _passive(other) and len(alignment.first) + len(alignment.second) == 0 and order[0] == len(order) - 1


def _passive(reading: Reading) -> bool:
    words = reading.words
    for at in range(1, len(words)):
        if words[at].lower == "by" and any(word.lower in _BE for word in words[max(0, at - 3) : at]):
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

"""The wordings of a cluster: places that have the same words are one, and each is set beside the one it came from."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from workbench.domain.clusters import CameFrom, InOrder, Stand
from workbench.matching.drift import Drift, Wording, drift, wording_key

_LOOKED_AT = 400
"""By so many characters it is told which earlier wording one is most like."""


class Origin(NamedTuple):
    """The wording that another came from, by its index.

    Attributes:
        wording: its index.
        how: how that is known.
        sure: whether the other is known to be the earlier one.
        drift: what became of the words.

    """

    wording: int
    how: CameFrom
    sure: bool
    drift: Drift


class Worded(NamedTuple):
    """A wording: the places that have it, by their index, the earliest first, and what it came from."""

    stands: tuple[int, ...]
    origin: Origin | None


def wordings(order: InOrder) -> tuple[Worded, ...]:
    """Give the wordings of a cluster, in the order in which they come up."""
    groups = _groups(order.stands)
    of_stand = {at: index for index, group in enumerate(groups) for at in group}
    found: list[Worded] = []
    for index, group in enumerate(groups):
        origin = _sourced(index, group, order, of_stand) or _older_text(index, group, order.stands, of_stand)
        if origin is None:
            free = [at for at, one in enumerate(found) if one.origin is None or one.origin.wording != index]
            origin = _most_like(group, groups, free, order.stands)
        found.append(Worded(group, origin))
    return tuple(found)


def _groups(stands: Sequence[Stand]) -> tuple[tuple[int, ...], ...]:
    """Gather the places that have the same words by the same claimer."""
    found: dict[tuple[object, ...], tuple[int, ...]] = {}
    for at, stand in enumerate(stands):
        key = (wording_key(stand.words), stand.member.claimer.casefold())
        found[key] = (*found.get(key, ()), at)
    return tuple(found.values())


def _sourced(index: int, group: Iterable[int], order: InOrder, of_stand: dict[int, int]) -> Origin | None:
    """Give the wording that the chain of one of the places leads to."""
    for at in group:
        source = order.sources.get(at)
        if source is not None and of_stand[source] != index:
            return _origin(of_stand[source], CameFrom.CHAIN, order.stands[source], order.stands[at])
    return None


def _older_text(index: int, group: Sequence[int], stands: Sequence[Stand], of_stand: dict[int, int]) -> Origin | None:
    """Give the wording that an older text of the same article has."""
    stand = stands[group[0]]
    older = [
        at
        for at, other in enumerate(stands)
        if other.place.article is not None
        and (other.place.article, other.member.number) == (stand.place.article, stand.member.number)
        and other.revisions < stand.revisions
        and of_stand[at] != index
    ]
    newest = max(older, key=lambda at: stands[at].revisions, default=None)
    return None if newest is None else _origin(of_stand[newest], CameFrom.OLDER_TEXT, stands[newest], stand)


def _most_like(
    group: Sequence[int], groups: Sequence[Sequence[int]], among: Sequence[int], stands: Sequence[Stand]
) -> Origin | None:
    """Give the earlier wording that is most like it, of equals the earliest: what else it came from is not known."""
    stand = stands[group[0]]
    words = {at: stands[groups[at][0]].words[:_LOOKED_AT] for at in among}
    likest = process.extractOne(stand.words[:_LOOKED_AT], words, scorer=fuzz.ratio)
    if likest is None:
        return None
    return _origin(likest[2], CameFrom.LIKENESS, stands[groups[likest[2]][0]], stand)


def _origin(wording: int, how: CameFrom, source: Stand, stand: Stand) -> Origin:
    sure = how is not CameFrom.LIKENESS or source.is_before(stand)
    return Origin(wording, how, sure, drift(_said(source), _said(stand)))


def _said(stand: Stand) -> Wording:
    names = tuple(name for name in (stand.member.claimer, *reversed(stand.member.via)) if name)
    return Wording(stand.words, names, stand.publisher)

"""What stands in one claim where the other has another word: ``killed 57 people``, ``injured 57 people``."""

from workbench.matching.guard.alignment import Alignment
from workbench.matching.guard.reading import Reading

_FIGURE = -1
_EDGE = -2


def replaced(one: Reading, other: Reading, alignment: Alignment) -> bool:
    """Say whether all that is left over on the two sides is one word each, between what both claims share."""
    if len(alignment.first) != 1 or len(alignment.second) != 1:
        return False
    (mine,), (theirs,) = alignment.first, alignment.second
    linked = {
        link.first: link.second for link in (*alignment.equal, *alignment.names, *alignment.alike, *alignment.opposite)
    } | {_FIGURE: _FIGURE, _EDGE: _EDGE}
    return all(
        linked.get(_beside(one, mine, step)) == _beside(other, theirs, step) for step in (-1, 1)
    )


def _beside(reading: Reading, at: int, step: int) -> int:
    """Give the place of the next word that says something on one side, or what stands for a figure or the edge."""
    telling = {*reading.content, *reading.names}
    figures = (*reading.quantities, *reading.moments)
    at += step
    while 0 <= at < len(reading.words):
        if at in telling:
            return at
        if any(start <= reading.words[at].start < end for start, end, *_ in figures):
            return _FIGURE
        at += step
    return _EDGE

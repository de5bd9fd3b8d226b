"""Which clauses of a claim are turned round: by a negation, a word that denies, or two that make up for each other."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from workbench.matching.guard.cues import SAYING
from workbench.matching.guard.words import Word

_BOUNDARY = re.compile(r"[,;:.!?]| - ")
_APART = frozenset({"rather", "instead", "without", "except", "contrary"})
_JOINING = frozenset("and but because while although though so whereas since until as".split())
_REACHING = frozenset("not everybody everyone all nobody none nothing anything".split())
"""What reaches over a word that parts clauses: ``not because``, ``everybody but``."""

_STOP = re.compile(r"[.!?;:\n]|\band\b")
_FAR = frozenset({"debunk", "denial"})
_OPENING = frozenset({"that", "to"})


class Cue(NamedTuple):
    """A word or expression that turns a claim round: the places of its first word and the one after it, kind, form."""

    word: int
    after: int
    kind: str
    text: str


def clauses_of(text: str, words: Sequence[Word]) -> tuple[int, ...]:
    """Give for each word the number of its clause, roughly."""
    found, clause = list[int](), 0
    for at, word in enumerate(words):
        if at and (
            (word.lower in _JOINING and words[at - 1].lower not in _REACHING)
            or word.lower in _APART
            or _BOUNDARY.search(text, words[at - 1].end, word.start)
            or (word.lower == "that" and any(not SAYING.isdisjoint(one.bases) for one in words[max(0, at - 3) : at]))
        ):
            clause += 1
        found.append(clause)
    return tuple(found)


class Polarity(NamedTuple):
    """Of each word whether its clause is turned round, and how many clauses are."""

    turned: tuple[bool, ...]
    clauses: int


def polarity(text: str, words: Sequence[Word], clauses: Sequence[int], cues: Sequence[Cue]) -> Polarity:
    """Say which words stand in a clause with an odd number of cues.

    A denial, and what debunks, reaches the whole claim; a plain negation beside it says the same once more, except
    behind a ``that`` of the denial or right before it (``did not deny``).
    """
    far = next((cue for cue in cues if cue.kind in _FAR), None)
    if far is None:
        counts = Counter(clauses[cue.word] for cue in cues)
        return Polarity(tuple(counts[clause] % 2 == 1 for clause in clauses), sum(n % 2 for n in counts.values()))
    turned = not any(cue.kind not in _FAR and 0 <= far.word - cue.after <= 2 for cue in cues)
    if not _OPENING.isdisjoint(word.lower for word in words[far.after : far.after + 2]):
        start = words[far.after - 1].end
        stop = _STOP.search(text, start)
        until = stop.start() if stop else len(text)
        behind = sum(cue.kind in {"plain", "nearly"} and start <= words[cue.word].start < until for cue in cues)
        turned ^= behind % 2 == 1
    return Polarity((turned,) * len(words), int(turned))

"""What bounds a figure: at least, over, at most, under, about; and a negation that only bounds: ``not more than five``."""

import re
from typing import NamedTuple

from workbench.matching.guard.quantities import Quantity
from workbench.matching.guard.words import Word

_MORE = r"(?:more|greater|higher|longer|later|larger|bigger|older|heavier|faster|farther|further)"
_LESS = r"(?:less|fewer|smaller|lower|shorter|earlier|younger|lighter|slower)"
_BEFORE = re.compile(
    r"(?:\b(?:"
    rf"(?P<at_least>(?:no|not) {_LESS} than|at least|at the (?:very )?least|(?:a |the )?minimum(?: of)?)|"
    rf"(?P<at_most>(?:no|not) {_MORE} than|at most|up to|as (?:many|much|high|long) as|(?:a |the )?maximum(?: of)?)|"
    rf"(?P<about>just (?:under|over|below|above)|(?:barely|hardly|slightly|little|a little|a bit) (?:{_MORE} than|over)|"
    r"almost|nearly|close to|about|around|roughly|approximately|circa|some|an estimated|more or less|approx\.?|nearer)|"
    rf"(?P<over>{_MORE} than|over|above|in excess of|upwards of|exceed(?:s|ed|ing)?|beyond|well over|north of|topp(?:ed|ing))|"
    rf"(?P<under>{_LESS} than|under|below|just (?:short|shy) of)|(?P<exact>exactly|precisely)"
    r")|(?P<sign>~))(?: the(?: age of)?| a| an| age| his| her)? ?[$£€]?$"
)
_AFTER = re.compile(
    r"^(?: [a-z]+)? ?(?:(?P<at_least>or (?:more|over|above|older|longer|higher|later)|and (?:over|above|up|older)|\+|at (?:the )?least|(?:at )?minimum)|"
    r"(?P<at_most>or (?:less|fewer|under|below|younger|lower|earlier)|and (?:under|younger)|at (?:the )?most|(?:at )?maximum)|(?P<about>or so|or thereabouts))(?!\w)"
)
_WORD = 5
_LASTING = re.compile(r"\bover (?:the|his|her|past|last)\b")
"""What only says that something went on so long, as ``over the past decade`` does."""
_REACH = 28
_TURNED = {"over": "at_most", "under": "at_least", "at_least": "under", "at_most": "over"}
_NEGATIONS = frozenset("not never no nobody none cannot".split())
_FAR = 11
_APART = frozenset("who that which if when unless because".split())
"""What opens a clause of its own, so that a negation before it does not reach a bound behind it."""


class Bound(NamedTuple):
    """A bound: which quantity it bounds, its kind, and where it stands."""

    quantity: int
    kind: str
    start: int
    end: int


def bounds_of(text: str, quantities: list[Quantity]) -> list[Bound]:
    """Find what bounds the quantities of a text in small letters."""
    found = []
    for number, quantity in enumerate(quantities):
        start = max(0, quantity.start - _REACH)
        before, after = (
            _BEFORE.search(text[start : quantity.start]),
            _AFTER.match(text[quantity.end : quantity.end + _REACH]),
        )
        lasting = quantity.dimension in {"time", "months"} and _LASTING.search(text[start : quantity.start + _WORD])
        for match, offset in ((before, start), (after, quantity.end)):
            if match is not None and not lasting:
                kind = "about" if match.lastgroup == "sign" else str(match.lastgroup)
                found.append(Bound(number, kind, match.start() + offset, match.end() + offset))
                break
    return found


def bounding_negations(words: list[Word], bounds: list[Bound]) -> tuple[dict[int, str], set[int]]:
    """Give the kind of each bounded quantity, and the places of negations that only bound: ``never more than five``."""
    kinds, spent = {bound.quantity: bound.kind for bound in bounds}, set[int]()
    for bound in bounds:
        at = next((at for at, word in enumerate(words) if word.start >= bound.start), len(words))
        start = max((place + 1 for place in range(max(0, at - _FAR), at) if words[place].lower in _APART), default=0)
        places = [place for place in range(max(start, at - _FAR), at) if words[place].lower in _NEGATIONS]
        compared = any(word.lower == "than" for word in words[at : at + 3]) or bound.kind == "over"
        if compared and len(places) == 1 and bound.kind in {"over", "under"} and not spent and _alone(words, places[0]):
            kinds[bound.quantity] = _TURNED[bound.kind]
            spent.add(places[0])
    return kinds, spent


def _alone(words: list[Word], at: int) -> bool:
    return (
        at + 1 >= len(words)
        or words[at + 1].lower not in {"longer", "one", "more"}
        or words[at].lower not in {"no", "not"}
    )


def word_places(words: list[Word], bounds: list[Bound]) -> set[int]:
    """Give the places of the words that bound."""
    return {at for at, word in enumerate(words) if any(bound.start <= word.start < bound.end for bound in bounds)}

"""The phrase that names a source after ``according to``: where it ends, and the name in it."""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.extraction.roles import PARTICLES
from workbench.extraction.tokens import Token
from workbench.extraction.verbs import clause_at, finite_verb


class Phrase(NamedTuple):
    """A source: the tokens that name it, and the index of the first token behind it and what explains it."""

    first: int
    last: int
    stop: int


_ENDS = frozenset({",", ";", ".", "—", "–", ":"})
_RELATIVES = frozenset("who which that".split())
_EXPLAINS = frozenset("the a an who its his her".split())
_LONGEST_APPOSITION = 12


def source_phrase(words: Sequence[Token], first: int, last: int) -> Phrase:
    """Read a source and what explains it.

    ``Ana Reyes, the mayor, …`` is Ana Reyes; ``the mayor's aide, Ana Reyes, …`` is Ana Reyes too; and
    ``Reyes the bridge was closed`` ends with the name.
    """
    stop = next((at for at in range(first, last) if words[at].text in _ENDS or words[at].lower in _RELATIVES), last)
    name_end = _name_end(words, first, stop)
    if (
        name_end > first
        and clause_at(words, name_end, stop) > 0
        and words[name_end].lower in {"the", "a", "an", "it", "he", "she", "they"}
    ):
        return Phrase(first, name_end, name_end)
    if stop >= last or words[stop].text != ",":
        return Phrase(first, stop, stop)
    return _explained(words, first, stop, last)


def _explained(words: Sequence[Token], first: int, comma: int, last: int) -> Phrase:
    ahead = range(comma + 1, min(last, comma + 1 + _LONGEST_APPOSITION))
    second = next((at for at in ahead if words[at].text in {",", "."}), -1)
    if second < 0 and ahead and ahead[-1] == last - 1:
        second = last
    if second <= comma + 1 or finite_verb(words, comma + 2, second) >= 0:
        return Phrase(first, comma, comma)
    behind = min(second + 1, last) if second < last and words[second].text == "," else second
    if _name_end(words, comma + 1, second) == second:
        return Phrase(comma + 1, second, behind) if not words[first].is_capital else Phrase(first, comma, comma)
    return Phrase(first, comma, behind) if words[comma + 1].lower in _EXPLAINS else Phrase(first, comma, comma)


def _name_end(words: Sequence[Token], first: int, last: int) -> int:
    index = first
    while index < last and (words[index].is_capital or (index > first and words[index].lower in PARTICLES)):
        index += 1
    return index

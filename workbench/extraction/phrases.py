"""The phrase that names a source after ``according to``: where it ends, and the name in it."""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.extraction.asides import AFTER_SOURCE
from workbench.extraction.cues import TO_LISTENER, Source, speech_verb
from workbench.extraction.roles import PARTICLES, TITLES
from workbench.extraction.tokens import Token
from workbench.extraction.verbs import PRONOUNS, clause_at, finite_verb, verb_at


class Phrase(NamedTuple):
    """A source: the tokens that name it, and the index of the first token behind it and what explains it.

    ``owner`` says that it is named by whom something belongs to: ``the union's``.
    """

    first: int
    last: int
    stop: int
    owner: bool = False


_ENDS = frozenset({",", ";", ".", "—", "–", ":"})
_RELATIVES = frozenset("who which that".split())
_EXPLAINS = frozenset("the a an who its his her".split())
_TIES = frozenset("and but while whereas though although".split())
_DETERMINERS = frozenset("the a an its his her their no some many most".split())
_INSIDE = _DETERMINERS | frozenset(
    "of to in on at by for from with and or as than about nearly over some more less".split()
)
_LONGEST_ASIDE = 5
_LONGEST_LISTENER = 10
_LONGEST_APPOSITION = 12
_LONGEST_NAME = 6


def source_phrase(words: Sequence[Token], first: int, last: int, *, opens: bool = False) -> Phrase:
    """Read a source and what explains it.

    ``Ana Reyes, the mayor, …`` is Ana Reyes; ``the mayor's aide, Ana Reyes, …`` is Ana Reyes too; and
    ``Reyes the bridge was closed`` ends with the name, as does ``the union 40 left`` where it ``opens`` a clause.
    """
    stop = next((at for at in range(first, last) if words[at].text in _ENDS or words[at].lower in _RELATIVES), last)
    name_end = _name_end(words, first, stop)
    if (
        name_end > first
        and clause_at(words, name_end, stop) > 0
        and words[name_end].lower in {"the", "a", "an", "it", "he", "she", "they"}
    ):
        return Phrase(first, name_end, name_end)
    if opens and (begin := _clause_behind(words, first, stop, last)) > 0:
        return Phrase(first, begin, begin)
    if opens and stop < last and words[stop].lower in _RELATIVES:
        comma = next((at for at in range(stop, last) if words[at].text == ","), stop)
        return Phrase(first, stop, comma)
    if stop >= last or words[stop].text != ",":
        return Phrase(first, stop, stop)
    return _explained(words, first, stop, last)


def _clause_behind(words: Sequence[Token], first: int, stop: int, last: int) -> int:
    """Give where a clause begins right behind a source, without a comma: ``the union 1,200 were dismissed``; or -1.

    Where a clause follows the comma, what stands in front of it tells of the source: ``figures the union released, …``.
    """
    behind = stop + 1
    if stop < last and words[stop].text == "," and words[min(behind, last - 1)].lower not in _TIES:
        told = clause_at(words, behind, last) > 0 or finite_verb(words, behind, last) >= 0
        if told:
            return -1
    for at in range(first + 1, stop):
        subject = words[at].lower in _DETERMINERS | PRONOUNS or words[at].text[0].isdigit()
        inside = words[at - 1].lower in _INSIDE or words[at - 1].text[0].isdigit()
        states = clause_at(words, at, stop) > 0 or (words[at].lower in PRONOUNS and verb_at(words, at + 1, stop) > 0)
        if subject and not inside and states:
            return at
    return -1


def name_before(words: Sequence[Token], first: int, mark: int, source: Source, closing: frozenset[int]) -> Source:
    """Reach back from what explains a name to the name: ``…, Jane Roe, the mayor of York, said``.

    ``mark`` is the comma in front of the source; ``closing`` are the offsets of closing quotation marks.
    """
    if words[mark].text != "," or words[source.first].is_capital or words[source.first].lower in PRONOUNS:
        return source
    begin = mark
    while begin > first and mark - begin < _LONGEST_NAME and _in_name(words, begin - 1):
        begin -= 1
    if begin == mark or begin <= first:
        return source
    before = words[begin - 1]
    return Source(begin, mark) if before.text == "," or before.start in closing else source


def _in_name(words: Sequence[Token], index: int) -> bool:
    """Say whether a word may belong to a name, the point of ``Dr.`` included."""
    if words[index].text == ".":
        return index > 0 and words[index - 1].lower in TITLES
    return words[index].is_word and words[index].is_capital


def interposed(words: Sequence[Token], first: int, last: int) -> Source | None:
    """Give the source of a cue inside what is said: ``The plan, Roe said, would cost a million``."""
    for verb in range(first + 3, last - 3):
        if speech_verb(words, verb) and _closes(words, verb + 1, last):
            near = range(verb - 1, max(first, verb - 2 - _LONGEST_NAME), -1)
            comma = next((at for at in near if words[at].text == ","), -1)
            if 0 < comma < verb - 1 and finite_verb(words, comma + 1, verb) < 0:
                return Source(comma + 1, verb)
    return None


def _closes(words: Sequence[Token], index: int, last: int) -> bool:
    """Say whether a comma follows at once, or behind a day or place: ``, Roe said on Monday,``."""
    if words[index].text == ",":
        return True
    if words[index - 1].lower in TO_LISTENER:
        comma = next((at for at in range(index, min(index + _LONGEST_LISTENER, last - 2)) if words[at].text == ","), -1)
        return comma > 0 and finite_verb(words, index, comma) < 0
    near = range(index + 1, min(index + _LONGEST_ASIDE, last - 2))
    return words[index].lower in AFTER_SOURCE and any(words[at].text == "," for at in near)


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

"""Words without a verb of speech of their own that say whose something is: ``according to Roe``, ``in the union's view``."""

from collections.abc import Sequence

from workbench.extraction.asides import AFTER_SOURCE
from workbench.extraction.cues import HELPERS, TO_LISTENER, speech_verb
from workbench.extraction.phrases import Phrase, source_phrase
from workbench.extraction.roles import MONTHS, TITLES
from workbench.extraction.tokens import Token
from workbench.extraction.verbs import clause_at, finite_verb

_VIEWS = frozenset("view opinion account telling estimate estimation judgment judgement eyes reckoning version".split())
_COUNTS = frozenset("count reckoning account estimate estimates tally calculation calculations admission".split())
_GROUNDS = frozenset("figures numbers count estimate estimates evidence account data".split())
_OWNED = {"in": _VIEWS | {"words"}, "by": _COUNTS | {"figures"}, "on": _GROUNDS}
"""What somebody has by whom something is known: ``by the ministry's own count``."""
_OF = {
    "in": _VIEWS | {"words"},
    "by": _COUNTS,
    "on": frozenset("evidence word authority testimony".split()),
}
PREPOSITIONS = frozenset("of in for to with than like about from by on at".split())
_MADE = frozenset(
    "reported quoted cited stated claimed confirmed announced estimated noted recorded counted told".split()
)
_THE = frozenset("the a an its his her their".split())
OWNERS = frozenset("its his her their".split())
_PERIODS = frozenset(
    "today yesterday tomorrow tonight year month week decade century night season quarter summer winter".split()
)
_TIES = frozenset("and but while whereas though although that which who as".split())
_NO_REPORT = frozenset(
    "promised pledged vowed promises demanded demands proposed hoped hopes expected expects agreed".split()
)
_LONGEST_OWNER = 7
_LONGEST_SPEAKER = 12


def attributing(words: Sequence[Token], index: int, last: int, *, opens: bool = False) -> Phrase | None:
    """Give the source that words at an index name, or nothing where they name none.

    ``opens`` says that they open a clause: what they bring may then follow without a comma.
    """
    if named := _prefix(words, index, last):
        return source_phrase(words, index + named, last, opens=opens)
    if not opens and not (index and (not words[index - 1].is_word or words[index - 1].lower in _TIES)):
        return None
    return _owned(words, index, last, opens=opens) or _as_said(words, index, last)


def _prefix(words: Sequence[Token], index: int, last: int) -> int:
    """Give how many words at an index stand in front of a source: 2 for ``according to``; 0 where they say no such thing."""
    here = [word.lower for word in words[index : min(index + 4, last)]]
    if here[:2] == ["according", "to"]:
        return 2
    if here[:1] == ["per"] and len(here) > 1:
        named = words[index + 1].is_capital and (index == 0 or not words[index - 1].is_word)
        return int(named or here[1] in _THE - {"a", "an"})
    if here[:1] == ["as"] and here[2:3] == ["by"] and here[1] in _MADE:
        return 3
    of = here[1:2] == ["the"] and here[3:] == ["of"]
    return 4 if of and here[2] in _OF.get(here[0], ()) else 0


def _owned(words: Sequence[Token], index: int, last: int, *, opens: bool) -> Phrase | None:
    """Read ``in the union's view`` and ``by its own count``: who has the view comes in front of it."""
    nouns = _OWNED.get(words[index].lower)
    if nouns is None:
        return None
    for at in range(index + 2, min(index + 2 + _LONGEST_OWNER, last)):
        if words[at].lower not in nouns:
            continue
        owner = at - (words[at - 1].lower == "own")
        bare = owner - (words[owner - 1].text in {"'", "’"})
        has = (
            bare < owner
            or words[owner - 1].lower.endswith("'s")
            or (owner == index + 2 and words[owner - 1].lower in OWNERS)
        )
        timed = words[bare - 1].lower.removesuffix("'s") in MONTHS | _PERIODS
        ends = (
            at + 1 >= last
            or not words[at + 1].is_word
            or (opens and words[at + 1].lower not in PREPOSITIONS and clause_at(words, at + 1, last) > 0)
        )
        alone = all(word.is_word for word in words[index + 1 : bare])
        return Phrase(index + 1, bare, at + 1, owner=True) if has and not timed and ends and alone else None
    return None


def _of_title(words: Sequence[Token], index: int) -> bool:
    """Say whether a mark is the point of ``Mr.``."""
    return words[index].text == "." and words[index - 1].lower in TITLES


def _as_said(words: Sequence[Token], index: int, last: int) -> Phrase | None:
    """Read ``as Roe said,`` and ``as Roe puts it,``; what somebody promised or hoped is not what is told."""
    if words[index].lower != "as":
        return None
    ahead = range(index + 2, min(last, index + _LONGEST_SPEAKER))
    stop = next(
        (at for at in ahead if not words[at].is_word and not _of_title(words, at)),
        ahead.stop if ahead.stop == last else -1,
    )
    if stop < 0:
        return None
    told = next((at for at in range(index + 2, stop) if words[at].lower in TO_LISTENER), -1)
    if told > 0 and speech_verb(words, told) and finite_verb(words, index + 1, told) < 0:
        return None if finite_verb(words, told + 1, stop) >= 0 else Phrase(index + 1, told, stop)
    end, stop = stop, _before_aside(words, index + 2, stop)
    put = words[stop - 1].lower == "it" and words[stop - 2].lower in {"put", "puts"}
    verb = stop - 2 if put else stop - 1
    if verb <= index + 1 or not (put or speech_verb(words, verb)) or words[verb].lower in _NO_REPORT:
        return None
    named = verb
    while named > index + 1 and words[named - 1].lower in HELPERS:
        named -= 1
    if named == index + 1 or finite_verb(words, index + 1, named) >= 0:
        return None
    return Phrase(index + 1, named, end)


def _before_aside(words: Sequence[Token], start: int, stop: int) -> int:
    """Leave out ``on Monday`` behind a verb: ``as Roe said on Monday,``."""
    for at in range(start, stop - 1):
        if speech_verb(words, at) and words[at + 1].lower in AFTER_SOURCE and finite_verb(words, at + 1, stop) < 0:
            return at + 1
    return stop

"""Cut what is said into single statements, each of which gets one verdict.

A cut is made only where both sides state something: a subject and a finite verb on the left, and on the
right a clause of its own, a second verb of the same subject, or a relative or participial clause that
adds a fact. Circumstances stay with their event.
"""

from collections.abc import Sequence
from typing import NamedTuple

from workbench.domain.syntax_tree import Tree
from workbench.extraction.asides import QUOTE_MARKS, behind_listener, content_at
from workbench.extraction.clauses import may_cut
from workbench.extraction.cues import leading_cue
from workbench.extraction.tokens import Token, tokens
from workbench.extraction.verbs import PRONOUNS, clause_at, finite_verb, states, verb_at


class Proposition(NamedTuple):
    """A stretch of the text that states one thing; ``joined`` are the words that tie it to the one before."""

    start: int
    end: int
    joined: str = ""


class _Cut(NamedTuple):
    """Where the left side ends and the right side begins: indexes of tokens."""

    left: int
    right: int
    joined: str


_COORDINATORS = frozenset("and but while whereas although though yet".split())
_CONTRASTS = frozenset("while whereas telling".split())
"""Ties between clauses alone: what stands on both sides has been seen to be one."""
_LATER = frozenset("after before since as".split())
_OPENERS = frozenset("although though while whereas as after since before".split())
SAYING = frozenset(
    "adding claiming noting saying warning stressing insisting arguing stating asserting telling".split()
)
_FACTS = frozenset(
    "marking making bringing leaving killing injuring prompting becoming representing raising causing coming wounding destroying "
    "forcing reaching reducing increasing cutting pushing sending ending breaking exceeding beating overtaking costing earning "
    "displacing affecting allowing creating doubling setting taking bringing violating breaching accusing".split()
)
_BREAKS = frozenset({";", "—", "–", ":"})
_TIMES = frozenset({"before", "during", "after"})
_SHORTEST = 4
_SHORTEST_TAIL = 5
_SHORTEST_SECOND = 7
_SHORTEST_LATER = 8
_EDGE = " \t\n,;:–—-.!"
_QUOTES = '"“”«»'
_CLOSING = '"”»'


def propositions(text: str, start: int, end: int, tree: Tree | None = None) -> list[Proposition]:
    """Cut the stretch into statements; a clause that states nothing stays with its neighbour.

    Where the grammar is known, a cut has to fall between clauses.
    """
    words = tokens(text, start, end, tree)
    if not words:
        return []
    first, opening = _opening(words)
    found = [] if opening is None else [_trimmed(text, *opening)]
    alone = opening is None and not any(word.text == "," for word in words)
    if alone and words[0].lower in _OPENERS and clause_at(words, 1, len(words)) > 0:
        first = 1
    joined = ""
    index = first + _SHORTEST - 1
    while index < len(words):
        cut = _cut(words, first, index)
        if cut is None or not _between_clauses(tree, words, first, cut):
            index += 1
            continue
        found.append(_trimmed(text, words[first].start, words[cut.left - 1].end, joined))
        first, joined = cut.right, cut.joined
        index = first + _SHORTEST - 1
    found.append(_trimmed(text, words[first].start, end, joined))
    return [one for one in found if one.end > one.start]


def _between_clauses(tree: Tree | None, words: Sequence[Token], first: int, cut: _Cut) -> bool:
    if tree is None or cut.joined in _CONTRASTS or _brings_a_source(words, cut):
        return True
    left = tree.words(words[first].start, words[cut.left - 1].end)
    return may_cut(tree, left, tree.words(words[cut.right].start, words[-1].end))


def _brings_a_source(words: Sequence[Token], cut: _Cut) -> bool:
    """Say whether the right side is what somebody else says: ``…, but the union said that it never opened``."""
    cue = leading_cue(words, cut.right, len(words)) if cut.joined in {"and", "but"} else None
    return cue is not None and cue.source is not None and cue.source.first == cut.right


class _Opening(NamedTuple):
    """A clause that opens a sentence in front of its main clause."""

    start: int
    end: int
    joined: str


def _opening(words: Sequence[Token]) -> tuple[int, _Opening | None]:
    """Take ``Although A, B`` apart: both are stated."""
    begin = 0
    if words[0].lower in _OPENERS:
        begin = 1
    elif [word.lower for word in words[:4]] == ["despite", "the", "fact", "that"]:
        begin = 4
    if begin == 0 or clause_at(words, begin, len(words)) < 0:
        return 0, None
    least = _SHORTEST_LATER if words[0].lower in _LATER else _SHORTEST_TAIL
    for comma in range(begin + least, len(words) - _SHORTEST):
        if words[comma].text == "," and clause_at(words, comma + 1, len(words)) > 0:
            return comma + 1, _Opening(words[begin].start, words[comma - 1].end, words[0].lower)
    return 0, None


def _cut(words: Sequence[Token], first: int, index: int) -> _Cut | None:
    word, end = words[index], len(words)
    if word.text in _BREAKS:
        right = index + 1 + (index + 1 < end and words[index + 1].lower in {"and", "but"})
        own = clause_at(words, right, end) > 0
        return (
            _Cut(index, right, word.text) if own and states(words, first, index) and end - right >= _SHORTEST else None
        )
    comma = words[index - 1].text == ","
    left = index - 1 if comma else index
    if left - first < _SHORTEST or not states(words, first, left):
        return None
    if word.lower in _COORDINATORS:
        return _coordinated(words, first, left, index)
    if comma and word.lower in _LATER and end - index > _SHORTEST_LATER:
        return _Cut(left, index + 1, word.lower) if clause_at(words, index + 1, _stop(words, index + 1)) > 0 else None
    if comma and word.lower in {"which", "who", "where"}:
        stated = (
            verb_at(words, index + 1, end) > 0
            or clause_at(words, index + 1, end) > 0
            or finite_verb(words, index + 1, index + 3) > 0
        )
        return _Cut(left, index + 1, word.lower) if stated and end - index > _SHORTEST_SECOND else None
    if comma and word.lower in SAYING:
        told = behind_listener(words, index + 1, end) if word.lower == "telling" else index + 1
        right = content_at(words, told, end)
        begin = right + (right < end and words[right].text in QUOTE_MARKS)
        known = word.lower != "telling" or (told > index + 1 and clause_at(words, begin, end) > 0)
        return _Cut(left, right, word.lower) if known and end - right >= _SHORTEST else None
    if comma and word.lower in _FACTS and end - index > _SHORTEST:
        return _Cut(left, index, "")
    return None


def _coordinated(words: Sequence[Token], first: int, left: int, index: int) -> _Cut | None:
    word, right, end = words[index].lower, index + 1, len(words)
    if right < end and words[right].lower == "also":
        right += 1
    if right < end and words[right].lower == "that":
        return _Cut(left, right + 1, f"{word} that") if end - right > _SHORTEST else None
    if right < end and words[right].text == ",":
        right += 1
    stop = _stop(words, right)
    if stop - right < _SHORTEST or {words[left - 1].lower, words[right].lower} <= _TIMES:
        return None
    verb = clause_at(words, right, stop)
    listed = word in {"and", "but"} and any(mark.text == "," for mark in words[max(first, left - 3) : left])
    if verb > 0 and not (listed and verb - right <= 2 and words[right].lower not in PRONOUNS):
        return _Cut(left, right, word)
    verb = verb_at(words, right, stop)
    if (
        verb > 0
        and word in {"and", "but"}
        and stop - right >= _SHORTEST_TAIL
        and left - finite_verb(words, first, left) > 1
    ):
        return _Cut(left, right, word)
    return None


def _stop(words: Sequence[Token], start: int) -> int:
    """Give where the words after a tie end at the latest: the next semicolon or dash."""
    return next((index for index in range(start, len(words)) if words[index].text in {";", "—"}), len(words))


def _trimmed(text: str, start: int, end: int, joined: str) -> Proposition:
    """Leave out ties, blanks and marks at both ends, and quotation marks that have no partner inside."""
    while start < end and text[start] in _EDGE:
        start += 1
    end = _ended(text, start, end)
    if start < end and text[start] in _QUOTES and not any(mark in text[start + 1 : end - 1] for mark in _QUOTES):
        start += 1
        end = _ended(text, start, end - (text[end - 1] in _CLOSING))
    elif start < end and text[end - 1] in _CLOSING and not any(mark in text[start : end - 1] for mark in _QUOTES):
        end = _ended(text, start, end - 1)
    return Proposition(start, end, joined)


def _ended(text: str, start: int, end: int) -> int:
    """Leave out marks at the end; the point of ``a.m.`` and ``U.S.`` stays."""
    while end > start and text[end - 1] in _EDGE:
        if (
            text[end - 1] == "."
            and end - start > 4
            and text[end - 3] == "."
            and text[end - 2].isalpha()
            and text[end - 4].isalpha()
        ):
            break
        end -= 1
    return end

"""A model's proposals beside the claims of the rules: only exact words of the text, and nothing taken on trust.

What a model answers is hostile input, because whoever wrote the article may have written to the model as well.
So its words count only where they stand in the text, a claimer only where the text names them, and a kind
only where it is one of ours. Check-worthiness is ours; ratings and verdicts have no place to go.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from claims_db.rows import DateRow, ReasonRow
from claims_db.vocabulary import ClaimKind
from workbench.domain.amounts import Amount, amounts_in
from workbench.domain.proposer import Dropped, Proposals, ProposedWords
from workbench.domain.reasons import proposed_by
from workbench.extraction.candidate import Candidate, Extraction
from workbench.extraction.dates import resolve_dates
from workbench.extraction.kinds import kind_of
from workbench.extraction.language import ENGLISH
from workbench.extraction.speech import LONGEST_SENTENCE
from workbench.extraction.statements import Setting, self_contained
from workbench.extraction.worth import Statement, check_worthiness, reasons

_FEWEST_WORDS = 3
_LONGEST_NAME = 120
_LOOKED_AT = 50
"""How many places of the same words are looked at for one that cuts no word."""

_PARAGRAPH_END = re.compile(r"\n[ ]*\n")
_KINDS = frozenset(kind.value for kind in ClaimKind)


class Joined(NamedTuple):
    """The claims of rules and model together, and what of the model's was dropped and why."""

    extraction: Extraction
    dropped: tuple[Dropped, ...]


class _Span(NamedTuple):
    start: int
    end: int


def join(text: str, found: Extraction, proposals: Proposals, model: str, published: DateRow | None = None) -> Joined:
    """Add a model's proposals to what the rules found.

    Words that the rules found as well are kept once, as the rules read them; every candidate that the model
    proposed says so among its reasons. A refusal gives way where the model proposes its very words: a person
    sees both.

    Args:
        text: the normalised text.
        found: what the rules found in it.
        proposals: what the model answered.
        model: its name.
        published: from when relative dates are read.

    """
    reason = ReasonRow(proposed_by(model), 0.0)
    known = {_bare(text, one.start, one.end): (one.start, one.end) for one in found.candidates}
    candidates = {(one.start, one.end): one for one in found.candidates}
    dropped = list(proposals.dropped)
    for words in proposals.words:
        place = _place(text, words.exact)
        if isinstance(place, str):
            dropped.append(Dropped(words.exact, place))
            continue
        bare = _bare(text, *place)
        span = known.setdefault(bare, place)
        before = candidates.get(span)
        if before is None:
            candidates[span] = _candidate(text, place, words, reason, found.language, published)
        elif reason in before.reasons:
            dropped.append(Dropped(words.exact, "proposed twice"))
        else:
            candidates[span] = replace(before, reasons=(*before.reasons, reason))
    ordered = sorted(candidates.values(), key=lambda one: (one.start, one.end))
    taken = {_bare(text, *span) for span in candidates}
    refused = tuple(one for one in found.refusals if _bare(text, one.start, one.end) not in taken)
    return Joined(Extraction(tuple(ordered), refused, found.language), tuple(dropped))


def _place(text: str, exact: str) -> _Span | str:
    """Give where the words stand, or why they can't be a claim."""
    words = exact.strip()
    if len(words.split()) < _FEWEST_WORDS:
        return "too few words to state something"
    if len(words) > LONGEST_SENTENCE:
        return "too long to be one statement"
    if _PARAGRAPH_END.search(words):
        return "runs over paragraphs"
    if words not in text:
        return "not in the text word for word"
    whole = next((at for at in _places(text, words) if _cuts_no_word(text, at, at + len(words))), None)
    return "begins or ends inside a word" if whole is None else _Span(whole, whole + len(words))


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    for _ in range(_LOOKED_AT):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def _cuts_no_word(text: str, start: int, end: int) -> bool:
    before, after = text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1]
    return not (start and before.isalnum()) and not (len(after) == 2 and after.isalnum())


def _bare(text: str, start: int, end: int) -> _Span:
    """Give a span without the marks around it: a full stop more or less makes no other claim."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return _Span(start, end)


def _candidate(
    text: str, place: _Span, proposed: ProposedWords, reason: ReasonRow, language: str, published: DateRow | None
) -> Candidate:
    words = text[place.start : place.end]
    claimer, assumed = _claimer(text, proposed.claimer)
    amounts = amounts_in(words)
    statement = Statement(words, amounts, claimer, utterance=False, english=language == ENGLISH)
    weighed = reasons(statement)
    times = resolve_dates(text, place.start, place.end, published)
    return Candidate(
        start=place.start,
        end=place.end,
        statement=self_contained(words, Setting("", times.dates, place.start)),
        claimer=claimer,
        via=(),
        kind=ClaimKind(proposed.kind) if proposed.kind in _KINDS else kind_of(statement),
        check_worthiness=check_worthiness(weighed),
        reasons=(*weighed, reason),
        amounts=tuple(_moved(amounts, place.start)),
        dates=times.dates,
        assumptions=(*assumed, *times.assumptions),
    )


def _claimer(text: str, name: str) -> tuple[str, tuple[str, ...]]:
    """Give the claimer if the text has the name; else nobody, and that this was left open."""
    plain = name.strip()
    if not plain:
        return "", ()
    if len(plain) <= _LONGEST_NAME and "\n" not in plain:
        named = any(_cuts_no_word(text, at, at + len(plain)) for at in _places(text, plain))
        if named and any(mark.isalpha() for mark in plain):
            return plain, ()
    return "", ("the model named a claimer who does not stand in the text; nobody is named",)


def _moved(amounts: Iterable[Amount], by: int) -> Iterator[Amount]:
    return (Amount(one.start + by, one.end + by, one.value, one.unit) for one in amounts)

"""Words that a person chose in an article, as extraction would offer them: who says them, what kind, how check-worthy."""

from bisect import bisect_right
from typing import NamedTuple

from claims_db.rows import DateRow, ReasonRow
from workbench.desk.covering import BODY
from workbench.domain.amounts import amounts_in
from workbench.domain.reasons import TAKEN_IN
from workbench.domain.syntax_tree import Parser, Tree
from workbench.extraction.candidate import Candidate
from workbench.extraction.dates import resolve_dates
from workbench.extraction.kinds import kind_of
from workbench.extraction.language import ENGLISH, language_of
from workbench.extraction.paragraphs import Paragraph, paragraphs
from workbench.extraction.people import Cast
from workbench.extraction.quotes import quotations
from workbench.extraction.said import Said
from workbench.extraction.sentences import sentences
from workbench.extraction.speech import LONGEST_SENTENCE, Speech
from workbench.extraction.statements import Setting, self_contained
from workbench.extraction.utterances import is_utterance
from workbench.extraction.worth import Statement, check_worthiness, reasons

_EARLY = 3
"""How many sentences of an article are its beginning."""

_NEAR = 60_000
"""Characters on each side in which names are learnt: who speaks is named nearby."""


class _Voice(NamedTuple):
    """Who says words, through whom, and whether they are quoted."""

    claimer: str = ""
    via: tuple[str, ...] = ()
    quoted: bool = False


def chosen(text: str, start: int, end: int, published: DateRow | None, parser: Parser) -> Candidate:
    """Offer the words between two offsets of a normalised text, whatever was refused there."""
    words, english = text[start:end], language_of(text) == ENGLISH
    around = paragraphs(text)
    at = max(0, bisect_right([one.start for one in around], start) - 1)
    here = around[at]
    readable = english and here.end - here.start <= _NEAR
    tree = next(iter(parser.parse(text, [(here.start, here.end)])), None) if readable else None
    voice = _voice(text, around, at, start, tree) if readable else _Voice()
    utterance = bool(voice.claimer) and not voice.quoted and is_utterance(words)
    amounts = amounts_in(words)
    statement = Statement(
        words,
        amounts,
        voice.claimer,
        utterance,
        _is_early(text, around, start),
        english,
        voice.quoted,
        tree.tags_between(start, end) if tree is not None else (),
    )
    found = reasons(statement)
    times = resolve_dates(text, start, end, published)
    return Candidate(
        start=start,
        end=end,
        statement=self_contained(words, Setting("", times.dates, start)),
        claimer=voice.claimer,
        via=voice.via,
        kind=kind_of(statement),
        check_worthiness=check_worthiness(found),
        reasons=(*found, ReasonRow(TAKEN_IN, 0.0)),
        amounts=amounts,
        dates=times.dates,
        assumptions=times.assumptions,
    )


def _voice(text: str, around: list[Paragraph], at: int, start: int, tree: Tree | None) -> _Voice:
    """Say whose words stand at a place; nobody's where the article does not tell."""
    here = around[at]
    cut = [one for one in sentences(text, here.start, here.end) if one.end - one.start <= LONGEST_SENTENCE]
    speech = Speech(text, cut, quotations(text, here.start, here.end), tree, speaking=False)
    cast = _cast(text, around, at)
    for index, sentence in enumerate(cut):
        words = text[sentence.start : sentence.end]
        cast.meet(words)
        said = speech.said(index)
        if start < sentence.end:
            return _of(_standing(said, start), cast)
        for one in said:
            if one.source:
                cast.heard(cast.resolve(one.source))
        if not any(one.source for one in said):
            cast.subject(words)
    return _Voice()


def _standing(said: list[Said], start: int) -> Said | None:
    return next((one for one in said if one.start <= start < one.end), None)


def _of(said: Said | None, cast: Cast) -> _Voice:
    if said is None or not said.source:
        return _Voice(quoted=said is not None and said.quoted)
    claimer = cast.resolve(said.source)
    return _Voice(claimer, tuple(name for name in said.via if name.casefold() != claimer.casefold()), said.quoted)


def _cast(text: str, around: list[Paragraph], at: int) -> Cast:
    """Learn who is named near a paragraph, and meet those named before it."""
    cast = Cast()
    near = [one for one in around if abs(one.start - around[at].start) <= _NEAR and one.end - one.start <= _NEAR]
    for paragraph in near:
        cast.learn(text[paragraph.start : paragraph.end])
    for paragraph in near:
        if paragraph.start < around[at].start:
            for sentence in sentences(text, paragraph.start, paragraph.end):
                cast.meet(text[sentence.start : sentence.end])
                cast.subject(text[sentence.start : sentence.end])
    return cast


def _is_early(text: str, around: list[Paragraph], start: int) -> bool:
    """Say whether words stand in the first sentences that are running text."""
    before = 0
    for paragraph in around:
        if paragraph.start >= start or before >= _EARLY:
            break
        if paragraph.form in BODY:
            before += sum(one.end <= start for one in sentences(text, paragraph.start, paragraph.end))
    return before < _EARLY

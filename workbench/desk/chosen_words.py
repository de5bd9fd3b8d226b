"""Words that a person chose in an article, as extraction would offer them: who says them, what kind, how check-worthy."""

from bisect import bisect_right

from claims_db.rows import DateRow, ReasonRow
from workbench.desk.covering import BODY, as_read
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
from workbench.extraction.sentences import sentences
from workbench.extraction.speakers import Speakers, Stretch
from workbench.extraction.speech import LONGEST_SENTENCE, Speech
from workbench.extraction.statements import Setting, self_contained
from workbench.extraction.transcripts import learn_speakers, turns
from workbench.extraction.worth import Statement, check_worthiness, reasons

_EARLY = 3
"""How many sentences of an article are its beginning."""

_NEAR = 60_000
"""Characters on each side in which names are learnt: who speaks is named nearby."""


def chosen(text: str, start: int, end: int, published: DateRow | None, parser: Parser) -> Candidate:
    """Offer the words between two offsets of a normalised text, whatever was refused there."""
    read = as_read(text)
    words, english = read[start:end], language_of(read) == ENGLISH
    around = paragraphs(read)
    at = max(0, bisect_right([one.start for one in around], start) - 1)
    here = around[at]
    readable = english and here.end - here.start <= _NEAR
    tree = next(iter(parser.parse(read, [(here.start, here.end)])), None) if readable else None
    said = _said(read, around, at, start, tree) if readable else None
    said = said or Stretch(start, end, "", (), utterance=False)
    statement = Statement(
        words,
        amounts_in(words),
        said.claimer,
        said.utterance,
        _is_early(read, around, start),
        english,
        said.quoted,
        tree.tags_between(start, end) if tree is not None else (),
    )
    found = reasons(statement)
    times = resolve_dates(read, start, end, published)
    return Candidate(
        start=start,
        end=end,
        statement=self_contained(words, Setting("", times.dates, start, said.subject if said.start == start else "")),
        claimer=said.claimer,
        via=tuple(name for name in said.via if name.casefold() != said.claimer.casefold()),
        kind=kind_of(statement),
        check_worthiness=check_worthiness(found),
        reasons=(*found, ReasonRow(TAKEN_IN, 0.0)),
        amounts=statement.amounts,
        dates=times.dates,
        assumptions=(*said.assumed, *times.assumptions),
    )


def _said(text: str, around: list[Paragraph], at: int, start: int, tree: Tree | None) -> Stretch | None:
    """Give the statement that stands at a place, with whoever makes it."""
    here = around[at]
    found = turns(text, [one for one in around if one.form in BODY])
    turn = found.get(here.start)
    giver = None if turn is None else turn.speaker
    cut = sentences(text, here.begins if turn is None else turn.begins, here.end)
    quotes = quotations(text, here.start, here.end)
    speech = Speech(text, cut, quotes, tree, speaking=False, turn=giver)
    cast = _cast(text, around, at)
    learn_speakers(cast, found.values())
    speakers = Speakers(text, cast, tree, giver)
    for index, sentence in enumerate(cut):
        whole = text[sentence.start : sentence.end]
        if len(whole) > LONGEST_SENTENCE:
            continue
        cast.meet(whole)
        claimer = ""
        said = speech.said(index)
        for one in said:
            claimer = speakers.claimer(one, claimer)
            for stretch in speakers.stretches(one, claimer):
                if stretch.start <= start < stretch.end:
                    return stretch
        if start < sentence.end:
            break
        speakers.told(whole, said, claimer)
    return None


def _cast(text: str, around: list[Paragraph], at: int) -> Cast:
    """Learn who is named near a paragraph, and meet those named before it."""
    cast = Cast()
    near = [one for one in around if abs(one.start - around[at].start) <= _NEAR and one.end - one.start <= _NEAR]
    for paragraph in near:
        cast.learn(text[paragraph.start : paragraph.end])
    for paragraph in near:
        if paragraph.start < around[at].start:
            for sentence in sentences(text, paragraph.begins, paragraph.end):
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
            before += sum(one.end <= start for one in sentences(text, paragraph.begins, paragraph.end))
    return before < _EARLY

"""Compare an excerpt with its source letter by letter: nothing that is not in the source passes silently."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims_db.vocabulary import QuoteVerdict
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.changes import Change, ChangeKind
from workbench.domain.evidence.context import Around, best_by_context
from workbench.domain.evidence.cut_numbers import number_cut
from workbench.domain.evidence.nearly_there import altered_passages
from workbench.domain.evidence.occurrences import MOST, Found, chains
from workbench.domain.evidence.pieces import MOST_PIECES, Joint, Piece, Pieces, pieces_of, whole
from workbench.domain.evidence.sameness import framing_words
from workbench.domain.evidence.sentence_around import before_in_sentence
from workbench.domain.turning_words import negates

_NEAR_BEFORE = 6
"""So many words before an excerpt may deny it: ``it is not true that``."""


class Passage(NamedTuple):
    """A piece of the excerpt, and where it stands in the source."""

    start: int
    end: int
    source_start: int
    source_end: int


class LeftOut(NamedTuple):
    """Words of the source for which the excerpt has an ellipsis, or words of its own in brackets.

    ``warning`` says why a reader should look at them; empty where nothing is known against leaving them out.
    """

    source_start: int
    source_end: int
    words: str
    warning: str


class Insertion(NamedTuple):
    """Words in brackets that are not in the source."""

    start: int
    end: int
    words: str


@dataclass(frozen=True)
class QuoteCheck:
    """How an excerpt stands to its source.

    Attributes:
        verdict: what the comparison comes to.
        passages: its pieces, each with its place in the source; of an excerpt that was not found, none.
        left_out: what stands in the source where the excerpt has ellipses or words in brackets.
        insertions: words in brackets, which are not the source's.
        changes: in what the excerpt differs from the source.
        occurrences: how often its words stand there; 500 means that many or more.
        ambiguous: whether they stand there several times, and nothing told which place is meant.
        remarks: what else a reader should know, in sentences.

    """

    verdict: QuoteVerdict
    passages: tuple[Passage, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    changes: tuple[Change, ...] = ()
    occurrences: int = 0
    ambiguous: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether the words are the source's; if not, the excerpt has to be marked."""
        return self.verdict.stands

    @property
    def span(self) -> tuple[int, int] | None:
        """The span of the source from the first to the last of its pieces."""
        if not self.passages:
            return None
        return self.passages[0].source_start, max(one.source_end for one in self.passages)


def check_quote(excerpt: str, source: CapturedText, around: Around | None = None) -> QuoteCheck:
    """Compare an excerpt with its source.

    Args:
        excerpt: the quoted words; ellipses and words in square brackets are known as the quoter's.
        source: the captured text.
        around: what stood before and behind, or where, to tell places with equal words apart.

    """
    apart = pieces_of(excerpt)
    for pieces in (whole(excerpt), apart):
        if pieces.pieces and not pieces.too_many:
            rows = chains(pieces.pieces, source.folded)
            if rows:
                return _checked(excerpt, pieces, source, rows, around)
    if apart.too_many:
        words = f"The excerpt is cut into more than {MOST_PIECES} pieces."
        return QuoteCheck(QuoteVerdict.NOT_FOUND, remarks=(words,))
    return _altered(apart, source, excerpt)


def _checked(
    excerpt: str,
    pieces: Pieces,
    source: CapturedText,
    rows: Sequence[tuple[Found, ...]],
    around: Around | None,
) -> QuoteCheck:
    if around is None:
        rows = [row for row in rows if not _cuts_number(row, source)] or rows
    choice = best_by_context([(row[0].start, row[-1].end) for row in rows], source, around)
    row = rows[choice.at]
    passages = tuple(_passage(piece, found, source) for piece, found in zip(pieces.pieces, row, strict=True))
    changes = tuple(
        change
        for piece, found, passage in zip(pieces.pieces, row, passages, strict=True)
        for change in _edges(piece, found, passage, source)
    )
    insertions = _insertions(excerpt, pieces)
    verdict = _verdict(excerpt, pieces, passages, source, changes)
    return QuoteCheck(
        verdict,
        passages,
        _left_out(passages, source),
        insertions,
        changes,
        len(rows),
        choice.tied,
        (*_repeated(len(rows) if verdict.stands else 0, choice.tied), *_framed(passages[0], source)),
    )


def _cuts_number(row: Sequence[Found], source: CapturedText) -> bool:
    return any(number_cut(source.with_cells_apart, found.start, found.end) is not None for found in row)


def _verdict(
    excerpt: str, pieces: Pieces, passages: Sequence[Passage], source: CapturedText, changes: Sequence[Change]
) -> QuoteVerdict:
    if any(change.kind not in {ChangeKind.CAPITALS, ChangeKind.PUNCTUATION} for change in changes) or any(
        change.kind is ChangeKind.PUNCTUATION and change.source_words in {"?", "!"} for change in changes
    ):
        return QuoteVerdict.ALTERED
    joints = {mark.joint for mark in pieces.marks}
    if Joint.ELLIPSIS in joints:
        return QuoteVerdict.WITH_ELLIPSES
    if joints:
        return QuoteVerdict.WITH_INSERTIONS
    only, piece = passages[0], pieces.pieces[0]
    same = excerpt[piece.start : piece.end] == source.text[only.source_start : only.source_end]
    return QuoteVerdict.EXACT if same and not changes else QuoteVerdict.TYPOGRAPHIC


def _passage(piece: Piece, found: Found, source: CapturedText) -> Passage:
    length = len(piece.folded.text)
    start, end = piece.folded.to_source(found.variant.skipped, length - found.variant.dropped)
    return Passage(piece.start + start, piece.start + end, *source.folded.to_source(found.start, found.end))


def _edges(piece: Piece, found: Found, passage: Passage, source: CapturedText) -> tuple[Change, ...]:
    """Give what the excerpt changes at the edges of a piece: a capital, a stop of its own, a number cut off."""
    changes = []
    text = source.folded.text
    if found.variant.capital:
        given, there = piece.folded.text[found.variant.skipped], text[found.start]
        spans = (passage.start, passage.start + 1, given, passage.source_start, passage.source_start + 1, there)
        changes.append(Change(ChangeKind.CAPITALS, *spans))
    closing = piece.folded.text[len(piece.folded.text) - found.variant.dropped :].replace("'", "")
    if found.variant.dropped and closing:
        follows = text[found.end : found.end + 1]
        there = follows if follows in {"?", "!"} else ""
        at = passage.source_end
        span = (passage.end, passage.end + found.variant.dropped, closing)
        changes.append(Change(ChangeKind.PUNCTUATION, *span, at, at + len(there), there))
    cut = number_cut(source.with_cells_apart, found.start, found.end)
    if cut is not None:
        start, end = source.folded.to_source(*cut)
        given = source.text[max(start, passage.source_start) : min(end, passage.source_end)]
        span = (passage.start, passage.end, given)
        changes.append(Change(ChangeKind.NUMBER, *span, start, end, source.text[start:end]))
    return tuple(changes)


def _left_out(passages: Sequence[Passage], source: CapturedText) -> tuple[LeftOut, ...]:
    found = []
    for index in range(1, len(passages)):
        start, end = passages[index - 1].source_end, passages[index].source_start
        words = source.text[start:end].strip()
        if words:
            start = source.text.index(words, start)
            warning = "There is a negation among these words." if negates(words) else ""
            found.append(LeftOut(start, start + len(words), words, warning))
    return tuple(found)


def _insertions(excerpt: str, pieces: Pieces) -> tuple[Insertion, ...]:
    marks = (mark for mark in pieces.marks if mark.joint is Joint.INSERTION)
    return tuple(Insertion(mark.start, mark.end, excerpt[mark.start : mark.end]) for mark in marks)


def _framed(first: Passage, source: CapturedText) -> tuple[str, ...]:
    """Say where a quoted sentence is denied or supposed by the words that were not quoted with it."""
    before = before_in_sentence(source.text, first.source_start)
    words = framing_words(" ".join(before.split()[-_NEAR_BEFORE:]))
    return (f"In its sentence “{words[-1]}” stands before these words.",) if words else ()


def _repeated(count: int, tied: bool) -> tuple[str, ...]:
    if count < 2:
        return ()
    times = f"{MOST} times or more" if count >= MOST else f"{count} times"
    return (f"These words stand {times} in the source{', and nothing tells which place is meant' if tied else ''}.",)


def _altered(pieces: Pieces, source: CapturedText, excerpt: str) -> QuoteCheck:
    near = altered_passages(pieces.pieces, source)
    insertions = _insertions(excerpt, pieces)
    if near is None:
        words = ("These words are not in the source.",)
        return QuoteCheck(QuoteVerdict.NOT_FOUND, insertions=insertions, remarks=words)
    passages = tuple(Passage(*spans) for spans in near.spans)
    left_out = _left_out(passages, source) if not near.remarks else ()
    if not near.changes and not near.remarks and len(passages) == 1 and not near.cuts_number:
        return QuoteCheck(QuoteVerdict.TYPOGRAPHIC, passages, insertions=insertions, occurrences=1)
    return QuoteCheck(QuoteVerdict.ALTERED, passages, left_out, insertions, near.changes, remarks=near.remarks)

"""What became of every stretch of an article: a claim, part of one, refused with a reason, or other text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple, TypeVar

from claims_db.rows import ArticleSheet, PlacedClaim, RefusedRow
from workbench.domain.references import claim_reference
from workbench.domain.states import state_words

T = TypeVar("T")

_BLANKS = " \n\t\r\u00a0"
_MARKS = ',;:.…—–-"“”'


class StretchForm(StrEnum):
    """What a stretch of an article is."""

    CLAIM = "claim"
    PART = "part"
    REFUSED = "refused"
    OTHER = "other"


class Extent(NamedTuple):
    """A half-open range of code points in the normalised text."""

    start: int
    end: int


class Stretch(NamedTuple):
    """Some words of an article and what became of them.

    Attributes:
        start, end: half-open, code points in the normalised text.
        form: what they are.
        claims: the claims whose words they are, or whose sentence they belong to; the shortest claim first.
        reason: why they were refused, or what stands with them in a sentence without a claim; empty otherwise.

    """

    start: int
    end: int
    form: StretchForm
    claims: tuple[PlacedClaim, ...] = ()
    reason: str = ""


class Coverage(NamedTuple):
    """An article's latest text, cut into stretches.

    Attributes:
        article: the article with its text and claims.
        stretches: what became of each stretch, in the order of the text.
        refusals_kept: false where what was refused was not kept, as of articles taken in by earlier versions.

    """

    article: ArticleSheet
    stretches: tuple[Stretch, ...]
    refusals_kept: bool


def stretches_of(
    text: str, sentences: Sequence[Extent], claims: Sequence[PlacedClaim], refused: Sequence[RefusedRow]
) -> tuple[Stretch, ...]:
    """Cut a text into stretches, in order, so that every letter and digit of it stands in exactly one.

    Blanks and marks between stretches belong to none. Words of a claim count as that whatever was refused there.

    Args:
        text: the article.
        sentences: where its sentences are, in order, none in another.
        claims: where its claims stand; they may stand in each other.
        refused: what was refused, and why.

    """
    return tuple(_trimmed(text, one) for one in _joined(_pieces(text, sentences, claims, refused)))


def stretch_words(stretch: Stretch) -> str:
    """Say what a stretch is, in a few words."""
    if stretch.form is StretchForm.REFUSED:
        return f"refused: {stretch.reason}"
    if not stretch.claims:
        return f"beside what was refused: {stretch.reason}" if stretch.reason else "other text"
    first, *others = stretch.claims
    if stretch.form is StretchForm.PART:
        return f"part of {', '.join(claim_reference(claim.number) for claim in stretch.claims)}"
    rating = f", {first.rating}" if first.rating else ""
    inside = f"; inside {', '.join(claim_reference(claim.number) for claim in others)}" if others else ""
    return f"claim {claim_reference(first.number)} {state_words(first.state)}{rating}{inside}"


class _Piece(NamedTuple):
    """A stretch between two edges, and what stands there: its claims, else its refusals."""

    stretch: Stretch
    here: tuple[PlacedClaim | RefusedRow, ...] = ()


def _pieces(
    text: str, sentences: Sequence[Extent], claims: Sequence[PlacedClaim], refused: Sequence[RefusedRow]
) -> Iterator[_Piece]:
    """Cut where anything begins or ends; what holds no letter or digit is left out."""
    spans = [Extent(claim.span.start, claim.span.end) for claim in claims]
    reasons = [Extent(one.start, one.end) for one in refused]
    edges = {0, len(text), *(edge for extent in (*sentences, *spans, *reasons) for edge in extent)}
    standing, refusals = _Standing(claims, _extent_of_claim), _Standing(refused, _extent_of_refusal)
    within = _Standing(sentences, lambda sentence: sentence)
    claims_in = _by_sentence(sentences, claims, _extent_of_claim)
    refused_in = _by_sentence(sentences, refused, _extent_of_refusal)
    for start, end in pairwise(sorted(edges)):
        here, why, sentence = standing.at(start), refusals.at(start), within.at(start)
        if not any(map(str.isalnum, text[start:end])):
            continue
        if here:
            here.sort(key=lambda claim: (claim.span.end - claim.span.start, claim.number))
            yield _Piece(Stretch(start, end, StretchForm.CLAIM, tuple(here)), tuple(here))
        elif why:
            yield _Piece(Stretch(start, end, StretchForm.REFUSED, (), _reasons(why)), tuple(why))
        elif sentence and claims_in[sentence[0]]:
            yield _Piece(Stretch(start, end, StretchForm.PART, claims_in[sentence[0]]))
        elif sentence and refused_in[sentence[0]]:
            yield _Piece(Stretch(start, end, StretchForm.PART, (), _reasons(refused_in[sentence[0]])))
        else:
            yield _Piece(Stretch(start, end, StretchForm.OTHER))


def _extent_of_claim(claim: PlacedClaim) -> Extent:
    return Extent(claim.span.start, claim.span.end)


def _extent_of_refusal(refused: RefusedRow) -> Extent:
    return Extent(refused.start, refused.end)


def _reasons(refused: Sequence[RefusedRow]) -> str:
    return "; ".join(dict.fromkeys(one.reason for one in refused))


def _by_sentence(
    sentences: Sequence[Extent], things: Sequence[T], extent: Callable[[T], Extent]
) -> dict[Extent, tuple[T, ...]]:
    """Give each sentence the claims or refusals that stand in it, in the order of the text."""
    found: dict[Extent, tuple[T, ...]] = {}
    ordered = sorted(things, key=lambda one: extent(one).start)
    first = 0
    for sentence in sentences:
        while first < len(ordered) and extent(ordered[first]).end <= sentence.start:
            first += 1
        inside = []
        for one in ordered[first:]:
            if extent(one).start >= sentence.end:
                break
            if extent(one).end > sentence.start:
                inside.append(one)
        found[sentence] = tuple(inside)
    return found


def _joined(pieces: Iterable[_Piece]) -> Iterator[Stretch]:
    """Put together again what was cut inside one claim or one refusal, where only a sentence ended."""
    last: _Piece | None = None
    for piece in pieces:
        if last is not None and piece.here and piece.here == last.here:
            last = last._replace(stretch=last.stretch._replace(end=piece.stretch.end))
            continue
        if last is not None:
            yield last.stretch
        last = piece
    if last is not None:
        yield last.stretch


def _trimmed(text: str, stretch: Stretch) -> Stretch:
    """Leave out the blanks at both ends, and of words that are neither claim nor refused the marks as well."""
    words = text[stretch.start : stretch.end]
    marks = _BLANKS if stretch.form in {StretchForm.CLAIM, StretchForm.REFUSED} else _BLANKS + _MARKS
    start = stretch.start + len(words) - len(words.lstrip(marks))
    return stretch._replace(start=start, end=start + len(words.strip(marks)))


class _Standing(list[T]):
    """Things that have an extent, asked at places that only grow for those that stand there."""

    def __init__(self, things: Iterable[T], extent: Callable[[T], Extent]) -> None:
        super().__init__()
        self._extent = extent
        self._coming = sorted(things, key=lambda one: extent(one).start)[::-1]

    def at(self, place: int) -> list[T]:
        """Give what stands at a place."""
        while self._coming and self._extent(self._coming[-1]).start <= place:
            self.append(self._coming.pop())
        if any(self._extent(one).end <= place for one in self):
            self[:] = [one for one in self if self._extent(one).end > place]
        return list(self)

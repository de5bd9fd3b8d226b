"""A further text of an article set against the one before: what changed, which claims stand in it, which are new."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims_db.rows import ClaimOfRevision, QuoteRow, RevisionText, SpanRow
from workbench.desk.proposing import Proposal
from workbench.desk.refetch_entries import ArticleDifference, ClaimNow, ParagraphNow
from workbench.domain.evidence.article_changes import ArticleChanges, ClaimFate
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.paragraph_pairs import ParagraphFate
from workbench.domain.spans import quote_at
from workbench.extraction.candidate import Candidate

_STANDS = frozenset({ClaimFate.UNCHANGED, ClaimFate.MOVED})

Standing = tuple[int, SpanRow, QuoteRow]
"""A claim by its number, and where it stands in the further text."""


class FurtherText(NamedTuple):
    """What a further text is to an article.

    Attributes:
        difference: what changed.
        kept: the claims that still say the same, and where they stand.
        new: candidates whose words the older text does not have.
        replaced: whether nothing of the older text is left.

    """

    difference: ArticleDifference
    kept: tuple[Standing, ...]
    new: tuple[Candidate, ...]
    replaced: bool


def further_text(older: RevisionText, claims: Sequence[ClaimOfRevision], proposal: Proposal) -> FurtherText:
    """Set a proposal against the latest text of an article and the claims that stand in that."""
    newer = proposal.normalised.text
    texts = CapturedText(older.text), CapturedText(newer)
    changes = ArticleChanges(*texts)
    found = _difference(older, older.number + 1, newer, changes, claims)
    kept = tuple(standing(one, proposal) for one in found.claims if one.place is not None and not one.reasons)
    new = tuple(_new(proposal, ArticleChanges(texts[1], texts[0]), [span for _, span, _ in kept]))
    replaced = all(one.fate in {ParagraphFate.REMOVED, ParagraphFate.ADDED} for one in changes.paragraphs)
    return FurtherText(found, kept, new, replaced)


def difference_of(older: RevisionText, newer: int, text: str, claims: Sequence[ClaimOfRevision]) -> ArticleDifference:
    """Set a text, which is revision ``newer``, against an older one and the claims that stand in that."""
    return _difference(older, newer, text, ArticleChanges(CapturedText(older.text), CapturedText(text)), claims)


def _difference(
    before: RevisionText, newer: int, text: str, changes: ArticleChanges, claims: Sequence[ClaimOfRevision]
) -> ArticleDifference:
    paragraphs = tuple(
        ParagraphNow(one.fate, _at(before.text, one.old), _at(text, one.new), one.changes) for one in changes.paragraphs
    )
    found = changes.claims((claim.start, claim.end) for claim in claims)
    now = tuple(
        ClaimNow(claim, one.fate, one.new, _at(before.text, one.old), _at(text, one.new), one.changes, one.reasons)
        for claim, one in zip(claims, found, strict=True)
    )
    return ArticleDifference(before.article, before.number, newer, paragraphs, now)


def _at(text: str, span: tuple[int, int] | None) -> str:
    return "" if span is None else text[slice(*span)]


def standing(claim: ClaimNow, proposal: Proposal) -> Standing:
    """Give where a claim stands in a text; what says something else there is no longer the claim.

    Raises:
        ValueError: it does not stand there.

    """
    if claim.place is None:
        raise ValueError("the claim's words are not in this text")
    text, source_map = proposal.normalised.text, proposal.normalised.source_map
    span = SpanRow(*claim.place, *source_map.to_source(*claim.place))
    return claim.claim.number, span, quote_at(text, *claim.place)


def _new(proposal: Proposal, back: ArticleChanges, kept: Sequence[SpanRow]) -> Iterator[Candidate]:
    """Give the candidates whose words the older text does not have; what stood there before was decided before."""
    candidates = proposal.extraction.candidates
    found = back.claims((one.start, one.end) for one in candidates)
    for one, before in zip(candidates, found, strict=True):
        stands = any(one.start < span.end and span.start < one.end for span in kept)
        if before.fate not in _STANDS and not stands:
            yield one

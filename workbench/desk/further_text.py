"""A further text of an article set against the one before: what changed, which claims stand in it, which are new."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from claims_db import views
from claims_db.rows import ClaimOfRevision, ClaimThatLeft, QuoteRow, RevisionText, SpanRow
from workbench.desk.proposing import Proposal
from workbench.desk.refetch_entries import ArticleDifference, ClaimNow, ParagraphNow
from workbench.desk.workplace import Workplace
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
        back: the claims whose words had left the article and are in it again.
        new: candidates whose words the older text does not have.
        replaced: whether nothing of the older text is left, nor of the claims before it.

    """

    difference: ArticleDifference
    kept: tuple[Standing, ...]
    back: tuple[Standing, ...]
    new: tuple[Candidate, ...]
    replaced: bool


def further_text(place: Workplace, older: RevisionText, proposal: Proposal) -> FurtherText:
    """Set a proposal against the latest text of an article, the claims in that, and those whose words left before."""
    newer = proposal.normalised.text
    with place.read() as connection:
        claims = views.claims_of_revision(connection, older.article, older.number)
        left = views.claims_that_left(connection, older.article, older.number)
        left = tuple(one for one in left if one.exact in newer)
        before = {one.revision: views.revision_text(connection, older.article, one.revision).text for one in left}
    texts = CapturedText(older.text), CapturedText(newer)
    changes = ArticleChanges(*texts)
    found = _difference(older, older.number + 1, newer, changes, claims)
    kept = tuple(_kept(found, proposal))
    back = tuple(_back(left, before, texts[1], proposal, {span for _, span, _ in kept}))
    stand = [span for _, span, _ in (*kept, *back)]
    new = tuple(_new(proposal, ArticleChanges(texts[1], texts[0]), stand))
    replaced = not back and all(one.fate in {ParagraphFate.REMOVED, ParagraphFate.ADDED} for one in changes.paragraphs)
    return FurtherText(found, kept, back, new, replaced)


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


def _kept(difference: ArticleDifference, proposal: Proposal) -> Iterator[Standing]:
    """Give where claims stand in the new text; what says something else now is no longer the claim."""
    for one in difference.claims:
        if one.place is not None and not one.reasons:
            yield standing(one.claim.number, one.place, proposal)


def _back(
    left: Sequence[ClaimThatLeft],
    before: Mapping[int, str],
    newer: CapturedText,
    proposal: Proposal,
    taken: set[SpanRow],
) -> Iterator[Standing]:
    """Give where claims stand whose words had left the article: word for word, and no other claim on them."""
    for revision, claims in groupby(sorted(left, key=attrgetter("revision", "number")), attrgetter("revision")):
        known = tuple(claims)
        changes = ArticleChanges(CapturedText(before[revision]), newer)
        for claim, one in zip(known, changes.claims((one.start, one.end) for one in known), strict=True):
            if one.new is None or one.fate not in _STANDS:
                continue
            found = standing(claim.number, one.new, proposal)
            if found[1] not in taken:
                taken.add(found[1])
                yield found


def standing(claim: int, place: tuple[int, int], proposal: Proposal) -> Standing:
    """Give where a claim stands in a text, by its place in the normalised one."""
    text, source_map = proposal.normalised.text, proposal.normalised.source_map
    return claim, SpanRow(*place, *source_map.to_source(*place)), quote_at(text, *place)


def _new(proposal: Proposal, back: ArticleChanges, kept: Sequence[SpanRow]) -> Iterator[Candidate]:
    """Give the candidates whose words the older text does not have; what stood there before was decided before."""
    candidates = proposal.extraction.candidates
    found = back.claims((one.start, one.end) for one in candidates)
    for one, before in zip(candidates, found, strict=True):
        stands = any(one.start < span.end and span.start < one.end for span in kept)
        if before.fate not in _STANDS and not stands:
            yield one

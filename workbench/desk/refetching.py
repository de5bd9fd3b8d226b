"""Taking an article in again: a further revision, what changed in it, and what that does to its claims.

Fetching, reading and comparing happen before the transaction, never inside it.
"""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from claims_db import views
from claims_db.repositories.new_claims import NewClaim
from claims_db.rows import ClaimOfRevision, QuoteRow, RevisionText, SpanRow
from claims_db.vocabulary import Action
from workbench.desk.entries import ArticleEntry
from workbench.desk.intake import anchored, article_of, queued
from workbench.desk.proposing import Proposal, Told, propose
from workbench.desk.refetch_entries import ArticleDifference, ClaimNow, ParagraphNow, Refetched
from workbench.desk.workplace import Workplace
from workbench.domain.evidence.article_changes import ArticleChanges, ClaimFate
from workbench.domain.evidence.captured_text import CapturedText
from workbench.domain.evidence.paragraph_pairs import ParagraphFate
from workbench.domain.progress import Progress
from workbench.domain.references import article_reference
from workbench.domain.spans import quote_at
from workbench.errors import BadInput

_STANDS = frozenset({ClaimFate.UNCHANGED, ClaimFate.MOVED})


def refetch(
    place: Workplace, number: int, location: str, stdin: BinaryIO | None, progress: Progress, *, replaced: bool
) -> Refetched:
    """Take an article in again; claims that stand in the new text are placed in it, words that are new are claims."""
    with place.read() as connection:
        url = views.article_sheet(connection, number).row.url
        older = views.revision_text(connection, number)
        claims = views.claims_of_revision(connection, number, older.number)
    where = location or url or older.origin.removeprefix("-")
    if not where:
        raise BadInput(
            f"{article_reference(number)} has no address to fetch again.",
            "Name the file or the address that has its new text.",
        )
    proposal = propose(place.reader, place.parser, where, Told(older.published), stdin, None, progress)
    newer = proposal.normalised.text
    if newer == older.text:
        return Refetched(number, older.number, None, ())
    progress("comparing", 0, 0)
    texts = CapturedText(older.text), CapturedText(newer)
    changes = ArticleChanges(*texts)
    if not replaced and _nothing_left(changes):
        raise BadInput(
            f"Nothing of the text of {article_reference(number)} is left there.",
            "It may be another page. 'workbench article refetch --replaced' keeps it all the same.",
        )
    difference = _difference(older, older.number + 1, newer, changes, claims)
    kept = list(_kept(difference, proposal))
    new = queued(place, _new(proposal, ArticleChanges(texts[1], texts[0]), [span for _, span, _ in kept]))
    article = article_of(ArticleEntry(where), proposal)
    with place.work(Action.ARTICLE_REFETCHED) as work:
        # Nobody else has taken it in again meanwhile.
        work.articles.revision(number, older.number)
        stored = work.articles.revise(number, article)
        work.articles.place_again(kept, stored)
        numbers = work.articles.add_claims(new, stored)
    return Refetched(number, difference.newer, difference, numbers)


def differences(place: Workplace, number: int, older: int | None, newer: int | None) -> ArticleDifference:
    """Set two texts of an article against each other: the latest and the one before it, or those that are named."""
    with place.read() as connection:
        after = views.revision_text(connection, number, newer)
        first = after.number - 1 if older is None else older
        if not 0 < first < after.number:
            raise BadInput(
                f"{article_reference(number)} has no text before revision {after.number}."
                if older is None
                else f"Revision {first} is not before revision {after.number}.",
                "'workbench article refetch' takes in the text that it has now.",
            )
        before = views.revision_text(connection, number, first)
        claims = views.claims_of_revision(connection, number, first)
    changes = ArticleChanges(CapturedText(before.text), CapturedText(after.text))
    return _difference(before, after.number, after.text, changes, claims)


def _nothing_left(changes: ArticleChanges) -> bool:
    return all(one.fate in {ParagraphFate.REMOVED, ParagraphFate.ADDED} for one in changes.paragraphs)


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


def _kept(difference: ArticleDifference, proposal: Proposal) -> Iterator[tuple[int, SpanRow, QuoteRow]]:
    """Give where claims stand in the new text; what says something else now is no longer the claim."""
    text, source_map = proposal.normalised.text, proposal.normalised.source_map
    for one in difference.claims:
        if one.place is not None and not one.reasons:
            span = SpanRow(*one.place, *source_map.to_source(*one.place))
            yield one.claim.number, span, quote_at(text, *one.place)


def _new(proposal: Proposal, back: ArticleChanges, kept: Sequence[SpanRow]) -> list[NewClaim]:
    """Give the claims whose words the older text does not have; what stood there before was decided before."""
    candidates = proposal.extraction.candidates
    found = back.claims((one.start, one.end) for one in candidates)
    return [
        anchored(one, proposal.normalised, proposal.extraction.language)
        for one, before in zip(candidates, found, strict=True)
        if before.fate not in _STANDS and not any(one.start < span.end and span.start < one.end for span in kept)
    ]

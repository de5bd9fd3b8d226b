"""What a team made of one claim, for reading: marks, queues, verdicts, sign-off, publications, discussion, drafts."""

from collections.abc import Iterator

from claims_db.rows import ClaimSheet, CommentRow, PublicationRow, VerdictRow
from claims_db.vocabulary import Priority
from workbench.domain.dates import instant_words
from workbench.domain.left_words import draft_lines
from workbench.domain.moments import moment_words
from workbench.domain.recheck_dates import recheck_words
from workbench.domain.scales import scale_beside
from workbench.domain.tags import tag_words

Fact = tuple[str, str]
"""A label and what it says; an empty one is not shown."""

BLIND = "a first one is there, and kept back until you have given yours"


def waiting(claim: ClaimSheet) -> Iterator[Fact]:
    """Say how pressing a claim is, where it waits, for whom and until when."""
    yield "priority", "" if claim.priority is Priority.NORMAL else claim.priority.value
    yield "deadline", "" if claim.deadline is None else f"{moment_words(claim.deadline)} UTC"
    yield "recheck", recheck_words(claim.recheck)
    yield "demand", str(claim.demand) if claim.demand else ""
    yield "legal", "a lawyer has to see it" if claim.legal else ""
    yield "tags", tag_words(claim.tags)
    yield "queues", ", ".join(claim.queues)
    note = f": {claim.assignment_note}" if claim.assignment_note else ""
    yield "for", f"{claim.assigned_to}{note}" if claim.assigned_to else ""
    yield "postponed", "" if claim.postponed_until is None else f"until {moment_words(claim.postponed_until)} UTC"
    if claim.lease is not None:
        yield "held by", f"{claim.lease.holder} until {instant_words(claim.lease.expires_at)}"


def decided(claim: ClaimSheet) -> Iterator[Fact]:
    """Say what was decided on a claim, by whom, and what of it went out."""
    yield "verdict", BLIND if claim.blind else ""
    shown = [verdict for verdict in claim.verdicts if verdict.stands or verdict.counts]
    for verdict in shown:
        yield "verdict", scale_beside(verdict, shown) + _verdict(verdict)
    if claim.finding is not None:
        note = f": {claim.finding.note}" if claim.finding.note else ""
        yield "sign-off", f"by {claim.finding.signed_off_by}, {instant_words(claim.finding.signed_off_at)}{note}"
    for publication in claim.publications:
        yield "published", _publication(publication)


def said(claim: ClaimSheet) -> Iterator[Fact]:
    """Give the discussion of a claim, and what people were typing on it."""
    for comment in claim.comments:
        yield "comment", _comment(comment)
    for draft in claim.drafts:
        words = "; ".join(draft_lines(draft.body))
        yield "draft", f"yours, {draft.field.value}, kept {instant_words(draft.saved_at)}: {words}"
    for left in claim.left_drafts:
        words = "; ".join(draft_lines(left.body))
        yield "draft", f"left by {left.reviewer}, {left.field.value}, {instant_words(left.saved_at)}: {words}"


def _verdict(verdict: VerdictRow) -> str:
    standing = "" if verdict.stands else " (not decided)"
    when = instant_words(verdict.recorded_at)
    return f"{verdict.rating.label}, by {verdict.reviewer}, {when}{standing}: {verdict.rationale}"


def _publication(publication: PublicationRow) -> str:
    first = f"{publication.number}, by {publication.published_by}, {instant_words(publication.published_at)}"
    correction = publication.correction
    if correction is None:
        return first
    return f"{first}: {correction.severity.replace('_', ' ')}, {correction.reason}"


def _comment(comment: CommentRow) -> str:
    dealt = f", dealt with by {comment.resolved_by}" if comment.resolved_by else ""
    return f"{comment.number}, by {comment.author}, {instant_words(comment.written_at)}{dealt}: {comment.body}"

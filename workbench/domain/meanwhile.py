"""What others did to a claim while somebody was busy with it, in words."""

from claims_db.rows import ClaimSheet
from workbench.domain.references import claim_reference, evidence_reference
from workbench.domain.states import state_words
from workbench.domain.tags import tag_words


def meanwhile_words(before: ClaimSheet, now: ClaimSheet, me: str) -> str:
    """Say what changed between two looks at a claim; empty where nothing did.

    Args:
        before: the claim at the first look.
        now: the claim at the second look, by the same person.
        me: the name of that person.

    """
    parts = [*_hold(before, now, me), *_work(before, now), *_marks(before, now)]
    return f"Meanwhile on {claim_reference(now.number)}: {'; '.join(parts)}." if parts else ""


def _hold(before: ClaimSheet, now: ClaimSheet, me: str) -> list[str]:
    was, holds = (sheet.lease.holder if sheet.lease else "" for sheet in (before, now))
    if holds in {was, me}:
        return []
    if was == me:
        return [f"{holds} took it over" if holds else "your hold has ended"]
    return [f"{holds} took it" if holds else f"{was} let it go"]


def _work(before: ClaimSheet, now: ClaimSheet) -> list[str]:
    verdicts = {verdict.public_id for verdict in before.verdicts}
    evidence = {one.public_id for one in before.evidence}
    comments = {comment.public_id for comment in before.comments}
    parts = [f"{new.reviewer} recorded a verdict" for new in now.verdicts if new.public_id not in verdicts]
    parts += [
        f"{new.attached_by} attached {evidence_reference(new.number)}"
        for new in now.evidence
        if new.public_id not in evidence
    ]
    gone = evidence - {one.public_id for one in now.evidence}
    parts += ["evidence was taken off"] if gone else []
    parts += [f"{new.author} wrote a comment" for new in now.comments if new.public_id not in comments]
    parts += [f"it is {state_words(now.state)} now"] if now.state is not before.state else []
    return parts


def _marks(before: ClaimSheet, now: ClaimSheet) -> list[str]:
    parts = ["its statement was changed"] if now.statement != before.statement else []
    if (now.claimer, now.via) != (before.claimer, before.via):
        parts.append("its claimer was changed")
    if now.recheck != before.recheck:
        parts.append("its recheck date was changed")
    if [one.span for one in now.appearances] != [one.span for one in before.appearances]:
        parts.append("its span was changed")
    if now.assigned_to != before.assigned_to:
        parts.append(f"it was assigned to {now.assigned_to or 'nobody'}")
    if now.tags != before.tags:
        parts.append(f"its tags are {tag_words(now.tags)} now" if now.tags else "its tags were taken off")
    if now.postponed_until != before.postponed_until:
        parts.append("it was postponed" if now.postponed_until else "it waits no longer")
    if now.marks() != before.marks():
        parts.append("its marks were changed")
    return parts

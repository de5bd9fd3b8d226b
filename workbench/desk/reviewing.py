"""Deciding: record a verdict, skip, return; the same transaction brings the next claim."""

import json
from collections.abc import Callable, Mapping

from claims_db import views
from claims_db.errors import LeaseLost
from claims_db.repositories.people import QUEUE
from claims_db.rows import ClaimSheet, SecondReviewRule
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, ClaimState, DraftField, Role, SkipReason
from workbench.desk import drafting, queueing
from workbench.desk.discussing import write_comment
from workbench.desk.entries import Recorded
from workbench.desk.permission import require
from workbench.desk.queueing import check_open, lease_next, sheet, turn
from workbench.desk.workplace import Workplace
from workbench.domain.differences import verdict_difference
from workbench.domain.merging import merged
from workbench.domain.second_review import WHOLE, selects, state_after_verdict
from workbench.domain.states import Step, after
from workbench.domain.text import printable, storable
from workbench.errors import FAILURES, BadInput, Overtaken, Refused

Write = Callable[[UnitOfWork], ClaimState]
"""Writes a decision inside a transaction and gives the state that it leads to."""


def record(
    place: Workplace, number: int, rating: str, rationale: str, token: int | None, queue: str | None = QUEUE
) -> Recorded:
    """Record a verdict, end the lease and take the next claim."""
    reasons = storable(rationale).strip()
    if not reasons:
        raise BadInput("A verdict needs a rationale.", "Say why, so that a reader can follow.")

    def write(work: UnitOfWork) -> ClaimState:
        return _write_verdict(work, number, rating, reasons)

    try:
        return _decide(place, number, token, (Action.VERDICT_RECORDED, DraftField.VERDICT), write, queue)
    except LeaseLost as lost:
        if (state := _recorded_already(place, number, rating, reasons)) is not None:
            return Recorded(number, None if queue is None else queueing.take_next(place, queue), state)
        typed = {"rating": rating, "rationale": reasons}
        raise _too_late(place, number, DraftField.VERDICT, typed, lost) from None


def skip(
    place: Workplace, number: int, reason: SkipReason, note: str, token: int | None, queue: str | None = QUEUE
) -> Recorded:
    """Set a claim aside, end the lease and take the next claim."""
    words = storable(note).strip()
    if reason is SkipReason.OTHER and not words:
        raise BadInput("The reason 'other' needs a note.", "Say in a few words why the claim is set aside.")

    def write(work: UnitOfWork) -> ClaimState:
        state = after(work.queues.state(number), Step.SKIP)
        work.reviews.skip(number, reason, words)
        return state

    try:
        return _decide(place, number, token, (Action.CLAIM_SKIPPED, DraftField.SKIP), write, queue)
    except LeaseLost as lost:
        raise _too_late(place, number, DraftField.SKIP, {"reason": reason, "note": words}, lost) from None


def send_back(place: Workplace, number: int, comment: str, token: int | None, queue: str | None = QUEUE) -> Recorded:
    """Return a claim to its queue with a comment; its verdicts count no more."""
    words = storable(comment).strip()
    if not words:
        raise BadInput("A claim is returned with a comment.", "Say what is missing.")

    def write(work: UnitOfWork) -> ClaimState:
        before = work.queues.state(number)
        state = after(before, Step.RETURN)
        if before is not ClaimState.SECOND_REVIEW and not work.reviews.is_author(number):
            require(work, Role.EDITOR, "return a claim that others have decided")
        write_comment(work, number, words)
        work.queues.begin_round(number)
        return state

    try:
        return _decide(place, number, token, (Action.CLAIM_RETURNED, DraftField.COMMENT), write, queue)
    except LeaseLost as lost:
        raise _too_late(place, number, DraftField.COMMENT, {"body": words}, lost) from None


def _write_verdict(work: UnitOfWork, number: int, rating: str, reasons: str) -> ClaimState:
    state = work.queues.state(number)
    if state in {ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION}:
        check_open(work, number)
    others = work.reviews.others_ratings(number)
    facts = work.queues.facts(number)
    selected = selects(work.people.rule(), rating, facts.public_id, facts.words, legal=facts.legal)
    following = state_after_verdict(state, rating, others, selected=selected)
    work.reviews.record(number, rating, reasons, blind=state is ClaimState.SECOND_REVIEW)
    return following


def _decide(
    place: Workplace,
    number: int,
    token: int | None,
    kind: tuple[Action, DraftField],
    write: Write,
    queue: str | None,
) -> Recorded:
    action, field = kind
    with place.work(action) as work:
        work.leases.check(number, token)
        if queue is not None:
            work.queues.named(queue)
        state = write(work)
        work.queues.set_state(number, state)
        work.leases.end(number)
        work.reviews.drop_draft(number, field)
        following = None if queue is None else lease_next(place, work, queue, besides=number)
    drafting.settle(place, number, field)
    return Recorded(number, None if queue is None else turn(place, following, queue), state)


def _recorded_already(place: Workplace, number: int, rating: str, reasons: str) -> ClaimState | None:
    """Give the claim's state where this very verdict stands already: its answer was lost, and it is sent again."""
    now = sheet(place, number)
    mine = (place.reviewer.name, rating, reasons)
    known = any(
        verdict.counts and (verdict.reviewer, verdict.rating.slug, verdict.rationale) == mine
        for verdict in now.verdicts
    )
    return now.state if known else None


def _too_late(place: Workplace, number: int, field: DraftField, typed: Mapping[str, str], lost: LeaseLost) -> Overtaken:
    """Keep the words of a save that came too late, and set them against what stands."""
    drafting.save(place, number, field, json.dumps(typed, sort_keys=True))
    hint = f"What you typed is kept as a draft. {lost.hint}"
    try:
        now = sheet(place, number)
    except FAILURES:
        return Overtaken(lost.message, hint, ())
    first, *rest = typed.values()
    return Overtaken(lost.message, hint, _difference(now, field, (first, "\n".join(rest))))


def _difference(now: ClaimSheet, field: DraftField, mine: tuple[str, str]) -> tuple[str, ...]:
    standing = next((verdict for verdict in now.verdicts if verdict.counts), None)
    if standing is None and now.blind:
        kept_back = "There is a verdict; it is not shown, as the claim waits for a blind second one."
        return kept_back, *verdict_difference(mine, None, "")
    if standing is None or field is not DraftField.VERDICT:
        return verdict_difference(mine, None, "")
    return verdict_difference(mine, (standing.rating.slug, standing.rationale), standing.reviewer)


def adjudicate(place: Workplace, number: int, verdict: str, note: str, token: int | None) -> ClaimSheet:
    """Let one of two verdicts that disagree stand."""
    words = storable(note).strip()
    try:
        _adjudicate(place, number, verdict, words, token)
    except LeaseLost as lost:
        if not words:
            raise
        raise _too_late(place, number, DraftField.COMMENT, {"body": words}, lost) from None
    return sheet(place, number)


def _adjudicate(place: Workplace, number: int, verdict: str, words: str, token: int | None) -> None:
    with place.work(Action.FINDING_SIGNED_OFF) as work:
        require(work, Role.EDITOR, "adjudicate")
        state = work.queues.state(number)
        if state is not ClaimState.ADJUDICATION:
            raise Refused(f"C-{number} is not in adjudication.", "Sign it off, or return it.")
        check_open(work, number)
        work.leases.check(number, token)
        work.findings.sign_off(number, verdict, words)
        work.queues.set_state(number, after(state, Step.SIGN_OFF))
        work.leases.end(number)


def set_rule(place: Workplace, rule: SecondReviewRule, base: SecondReviewRule | None) -> None:
    """Say which verdicts need a second one, from now on; what somebody else changed since ``base`` stays."""
    if not 0 <= rule.share <= WHOLE:
        raise BadInput("That is no share.", "Give a percentage from 0 to 100.")
    if not all(name.strip() for name in rule.names):
        raise BadInput("A name is empty.", "An empty name would stand in every claim.")
    with place.read() as connection:
        known = {rating.slug for rating in views.scale(connection).ratings}
    unknown = [rating for rating in rule.ratings if rating not in known]
    if unknown:
        raise BadInput(f"The scale has no rating {printable(unknown[0])!r}.", f"One of: {', '.join(sorted(known))}.")
    with place.work(Action.RULES_CHANGED) as work:
        require(work, Role.EDITOR, "change the rules of the desk")
        theirs = work.people.rule()
        work.people.set_rule(merged("the rule of second review", base or theirs, rule, theirs))

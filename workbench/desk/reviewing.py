"""Deciding: record a verdict, skip, return; the same transaction brings the next claim."""

import json
from collections.abc import Callable, Mapping
from typing import NamedTuple

from claims_db import views
from claims_db.errors import LeaseLost
from claims_db.repositories.people import QUEUE
from claims_db.rows import ClaimSheet, SecondReviewRule
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, ClaimState, DraftField, Role, SkipReason
from workbench.desk import drafting, linting, queueing
from workbench.desk.discussing import write_comment
from workbench.desk.entries import Recorded
from workbench.desk.permission import require
from workbench.desk.publishing import check_not_out
from workbench.desk.queueing import check_open, lease_next, sheet, turn
from workbench.desk.workplace import Workplace
from workbench.domain.differences import verdict_difference
from workbench.domain.merging import merged
from workbench.domain.scales import split_rating
from workbench.domain.second_review import WHOLE, Given, selects, state_after_verdict
from workbench.domain.states import Step, after
from workbench.domain.text import printable, storable
from workbench.errors import FAILURES, BadInput, Overtaken, Refused


class Decision(NamedTuple):
    """What is decided on a claim.

    Attributes:
        action: how the journal names it.
        field: where its words are kept as a draft.
        write: writes it inside a transaction and gives the state that it leads to.
        typed: its words, as the draft has them.
        stands: says of a claim as it is now whether this very decision is stored already.

    """

    action: Action
    field: DraftField
    write: Callable[[UnitOfWork], ClaimState]
    typed: Mapping[str, str]
    stands: Callable[[ClaimSheet], bool]


def record(
    place: Workplace, number: int, rating: str, rationale: str, token: int | None, queue: str | None = QUEUE
) -> Recorded:
    """Record a verdict, end the lease and take the next claim."""
    scale, rating = split_rating(rating)
    reasons = storable(rationale).strip()
    if not reasons:
        raise BadInput("A verdict needs a rationale.", "Say why, so that a reader can follow.")

    def stands(now: ClaimSheet) -> bool:
        mine = (place.reviewer.name, rating, reasons)
        return any((one.reviewer, one.rating.slug, one.rationale) == mine for one in now.verdicts if one.counts)

    decision = Decision(
        Action.VERDICT_RECORDED,
        DraftField.VERDICT,
        lambda work: _write_verdict(work, number, (scale, rating), reasons),
        {"rating": rating, "rationale": reasons},
        stands,
    )
    return _decide(place, number, token, decision, queue)


def skip(
    place: Workplace, number: int, reason: SkipReason, note: str, token: int | None, queue: str | None = QUEUE
) -> Recorded:
    """Set a claim aside, end the lease and take the next claim."""
    words = skip_note(reason, note)

    def stands(now: ClaimSheet) -> bool:
        return now.skip is not None and now.skip[:3] == (reason, words, place.reviewer.name)

    decision = Decision(
        Action.CLAIM_SKIPPED,
        DraftField.SKIP,
        lambda work: write_skip(work, number, reason, words),
        {"reason": reason, "note": words},
        stands,
    )
    return _decide(place, number, token, decision, queue)


def skip_note(reason: SkipReason, note: str) -> str:
    """Give the note of a skip as it is stored.

    Raises:
        BadInput: the reason needs one.

    """
    words = storable(note).strip()
    if reason is SkipReason.OTHER and not words:
        raise BadInput("The reason 'other' needs a note.", "Say in a few words why the claim is set aside.")
    return words


def write_skip(work: UnitOfWork, number: int, reason: SkipReason, note: str) -> ClaimState:
    """Write why a claim is set aside; give the state that this leads to.

    Raises:
        Refused: its state does not allow it, or its finding went out and was not withdrawn.

    """
    state = after(work.queues.state(number), Step.SKIP)
    check_not_out(work, number)
    work.reviews.skip(number, reason, note)
    return state


def settle(work: UnitOfWork, number: int, state: ClaimState, field: DraftField) -> None:
    """Write what follows from a decision: the state, the end of every hold, no draft of it any more."""
    work.queues.set_state(number, state)
    work.leases.end(number)
    work.reviews.drop_draft(number, field)


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

    def stands(now: ClaimSheet) -> bool:
        said = [(one.author, one.body) for one in now.comments[-1:]]
        return now.state is ClaimState.QUEUED and said == [(place.reviewer.name, words)]

    decision = Decision(Action.CLAIM_RETURNED, DraftField.COMMENT, write, {"body": words}, stands)
    return _decide(place, number, token, decision, queue)


def _write_verdict(work: UnitOfWork, number: int, given: Given, reasons: str) -> ClaimState:
    meant, rating = given
    scale = work.scales.in_use()
    if meant not in ("", scale):
        raise Refused(
            f"The desk rates on the scale {scale} by now, no longer on {printable(meant)}.",
            "What you typed is kept; open the claim again and choose a rating of the scale in use.",
        )
    state = work.queues.state(number)
    if state in {ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION}:
        check_open(work, number)
    # A server shows the first verdict to nobody whose own is not written yet.
    blind = state is ClaimState.SECOND_REVIEW and not work.reviews.has_judged(number)
    work.reviews.record(number, rating, reasons, blind=blind)
    facts = work.queues.facts(number)
    selected = selects(work.people.rule(), rating, facts.public_id, facts.words, legal=facts.legal)
    return state_after_verdict(state, (scale, rating), work.reviews.others_ratings(number), selected=selected)


def _decide(place: Workplace, number: int, token: int | None, decision: Decision, queue: str | None) -> Recorded:
    try:
        with place.work(decision.action) as work:
            work.leases.check(number, token)
            if queue is not None:
                work.queues.named(queue)
            state = decision.write(work)
            settle(work, number, state, decision.field)
            following = None if queue is None else lease_next(place, work, queue, besides=number)
    except LeaseLost as lost:
        state = _recorded_already(place, number, decision, lost)
        return Recorded(number, None if queue is None else queueing.take_next(place, queue), state)
    drafting.settle(place, number, decision.field)
    return Recorded(number, None if queue is None else turn(place, following, queue), state)


def _recorded_already(place: Workplace, number: int, decision: Decision, lost: LeaseLost) -> ClaimState:
    """Give a claim's state where this very decision stands already: its answer was lost, and it is sent again.

    Raises:
        Overtaken: it does not; the words are kept as a draft, and set against what stands.

    """
    drafting.save(place, number, decision.field, json.dumps(decision.typed, sort_keys=True))
    try:
        now = sheet(place, number)
    except FAILURES:
        raise _overtaken(lost, ()) from None
    if not decision.stands(now):
        raise _overtaken(lost, _difference(now, decision)) from None
    drafting.drop(place, number, decision.field)
    return now.state


def _overtaken(lost: LeaseLost, difference: tuple[str, ...]) -> Overtaken:
    return Overtaken(lost.message, f"What you typed is kept as a draft. {lost.hint}", difference)


def _difference(now: ClaimSheet, decision: Decision) -> tuple[str, ...]:
    first, *rest = decision.typed.values()
    mine = (first, "\n".join(rest))
    standing = next((verdict for verdict in now.verdicts if verdict.counts), None)
    if standing is None and now.blind:
        kept_back = "There is a verdict; it is not shown, as the claim waits for a blind second one."
        return kept_back, *verdict_difference(mine, None, "")
    if standing is None or decision.field is not DraftField.VERDICT:
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
        drafting.save(place, number, DraftField.COMMENT, json.dumps({"body": words}))
        raise _overtaken(lost, verdict_difference((words, ""), None, "")) from None
    return sheet(place, number)


def _adjudicate(place: Workplace, number: int, verdict: str, words: str, token: int | None) -> None:
    looked = linting.look(place, [number], verdict)
    with place.work(Action.FINDING_SIGNED_OFF) as work:
        require(work, Role.EDITOR, "adjudicate")
        state = work.queues.state(number)
        if state is not ClaimState.ADJUDICATION:
            raise Refused(f"C-{number} is not in adjudication.", "Sign it off, or return it.")
        check_open(work, number)
        work.leases.check(number, token)
        work.findings.check_sign_off(number, verdict)
        linting.check(work, number, looked, "signed off")
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

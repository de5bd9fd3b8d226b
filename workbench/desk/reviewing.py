"""Deciding: record a verdict or skip with a reason; the same transaction brings the next claim."""

from collections.abc import Callable

from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, DraftField, SkipReason
from workbench.desk.drafting import settle
from workbench.desk.entries import Recorded
from workbench.desk.queueing import lease_next, turn
from workbench.desk.workplace import Workplace
from workbench.domain.states import Step, after
from workbench.domain.text import storable
from workbench.errors import BadInput


def record(place: Workplace, number: int, rating: str, rationale: str, token: int | None) -> Recorded:
    """Record a verdict, end the lease and take the next claim."""
    reasons = storable(rationale).strip()
    if not reasons:
        raise BadInput("A verdict needs a rationale.", "Say why, so that a reader can follow.")
    return _decide(
        place,
        number,
        token,
        (Action.VERDICT_RECORDED, Step.RECORD, DraftField.VERDICT),
        lambda work: work.reviews.record(number, rating, reasons),
    )


def skip(place: Workplace, number: int, reason: SkipReason, note: str, token: int | None) -> Recorded:
    """Set a claim aside, end the lease and take the next claim."""
    words = storable(note).strip()
    if reason is SkipReason.OTHER and not words:
        raise BadInput("The reason 'other' needs a note.", "Say in a few words why the claim is set aside.")
    return _decide(
        place,
        number,
        token,
        (Action.CLAIM_SKIPPED, Step.SKIP, DraftField.SKIP),
        lambda work: work.reviews.skip(number, reason, words),
    )


def _decide(
    place: Workplace,
    number: int,
    token: int | None,
    kind: tuple[Action, Step, DraftField],
    write: Callable[[UnitOfWork], None],
) -> Recorded:
    action, step, field = kind
    with place.work(action) as work:
        work.queues.check(number, token)
        state = after(work.queues.state(number), step)
        write(work)
        work.queues.set_state(number, state)
        work.queues.release(number)
        work.reviews.drop_draft(number, field)
        following = lease_next(place, work)
    settle(place, number, field)
    return Recorded(number, turn(place, following))

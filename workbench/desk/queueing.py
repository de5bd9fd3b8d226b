"""Who works on what: take the next claim, take this one, hold it, take it over, hand it back."""

from collections.abc import Sequence
from contextlib import suppress

from claims_db import views
from claims_db.engine import Connection
from claims_db.errors import LeaseLost
from claims_db.leasing import WAITING
from claims_db.repositories.people import QUEUE
from claims_db.rows import ClaimSheet, LeaseRow
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, ClaimState, Role
from workbench.desk.comparing import worked_out
from workbench.desk.drafting import with_local_drafts
from workbench.desk.entries import NothingFree, Turn
from workbench.desk.same_claims import with_cluster
from workbench.desk.workplace import Workplace
from workbench.domain.states import HOLDABLE, state_words
from workbench.domain.waiting import why_nothing_is_free
from workbench.errors import Refused

_TRIES = 100
"""How often the next claim is looked for again after somebody else was quicker; each time it is a later one."""


def sheet(place: Workplace, number: int) -> ClaimSheet:
    """Give everything about a claim, with what the reviewer was typing on this machine."""
    with place.read() as connection:
        found = _sheet(place, connection, number)
    return worked_out(place, found)


def take_next(place: Workplace, queue: str) -> Turn:
    """Take the next claim: the one already held, else the first free one of the queue."""
    with place.work(Action.CLAIM_TAKEN) as work:
        work.queues.named(queue)
        number = lease_next(place, work, queue)
    return turn(place, number, queue)


def take(place: Workplace, number: int) -> ClaimSheet:
    """Take this very claim."""
    with place.work(Action.CLAIM_TAKEN) as work:
        check_open(work, number)
        work.leases.take(number, work.now + place.lease)
    return sheet(place, number)


def take_first(place: Workplace, numbers: Sequence[int]) -> ClaimSheet | None:
    """Take the first of some claims that waits for the reviewer or for anybody; None where none does."""
    me = place.reviewer
    with place.read() as connection:
        rows = views.claim_rows(connection, numbers, place.clock(), me.public_id)
    for row in rows:
        if row.state not in WAITING or row.postponed_until is not None:
            continue
        if {row.holder, row.assigned_to} <= {"", me.name}:
            # Somebody else may have been quicker, or it may be for others to decide.
            with suppress(LeaseLost, Refused):
                return take(place, row.number)
    return None


def take_over(place: Workplace, number: int) -> ClaimSheet:
    """Take this very claim from whoever holds it; what they were typing stays and is shown."""
    with place.work(Action.CLAIM_TAKEN_OVER) as work:
        check_open(work, number)
        work.leases.take_over(number, work.now + place.lease)
    return sheet(place, number)


def check_open(work: UnitOfWork, number: int) -> None:
    """See that the reviewer can work on a claim.

    Raises:
        Refused: nobody works on it in its state, or it waits for somebody who did not write its verdict.

    """
    state = work.queues.state(number)
    if state not in HOLDABLE:
        raise Refused(f"C-{number} is {state_words(state)}; nobody works on it now.", "Open it to read.")
    if state in {ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION} and work.reviews.is_author(number):
        raise Refused(
            f"C-{number} is {state_words(state)}, and one of its verdicts is yours.",
            "Somebody else has to decide; undo takes your verdict back as long as nobody has.",
        )
    if state is ClaimState.ADJUDICATION and work.people.me().role is Role.REVIEWER:
        raise Refused(f"C-{number} is in adjudication; an editor decides.", "Take another claim.")


def keep(place: Workplace, number: int, token: int) -> LeaseRow:
    """Hold a claim for longer."""
    with place.work(Action.CLAIM_TAKEN) as work:
        return work.leases.keep(number, token, work.now + place.lease)


def hand_back(place: Workplace, number: int) -> None:
    """Give a held claim back."""
    with place.work(Action.CLAIM_HANDED_BACK) as work:
        check_holds(work, number)
        work.leases.release(number)


def check_holds(work: UnitOfWork, number: int) -> None:
    """See that the reviewer holds a claim, or held it and nobody has taken it since.

    Raises:
        Refused: they do not.

    """
    if not work.leases.holds(number):
        raise Refused(f"You do not hold C-{number}.", "Take it first, or go on with another claim.")


def lease_next(place: Workplace, work: UnitOfWork, queue: str = QUEUE, besides: int | None = None) -> int | None:
    """Hold the next claim inside a transaction that is under way; give its number, None where none is free."""
    number = work.leases.own()
    for _ in range(_TRIES):
        number = number or work.leases.next_free(queue, besides)
        if number is None:
            return None
        try:
            work.leases.take(number, work.now + place.lease)
        except LeaseLost:
            # On a server somebody else may have taken it between the look and the lock.
            number = None
        else:
            return number
    return None


def turn(place: Workplace, number: int | None, queue: str = QUEUE) -> Turn:
    """Give what the reviewer sees next: the claim, or why there is none."""
    if number is not None:
        return sheet(place, number)
    with place.read() as connection:
        now = place.clock()
        summary = views.queue_summary(connection, now, queue, place.reviewer.public_id)
    return NothingFree(summary, why_nothing_is_free(summary, now))


def _sheet(place: Workplace, connection: Connection, number: int) -> ClaimSheet:
    stored = views.claim_sheet(connection, number, place.reviewer.public_id, place.clock())
    return with_local_drafts(place, with_cluster(place, connection, stored))

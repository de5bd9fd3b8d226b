"""Who works on what: take the next claim, take this one, hold it, hand it back."""

from claims_db import views
from claims_db.engine import Connection
from claims_db.rows import ClaimSheet, LeaseRow, QueueSummary
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action
from workbench.desk.drafting import with_local_drafts
from workbench.desk.entries import NothingFree, Turn
from workbench.desk.workplace import MINUTE, Workplace
from workbench.domain.states import HOLDABLE, state_words
from workbench.errors import Refused


def sheet(place: Workplace, number: int) -> ClaimSheet:
    """Give everything about a claim, with what the reviewer was typing on this machine."""
    with place.read() as connection:
        return _sheet(place, connection, number)


def take_next(place: Workplace) -> Turn:
    """Take the next claim: the one already held, else the first free one."""
    with place.work(Action.CLAIM_TAKEN) as work:
        number = lease_next(place, work)
    return turn(place, number)


def take(place: Workplace, number: int) -> ClaimSheet:
    """Take this very claim."""
    with place.work(Action.CLAIM_TAKEN) as work:
        state = work.queues.state(number)
        if state not in HOLDABLE:
            raise Refused(f"C-{number} is {state_words(state)}; nobody works on it now.", "Open it to read.")
        work.queues.take(number, place.clock() + place.lease)
    return sheet(place, number)


def keep(place: Workplace, number: int, token: int) -> LeaseRow:
    """Hold a claim for longer."""
    with place.work(Action.CLAIM_TAKEN) as work:
        return work.queues.keep(number, token, place.clock() + place.lease)


def hand_back(place: Workplace, number: int) -> None:
    """Give a held claim back."""
    with place.work(Action.CLAIM_HANDED_BACK) as work:
        if not work.queues.release(number):
            raise Refused(f"You do not hold C-{number}.", "Take it first, or go on with another claim.")


def lease_next(place: Workplace, work: UnitOfWork) -> int | None:
    """Hold the next claim inside a transaction that is under way; give its number, None where none is free."""
    number = work.queues.own() or work.queues.next_free()
    if number is not None:
        work.queues.take(number, place.clock() + place.lease)
    return number


def turn(place: Workplace, number: int | None) -> Turn:
    """Give what the reviewer sees next: the claim, or why there is none."""
    with place.read() as connection:
        if number is not None:
            return _sheet(place, connection, number)
        now = place.clock()
        summary = views.queue_summary(connection, now)
    return NothingFree(summary, why_nothing_is_free(summary, now))


def why_nothing_is_free(summary: QueueSummary, now: int) -> str:
    """Say in one sentence why a queue gives nothing: held, postponed or done, and what comes free when."""
    parts = [f"{summary.free} free"]
    if summary.leased:
        until = summary.next_lease_expires_at
        wait = f" (the next comes free in {_minutes(until - now)} at the latest)" if until else ""
        parts.append(f"{summary.leased} held by others{wait}")
    if summary.postponed:
        parts.append(f"{summary.postponed} postponed")
    parts.append(f"{summary.done} done")
    return f"Nothing to take: {', '.join(parts)}."


def _minutes(span: int) -> str:
    minutes = max(1, -(-span // MINUTE))
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def _sheet(place: Workplace, connection: Connection, number: int) -> ClaimSheet:
    stored = views.claim_sheet(connection, number, place.reviewer.public_id, place.clock())
    return with_local_drafts(place, stored)

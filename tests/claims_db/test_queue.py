"""The queue hands out each claim once, in order, with tokens that only grow."""

from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import text

from claims_db.engine import open_engine, reading
from claims_db.errors import LeaseLost, NotFound
from claims_db.views import claim_sheet, queue_summary
from claims_db.vocabulary import Action, ClaimState
from tests.claims_db.conftest import Store, new_claim
from tests.conftest import MINUTE


def test_the_most_check_worthy_comes_first_then_the_oldest(store: Store) -> None:
    store.add_claims(new_claim(worth=0.5), new_claim(worth=0.9), new_claim(worth=0.9), new_claim(worth=0.1))
    order = []
    while lease := store.take_next():
        order.append(lease.claim)
        store.record(lease.claim)
    assert order == [2, 3, 1, 4]


def test_two_reviewers_never_hold_the_same_claim(store: Store) -> None:
    store.add_claims(new_claim(), new_claim())
    ana, ben = store.take_next(), store.take_next("ben")
    assert ana is not None
    assert ben is not None
    assert ana.claim != ben.claim
    assert (ana.holder, ben.holder) == ("ana", "ben")
    with pytest.raises(LeaseLost, match="held by ana for 30 more minutes"), store.work(who="ben") as work:
        work.leases.take(ana.claim, work.now + MINUTE)


def test_what_is_held_postponed_or_done_is_passed_over(store: Store) -> None:
    held, postponed, done, proposed, free = store.add_claims(*[new_claim(worth=1 - n / 10) for n in range(5)])
    store.take_next()
    with store.work(who="ben") as work:
        later = text("UPDATE claim SET postponed_until = :at WHERE number = :n")
        work._session.execute(later, {"at": work.now + 60 * MINUTE, "n": postponed})
        work.queues.set_state(done, ClaimState.SKIPPED)
        work.queues.set_state(proposed, ClaimState.PROPOSED)
    lease = store.take_next("ben")
    assert lease is not None
    assert lease.claim == free
    with reading(store.engine) as connection:
        summary = queue_summary(connection, store.clock())
        assert claim_sheet(connection, held, "", store.clock()).lease is not None
    assert (summary.free, summary.leased, summary.postponed, summary.done) == (0, 2, 1, 2 - 1)
    assert summary.next_lease_expires_at is not None
    assert summary.next_postponed_until is not None


def test_a_claim_that_is_held_and_postponed_is_counted_once(store: Store) -> None:
    store.add_claims(new_claim(), new_claim())
    store.take_next()
    with store.work() as work:
        work._session.execute(text("UPDATE claim SET postponed_until = :at"), {"at": work.now + MINUTE})
    with reading(store.engine) as connection:
        summary = queue_summary(connection, store.clock())
    assert (summary.free, summary.leased, summary.postponed) == (0, 1, 1)


def test_tokens_only_grow_whoever_takes_the_claim(store: Store) -> None:
    (number,) = store.add_claims(new_claim())
    tokens = []
    for who in ("ana", "ben", "ana"):
        lease = store.take_next(who)
        assert lease is not None
        tokens.append(lease.token)
        store.clock.pass_minutes(31)
    assert tokens == [1, 2, 3]
    with pytest.raises(LeaseLost), store.work(who="ben") as work:
        work.leases.keep(number, 2, work.now + MINUTE)
    with pytest.raises(LeaseLost), store.work(who="ben") as work:
        work.leases.check(number, 2)
    with store.work(Action.CLAIM_HANDED_BACK) as work:
        assert work.leases.release(number)
        assert not work.leases.release(number)
    again = store.take_next("ben")
    assert again is not None
    assert again.token > tokens[-1] + 1, "what is handed back can not be saved with the old token"


def test_taking_what_one_holds_keeps_the_token(store: Store) -> None:
    store.add_claims(new_claim())
    first, second = store.take_next(), store.take_next(minutes=60)
    assert first is not None
    assert second is not None
    assert second.token == first.token
    assert second.expires_at > first.expires_at


def test_a_claim_that_is_not_there(store: Store) -> None:
    with pytest.raises(NotFound, match="no claim C-99"), store.work() as work:
        work.leases.take(99, work.now + MINUTE)


def take_all(place: str, people: dict[str, str], who: str, start: int) -> list[int]:
    """Take and record until nothing is free; give the claims that were handed out."""
    engine = open_engine(place)
    store = Store(engine, people=people)
    for _ in range(start):
        store.ids()
    taken = []
    while lease := store.take_next(who):
        taken.append(lease.claim)
        store.record(lease.claim, who=who)
    engine.dispose()
    return taken


def test_threads_share_a_queue_and_no_claim_is_handed_out_twice(store: Store, database: Path) -> None:
    numbers = store.add_claims(*[new_claim() for _ in range(30)])
    taken: list[int] = []
    threads = [
        Thread(target=lambda who=who: taken.extend(take_all(str(database), store.people, who, ord(who[0]) * 1_000)))
        for who in ("ana", "ben")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == sorted(numbers)
    assert store.findings() == []

"""Undo and redo: compensating entries, refused with the difference when somebody changed the same thing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims_db.engine import reading
from claims_db.errors import Conflict
from claims_db.journal.chain import head
from claims_db.repositories.reviews import NewSource
from claims_db.rows import ClaimSheet
from claims_db.tables import Evidence
from claims_db.views import claim_sheet
from claims_db.vocabulary import Action, ClaimState, SkipReason
from tests.claims_db.conftest import Store, new_claim

SOURCE = NewSource(url="https://example.org/minutes", title="Minutes")


def sheet(store: Store, number: int) -> ClaimSheet:
    with reading(store.engine) as connection:
        return claim_sheet(connection, number, store.people["ana"], store.clock())


def plain(found: ClaimSheet) -> ClaimSheet:
    """Leave out what undo does not touch: who holds the claim and what happened to it."""
    standing = tuple(verdict for verdict in found.verdicts if verdict.stands)
    return found._replace(lease=None, history=(), verdicts=standing)


def test_a_verdict_is_taken_back_and_done_again(store: Store) -> None:
    store.add_claims(new_claim(), new_claim())
    before = plain(sheet(store, 1))
    store.record(1)
    after = plain(sheet(store, 1))
    assert store.undo() == 1
    taken_back = sheet(store, 1)
    assert plain(taken_back) == before
    assert [verdict.stands for verdict in taken_back.verdicts] == [False]
    assert store.redo() == 1
    assert plain(sheet(store, 1)) == after
    assert store.findings() == []


def test_the_claim_goes_back_to_its_place_in_the_queue(store: Store) -> None:
    first, _ = store.add_claims(new_claim(worth=0.9), new_claim(worth=0.1))
    store.record(first)
    store.undo()
    lease = store.take_next()
    assert lease is not None
    assert lease.claim == first


def test_the_claim_that_was_decided_is_named_not_the_one_that_came_next(store: Store) -> None:
    store.add_claims(new_claim(), new_claim())
    with store.work(Action.VERDICT_RECORDED) as work:
        work.leases.take(2, work.now + 1)
        work.reviews.record(1, "false", "Because.", blind=False)
        work.queues.set_state(1, ClaimState.RECORDED)
    assert store.undo() == 1


def test_each_undo_goes_one_step_further_back(store: Store) -> None:
    store.add_claims(new_claim())
    seen = [plain(sheet(store, 1))]
    evidence = store.attach(1, SOURCE)
    seen.append(plain(sheet(store, 1)))
    store.detach(evidence)
    seen.append(plain(sheet(store, 1)))
    store.attach(1, SOURCE, "other words")
    seen.append(plain(sheet(store, 1)))
    store.record(1)
    for expected in reversed(seen):
        store.undo()
        assert plain(sheet(store, 1)) == expected
    for expected in seen[1:]:
        store.redo()
        assert plain(sheet(store, 1)) == expected
    assert store.findings() == []


def test_something_new_ends_what_can_be_done_again(store: Store) -> None:
    store.add_claims(new_claim())
    store.attach(1, SOURCE)
    store.undo()
    store.attach(1, SOURCE, "other words")
    with store.work() as work:
        assert work.history.to_redo() is None


def test_only_ones_own_steps_are_taken_back(store: Store) -> None:
    store.add_claims(new_claim())
    store.attach(1, SOURCE, who="ben")
    with store.work() as work:
        assert work.history.to_undo() is None


def test_undo_is_refused_with_the_difference_after_somebody_elses_change(store: Store) -> None:
    store.add_claims(new_claim())
    store.record(1)
    with store.work(Action.CLAIM_SKIPPED, "ben") as work:
        work.reviews.skip(1, SkipReason.OPINION, "")
        work.queues.set_state(1, ClaimState.DUPLICATE)
    before = sheet(store, 1)
    with pytest.raises(Conflict, match="claim state was 'recorded' and is 'duplicate' now"):
        store.undo()
    assert sheet(store, 1) == before
    assert store.findings() == []


def test_redo_is_refused_after_somebody_elses_change(store: Store) -> None:
    store.add_claims(new_claim())
    store.record(1)
    store.undo()
    store.record(1, "true", who="ben")
    with pytest.raises(Conflict, match="claim state was 'queued' and is 'recorded' now"):
        store.redo()
    assert [verdict.reviewer for verdict in sheet(store, 1).verdicts if verdict.stands] == ["ben"]


@pytest.mark.files_only  # a server lets nobody change the words of evidence
def test_evidence_that_was_changed_while_it_was_off_is_not_brought_back(store: Store) -> None:
    store.add_claims(new_claim())
    store.attach(1, SOURCE)
    store.undo()
    with store.work(who="ben") as work:
        evidence = work._session.get_one(Evidence, 1)
        evidence.excerpt = "changed"
    with pytest.raises(Conflict, match="evidence excerpt was 'words' and is 'changed' now"):
        store.redo()


def test_the_journal_only_grows(store: Store) -> None:
    store.add_claims(new_claim())
    store.record(1)
    with reading(store.engine) as connection:
        before = head(connection).sequence
    store.undo()
    with reading(store.engine) as connection:
        assert head(connection).sequence > before


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=40),
    st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=40),
)
def test_whatever_the_words_a_row_comes_back_as_it_was(store: Store, excerpt: str, statement: str) -> None:
    (number,) = store.add_claims(new_claim(statement))
    evidence = store.attach(number, SOURCE, excerpt)
    before = plain(sheet(store, number))
    store.detach(evidence)
    store.undo()
    assert plain(sheet(store, number)) == before
    store.undo()
    store.redo()
    assert plain(sheet(store, number)) == before
    assert store.findings() == []

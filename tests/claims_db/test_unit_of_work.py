"""One verb is one transaction: everything of it is stored, journal included, or nothing."""

import sqlite3

import pytest
from sqlalchemy import event, text

from claims_db.engine import reading
from claims_db.errors import Conflict, DatabaseUnavailable, NotFound, StoreError
from claims_db.journal.chain import entries, head
from claims_db.repositories.reviews import NewSource
from claims_db.vocabulary import Action, ClaimState
from tests.claims_db.conftest import Store, new_article, new_claim

TABLES = ("article", "revision", "claim", "appearance", "place", "claimer", "journal", "verdict")


class Stop(Exception):
    pass


def counts(store: Store) -> list[int]:
    return [store.count(table) for table in TABLES]


def test_what_fails_half_way_leaves_nothing(store: Store) -> None:
    def fail() -> None:
        with store.work(Action.ARTICLE_TAKEN_IN) as work:
            work.articles.add_claims([new_claim(claimer="Inga Holm")], work.articles.add(new_article()))
            raise Stop

    before = counts(store)
    with pytest.raises(Stop):
        fail()
    assert counts(store) == before
    assert store.findings() == []


def test_whichever_statement_fails_nothing_is_half_stored(store: Store) -> None:
    before = counts(store)
    left = [0]

    def fail(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise sqlite3.OperationalError("disk I/O error")

    event.listen(store.engine_of("ana"), "before_cursor_execute", fail)
    said: list[str] = []
    for nth in range(1, 100):
        left[0] = nth
        try:
            store.add_article(new_article(), [new_claim(claimer="Inga Holm"), new_claim("It rained.")])
            break
        except StoreError as problem:
            said.append(problem.message)
        left[0] = 0
        assert counts(store) == before
    event.remove(store.engine_of("ana"), "before_cursor_execute", fail)
    assert len(said) > 8
    assert all(str(store.engine.url.database) in message for message in said)
    assert store.count("claim") == 2
    assert store.findings() == []


def test_a_disk_that_is_full_at_the_end_leaves_nothing(store: Store) -> None:
    before = counts(store)

    def fail(_: object) -> None:
        raise full_disk()

    event.listen(store.engine_of("ana"), "commit", fail)
    with pytest.raises(DatabaseUnavailable, match="is full; nothing of this step was stored"):
        store.add_article(new_article(), [new_claim()])
    event.remove(store.engine_of("ana"), "commit", fail)
    assert counts(store) == before
    assert store.findings() == []


def full_disk() -> sqlite3.Error:
    """Fill a database that may not grow, for the error that SQLite itself gives."""
    connection = sqlite3.connect(":memory:")
    connection.execute("PRAGMA max_page_count = 2")
    connection.execute("CREATE TABLE t (x)")
    try:
        connection.execute("INSERT INTO t VALUES (zeroblob(100000))")
    except sqlite3.Error as problem:
        return problem
    finally:
        connection.close()
    raise AssertionError


def test_a_transaction_is_one_group_of_the_journal(store: Store) -> None:
    store.add_article(new_article(), [new_claim(claimer="Inga Holm")])
    with reading(store.engine) as connection:
        found = list(entries(connection))
    last = [entry for entry in found if entry.deed.group == found[-1].deed.group]
    assert [entry.change.entity for entry in last] == [
        "outlet",
        "article",
        "revision",
        "claimer",
        "claim",
        "appearance",
        "place",
    ]
    assert {entry.deed.actor for entry in last} == {store.people["ana"]}
    assert {entry.deed.action for entry in last} == {"article.taken_in"}


def test_what_changes_nothing_writes_no_journal(store: Store) -> None:
    (number,) = store.add_claims(new_claim())
    lease = store.take_next()
    assert lease is not None
    with reading(store.engine) as connection:
        before = head(connection)
    with store.work() as work:
        work.leases.keep(number, lease.token, lease.expires_at + 1)
    with store.work() as work:
        work.queues.set_state(number, ClaimState.QUEUED)
    with reading(store.engine) as connection:
        assert head(connection) == before


def test_a_row_that_somebody_else_changed_is_not_overwritten(store: Store) -> None:
    (number,) = store.add_claims(new_claim())

    def overwrite() -> None:
        with store.work() as work:
            assert work.queues.state(number) is ClaimState.QUEUED
            work._session.execute(text("UPDATE claim SET version = version + 1"))
            work.queues.set_state(number, ClaimState.WITHDRAWN)

    with pytest.raises(Conflict, match="Somebody else changed this"):
        overwrite()
    with store.work() as work:
        assert work.queues.state(number) is ClaimState.QUEUED


def test_half_a_character_is_refused_in_words(store: Store) -> None:
    before = counts(store)
    with pytest.raises(StoreError, match="half of a character"):
        store.add_claims(new_claim("The ferry \ud800 sank."))
    assert counts(store) == before


def test_a_stranger_can_not_write(store: Store) -> None:
    store.people["nobody"] = "not-a-reviewer"
    store.add_claims(new_claim())
    with pytest.raises(NotFound, match="not known at this desk"):
        store.attach(1, NewSource(url="https://example.org"), who="nobody")
    assert store.count("evidence") == 0

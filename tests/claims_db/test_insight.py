"""What a team looks at is counted as it is: by day, by person, and never what must not be known yet."""

from claims_db.engine import reading
from claims_db.rows import HoldRow, JournalFilter, JournalSheet, SkipsRow, VerdictsRow, WaitingRow
from claims_db.views import (
    came_in,
    holds,
    journal_entry,
    journal_numbers,
    journal_rows,
    judgements,
    kept_back,
    skips_made,
    verdicts_given,
    waiting,
    waiting_longest,
)
from claims_db.vocabulary import Action, ClaimState, SkipReason
from tests.claims_db.conftest import Store, new_claim
from tests.conftest import MINUTE, START

DAY = 24 * 60 * MINUTE
EDGES = (START, START + DAY, START + 2 * DAY, START + 3 * DAY)


def skip(store: Store, number: int, who: str = "ana") -> None:
    with store.work(Action.CLAIM_SKIPPED, who) as work:
        work.reviews.skip(number, SkipReason.OPINION, "")
        work.queues.set_state(number, ClaimState.SKIPPED)


def second(store: Store, number: int, rating: str, who: str) -> None:
    with store.work(Action.VERDICT_RECORDED, who) as work:
        work.reviews.record(number, rating, "Mine.", blind=True)
        work.queues.set_state(number, ClaimState.RECORDED)


def test_claims_are_counted_by_the_day_they_came_in(store: Store) -> None:
    store.add_claims(new_claim("One."), new_claim("Two."))
    store.clock.now = START + DAY + MINUTE
    store.add_claims(new_claim("Three."))
    store.record(3)
    with reading(store.engine) as connection:
        assert came_in(connection, EDGES) == (2, 1, 0)
        assert waiting(connection, EDGES) == (2, 0, 0)
        longest = waiting_longest(connection)
    assert isinstance(longest, WaitingRow)
    assert (longest.claim, longest.since < START + DAY) == (1, True)


def test_nothing_waits_longest_where_nothing_waits(store: Store) -> None:
    with reading(store.engine) as connection:
        assert waiting_longest(connection) is None
        assert came_in(connection, EDGES) == (0, 0, 0)
        assert judgements(connection, store.people["ana"]) == ()


def test_verdicts_and_skips_are_counted_by_day_and_person(store: Store) -> None:
    store.add_claims(*(new_claim(f"Claim {number}.") for number in range(5)))
    store.record(1, "false", "ben")
    store.clock.now = START + DAY + MINUTE
    store.record(2, "true", "ben")
    store.record(3, "true", "ben")
    skip(store, 4, "ben")
    skip(store, 5)
    store.undo()
    with reading(store.engine) as connection:
        given = verdicts_given(connection, EDGES, store.people["ana"])
        made = skips_made(connection, EDGES)
    assert set(given) == {
        VerdictsRow(
            0, "ben", "two", "false", "False", given[0].position if given[0].rating == "false" else 1, False, 1
        ),
        *(row for row in given if row.rating == "true" and (row.span, row.reviewer, row.total) == (1, "ben", 2)),
    }
    assert len(given) == 2
    assert made == (SkipsRow(1, "ben", 1),)


def test_a_first_verdict_is_not_counted_for_who_must_not_know_it(store: Store) -> None:
    store.add_claims(new_claim())
    store.record(1, "false", "ben", ClaimState.SECOND_REVIEW)
    with reading(store.engine_of("ana")) as connection:
        assert verdicts_given(connection, EDGES, store.people["ana"]) == ()
        assert kept_back(connection, store.people["ana"]) == 1
    with reading(store.engine_of("ben")) as connection:
        assert [row.total for row in verdicts_given(connection, EDGES, store.people["ben"])] == [1]
    second(store, 1, "true", "ana")
    with reading(store.engine_of("ana")) as connection:
        found = verdicts_given(connection, EDGES, store.people["ana"])
        pairs = judgements(connection, store.people["ana"])
    assert {(row.reviewer, row.rating, row.blind) for row in found} == {("ben", "false", False), ("ana", "true", True)}
    assert [(row.reviewer, row.rating) for row in pairs] == [("ben", "false"), ("ana", "true")]


def test_holds_end_with_their_time(store: Store) -> None:
    store.add_claims(new_claim("One."), new_claim("Two."))
    store.take_next("ben", minutes=60)
    lease = store.take_next("ana", minutes=30)
    assert lease is not None
    with reading(store.engine) as connection:
        found = holds(connection, store.clock())
        later = holds(connection, store.clock() + 45 * MINUTE)
    assert [(row.claim, row.holder) for row in found] == [(lease.claim, "ana"), (1, "ben")]
    assert isinstance(found[0], HoldRow)
    assert found[0].expires_at == lease.expires_at
    assert [row.holder for row in later] == ["ben"]


def test_the_journal_is_listed_newest_first_and_narrowed(store: Store) -> None:
    store.add_claims(new_claim("One."), new_claim("Two."))
    skip(store, 2, "ben")
    with reading(store.engine) as connection:
        every = journal_numbers(connection, JournalFilter())
        rows = journal_rows(connection, every, store.people["ana"])
        before = min(row.at for row in rows if row.action is Action.CLAIM_SKIPPED)
        bens = journal_numbers(connection, JournalFilter(people=("ben",), actions=(Action.CLAIM_SKIPPED,)))
        of_two = journal_numbers(connection, JournalFilter(claims=(2,)))
        since = journal_numbers(connection, JournalFilter(since=before))
        until = journal_numbers(connection, JournalFilter(until=before))
        nobody = journal_numbers(connection, JournalFilter(people=("nobody",)))
    assert [row.sequence for row in rows] == list(every) == sorted(every, reverse=True)
    assert len(every) == store.count("journal")
    by_ben = [row.sequence for row in rows if row.who == "ben" and row.action is Action.CLAIM_SKIPPED]
    assert list(bens) == list(since) == by_ben
    assert list(of_two) == [row.sequence for row in rows if row.claim == 2]
    assert list(since) + list(until) == list(every)
    assert list(nobody) == []


def test_an_entry_names_what_it_points_to_before_and_after(store: Store) -> None:
    store.add_claims(new_claim(claimer="Inga Holm"))
    skip(store, 1, "ben")
    with reading(store.engine) as connection:
        rows = journal_rows(connection, journal_numbers(connection, JournalFilter(claims=(1,))), store.people["ana"])
        state = next(row for row in rows if row.entity == "claim" and row.was_there)
        sheet = journal_entry(connection, state.sequence, store.people["ana"])
    assert isinstance(sheet, JournalSheet)
    assert (sheet.row.who, sheet.row.claim, "state" in sheet.row.changed) == ("ben", 1, True)
    found = {field.name: (field.before, field.after) for field in sheet.fields}
    assert found["state"] == ("queued", "skipped")
    assert found["claimer_id"] == ("Inga Holm", "Inga Holm")
    assert "public_id" not in found


def test_a_verdict_that_must_not_be_known_is_kept_back_in_the_journal(store: Store) -> None:
    store.add_claims(new_claim())
    store.record(1, "false", "ben", ClaimState.SECOND_REVIEW)
    with reading(store.engine_of("ana")) as connection:
        numbers = journal_numbers(connection, JournalFilter())
        rows = journal_rows(connection, numbers, store.people["ana"])
        hidden = [row for row in rows if row.entity == "verdict" and row.claim == 1]
        sheets = [journal_entry(connection, row.sequence, store.people["ana"]) for row in hidden]
    assert all(row.kept_back for row in hidden)
    assert all(sheet is not None and sheet.fields == () for sheet in sheets)
    with reading(store.engine_of("ben")) as connection:
        rows = journal_rows(connection, numbers, store.people["ben"])
    assert [row.kept_back for row in rows if row.entity == "verdict"] == [False]


def test_an_entry_that_can_not_be_read_says_so(store: Store) -> None:
    store.add_claims(new_claim())
    if store.server is not None:
        return  # a server lets nobody write into the journal
    with store.engine.begin() as connection:
        for (name,) in connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'"
        ).all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql("UPDATE journal SET after = x'ff00' WHERE entity = 'claim'")
    with reading(store.engine) as connection:
        rows = journal_rows(connection, journal_numbers(connection, JournalFilter()), store.people["ana"])
        row = next(row for row in rows if row.entity == "claim")
        sheet = journal_entry(connection, row.sequence, store.people["ana"])
        assert journal_entry(connection, 10_000, store.people["ana"]) is None
    assert sheet is not None
    assert not sheet.readable

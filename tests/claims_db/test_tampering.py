"""Whatever is changed behind the program's back is named, column by column."""

import json
import sqlite3
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text

from claims_db import views
from claims_db.capture_vocabulary import RecheckOutcome, WitnessKind, WitnessState
from claims_db.columns import JOURNAL, LEFT_OUT
from claims_db.engine import reading
from claims_db.errors import DatabaseDamaged, DatabaseUnavailable, NewerDatabase
from claims_db.journal.chain import entries
from claims_db.journal.verify import verify
from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.media_vocabulary import MediaCategory, MediaKind
from claims_db.repositories.logs import NewCorrectionRequest, NewReplyRequest, NewSearchEntry
from claims_db.repositories.rechecks import NewRecheck
from claims_db.repositories.reviews import NewSource
from claims_db.rows import MatchWith, Medium, PartyRow, PriorEntry, SpanRow, WitnessAnswer
from claims_db.tables import METADATA, RECORDS, Source
from claims_db.views import claim_sheet
from claims_db.vocabulary import Action, DraftField, LintLevel, SavedForm, Severity, SkipReason
from tests.claims_db.conftest import Store, new_article, new_claim

pytestmark = pytest.mark.files_only

REST = [f'"{column.name}"' for column in METADATA.tables["journal"].c][1:]

GUARDS = (
    "finding_never_own",
    "verdict_stays",
    "publication_stays",
    "correction_stays",
    "revision_stays",
    "capture_stays",
)
"""The triggers that refuse changes; whoever tampers drops them."""

UNUSED = frozenset({"cluster"})
"""Tables that nothing writes yet."""


@pytest.fixture
def used(store: Store) -> Store:
    """Give a desk in which every table that the program writes has rows."""
    store.add_article(
        new_article(url="https://example.org"), [new_claim(claimer="Inga", via=("Reuters",), span=SpanRow(0, 3, 0, 3))]
    )
    store.add_claims(new_claim(), new_claim())
    store.take_next("ben")
    store.attach(1, NewSource(url="https://example.org/minutes", archived_at=5))
    evidence = store.capture(1, NewSource(url="https://example.org/minutes"))
    with store.work(Action.EVIDENCE_RECHECKED) as work:
        work.rechecks.add([NewRecheck(evidence, RecheckOutcome.GONE)])
    store.record(2)
    with store.work(Action.CLAIM_SKIPPED) as work:
        work.reviews.skip(3, SkipReason.OPINION, "note")
    with store.work() as work:
        work.reviews.save_draft(1, DraftField.VERDICT, "{}", 1)
    with store.work(Action.COMMENT_WRITTEN) as work:
        work.discussion.write(1, "Look, @ben.", [work.people.named("ben")])
    with store.work(Action.FINDING_SIGNED_OFF, "ben") as work:
        work.findings.sign_off(2, None, "Seen.")
        work.findings.publish(2, "{}")
        work.findings.publish(2, "{}", (Severity.TYPO, "A name."))
        work.queues.assign(1, work.people.named("ana"), "Yours.")
        work.queues.postpone(1, work.now + 1)
    with store.work(Action.CLAIM_TAGGED) as work:
        work.tags.set(1, {"harbour"}, ())
    with store.work(Action.SEARCH_LOGGED) as work:
        work.logs.looked(1, NewSearchEntry("The archive", "harbour", "", work.now))
        work.logs.asked(1, NewReplyRequest("The mayor", "e-mail", "Is it so?", work.now, None))
        work.logs.asked_to_correct(
            1, NewCorrectionRequest("The editor", "Times", "https://example.org", "form", "Mend it.", work.now, None)
        )
    with store.work(Action.PARTY_SET) as work:
        work.parties.put(PartyRow("Inga", "The Greens", "", ""))
    with store.work(Action.MEDIA_ADDED) as work:
        work.media.add(1, Medium(MediaKind.VIDEO, ("https://example.org/film",), categories=(MediaCategory.EDITED,)))
    with store.work(Action.RULE_WAIVED) as work:
        work.linting.set_level("open-comments", LintLevel.WARN)
        work.linting.waive(1, "one-source-only", "There is no other.")
    with store.work(Action.SEARCH_KEPT) as work:
        work.saved.keep("mine", SavedForm.SEARCH, "harbour")
    with reading(store.engine) as connection:
        capture = next(views.captures(connection)).capture.public_id
    with store.work(Action.WITNESS_ASKED) as work:
        asked = work.witnesses.ask(capture, WitnessKind.WAYBACK, "https://example.org/minutes")
        work.witnesses.stamp(3, "ab" * 32, "https://example.org/tsr", 5, "cd" * 32)
    with store.work(Action.WITNESS_ANSWERED) as work:
        work.witnesses.answer(asked, WitnessAnswer(WitnessState.PENDING, "job", problem="Busy."))
    with store.work(Action.PRIORS_IMPORTED) as work:
        work.priors.take_in({"key": PriorEntry("The ferry sank.", "https://example.org/check")}, "feed.json")
    with store.work(Action.MATCH_DECIDED) as work:
        work.matches.decide(1, MatchWith(prior=1), Relation.SAME, MatchDecision.ACCEPTED)
    return store


def journalled() -> Iterator[tuple[str, str]]:
    for entity in sorted(RECORDS):
        for column in METADATA.tables[entity].c:
            if column.info.get(JOURNAL) != LEFT_OUT:
                yield entity, column.name


def flip(connection: Connection, entity: str, column: str) -> int:
    """Change one value of the table's first row to another of its kind; give how many rows that were."""
    held = connection.exec_driver_sql(f'SELECT "{column}" FROM "{entity}" ORDER BY id LIMIT 1').scalar()
    values = {str: f"{held}x", bytes: b"other", int: held + 1_000 if isinstance(held, int) else 0}
    other = values.get(type(held), "2001" if held is None else None)
    return connection.exec_driver_sql(
        f'UPDATE "{entity}" SET "{column}" = ? WHERE id = (SELECT min(id) FROM "{entity}")', (other,)
    ).rowcount


def test_every_value_that_is_changed_is_named(used: Store) -> None:
    tried, unnamed, empty = 0, [], []
    with used.engine.connect() as connection:
        for entity, column in journalled():
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            for guard in GUARDS:
                connection.exec_driver_sql(f"DROP TRIGGER {guard}")
            if flip(connection, entity, column):
                tried += 1
                if not any(finding.where.startswith(entity) for finding in verify(connection)):
                    unnamed.append((entity, column))
            elif entity not in UNUSED:
                empty.append(entity)
            connection.rollback()
    assert tried > 140
    assert (unnamed, empty) == ([], [])
    assert used.findings() == []


@pytest.mark.parametrize("column", [column.name for column in METADATA.tables["journal"].c])
@pytest.mark.parametrize("value", ["'x'", "7777", "x'00ff'"])
def test_every_value_of_the_journal_that_is_changed_is_named(used: Store, column: str, value: str) -> None:
    with used.engine.connect() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_no_update")
        connection.exec_driver_sql(f'UPDATE journal SET "{column}" = {value} WHERE sequence = 7')
        found = [finding.where for finding in verify(connection)]
        connection.rollback()
    assert any(where.startswith("journal entry") for where in found)


def test_entries_that_were_cut_out_are_noticed(used: Store) -> None:
    with used.engine.connect() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_no_delete")
        connection.exec_driver_sql("DELETE FROM journal WHERE sequence = 9")
        found = [finding for finding in verify(connection) if finding.where == "journal entry 10"]
        connection.rollback()
        assert [finding.what for finding in found] == [
            "entry 9 is missing",
            "it does not name the hash of the entry before it",
        ]
        connection.exec_driver_sql("DROP TRIGGER journal_no_delete")
        connection.exec_driver_sql("DELETE FROM journal WHERE sequence > 9")
        assert len(list(verify(connection))) > 5
        connection.rollback()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET at = 0",
        "DELETE FROM journal",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE sequence = 3",
        f"INSERT INTO journal SELECT 1000000, {', '.join(REST)} FROM journal WHERE sequence = 3",
    ],
)
def test_the_database_itself_guards_the_journal(used: Store, statement: str) -> None:
    before = used.count("journal")
    connection = sqlite3.connect(str(used.engine.url.database))
    with pytest.raises(sqlite3.IntegrityError, match="the journal is append-only"):
        connection.execute(statement)
    connection.close()
    assert used.count("journal") == before
    assert used.findings() == []


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE claim SET state = 'dreamt_of'", NewerDatabase),
        ("UPDATE claim SET via = 'no list'", DatabaseDamaged),
        ("UPDATE claim SET via = '7'", DatabaseDamaged),
        ("UPDATE claim SET reasons = '[[1]]'", DatabaseDamaged),
    ],
)
def test_a_value_that_can_not_be_read_is_an_error_in_words(used: Store, statement: str, kind: type[Exception]) -> None:
    with used.engine.begin() as connection:
        connection.exec_driver_sql(statement)
    with pytest.raises(kind), reading(used.engine) as connection:
        claim_sheet(connection, 1, "", 0)
    assert any(finding.where.startswith("claim ") for finding in used.findings())


def test_the_words_of_a_confidential_source_never_enter_the_journal(store: Store) -> None:
    with store.work(Action.EVIDENCE_ATTACHED) as work:
        source = Source(title="A secret memo", url="https://example.org/memo", confidential=True, salt=b"s" * 16)
        source.public_id = store.ids()
        work._session.add(source)
    with reading(store.engine) as connection:
        image = next(entry.change.after for entry in entries(connection) if entry.change.entity == "source")
    assert image is not None
    assert b"secret" not in image
    assert b"example.org" not in image
    assert json.loads(image)["title"].startswith("hmac-sha256:")
    assert store.findings() == []
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE source SET title = 'A public memo'"))
    assert [finding.where.split()[0] for finding in store.findings()] == ["source"]


def test_the_errors_of_guards_name_the_file(used: Store) -> None:
    with pytest.raises(DatabaseUnavailable, match="append-only") as refused, used.work() as work:
        work._session.execute(text("DELETE FROM journal"))
    assert str(used.engine.url.database) in refused.value.message

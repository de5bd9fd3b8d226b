"""Verifying names what does not fit, however long the journal is and whatever stands in it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.engine import reading
from claims_db.journal import halves, live_rows
from claims_db.journal.chain import GENESIS, Broken, Change, Deed, Head, broken, entry_hash, head
from claims_db.journal.framing import Row, misfits
from claims_db.journal.halves import broken_in_halves
from claims_db.journal.verify import verify_rows
from tests.claims_db.conftest import Store, new_article, new_claim

pytestmark = pytest.mark.files_only

WORDS = st.text(st.characters(codec="utf-8"), max_size=9)
IMAGES = st.none() | st.binary(max_size=9)
DEEDS = st.builds(Deed, st.integers(-9, 9), WORDS, WORDS, WORDS, WORDS)
CHANGES = st.builds(Change, WORDS, WORDS, WORDS, IMAGES, IMAGES)
ODD = [None, 5.5, "x", b"x", -1, 2**70, "\udcff"]


def rows_of(steps: list[tuple[Deed, Change, int]]) -> list[Row]:
    """Give a chain as a driver would."""
    rows: list[Row] = []
    previous = GENESIS
    for sequence, (deed, change, version) in enumerate(steps, 1):
        hashed = entry_hash(previous, sequence, deed, change, version)
        rows.append((sequence, *deed, *change[:3], version, *change[3:], previous, hashed))
        previous = hashed
    return rows


STEPS = st.lists(st.tuples(DEEDS, CHANGES, st.integers(1, 3)), min_size=1, max_size=5)


@given(STEPS, st.integers(1, 5))
def test_a_chain_fits_in_batches_of_any_size(steps: list[tuple[Deed, Change, int]], size: int) -> None:
    rows = rows_of(steps)
    batches = [rows[start : start + size] for start in range(0, len(rows), size)]
    assert list(misfits(batches, Head(0, GENESIS))) == []


@given(STEPS, st.data())
def test_any_other_value_anywhere_is_named(steps: list[tuple[Deed, Change, int]], data: st.DataObject) -> None:
    rows = rows_of(steps)
    place, column = data.draw(st.integers(0, len(rows) - 1)), data.draw(st.integers(0, 13))
    value = data.draw(st.sampled_from(ODD))
    held = rows[place][column]
    if type(value) is type(held) and value == held:
        return
    rows[place] = (*rows[place][:column], value, *rows[place][column + 1 :])
    assert list(misfits([rows], Head(0, GENESIS)))


@pytest.fixture
def used(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    store.add_article(new_article(), [new_claim(f"Ferry {number} sank.") for number in range(9)])
    store.take_next("ben")
    store.record(2)
    monkeypatch.setattr(halves, "WORTH_IT", 2)
    return store


def in_halves(store: Store) -> list[Broken]:
    with reading(store.engine) as connection:
        return list(broken_in_halves(connection))


def in_one(store: Store) -> list[Broken]:
    with reading(store.engine) as connection:
        return list(broken(connection))


@pytest.fixture
def behind_the_back(used: Store) -> Iterator[sqlite3.Connection]:
    """Give a connection of another program, to which the journal's guards mean nothing."""
    connection = sqlite3.connect(str(used.engine.url.database), isolation_level=None)
    for guard in ("update", "delete", "gap"):
        connection.execute(f"DROP TRIGGER journal_no_{guard}")
    yield connection
    connection.close()


LAST = "(SELECT max(sequence) FROM journal)"
HARMS = [
    "UPDATE journal SET at = at + 1 WHERE sequence = 1",
    f"UPDATE journal SET hash = x'00' WHERE sequence = {LAST} / 2",
    f"UPDATE journal SET previous = x'00' WHERE sequence = {LAST} / 2 + 1",
    f"UPDATE journal SET actor = 'ben' WHERE sequence = {LAST}",
    "UPDATE journal SET sequence = 7.5 WHERE sequence = 8",
    "UPDATE journal SET sequence = 'last' WHERE sequence = 8",
    "UPDATE journal SET sequence = -3 WHERE sequence = 1",
    "DELETE FROM journal WHERE sequence = 1",
    f"DELETE FROM journal WHERE sequence = {LAST} / 2",
    f"DELETE FROM journal WHERE sequence > 3 AND sequence < {LAST}",
]


@pytest.mark.parametrize("harm", HARMS)
def test_two_processes_find_what_one_finds(used: Store, behind_the_back: sqlite3.Connection, harm: str) -> None:
    assert in_halves(used) == in_one(used) == []
    behind_the_back.execute(harm)
    assert in_one(used)
    assert in_halves(used) == in_one(used)


def test_a_second_process_is_really_asked_and_can_fail(used: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[object] = []
    real = halves._answer

    def spy(*arguments: object) -> object:
        answers.append(real(*arguments))  # type: ignore[arg-type]
        return answers[-1]

    monkeypatch.setattr(halves, "_answer", spy)
    assert in_halves(used) == []
    monkeypatch.setattr("sys.executable", "false")
    assert in_halves(used) == []
    monkeypatch.setattr("sys.executable", "no such program")
    assert in_halves(used) == []
    assert answers == [[], None]


def test_a_text_that_is_no_utf8_is_named(used: Store, behind_the_back: sqlite3.Connection) -> None:
    behind_the_back.execute("UPDATE journal SET actor = CAST(x'ff' AS TEXT) WHERE sequence = 4")
    behind_the_back.execute("UPDATE claim SET statement = CAST(x'ff41' AS TEXT) WHERE number = 3")
    found = used.findings()
    assert [finding.where for finding in found[:1]] == ["journal entry 4"]
    assert [finding.number for finding in found[1:]] == [3]


def test_half_a_microsecond_is_named(used: Store, behind_the_back: sqlite3.Connection) -> None:
    behind_the_back.execute("UPDATE journal SET at = at + 0.5 WHERE sequence = 4")
    assert [finding.where for finding in used.findings()] == ["journal entry 4"]


def test_every_row_is_named_though_few_are_remembered_at_once(
    used: Store, behind_the_back: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_rows, "AT_ONCE", 5)
    behind_the_back.execute("UPDATE claim SET statement = statement || '!' WHERE number <> 5")
    behind_the_back.execute("PRAGMA foreign_keys=OFF")
    behind_the_back.execute("DELETE FROM appearance WHERE claim_id = (SELECT id FROM claim WHERE number = 5)")
    found = used.findings()
    assert sorted(finding.number or 0 for finding in found if finding.entity == "claim") == [1, 2, 3, 4, 6, 7, 8, 9]
    assert [(finding.entity, finding.what, finding.claim) for finding in found if finding.entity != "claim"] == [
        ("appearance", "it was removed behind the journal's back", 5)
    ]


def test_rows_are_named_as_people_call_them(used: Store, behind_the_back: sqlite3.Connection) -> None:
    behind_the_back.execute("PRAGMA foreign_keys=OFF")
    behind_the_back.execute("DELETE FROM claim WHERE number = 4")
    behind_the_back.execute("UPDATE article SET title = 'Another'")
    behind_the_back.execute("DROP TRIGGER verdict_stays")
    behind_the_back.execute("UPDATE verdict SET rationale = 'Because I say so.'")
    found = {finding.entity: finding for finding in used.findings()}
    assert (found["claim"].number, found["claim"].claim) == (4, 4)
    assert (found["article"].number, found["article"].claim) == (1, None)
    assert (found["verdict"].number, found["verdict"].claim) == (None, 2)


def test_a_row_that_was_slipped_in_is_named(used: Store, behind_the_back: sqlite3.Connection) -> None:
    behind_the_back.executescript(
        "CREATE TEMP TABLE copied AS SELECT * FROM verdict;"
        "UPDATE copied SET id = id + 100, public_id = 'slipped';"
        "INSERT INTO verdict SELECT * FROM copied"
    )
    (found,) = used.findings()
    assert (found.where, found.what, found.claim) == ("verdict slipped", "the journal does not know it", 2)


def test_rows_are_counted(used: Store) -> None:
    with reading(used.engine) as connection:
        compared = verify_rows(connection)
        assert compared.rows == sum(used.count(f'"{table}"') for table in live_rows.RECORDS)
        assert head(connection).sequence >= compared.rows


def test_the_file_may_have_any_name(tmp_path: Path, used: Store) -> None:
    from claims_db.engine import open_engine

    path = tmp_path / "100 % of it? #1.db"
    path.write_bytes(Path(str(used.engine.url.database)).read_bytes())
    with sqlite3.connect(str(used.engine.url.database)) as source, sqlite3.connect(path) as target:
        source.backup(target)
    source.close()
    target.close()
    engine = open_engine(str(path))
    assert in_halves(Store(engine)) == []
    engine.dispose()

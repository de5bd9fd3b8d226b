"""Nothing is changed without the journal, and nothing behind its back."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from claims_db.engine import Engine, open_engine, reading
from claims_db.journal.chain import GENESIS, Change, Deed, entry_hash, head
from claims_db.journal.images import canonical
from claims_db.journal.verify import verify
from tests.conftest import OpenDesk
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEntry

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: st.lists(inner, max_size=4),
)


@given(st.dictionaries(st.text("abcdefghijklmnopqrstuvwxyz_", max_size=8), VALUES, max_size=6))
def test_images_are_canonical_as_rfc_8785_says(values: dict[str, object]) -> None:
    assert canonical(values) == rfc8785.dumps(values)


TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
CHANGES = st.builds(Change, TEXTS, TEXTS, TEXTS, st.none() | st.binary(max_size=20), st.none() | st.binary(max_size=20))


@given(CHANGES, CHANGES)
def test_different_changes_have_different_hashes(one: Change, other: Change) -> None:
    deed = Deed(1, "actor", "action", "group")
    assert (entry_hash(GENESIS, 1, deed, one, 2) == entry_hash(GENESIS, 1, deed, other, 2)) is (one == other)


@pytest.fixture
def engine(desk: Desk, article: Path, database: Path) -> Iterator[Engine]:
    desk.add_article(ArticleEntry(str(article)))
    desk.record(1, "false", "The council's minutes say otherwise.")
    opened = open_engine(str(database))
    yield opened
    opened.dispose()


def test_a_desk_that_was_used_verifies(engine: Engine) -> None:
    with reading(engine) as connection:
        assert head(connection).sequence > 10
        assert list(verify(connection)) == []


@pytest.mark.parametrize("statement", ["UPDATE journal SET at = 0", "DELETE FROM journal"])
def test_the_database_refuses_to_change_the_journal(engine: Engine, database: Path, statement: str) -> None:
    with reading(engine) as connection:
        before = head(connection)
    raw = sqlite3.connect(database)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute(statement)
    raw.close()
    with reading(engine) as connection:
        assert head(connection) == before


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE verdict SET rationale = 'It is true after all.'", "verdict"),
        ("UPDATE verdict SET rating_id = (SELECT id FROM rating WHERE slug = 'true')", "verdict"),
        ("UPDATE claim SET statement = 'Something else.' WHERE number = 1", "claim"),
        ("UPDATE appearance SET start = start + 1 WHERE claim_id = 1", "appearance"),
        ("UPDATE revision SET text = text || '!'", "revision"),
        ("DELETE FROM verdict", "verdict"),
        ("UPDATE reviewer SET name = 'somebody'", "reviewer"),
    ],
)
def test_a_change_behind_the_programs_back_is_named(engine: Engine, database: Path, statement: str, named: str) -> None:
    raw = sqlite3.connect(database)
    raw.executescript("DROP TRIGGER verdict_stays; DROP TRIGGER verdict_is_kept; DROP TRIGGER revision_stays")
    raw.execute(statement)
    raw.commit()
    raw.close()
    with reading(engine) as connection:
        found = [finding.where for finding in verify(connection)]
    assert any(where.startswith(named) for where in found)


def test_an_entry_that_was_changed_in_the_file_is_named(engine: Engine, database: Path) -> None:
    raw = sqlite3.connect(database)
    raw.execute("DROP TRIGGER journal_no_update")
    raw.execute("UPDATE journal SET actor = 'somebody' WHERE sequence = 5")
    raw.commit()
    raw.close()
    with reading(engine) as connection:
        assert "journal entry 5" in [finding.where for finding in verify(connection)]


@pytest.mark.usefixtures("engine")
def test_images_name_rows_by_public_ids_and_long_texts_by_digest(database: Path) -> None:
    raw = sqlite3.connect(database)
    image = json.loads(raw.execute("SELECT after FROM journal WHERE entity = 'revision'").fetchone()[0])
    article = raw.execute("SELECT public_id FROM article").fetchone()[0]
    raw.close()
    assert image["article_id"] == article
    assert image["text"].startswith("sha256:")
    assert "id" not in image


def test_two_reviewers_write_one_chain(open_as: OpenDesk, database: Path) -> None:
    ana, ben = open_as("ana"), open_as("ben")
    for number in range(5):
        ana.add_claim(ClaimEntry(f"The town has {number} bridges."))
        ben.add_claim(ClaimEntry(f"The town has {number} schools."))
    engine = open_engine(str(database))
    with reading(engine) as connection:
        assert list(verify(connection)) == []
    engine.dispose()

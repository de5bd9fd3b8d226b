"""A database opens, upgrades, or says in one sentence why not, naming the file."""

import sqlite3
import warnings
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from claims_db.engine import Engine, open_engine, reading
from claims_db.errors import DatabaseDamaged, DatabaseUnavailable, NewerDatabase
from claims_db.migrations.runner import migrate
from claims_db.tables import METADATA


def test_the_steps_build_the_tables_of_the_models(database: Path) -> None:
    engine = open_engine(str(database))
    with warnings.catch_warnings(), reading(engine) as connection:
        warnings.simplefilter("ignore")
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
    engine.dispose()


def test_opening_again_changes_nothing(database: Path) -> None:
    before = database.read_bytes()
    engine = open_engine(str(database))
    migrate(engine)
    engine.dispose()
    assert database.read_bytes() == before


def test_a_newer_database_is_refused(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    engine = open_engine(str(database))
    with pytest.raises(NewerDatabase, match="newer version") as refused:
        migrate(engine)
    engine.dispose()
    assert str(database) in refused.value.message


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    connection.close()
    engine = open_engine(str(path))
    with pytest.raises(DatabaseDamaged, match="another program"):
        migrate(engine)
    engine.dispose()


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("these are notes, and many of them " * 50)
    engine = open_engine(str(path))
    with pytest.raises(DatabaseDamaged, match=r"notes\.txt is no desk"):
        migrate(engine)
    engine.dispose()
    assert path.read_text().startswith("these are notes")


def read_everything(engine: Engine) -> None:
    with reading(engine) as connection:
        for table in METADATA.tables:
            connection.exec_driver_sql(f"SELECT * FROM {table}").fetchall()


def test_a_damaged_database_is_named(database: Path) -> None:
    content = bytearray(database.read_bytes())
    content[4096 * 2 : 4096 * 12] = b"\xa5" * 4096 * 10
    database.write_bytes(content)
    engine = open_engine(str(database))
    with pytest.raises((DatabaseDamaged, DatabaseUnavailable)) as refused:
        read_everything(engine)
    engine.dispose()
    assert str(database) in refused.value.message


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("{tmp}/nowhere/desk.sqlite3", "does not exist"),
        ("{tmp}", "is a folder"),
        ("mysql://root:secret@host/desk", "not supported"),
        ("://root:secret@host", "can't be read"),
        (":memory:", "needs a file"),
    ],
)
def test_a_place_that_can_not_be_opened(tmp_path: Path, place: str, words: str) -> None:
    with pytest.raises(DatabaseUnavailable, match=words) as refused:
        open_engine(place.format(tmp=tmp_path))
    assert "secret" not in refused.value.message + refused.value.hint


def test_a_missing_database_is_not_made_when_it_is_only_read(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable, match="There is no database"):
        open_engine(str(tmp_path / "desk.sqlite3"), create=False)
    assert not (tmp_path / "desk.sqlite3").exists()

"""A new database is made, an older one is upgraded, all in one transaction; nobody else's is touched."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from claims_db.engine import Engine, open_engine
from claims_db.errors import DatabaseDamaged, DatabaseUnavailable
from claims_db.migrations import runner
from claims_db.migrations.runner import migrate
from claims_db.rows import SpanRow
from tests.claims_db.conftest import Store, new_article, new_claim

EARLIER = runner.HEAD

STEP = f'''
"""A later step."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{EARLIER}"


def upgrade() -> None:
    with op.batch_alter_table("claim", recreate="always") as batch:
        batch.add_column(sa.Column("mood", sa.Text(), nullable=False, server_default="calm"))
'''


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Make the program one step newer; gives the file of the step."""
    steps = tmp_path / "steps"
    shutil.copytree(Path(runner.__file__).parent / "versions", steps / "versions")
    monkeypatch.setattr(runner, "_STEPS", steps)
    monkeypatch.setattr(runner, "HEAD", "9999")
    step = steps / "versions" / "s9999_later.py"
    step.write_text(STEP)
    yield step
    sys.modules.pop("s9999_later_py", None)


@pytest.fixture
def filled(store: Store) -> Store:
    store.add_article(new_article(), [new_claim(claimer="Inga", span=SpanRow(0, 1, 0, 1)), new_claim()])
    store.take_next()
    store.record(1)
    return store


def revision(path: Path) -> str:
    connection = sqlite3.connect(path)
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    connection.close()
    return str(found)


def indexes(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    found = {row[0] for row in connection.execute("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql != ''")}
    connection.close()
    return found


@pytest.mark.usefixtures("later")
def test_an_older_database_is_upgraded_with_all_its_rows(filled: Store, database: Path) -> None:
    rows = [filled.count(table) for table in ("claim", "appearance", "place", "verdict", "journal")]
    built = indexes(database)
    migrate(filled.engine)
    assert revision(database) == "9999"
    assert indexes(database) == built
    assert [filled.count(table) for table in ("claim", "appearance", "place", "verdict", "journal")] == rows
    with filled.engine.connect() as connection:
        assert set(connection.exec_driver_sql("SELECT mood FROM claim").scalars()) == {"calm"}
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_a_step_that_fails_leaves_the_database_as_it_was(filled: Store, database: Path, later: Path) -> None:
    later.write_text(STEP + "    op.execute('SELECT no_such_column FROM claim')\n")
    before = filled.count("claim")
    with pytest.raises(DatabaseUnavailable, match="no such column") as refused:
        migrate(filled.engine)
    assert str(database) in refused.value.message
    assert revision(database) == EARLIER
    assert filled.count("claim") == before
    assert filled.findings() == []


def test_a_step_after_which_rows_point_nowhere_is_taken_back(filled: Store, database: Path, later: Path) -> None:
    later.write_text(STEP + "    op.execute('DELETE FROM claimer')\n")
    with pytest.raises(DatabaseDamaged, match="rows point to rows that are not there"):
        migrate(filled.engine)
    assert revision(database) == EARLIER
    assert filled.findings() == []


def test_a_database_that_several_open_at_once_is_made_once(tmp_path: Path) -> None:
    path, problems = tmp_path / "new.sqlite3", []

    def make() -> None:
        engine = open_engine(str(path))
        try:
            migrate(engine)
        except Exception as problem:  # noqa: BLE001 - whatever it is, the test shows it
            problems.append(problem)
        engine.dispose()

    threads = [Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert revision(path) == runner.HEAD
    store = Store(open_engine(str(path)))
    store.join("ana")
    assert store.findings() == []
    store.engine.dispose()


def test_a_database_of_this_version_opens_without_the_upgrader(database: Path) -> None:
    program = (
        "import sys; from claims_db.engine import open_engine; from claims_db.migrations.runner import migrate; "
        "migrate(open_engine(sys.argv[1])); sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program, str(database)], check=True, cwd=Path(__file__).parents[2])


@pytest.mark.parametrize(
    "statements",
    [
        "CREATE TABLE songs (name TEXT)",
        "CREATE TABLE alembic_version (version_num TEXT); INSERT INTO alembic_version VALUES ('0001')",
        "CREATE TABLE desk (name TEXT); PRAGMA application_id = 7",
    ],
)
def test_another_programs_database_stays_as_it_is(tmp_path: Path, statements: str) -> None:
    path = tmp_path / "other.sqlite3"
    connection = sqlite3.connect(path)
    connection.executescript(statements)
    connection.close()
    before = path.read_bytes()
    engine = open_engine(str(path))
    with pytest.raises(DatabaseDamaged, match="database of another program"):
        migrate(engine)
    engine.dispose()
    assert path.read_bytes() == before
    assert sorted(found.name for found in tmp_path.iterdir()) == ["other.sqlite3"]


def test_an_empty_file_becomes_a_desk(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite3"
    path.touch()
    engine = open_engine(str(path))
    migrate(engine)
    assert revision(path) == runner.HEAD
    engine.dispose()


@pytest.mark.files_only
def test_the_settings_of_a_connection(engine: Engine) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0, "cell_size_check": 1}
    with engine.connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    assert found == wanted

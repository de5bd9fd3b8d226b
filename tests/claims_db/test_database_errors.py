"""Whatever is wrong with a database, the message names it and says what to do; nothing is half stored."""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import event

from claims_db.engine import open_engine, reading
from claims_db.errors import DatabaseDamaged, DatabaseUnavailable
from claims_db.migrations.runner import migrate
from claims_db.sqlite import sqlite_answer
from claims_db.views import article_rows
from tests.claims_db.conftest import Store, new_article, new_claim

NOBODY = 65534


@pytest.fixture
def open_place() -> Iterator[Path]:
    """Give a folder that every user can reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def without_rights() -> Iterator[None]:
    """Be a user who may write nothing that is not theirs."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def filled(path: Path) -> Store:
    engine = open_engine(str(path))
    migrate(engine)
    store = Store(engine)
    store.join("ana")
    store.add_article(new_article(), [new_claim()])
    with reading(engine) as connection:
        article_rows(connection)
    return store


@pytest.mark.parametrize("folder_too", [False, True])
def test_a_database_that_may_not_be_written(open_place: Path, folder_too: bool) -> None:
    path = open_place / "desk.sqlite3"
    store = filled(path)
    store.engine.dispose()
    path.chmod(0o444)
    open_place.chmod(0o555 if folder_too else 0o777)
    with without_rights(), pytest.raises(DatabaseUnavailable, match=r"can't be (written|opened)") as refused:
        store.add_claims(new_claim())
    store.engine.dispose()
    open_place.chmod(0o755)
    path.chmod(0o644)
    assert str(path) in refused.value.message
    assert "permissions" in refused.value.hint
    assert store.count("claim") == 1
    store.engine.dispose()


def test_a_folder_in_which_nothing_may_be_made(open_place: Path) -> None:
    open_place.chmod(0o555)
    engine = open_engine(str(open_place / "desk.sqlite3"))
    with without_rights(), pytest.raises(DatabaseUnavailable, match=r"desk\.sqlite3 can't be opened") as refused:
        migrate(engine)
    engine.dispose()
    open_place.chmod(0o755)
    assert "may write" in refused.value.hint


def test_a_folder_that_may_not_be_looked_into(open_place: Path) -> None:
    open_place.chmod(0o000 if os.geteuid() else 0o700)
    with (
        without_rights(),
        pytest.raises(DatabaseUnavailable, match=r"desk\.sqlite3 can't be opened: Permission denied"),
    ):
        open_engine(str(open_place / "desk.sqlite3"))
    open_place.chmod(0o755)


@pytest.mark.files_only
def test_a_full_disk(store: Store) -> None:
    pages = store.count("sqlite_master") * 4

    def stay_small(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    store.engine.dispose()
    event.listen(store.engine, "connect", stay_small)
    before = store.count("claim")
    with pytest.raises(DatabaseUnavailable, match=r"disk with the database .* is full; nothing") as refused:
        store.add_article(new_article("The ferry sank. " * 100_000), [new_claim()])
    event.remove(store.engine, "connect", stay_small)
    assert str(store.engine.url.database) in refused.value.message
    assert store.count("claim") == before
    store.engine.dispose()
    store.add_article(new_article("The ferry sank. " * 100_000), [new_claim()])
    assert store.findings() == []


def test_no_room_for_the_log_is_a_full_disk_and_no_broken_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = sqlite3.OperationalError("disk I/O error")
    problem.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    free = 0

    def usage(_: Path) -> SimpleNamespace:
        return SimpleNamespace(free=free)

    monkeypatch.setattr("shutil.disk_usage", usage)
    assert "is full" in str(sqlite_answer(problem, str(tmp_path / "desk.sqlite3")))
    free = 1_000_000_000
    assert "disk reports an error" in str(sqlite_answer(problem, str(tmp_path / "desk.sqlite3")))


@pytest.mark.files_only
def test_a_locked_database(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims_db.sqlite.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(str(store.engine.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseUnavailable, match="is locked by another program") as refused:
        store.add_claims(new_claim())
    with reading(store.engine) as connection:
        assert article_rows(connection) == ()
    other.execute("ROLLBACK")
    other.close()
    assert str(store.engine.url.database) in refused.value.message
    assert store.add_claims(new_claim()) == (1,)


def test_a_reader_sees_one_state_and_hinders_no_writer(store: Store) -> None:
    store.add_article(new_article(), [new_claim()])
    with reading(store.engine) as connection:
        assert len(article_rows(connection)) == 1
        store.add_article(new_article("Another.", sha256="2"), [new_claim()])
        assert len(article_rows(connection)) == 1
    with reading(store.engine) as connection:
        assert len(article_rows(connection)) == 2


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2 + 100]


def scramble(content: bytes) -> bytes:
    return content[:4096] + b"\xa5" * (len(content) - 4096)


@pytest.mark.parametrize("harm", [cut, scramble])
def test_a_damaged_file_is_named(database: Path, harm: Callable[[bytes], bytes]) -> None:
    database.write_bytes(harm(database.read_bytes()))
    engine = open_engine(str(database))
    with pytest.raises(DatabaseDamaged, match="is damaged") as refused:
        read_all(Store(engine))
    engine.dispose()
    assert str(database) in refused.value.message
    assert "backup" in refused.value.hint


def read_all(store: Store) -> None:
    migrate(store.engine)
    with reading(store.engine) as connection:
        for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").all():
            connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()


def test_a_server_without_its_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "claims_db.postgres", raising=False)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DatabaseUnavailable, match="driver is not installed") as refused:
        open_engine("postgresql://ana:secret@localhost/desk")
    assert "claim-workbench[postgres]" in refused.value.hint
    assert "secret" not in refused.value.message

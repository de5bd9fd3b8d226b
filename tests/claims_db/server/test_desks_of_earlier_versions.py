"""A desk on a server that an earlier version wrote is upgraded with every row; one of a known name begins anew."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from claims_db.engine import Engine, open_engine, reading
from claims_db.journal.chain import entries
from claims_db.journal.verify import verify
from claims_db.journal.versions import PAYLOAD_VERSION
from claims_db.migrations import runner
from claims_db.migrations.runner import HEAD, migrate
from claims_db.migrations.teams import set_up
from claims_db.rows import ClaimFilter, ClaimSheet
from claims_db.vocabulary import ClaimState
from tests.postgres_cluster import Cluster
from workbench.bootstrap import open_desk
from workbench.desk.entries import ChosenWords
from workbench.settings import Settings

WRITTEN = sorted((Path(__file__).parents[1] / "desks").glob("*.sql"))
STEPS = sorted((Path(runner.__file__).parent / "versions").glob("s*.py"))


@pytest.fixture(params=WRITTEN, ids=lambda path: path.stem)
def earlier(
    request: pytest.FixtureRequest, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """Give a database as an earlier version left it, with the rows of a desk that it wrote."""
    written: Path = request.param
    with cluster.database("earlier") as name:
        (tmp_path / "steps" / "versions").mkdir(parents=True)
        for step in STEPS:
            if step.name <= f"s{written.stem}~":
                (tmp_path / "steps" / "versions" / step.name).write_text(step.read_text("utf-8"))
        with monkeypatch.context() as older:
            older.setattr(runner, "_STEPS", tmp_path / "steps")
            older.setattr(runner, "HEAD", written.stem)
            engine = open_engine(cluster.url(name))
            migrate(engine)
            engine.dispose()
        copy_rows(cluster, name, written)
        yield name


def copy_rows(cluster: Cluster, name: str, written: Path) -> None:
    source = sqlite3.connect(":memory:")
    source.executescript(written.read_text("utf-8"))
    with cluster.connect(name) as target:
        target.execute("SET session_replication_role = replica")  # no trigger, and rows in any order
        truths = set(
            target.execute("SELECT table_name, column_name FROM information_schema.columns WHERE data_type = 'boolean'")
        )
        tables = [str(row[0]) for row in target.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        for table in tables:
            if table != "alembic_version":
                copy_table(source, target, table, truths)
    source.close()


def copy_table(
    source: sqlite3.Connection,
    target: "psycopg.Connection[tuple[object, ...]]",
    table: str,
    truths: set[tuple[object, ...]],
) -> None:
    rows = source.execute(f'SELECT * FROM "{table}"')
    columns = [column[0] for column in rows.description]
    places = ", ".join("%s" for _ in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    for row in rows:
        values = [
            bool(value) if (table, column) in truths else value for column, value in zip(columns, row, strict=True)
        ]
        target.execute(f'INSERT INTO "{table}" ({names}) VALUES ({places})'.encode(), values)
    if "id" in columns:
        target.execute(
            f"""SELECT setval(pg_get_serial_sequence('"{table}"', 'id'), (SELECT max(id) FROM "{table}"))
            WHERE pg_get_serial_sequence('"{table}"', 'id') IS NOT NULL AND EXISTS (SELECT 1 FROM "{table}")""".encode()
        )


def test_every_row_is_kept_and_a_team_works_on(earlier: str, cluster: Cluster, settings: Settings) -> None:
    prepared(cluster, earlier, set_up)
    engine = open_engine(cluster.url(earlier))
    with reading(engine) as connection:
        assert list(verify(connection)) == []
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD
        before = {entry.version for entry in entries(connection)}
    with cluster.connect(earlier) as keeper:
        (known,) = keeper.execute("SELECT login FROM reviewer ORDER BY id LIMIT 1").fetchone() or ("",)
    login = str(known)
    cluster.login(login)
    cluster.execute(f'GRANT "{earlier}_admin" TO "{login}"')
    desk = open_desk(replace(settings, database=cluster.url(earlier, login), reviewer=login))
    states = {row.state for row in desk.claim_rows(desk.claim_numbers(ClaimFilter()))}
    assert states == {ClaimState.QUEUED, ClaimState.RECORDED, ClaimState.SKIPPED}
    turn = desk.take_next()
    assert isinstance(turn, ClaimSheet)
    assert not desk.coverage(1).refusals_kept
    desk.take_in_words(ChosenWords(1, 0, 32))
    desk.undo()
    desk.record(turn.number, "false", "The log says otherwise.", turn.lease.token if turn.lease else None)
    desk.close()
    with reading(engine) as connection:
        assert list(verify(connection)) == []
        assert {entry.version for entry in entries(connection)} == {*before, PAYLOAD_VERSION}
    engine.dispose()


def test_a_database_of_a_name_that_a_team_had_before(cluster: Cluster, settings: Settings) -> None:
    cluster.login("ben")
    with cluster.database("again") as name:
        prepared(cluster, name, set_up)
        cluster.execute('GRANT again_admin TO "ben"')
    with cluster.database("again") as name:
        prepared(cluster, name, migrate)
        open_desk(replace(settings, database=cluster.url(name))).close()
        assert not may_read_claims(cluster, name, "ben")
        prepared(cluster, name, set_up)
        assert not may_read_claims(cluster, name, "ben"), "whoever was in the team before is not in the new one"
        open_desk(replace(settings, database=cluster.url(name))).close()


def prepared(cluster: Cluster, name: str, prepare: Callable[[Engine], None]) -> None:
    engine = open_engine(cluster.url(name))
    prepare(engine)
    engine.dispose()


def may_read_claims(cluster: Cluster, name: str, login: str) -> bool:
    with cluster.connect(name) as keeper:
        found = keeper.execute("SELECT has_table_privilege(%s, 'claim', 'SELECT')", [login]).fetchone()
    return found == (True,)

"""A server that stops, or breaks a connection in the midst of a save: a clear answer, nothing lost, nothing twice."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import psycopg
import pytest
from sqlalchemy import Connection, Engine, PoolProxiedConnection, event

from claims_db.engine import open_engine, reading
from claims_db.errors import DatabaseUnavailable
from claims_db.journal.verify import verify
from claims_db.migrations.runner import migrate
from claims_db.rows import ClaimSheet
from tests.postgres_cluster import Cluster, running_cluster
from tests.server_desk import ServerDesk
from workbench.bootstrap import open_desk
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.settings import Settings


@pytest.fixture
def own_cluster() -> Iterator[Cluster]:
    """Give a server that a test may stop: the other tests have one of their own."""
    with running_cluster(durable=True) as running:
        yield running


def desk_at(server: ServerDesk, settings: Settings) -> Desk:
    """Give ana's desk with one claim."""
    desk = open_desk(replace(settings, database=server.place_for("ana")))
    desk.add_claim(ClaimEntry("The ferry sank twice."))
    return desk


def desk_on(cluster: Cluster, settings: Settings, name: str) -> Desk:
    """Give ana's desk with one claim, in an empty database of this name."""
    engine = open_engine(cluster.url(name))
    migrate(engine)
    engine.dispose()
    return desk_at(ServerDesk(cluster, name), settings)


@pytest.fixture
def desk(server: ServerDesk, settings: Settings) -> Iterator[Desk]:
    opened = desk_at(server, settings)
    yield opened
    opened.close()


def taken(desk: Desk) -> tuple[int, int]:
    """Take the claim; give its number and the token of the lease."""
    turn = desk.take_next()
    assert isinstance(turn, ClaimSheet)
    assert turn.lease is not None
    return turn.number, turn.lease.token


def cut(cluster: Cluster, connection: psycopg.Connection[object]) -> None:
    """End a connection as an administrator would; it is over when this returns."""
    with cluster.connect("postgres") as keeper:
        keeper.execute(b"SELECT pg_terminate_backend(%d, 30000)" % connection.info.backend_pid)


def engine_of(desk: Desk) -> Engine:
    return desk._place.engine


def rationales(desk: Desk, number: int) -> list[str]:
    with reading(engine_of(desk)) as connection:
        assert list(verify(connection)) == []
    return [verdict.rationale for verdict in desk.claim(number).verdicts]


def test_a_server_that_was_restarted_is_reached_again(own_cluster: Cluster, settings: Settings) -> None:
    with own_cluster.database("restarted") as name:
        desk = desk_on(own_cluster, settings, name)
        number, token = taken(desk)
        with desk.watch() as watch:
            own_cluster.stop()
            with pytest.raises(DatabaseUnavailable):
                watch.wait(30)
        with pytest.raises(DatabaseUnavailable, match="does not answer"):
            desk.record(number, "false", "It never sank.", token)
        with pytest.raises(DatabaseUnavailable):
            desk.watch()
        own_cluster.start()
        with desk.watch() as watch:
            desk.record(number, "false", "It never sank.", token)
            assert watch.wait(30)
        assert rationales(desk, number) == ["It never sank."]
        desk.close()


def test_a_restart_between_two_steps_is_not_noticed(own_cluster: Cluster, settings: Settings) -> None:
    with own_cluster.database("restarted") as name:
        desk = desk_on(own_cluster, settings, name)
        number, token = taken(desk)
        own_cluster.stop()
        own_cluster.start()
        desk.record(number, "false", "It never sank.", token)
        assert rationales(desk, number) == ["It never sank."]
        desk.close()


def test_a_save_that_breaks_before_its_commit_is_not_stored_and_can_be_sent_again(desk: Desk, cluster: Cluster) -> None:
    number, token = taken(desk)

    def break_once(connection: Connection) -> None:
        cut(cluster, connection.connection.driver_connection)

    event.listen(engine_of(desk), "commit", break_once, once=True)
    with pytest.raises(DatabaseUnavailable, match="nothing of this step was stored"):
        desk.record(number, "false", "It never sank.", token)
    assert rationales(desk, number) == []
    assert desk.record(number, "false", "It never sank.", token).claim == number
    assert rationales(desk, number) == ["It never sank."]


def test_a_save_that_was_stored_before_the_connection_broke_counts(
    desk: Desk, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, token = taken(desk)
    dialect = engine_of(desk).dialect
    commit: Callable[[PoolProxiedConnection], None] = dialect.do_commit

    def break_after(connection: PoolProxiedConnection) -> None:
        monkeypatch.setattr(dialect, "do_commit", commit)
        commit(connection)
        driver = connection.driver_connection
        cut(cluster, driver)
        driver.execute("SELECT 1")  # as the answer of the commit was lost

    monkeypatch.setattr(dialect, "do_commit", break_after)
    assert desk.record(number, "false", "It never sank.", token).claim == number
    assert rationales(desk, number) == ["It never sank."]


def test_a_save_whose_end_nobody_can_tell_says_so_and_is_known_when_sent_again(
    own_cluster: Cluster, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with own_cluster.database("gone") as name:
        desk = desk_on(own_cluster, settings, name)
        number, token = taken(desk)
        dialect = engine_of(desk).dialect
        commit: Callable[[PoolProxiedConnection], None] = dialect.do_commit

        def break_after(connection: PoolProxiedConnection) -> None:
            monkeypatch.setattr(dialect, "do_commit", commit)
            commit(connection)
            own_cluster.stop()
            connection.driver_connection.execute("SELECT 1")

        monkeypatch.setattr(dialect, "do_commit", break_after)
        with pytest.raises(DatabaseUnavailable, match="can't be told yet"):
            desk.record(number, "false", "It never sank.", token)
        own_cluster.start()
        desk.record(number, "false", "It never sank.", token)
        assert rationales(desk, number) == ["It never sank."]
        desk.close()

"""A process that is killed while it makes or upgrades a database leaves the step that was there, and nothing of the next."""

import itertools
import multiprocessing
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event, inspect

from claims_db.engine import open_engine, reading
from claims_db.migrations import runner
from claims_db.migrations.runner import HEAD, migrate
from tests.claims_db.conftest import Store, new_article, new_claim
from tests.postgres_cluster import Cluster

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.claims_db.test_killed_while_upgrading", "alembic.op", "psycopg"])

_STEP = f'''
"""A later step."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{HEAD}"


def upgrade() -> None:
    op.create_table("mood", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("word", sa.Text()))
    with op.batch_alter_table("claim") as batch:
        batch.add_column(sa.Column("mood", sa.Text(), nullable=False, server_default="calm"))
        batch.alter_column("statement", new_column_name="words")
    op.execute("UPDATE claim SET mood = 'wild'")
'''


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """Give a folder of steps with one more."""
    steps = tmp_path / "steps"
    shutil.copytree(Path(runner.__file__).parent / "versions", steps / "versions")
    (steps / "versions" / "s9999_later.py").write_text(_STEP)
    return steps


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give the place of a database that was never opened."""
    if request.param == "file":
        yield str(tmp_path / "desk.sqlite3")
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    with cluster.database("upgrading") as name:
        yield cluster.url(name)


def _upgrade(place: str, steps: str, dies_at: int) -> None:
    """Upgrade a database, and die before the n-th statement or, with 0, never."""
    if steps:
        runner._STEPS, runner.HEAD = Path(steps), "9999"
    engine, left = open_engine(place), [dies_at]

    def die(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "commit"):
        event.listen(engine, name, die)
    migrate(engine)
    engine.dispose()


def upgraded(place: str, steps: str, dies_at: int) -> bool:
    """Upgrade in a process of its own; say whether it came to its end."""
    process = _CONTEXT.Process(target=_upgrade, args=(place, steps, dies_at))
    process.start()
    process.join()
    assert process.exitcode in {0, -signal.SIGKILL}
    return process.exitcode == 0


def step(place: str) -> str | None:
    """Give the step that a database is at; None where it has no tables at all."""
    engine = open_engine(place)
    with reading(engine) as connection:
        tables = inspect(connection).get_table_names()
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if tables else None
    engine.dispose()
    return found


def test_a_database_that_was_half_made_is_made_at_the_next_attempt(place: str) -> None:
    for dies_at in itertools.count(1, 11):
        if upgraded(place, "", dies_at):
            break
        assert step(place) is None
    assert dies_at > 50
    assert step(place) == HEAD


def test_an_upgrade_that_was_killed_half_way_leaves_the_old_step_with_all_its_rows(place: str, later: Path) -> None:
    engine = open_engine(place)
    migrate(engine)
    store = Store(engine)
    store.join("ana")
    store.add_article(new_article(), [new_claim(claimer="Inga"), new_claim()])
    store.take_next()
    store.record(1)
    entries = store.count("journal")
    engine.dispose()
    for dies_at in itertools.count(1, 3):
        if upgraded(place, str(later), dies_at):
            break
        assert step(place) == HEAD
        assert store.findings() == []
        assert store.count("journal") == entries
        engine.dispose()
    assert dies_at > 5
    assert step(place) == "9999"
    with engine.connect() as connection:
        assert set(connection.exec_driver_sql("SELECT mood FROM claim").scalars()) == {"wild"}
        assert connection.exec_driver_sql("SELECT count(words) FROM claim").scalar() == 2
    assert store.count("journal") == entries
    engine.dispose()

"""Bring a database to the tables of this version: make them, upgrade older ones, refuse newer ones.

Alembic is imported only when there is something to do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from claims_db.engine import answering, location, reading
from claims_db.errors import DatabaseDamaged, NewerDatabase
from claims_db.server.ownership import become_owner, check_server, is_team
from claims_db.server.team import grant_rights
from claims_db.sqlite import APPLICATION_ID

HEAD = "0025"
"""The newest step."""

_STEPS = Path(__file__).parent


def migrate(engine: Engine) -> None:
    """Bring the database to this version's tables, in one transaction.

    Raises:
        NewerDatabase: it was written by a newer version of the program.
        DatabaseDamaged: it belongs to another program, or its rows do not fit together.
        DatabaseUnavailable: it can't be opened or written.

    """
    with reading(engine) as connection:
        current = _revision(connection, engine)
    if current != HEAD:
        _upgrade(engine, current)


def step(engine: Engine) -> str | None:
    """Give the step that a database is at, None for an empty one.

    Raises:
        NewerDatabase: it was written by a newer version of the program.
        DatabaseDamaged: it belongs to another program.
        DatabaseUnavailable: it can't be read.

    """
    with reading(engine) as connection:
        current = _revision(connection, engine)
    if current not in {None, HEAD} and not list((_STEPS / "versions").glob(f"s{current}_*.py")):
        raise _newer(engine)
    return current


def _newer(engine: Engine) -> NewerDatabase:
    return NewerDatabase(
        f"{location(engine)} was written by a newer version of the program.",
        "Upgrade: pip install -U claim-workbench",
    )


def _revision(connection: Connection, engine: Engine) -> str | None:
    """Give the step the database is at, or None for an empty one."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if _ours(connection, tables):
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    raise DatabaseDamaged(
        f"{location(engine)} is a database of another program.", "Give the path of a desk, or of a new file."
    )


def _ours(connection: Connection, tables: list[str]) -> bool:
    if connection.dialect.name == "sqlite":
        owner = connection.exec_driver_sql("PRAGMA application_id").scalar()
        return owner == APPLICATION_ID and "alembic_version" in tables
    return {"alembic_version", "desk", "journal"} <= set(tables)


def _upgrade(engine: Engine, current: str | None) -> None:
    from alembic.config import Config  # noqa: PLC0415 - costs as much to import as the ORM
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    steps = ScriptDirectory.from_config(config)
    known = {step.revision for step in steps.walk_revisions()}
    if current is not None and current not in known:
        raise _newer(engine)
    with (
        answering(engine),
        _alone(engine) as connection,
        EnvironmentContext(config, steps, fn=lambda revision, _: steps._upgrade_revs("head", revision)) as environment,  # noqa: SLF001
    ):
        environment.configure(connection=connection, transactional_ddl=True, render_as_batch=True)
        environment.run_migrations()


@contextmanager
def _alone(engine: Engine) -> Iterator[Connection]:
    """Give a transaction that no other process upgrades beside, and that may rebuild tables."""
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            with connection.begin():
                check_server(connection)
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": APPLICATION_ID})
                become_owner(connection)
                yield connection
                if is_team(connection):
                    grant_rights(connection)
            return
        # SQLite rebuilds a table by dropping the old one, which foreign keys forbid; the switch has no
        # effect inside a transaction. Whether all keys still fit is asked before the end.
        _switch_foreign_keys(connection, "OFF")
        try:
            with connection.begin():
                yield connection
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise DatabaseDamaged(
                        f"{location(engine)} can't be upgraded: rows point to rows that are not there.",
                        "Nothing was changed; go on with the latest backup.",
                    )
                connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        finally:
            _switch_foreign_keys(connection, "ON")


def _switch_foreign_keys(connection: Connection, way: str) -> None:
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA foreign_keys={way}")
    cursor.close()

"""Bring a database to the tables of this version: make them, upgrade older ones, refuse newer ones.

Alembic is imported only when there is something to do.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from claims_db.engine import APPLICATION_ID, answering, location, reading
from claims_db.errors import DatabaseDamaged, NewerDatabase

HEAD = "0001"
"""The newest step."""

_STEPS = Path(__file__).parent


def migrate(engine: Engine) -> None:
    """Bring the database to this version's tables, in one transaction.

    Raises:
        NewerDatabase: it was written by a newer version of the program.
        DatabaseDamaged: it belongs to another program.
        DatabaseUnavailable: it can't be opened or written.

    """
    with reading(engine) as connection:
        current = _revision(connection, engine)
    if current != HEAD:
        _upgrade(engine, current)


def _revision(connection: Connection, engine: Engine) -> str | None:
    """Give the step the database is at, or None for an empty one."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    if tables:
        raise DatabaseDamaged(
            f"{location(engine)} is a database of another program.", "Give the path of a desk, or of a new file."
        )
    return None


def _upgrade(engine: Engine, current: str | None) -> None:
    from alembic.config import Config  # noqa: PLC0415 - costs as much to import as the ORM
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    steps = ScriptDirectory.from_config(config)
    known = {step.revision for step in steps.walk_revisions()}
    if current is not None and current not in known:
        raise NewerDatabase(
            f"{location(engine)} was written by a newer version of the program.",
            "Upgrade: pip install -U claim-workbench",
        )
    with (
        answering(engine),
        engine.begin() as connection,
        EnvironmentContext(config, steps, fn=lambda revision, _: steps._upgrade_revs("head", revision)) as environment,  # noqa: SLF001
    ):
        environment.configure(connection=connection, transactional_ddl=True, render_as_batch=True)
        environment.run_migrations()
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")

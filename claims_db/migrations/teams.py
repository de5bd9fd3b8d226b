"""Set a desk on a server up for a team, or bring one that was to the tables and rights of this version."""

from sqlalchemy import Engine

from claims_db.engine import answering
from claims_db.errors import DatabaseUnavailable
from claims_db.migrations.runner import migrate
from claims_db.server.ownership import become_owner, check_server
from claims_db.server.team import grant_rights, prepare


def set_up(engine: Engine) -> None:
    """Make roles, tables and rights; doing it again changes nothing but what is older.

    Raises:
        DatabaseUnavailable: the database is a file, or the login does not own it or may not make roles.

    """
    if engine.dialect.name != "postgresql":
        raise DatabaseUnavailable(
            "A team needs a PostgreSQL server; a file has no logins.",
            "Name a desk on a server with --database postgresql://…",
        )
    with answering(engine), engine.begin() as connection:
        check_server(connection)
        prepare(connection)
    migrate(engine)
    with answering(engine), engine.begin() as connection:
        become_owner(connection)
        grant_rights(connection)

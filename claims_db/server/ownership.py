"""Who owns the tables of a desk on a server: a role that nobody of the team is a member of."""

from sqlalchemy import Connection, text

from claims_db.errors import DatabaseUnavailable
from claims_db.server.names import owner, quoted
from claims_db.server.running import run
from claims_db.tables import METADATA

OLDEST = 130_000
"""The oldest server, PostgreSQL 13, as the server counts its versions."""

_GIVEN = text(
    "SELECT 1 FROM pg_namespace n CROSS JOIN aclexplode(n.nspacl) a JOIN pg_roles r ON r.oid = a.grantee "
    "WHERE n.nspname = 'public' AND r.rolname = :name AND a.privilege_type = 'CREATE'"
)
_MEMBER = text("SELECT pg_has_role(session_user, :name, 'MEMBER')")
_TABLES_OWNER = text("SELECT tableowner FROM pg_tables WHERE schemaname = 'public' AND tablename = 'journal'")


def database(connection: Connection) -> str:
    """Name the database."""
    return str(connection.execute(text("SELECT current_database()")).scalar_one())


def check_server(connection: Connection) -> None:
    """Refuse a server or database that can't hold a desk.

    Raises:
        DatabaseUnavailable: the server is too old, or the database is not in UTF-8.

    """
    version = int(connection.execute(text("SHOW server_version_num")).scalar_one())
    if version < OLDEST:
        raise DatabaseUnavailable(
            f"The server is PostgreSQL {version // 10_000}.", f"A desk needs PostgreSQL {OLDEST // 10_000} or newer."
        )
    encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    if encoding != "UTF8":
        raise DatabaseUnavailable(
            f"The database {database(connection)} stores texts as {encoding}.",
            "Make one for the desk with: createdb --template template0 --encoding UTF8 NAME",
        )


def is_team(connection: Connection) -> bool:
    """Say whether the database was set up for a team.

    Roles outlive the database they were made for, so the owner's role alone says nothing about another database of
    the same name; what tells is that this one lets it make tables.
    """
    return connection.execute(_GIVEN, {"name": owner(database(connection))}).scalar() is not None


def owns_tables(connection: Connection) -> bool:
    """Say whether the connected login may change the tables: who owns them, or nobody made them yet."""
    held = _owner(connection)
    return held is None or bool(connection.execute(_MEMBER, {"name": held}).scalar())


def become_owner(connection: Connection) -> None:
    """Go on as the tables' owner until the end of the transaction.

    Raises:
        DatabaseUnavailable: the connected login is no member of the owner's role.

    """
    held = _owner(connection)
    if held is None:
        return
    if not connection.execute(_MEMBER, {"name": held}).scalar():
        raise DatabaseUnavailable(
            f"The tables of the database {database(connection)} are not those of this version of the program.",
            "An admin who owns the database has to run 'workbench team init' with the newest version.",
        )
    run(connection, f"SET LOCAL ROLE {quoted(held)}")


def give_to_owner(connection: Connection) -> None:
    """Give every table and function of the desk that is there to its owner role."""
    name = quoted(owner(database(connection)))
    for table in sorted({*METADATA.tables, "alembic_version"}):
        run(connection, f"ALTER TABLE IF EXISTS public.{quoted(table)} OWNER TO {name}")
    functions = connection.execute(
        text(
            "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE n.nspname = 'public' AND NOT EXISTS "
            "(SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')"
        )
    )
    for function in functions.scalars().all():
        run(connection, f"ALTER FUNCTION {function} OWNER TO {name}")


def _owner(connection: Connection) -> str | None:
    held = connection.execute(_TABLES_OWNER).scalar()
    if held is not None:
        return str(held)
    return owner(database(connection)) if is_team(connection) else None

"""Set a desk on a server up for a team: database roles, who is in them, and what they may do."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

from claims_db.errors import DatabaseUnavailable, StoreError
from claims_db.server.names import group, literal, owner, quoted
from claims_db.server.ownership import database, give_to_owner, is_team
from claims_db.server.rights import statements
from claims_db.server.running import run, run_all
from claims_db.vocabulary import Role

_LOGIN = text("SELECT session_user")
_ROLE = text("SELECT 1 FROM pg_roles WHERE rolname = :name")
_OWNS_DATABASE = text("SELECT pg_has_role(session_user, datdba, 'MEMBER') FROM pg_database WHERE datname = :name")
_MAY_MAKE_ROLES = text("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = session_user")
_OPEN_SCHEMA = text("SELECT has_schema_privilege('public', 'public', 'CREATE')")


def prepare(connection: Connection) -> None:
    """Make the roles of the database where they are missing, and give its tables to their owner.

    Raises:
        DatabaseUnavailable: the connected login does not own the database, or may not make roles.

    """
    name = database(connection)
    if not connection.execute(_OWNS_DATABASE, {"name": name}).scalar():
        raise DatabaseUnavailable(
            f"You do not own the database {name}.", "Connect as its owner or as a superuser of the server."
        )
    if not connection.execute(_ROLE, {"name": owner(name)}).scalar():
        _check_may_make_roles(connection)
        run(connection, *_roles(name))
    elif not is_team(connection):
        # The server had another database of this name: its people are not those of this one.
        _forget_members(connection, name)
    held, reviewer = quoted(owner(name)), quoted(group(name, Role.REVIEWER))
    run(
        connection,
        f"GRANT {held} TO {quoted(str(connection.execute(_LOGIN).scalar_one()))}",
        f"GRANT USAGE, CREATE ON SCHEMA public TO {held}",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        f"REVOKE ALL ON DATABASE {quoted(name)} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {quoted(name)} TO {reviewer}, {held}",
        f"GRANT USAGE ON SCHEMA public TO {reviewer}",
    )
    if connection.execute(_OPEN_SCHEMA).scalar():
        raise DatabaseUnavailable(
            "Everybody may make tables and functions in this database.",
            "Let a superuser run: REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        )
    give_to_owner(connection)


def grant_rights(connection: Connection) -> None:
    """Grant to each role what it may do, and take the rest away; runs as the tables' owner."""
    name = database(connection)
    run_all(connection, (*statements(name), *_functions(name)))


def make_login(connection: Connection, name: str, password: str) -> None:
    """Make a login where the server has none of this name, or set its password where one is given.

    The password leaves this machine only as the server keeps it.

    Raises:
        StoreError: the connected login may not make others.

    """
    known = connection.execute(_ROLE, {"name": name}).scalar() is not None
    if known and not password:
        return
    if not known and not connection.execute(_MAY_MAKE_ROLES).scalar():
        raise StoreError(
            f"The server has no login {name!r}, and yours may not make one.",
            "Let the administrator of the server make it (createuser), then do this again.",
        )
    kept = f" PASSWORD {literal(_verifier(connection, name, password))}" if password else ""
    run(connection, f"{'ALTER' if known else 'CREATE'} ROLE {quoted(name)} LOGIN{kept}")


def admit(connection: Connection, name: str, role: Role) -> None:
    """Make a login a member of the group of its role, and of no other."""
    connection.execute(text("SELECT team_admit(:login, :role)"), {"login": name, "role": role.value})


def dismiss(connection: Connection, name: str) -> None:
    """Take a login out of every group of the desk; the login itself stays on the server."""
    if connection.execute(_ROLE, {"name": name}).scalar() is not None:
        connection.execute(text("SELECT team_admit(:login, '')"), {"login": name})


def _check_may_make_roles(connection: Connection) -> None:
    if not connection.execute(_MAY_MAKE_ROLES).scalar():
        raise DatabaseUnavailable(
            "Your login may not make roles, which a team needs.",
            "Connect as a superuser, or let one run: ALTER ROLE … CREATEROLE",
        )


def _forget_members(connection: Connection, name: str) -> None:
    own = [owner(name), *(group(name, role) for role in Role)]
    members = connection.execute(
        text(
            "SELECT g.rolname, m.rolname FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid "
            "JOIN pg_roles m ON m.oid = a.member WHERE g.rolname = ANY(:own) AND m.rolname <> ALL(:own)"
        ),
        {"own": own},
    ).all()
    run(connection, *(f"REVOKE {quoted(held)} FROM {quoted(member)}" for held, member in members))


def _verifier(connection: Connection, name: str, password: str) -> str:
    driver: Any = connection.connection.driver_connection
    return bytes(driver.pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256")).decode()


def _roles(name: str) -> Iterator[str]:
    held, (reviewer, editor, admin) = quoted(owner(name)), (quoted(group(name, role)) for role in Role)
    for role in (held, reviewer, editor, admin):
        yield f"CREATE ROLE {role} NOLOGIN"
    yield f"GRANT {reviewer} TO {editor}"
    yield f"GRANT {editor} TO {admin}"
    yield f"GRANT {reviewer}, {editor}, {admin} TO {held} WITH ADMIN OPTION"


def _functions(name: str) -> Iterator[str]:
    """Let admins change who is in a group, though they own none: the function asks who is connected."""
    groups = ", ".join(literal(group(name, role)) for role in Role)
    chosen = " ".join(f"WHEN {literal(role.value)} THEN {literal(group(name, role))}" for role in Role)
    yield (
        "CREATE OR REPLACE FUNCTION team_admit(member text, role text) RETURNS void LANGUAGE plpgsql VOLATILE "
        "SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ "
        "DECLARE one text; wanted text := CASE role " + chosen + " END; "
        "BEGIN "
        "IF coalesce(public.current_reviewer_role(), '') <> 'admin' THEN "
        "RAISE EXCEPTION 'only an admin changes the team' USING ERRCODE = 'insufficient_privilege'; END IF; "
        f"FOREACH one IN ARRAY ARRAY[{groups}] LOOP "
        "IF one IS DISTINCT FROM wanted AND pg_has_role(member, one, 'MEMBER') THEN "
        "EXECUTE format('REVOKE %I FROM %I', one, member); END IF; END LOOP; "
        "IF wanted IS NOT NULL THEN EXECUTE format('GRANT %I TO %I', wanted, member); END IF; "
        "END $$"
    )
    yield "REVOKE ALL ON FUNCTION team_admit(text, text) FROM PUBLIC"
    yield f"GRANT EXECUTE ON FUNCTION team_admit(text, text) TO {quoted(group(name, Role.ADMIN))}"

"""Who is connected to a server: the person of the desk whose login it is."""

from sqlalchemy import Connection, select, text

from claims_db.errors import NotAllowed
from claims_db.rows import ReviewerRow
from claims_db.server.ownership import owns_tables
from claims_db.tables import METADATA

_REVIEWER = METADATA.tables["reviewer"].c
_PRESENT = _REVIEWER.left_at.is_(None)


def connected(connection: Connection) -> ReviewerRow | None:
    """Give the person who is connected, None at a desk that nobody has opened yet.

    Raises:
        NotAllowed: the login is nobody's at this desk.

    """
    name = login(connection)
    person = (_REVIEWER.public_id, _REVIEWER.name, _REVIEWER.role, _REVIEWER.login, _REVIEWER.left_at)
    row = connection.execute(select(*person).where(_REVIEWER.login == name, _PRESENT)).first()
    if row is not None:
        return ReviewerRow(*row)
    if owns_tables(connection) and connection.execute(select(_REVIEWER.id).limit(1)).first() is None:
        return None
    raise NotAllowed(
        f"The login {name!r} is nobody's at this desk.",
        f"Ask an admin of the desk to run 'workbench team add NAME --login {name}'.",
    )


def has_admin(connection: Connection) -> bool:
    """Say whether an admin of the desk can log in."""
    admins = select(_REVIEWER.id).where(
        _REVIEWER.role == "admin", _PRESENT, _REVIEWER.login.in_(text("(SELECT rolname FROM pg_roles)"))
    )
    return connection.execute(admins.limit(1)).first() is not None


def login(connection: Connection) -> str:
    """Name the login of the session; SET ROLE does not change it."""
    return str(connection.execute(text("SELECT session_user")).scalar_one())

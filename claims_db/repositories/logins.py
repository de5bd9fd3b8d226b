"""The logins of people on a server; a file has none, and these verbs do nothing there."""

from sqlalchemy import Connection

from claims_db.repositories.writing import Writing
from claims_db.server import team
from claims_db.server.ownership import is_team
from claims_db.vocabulary import Role


class Logins:
    """Writes of who may connect, and as what."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def make(self, login: str, password: str) -> None:
        """Make a login where the server has none of this name, or set its password where one is given.

        Raises:
            StoreError: the login of who writes may not make others.

        """
        if connection := self._server():
            team.make_login(connection, login, password)

    def admit(self, login: str, role: Role) -> None:
        """Let a login do what its role may."""
        if connection := self._server():
            team.admit(connection, login, role)

    def dismiss(self, login: str) -> None:
        """Let a login do nothing at this desk any more."""
        if connection := self._server():
            team.dismiss(connection, login)

    def _server(self) -> Connection | None:
        connection = self._writing.session.connection()
        return connection if connection.dialect.name == "postgresql" and is_team(connection) else None

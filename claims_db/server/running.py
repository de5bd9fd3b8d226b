"""Run a statement that takes no parameters, as it stands: no sign in it means anything but to the server."""

from collections.abc import Iterable

from sqlalchemy import Connection

_AS_IT_STANDS = {"no_parameters": True}


def run(connection: Connection, *statements: str) -> None:
    """Run statements one after the other."""
    for statement in statements:
        connection.exec_driver_sql(statement, execution_options=_AS_IT_STANDS)


def run_all(connection: Connection, statements: Iterable[str]) -> None:
    """Run many statements in one go."""
    run(connection, ";\n".join(statements))

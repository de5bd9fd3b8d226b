"""Let a file forget what was erased from it."""

import sqlite3

from sqlalchemy import Engine

from claims_db.engine import answering


def forget(engine: Engine) -> bool:
    """Write a file anew without the free room in which erased words stand on, and empty its log of changes.

    Say whether that was possible: who reads or writes at the same time holds it up. A server sees to its own files.
    """
    if engine.dialect.name != "sqlite":
        return True
    with answering(engine):
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("VACUUM")
            return not cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError:
            return False
        finally:
            connection.close()

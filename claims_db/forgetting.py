"""Let a file forget what was erased from it."""

from sqlalchemy import Engine

from claims_db.engine import answering


def forget(engine: Engine) -> bool:
    """Empty the log of changes beside a file, in which erased words stand on; say whether that was possible.

    Who reads at the same time holds it up; a server sees to its own files.
    """
    if engine.dialect.name != "sqlite":
        return True
    with answering(engine):
        raw = engine.raw_connection()
        try:
            busy = raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            raw.close()
    return not busy

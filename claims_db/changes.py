"""Has anyone else written?"""

from sqlalchemy import Connection

from claims_db.journal.chain import head


def change_number(connection: Connection) -> int:
    """Give the journal's last sequence: it grows with every change, by whomever."""
    return head(connection).sequence

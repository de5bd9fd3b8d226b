"""Reads about the condition of a database."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select, text

from claims_db.rows.condition import JournalTimes, ServerRow
from claims_db.views.columns import CLAIM, JOURNAL, REVIEWER, T
from claims_db.vocabulary import ClaimState


def journal_times(connection: Connection) -> JournalTimes | None:
    """Say whether the journal's instants are in order; None for an empty journal."""
    last = connection.execute(select(JOURNAL.at).order_by(JOURNAL.sequence.desc()).limit(1)).scalar()
    if last is None:
        return None
    before = func.lag(JOURNAL.at).over(order_by=JOURNAL.sequence).label("before")
    steps = select(JOURNAL.sequence, JOURNAL.at, before).subquery()
    backwards, first = connection.execute(
        select(func.count(), func.min(steps.c.sequence)).where(steps.c.at < steps.c.before)
    ).one()
    return JournalTimes(last, backwards, first)


def people(connection: Connection) -> int:
    """Count the reviewers."""
    return int(connection.execute(select(func.count()).select_from(T["reviewer"])).scalar_one())


def reviewer_key(connection: Connection, name: str) -> str:
    """Give the public id of a reviewer, empty where there is none of this name."""
    return str(connection.execute(select(REVIEWER.public_id).where(REVIEWER.name == name)).scalar() or "")


def states(connection: Connection, numbers: Sequence[int]) -> dict[int, ClaimState]:
    """Give the states of claims; a number that is not there is left out."""
    found: dict[int, ClaimState] = {}
    for start in range(0, len(numbers), 500):
        rows = connection.execute(
            select(CLAIM.number, CLAIM.state).where(CLAIM.number.in_(numbers[start : start + 500]))
        )
        found.update((number, state) for number, state in rows)
    return found


def server(connection: Connection) -> ServerRow:
    """Say what a PostgreSQL server is like, and who this login is to it."""
    row = connection.execute(
        text(
            "SELECT current_setting('server_version'), current_setting('server_encoding'), current_setting('TimeZone'),"
            " session_user, ARRAY(SELECT rolname::text FROM pg_roles WHERE pg_has_role(session_user, oid, 'member')"
            " AND rolname <> session_user ORDER BY rolname)"
        )
    ).one()
    return ServerRow(str(row[0]), str(row[1]), str(row[2]), str(row[3]), tuple(row[4]))

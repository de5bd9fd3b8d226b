"""Compare every live row with its last image in the journal."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from claims_db.journal.chain import broken_entries
from claims_db.journal.images import image
from claims_db.journal.recorder import Recorder
from claims_db.tables import METADATA, RECORDS, Record

_JOURNAL = METADATA.tables["journal"].c


class Finding(NamedTuple):
    """Something that does not fit: an entry of the journal or a live row."""

    where: str
    what: str


def verify(connection: Connection) -> Iterator[Finding]:
    """Name every entry whose hash does not fit, and every live row that is not as its last image says."""
    for broken in broken_entries(connection):
        yield Finding(f"journal entry {broken.sequence}", broken.reason)
    session = Session(connection)
    recorder = Recorder(session)
    for kind in RECORDS.values():
        yield from _rows(session, recorder, kind)


def _rows(session: Session, recorder: Recorder, kind: type[Record]) -> Iterator[Finding]:
    entity = str(kind.__tablename__)
    last = select(func.max(_JOURNAL.sequence)).where(_JOURNAL.entity == entity).group_by(_JOURNAL.public_id)
    rows = session.execute(select(_JOURNAL.public_id, _JOURNAL.after).where(_JOURNAL.sequence.in_(last)))
    images: dict[str, bytes | None] = {row[0]: row[1] for row in rows}
    for row in session.scalars(select(kind).execution_options(yield_per=500)):
        expected = images.pop(row.public_id, None)
        if expected is None:
            yield Finding(f"{entity} {row.public_id}", "the journal does not know it")
        elif image(row, recorder.public_id) != expected:
            yield Finding(f"{entity} {row.public_id}", "it was changed behind the journal's back")
    for public_id, after in images.items():
        if after is not None:
            yield Finding(f"{entity} {public_id}", "it was removed behind the journal's back")

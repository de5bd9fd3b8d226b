"""Notice every change that a session writes, so that no verb can forget the journal."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import Session

from claims_db.journal.chain import Change
from claims_db.journal.images import entity_of, image, image_before, image_of
from claims_db.tables import METADATA, Claim, Record


class Touched(NamedTuple):
    """A row that the session wrote, and its image before."""

    row: Record
    before: bytes | None
    deleted: bool


class Recorder:
    """Follows one session; gives one change for each row that differs at the end."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._touched: dict[int, Touched] = {}
        self._inserted: list[Change] = []
        self._public_ids: dict[tuple[str, int], str] = {}
        event.listen(session, "before_flush", self._notice)

    def changes(self) -> list[Change]:
        """Give the changes: those of single rows as they were first touched, then the rows of bulk inserts."""
        found = []
        for row, before, deleted in self._touched.values():
            after = None if deleted else image(row, self.public_id)
            if before != after:
                found.append(Change(entity_of(row), row.public_id, self._claim(row), before, after))
        return [*found, *self._inserted]

    def cut(self) -> list[Change]:
        """Give the changes so far; what comes is another deed's."""
        found = self.changes()
        self._touched, self._inserted = {}, []
        return found

    def inserted(self, entity: str, values: Mapping[str, object]) -> None:
        """Take notice of a row that was inserted past the session, with all its column values."""
        public_id = str(values["public_id"])
        claim_key = values.get("claim_id")
        claim = (
            public_id if entity == "claim" else self.public_id("claim", claim_key) if isinstance(claim_key, int) else ""
        )
        salt = values.get("salt") if values.get("confidential") else None
        after = image_of(entity, values, self.public_id, salt if isinstance(salt, bytes) else None)
        self._inserted.append(Change(entity, public_id, claim, None, after))

    def removed(self, row: Record) -> None:
        """Take notice of a row that is removed past the session; the session forgets it."""
        known = self._touched.get(id(row))
        before = known.before if known else image(row, self.public_id)
        self._touched[id(row)] = Touched(row, before, deleted=True)
        self._session.expunge(row)

    def learn(self, entity: str, key: int, public_id: str) -> None:
        """Remember a row's public id, to look it up no more."""
        self._public_ids[entity, key] = public_id

    def public_id(self, entity: str, key: int) -> str:
        """Give the public id of a row that another row points to."""
        known = self._public_ids.get((entity, key))
        if known is None:
            table = METADATA.tables[entity]
            known = self._session.execute(select(table.c.public_id).where(table.c.id == key)).scalar_one()
            self._public_ids[entity, key] = known
        return known

    def _notice(self, session: Session, _context: object, _instances: object) -> None:
        new = sorted((row for row in session.new if isinstance(row, Record)), key=_insert_order)
        for row in new:
            self._touched.setdefault(id(row), Touched(row, None, deleted=False))
        for row in sorted((row for row in session.dirty if isinstance(row, Record)), key=_claims_first):
            if id(row) not in self._touched:
                self._touched[id(row)] = Touched(row, image_before(row, self.public_id), deleted=False)
        for row in session.deleted:
            if isinstance(row, Record):
                known = self._touched.get(id(row))
                before = known.before if known else image_before(row, self.public_id)
                self._touched[id(row)] = Touched(row, before, deleted=True)

    def _claim(self, row: Record) -> str:
        if isinstance(row, Claim):
            return row.public_id
        key = getattr(row, "claim_id", None)
        return self.public_id("claim", key) if key is not None else ""


def _claims_first(row: Record) -> tuple[bool, str, int]:
    """Order changed rows always alike; what happened to a claim is told by its own row first."""
    return not isinstance(row, Claim), str(row.__tablename__), row.id or 0


def _insert_order(row: Record) -> int:
    return int(inspect(row).insert_order or 0)

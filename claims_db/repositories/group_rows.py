"""The live rows that a group of the journal is about, read together: a group can hold very many."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select

from claims_db.journal.chain import Change
from claims_db.repositories.writing import Writing, key, parts
from claims_db.tables import METADATA, RECORDS, Claim, Record


class GroupRows:
    """Rows by table and public id, as they were when the group was begun with, and the keys of what they point to."""

    def __init__(self, writing: Writing, changes: Iterable[Change]) -> None:
        self._writing = writing
        self._rows: dict[tuple[str, str], Record] = {}
        self._keys: dict[tuple[str, str], int] = {}
        wanted: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for change in changes:
            wanted[change.entity][change.public_id] = None
            if change.claim:
                wanted["claim"][change.claim] = None
        for entity, public_ids in wanted.items():
            self._read(entity, list(public_ids))

    def get(self, entity: str, public_id: str) -> Record | None:
        """Give a row, None where it is not there."""
        return self._rows.get((entity, public_id))

    def put(self, row: Record) -> None:
        """Take in a row that is there again."""
        self._rows[str(row.__tablename__), row.public_id] = row

    def drop(self, entity: str, public_id: str) -> None:
        """Forget a row that is there no more."""
        self._rows.pop((entity, public_id), None)

    def claim(self, public_id: str) -> Claim | None:
        """Give a claim, None where it is not there."""
        row = self.get("claim", public_id)
        return row if isinstance(row, Claim) else None

    def key(self, entity: str, public_id: str) -> int:
        """Give the local key of a row that another one points to."""
        known = self._keys.get((entity, public_id))
        if known is None:
            table = METADATA.tables[entity].c
            query = select(table.id).where(table.public_id == public_id)
            known = self._keys[entity, public_id] = int(self._writing.session.execute(query).scalar_one())
        return known

    def _read(self, entity: str, public_ids: list[str]) -> None:
        column = METADATA.tables[entity].c.public_id
        for some in parts(public_ids):
            for row in self._writing.session.scalars(select(RECORDS[entity]).where(column.in_(some))):
                self._rows[entity, row.public_id] = row
                self._keys[entity, row.public_id] = key(row)
                self._writing.recorder.learn(entity, key(row), row.public_id)

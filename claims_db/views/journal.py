"""Reads of the journal for people: the entries in order, and what one of them changed, by names."""

import json
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from claims_db.journal.chain import head
from claims_db.journal.images import fields
from claims_db.journal.versions import up_to_date
from claims_db.rows import JournalField, JournalFilter, JournalRow, JournalSheet
from claims_db.tables import METADATA
from claims_db.views.columns import CLAIM, JOURNAL, KEPT_BACK, REVIEWER, T
from claims_db.vocabulary import Action

_PAGE = 400
_BLIND = frozenset({"verdict", "comment", "mention"})
"""What tells of a verdict that a viewer must not know yet."""

_REFERENCES = {"claim": "C-", "article": "A-", "evidence": "E-"}
_UNREADABLE = (AttributeError, KeyError, IndexError, TypeError, ValueError, RecursionError)
Image = Mapping[str, Any]


def journal_numbers(connection: Connection, wanted: JournalFilter) -> Sequence[int]:
    """Give the sequences of the entries that a filter lets through, the newest first."""
    if wanted == JournalFilter():
        # The chain has no gaps, so that nothing has to be read; an entry that is not to be seen gives no row later.
        return range(head(connection).sequence, 0, -1)
    query = select(JOURNAL.sequence).where(*_conditions(connection, wanted)).order_by(JOURNAL.sequence.desc())
    found = array("q")
    cursor = connection.execute(query).cursor
    if cursor is not None:
        found.extend(map(itemgetter(0), cursor.fetchall()))
    return found


def journal_rows(connection: Connection, sequences: Sequence[int], viewer: str) -> tuple[JournalRow, ...]:
    """Give entries in the order asked; one that is not there is left out."""
    found: dict[int, JournalRow] = {}
    for start in range(0, len(sequences), _PAGE):
        rows = _stored(connection, sequences[start : start + _PAGE])
        claims = _claims(connection, {row.claim for row in rows if row.claim}, viewer)
        found.update((row.sequence, _journal_row(row, claims, viewer)) for row in rows)
    return tuple(found[sequence] for sequence in sequences if sequence in found)


def journal_entry(connection: Connection, sequence: int, viewer: str) -> JournalSheet | None:
    """Give one entry with what stood before and after, or None where there is none to be seen."""
    stored = next(iter(_stored(connection, [sequence])), None)
    if stored is None:
        return None
    claims = _claims(connection, {stored.claim}, viewer)
    row = _journal_row(stored, claims, viewer)
    before, after = _image(stored, stored.before), _image(stored, stored.after)
    readable = (before is None) is (stored.before is None) and (after is None) is (stored.after is None)
    return JournalSheet(row, () if row.kept_back else _fields(connection, row, before or {}, after or {}), readable)


def _conditions(connection: Connection, wanted: JournalFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.people:
        public_ids = connection.execute(select(REVIEWER.public_id).where(REVIEWER.name.in_(wanted.people))).scalars()
        found.append(JOURNAL.actor.in_(public_ids.all()))
    if wanted.claims:
        public_ids = connection.execute(select(CLAIM.public_id).where(CLAIM.number.in_(wanted.claims))).scalars()
        found.append(JOURNAL.claim.in_(public_ids.all()))
    if wanted.actions:
        found.append(JOURNAL.action.in_(wanted.actions))
    if wanted.since is not None:
        found.append(JOURNAL.at >= wanted.since)
    if wanted.until is not None:
        found.append(JOURNAL.at < wanted.until)
    return found


def _stored(connection: Connection, sequences: Sequence[int]) -> list[Row[Any]]:
    query = (
        select(
            JOURNAL.sequence,
            JOURNAL.at,
            JOURNAL.actor,
            REVIEWER.name,
            JOURNAL.action,
            JOURNAL.group_id,
            JOURNAL.entity,
            JOURNAL.claim,
            JOURNAL.payload_version,
            JOURNAL.before,
            JOURNAL.after,
        )
        .outerjoin(T["reviewer"], REVIEWER.public_id == JOURNAL.actor)
        .where(JOURNAL.sequence.in_(sequences))
    )
    return [*connection.execute(query)]


def _claims(connection: Connection, public_ids: set[str], viewer: str) -> dict[str, tuple[int, bool]]:
    """Give the numbers of claims, and whether their first verdict must not be known to the viewer."""
    rows = connection.execute(
        select(CLAIM.public_id, CLAIM.number, KEPT_BACK).where(CLAIM.public_id.in_(public_ids)), {"viewer": viewer}
    )
    return {public_id: (number, bool(hidden)) for public_id, number, hidden in rows}


def _journal_row(stored: Row[Any], claims: Mapping[str, tuple[int, bool]], viewer: str) -> JournalRow:
    number, hidden = claims.get(stored.claim, (None, False))
    before, after = _image(stored, stored.before), _image(stored, stored.after)
    changed = [] if before is None or after is None else [name for name in after if before.get(name) != after[name]]
    kept_back = hidden and stored.entity in _BLIND and stored.actor != viewer
    return JournalRow(
        stored.sequence,
        stored.at,
        stored.name or "",
        Action(stored.action),
        stored.group_id,
        stored.entity,
        number,
        stored.before is not None,
        stored.after is not None,
        () if kept_back else tuple(changed),
        kept_back,
    )


def _image(stored: Row[Any], image: bytes | None) -> Image | None:
    try:
        today = up_to_date(stored.entity, stored.payload_version, image)
        found = json.loads(today) if today is not None else None
    except _UNREADABLE:
        return None
    return found if isinstance(found, dict) else None


def _fields(connection: Connection, row: JournalRow, before: Image, after: Image) -> tuple[JournalField, ...]:
    known = METADATA.tables.get(row.entity)
    targets = {} if known is None else {one.name: one.target for one in fields(row.entity) if one.target}
    asked: defaultdict[str, set[str]] = defaultdict(set)
    for name, target in targets.items():
        asked[target] |= {str(image[name]) for image in (before, after) if image.get(name) is not None}
    names = {target: _names(connection, target, public_ids) for target, public_ids in asked.items() if public_ids}

    def told(name: str, image: Image) -> Any:  # noqa: ANN401 - whatever stands in the image
        value = image.get(name)
        if isinstance(value, list):
            return tuple(value)
        if isinstance(value, float | dict):
            return json.dumps(value)
        return names.get(targets.get(name, ""), {}).get(str(value), value)

    every = dict.fromkeys(chain(before, after))
    return tuple(JournalField(name, told(name, before), told(name, after)) for name in every if name != "public_id")


def _names(connection: Connection, table: str, public_ids: set[str]) -> dict[str, str]:
    """Say what people call rows; what is confidential has no name here."""
    columns = METADATA.tables[table].c
    column = next((columns[name] for name in ("number", "name", "label", "slug") if name in columns), None)
    if column is None:
        return {}
    rows = connection.execute(select(columns.public_id, column).where(columns.public_id.in_(public_ids)))
    reference = _REFERENCES.get(table, "")
    return {public_id: f"{reference}{value}" for public_id, value in rows}

"""Hash the journal again, and compare every live row with its last image in it."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, select

from claims_db.journal.chain import Broken, broken
from claims_db.journal.halves import broken_in_halves
from claims_db.journal.live_rows import Misfit, compare, misfits
from claims_db.tables import METADATA

_JOURNAL = METADATA.tables["journal"].c
_CLAIM = METADATA.tables["claim"].c
_NUMBERED = frozenset({"article", "claim", "evidence"})


class Finding(NamedTuple):
    """Something that does not fit: an entry of the journal or a live row.

    Attributes:
        where: the entry by its sequence, or the row by its table and public id.
        what: what is wrong with it.
        entity: the row's table, as far as it is known.
        public_id: the row's public id, as far as it is known.
        number: what people call the row by, where it is an article, a claim or a piece of evidence.
        claim: the number of the claim that the row belongs to.

    """

    where: str
    what: str
    entity: str = ""
    public_id: str = ""
    number: int | None = None
    claim: int | None = None


class Comparison(NamedTuple):
    """The number of live rows, and what does not fit."""

    rows: int
    findings: Iterator[Finding]


def verify(connection: Connection) -> Iterator[Finding]:
    """Name every entry whose hash does not fit, and every live row that is not as its last image says.

    A chain with no anchor outside the database does not show that all of it was written anew.
    """
    yield from verify_chain(connection)
    yield from verify_rows(connection).findings


def verify_chain(connection: Connection, *, in_halves: bool = False) -> Iterator[Finding]:
    """Name every entry whose hash does not fit.

    Args:
        connection: in a transaction that sees one state.
        in_halves: let another process hash half of a long journal; only of a database that nobody is changing
            over this connection.

    """
    for entry in broken_in_halves(connection) if in_halves else broken(connection):
        yield _of_entry(connection, entry)


def verify_rows(connection: Connection) -> Comparison:
    """Compare every live row with its last image; rows that differ are looked for as they are asked for."""
    compared = compare(connection)
    return Comparison(compared.rows, (_of_row(connection, misfit) for misfit in misfits(connection, compared)))


def _of_entry(connection: Connection, entry: Broken) -> Finding:
    found = Finding(f"journal entry {entry.sequence}", entry.reason)
    row = connection.execute(
        select(_JOURNAL.entity, _JOURNAL.public_id, _JOURNAL.claim).where(_JOURNAL.sequence == entry.sequence)
    ).first()
    if row is None or not all(isinstance(word, str) for word in row):
        return found
    entity, public_id, claim = row
    return found._replace(
        entity=entity,
        public_id=public_id,
        number=_number(connection, entity, public_id),
        claim=_number(connection, "claim", claim),
    )


def _of_row(connection: Connection, misfit: Misfit) -> Finding:
    entity, public_id = misfit.name
    last = connection.execute(
        select(_JOURNAL.claim, _JOURNAL.after).where(_JOURNAL.sequence == misfit.sequence)
    ).first()
    number = _number(connection, entity, public_id)
    if number is None and last is not None and entity in _NUMBERED:
        number = _number_in(last.after)
    if entity == "claim":
        claim = number
    elif last is not None:
        claim = _number(connection, "claim", last.claim)
    else:
        claim = _claim_of(connection, entity, public_id)
    return Finding(f"{entity} {public_id}", misfit.reason, str(entity), str(public_id), number, claim)


def _number(connection: Connection, entity: str, public_id: object) -> int | None:
    if entity not in _NUMBERED or not isinstance(public_id, str) or not public_id.isprintable():
        return None
    table = METADATA.tables[entity].c
    found = connection.execute(select(table.number).where(table.public_id == public_id)).scalar()
    return found if isinstance(found, int) else None


def _number_in(image: object) -> int | None:
    """Give the number that stands in an image."""
    try:
        found = json.loads(image)["number"] if isinstance(image, bytes) else None
    except (ValueError, KeyError, TypeError):
        return None
    return found if isinstance(found, int) else None


def _claim_of(connection: Connection, entity: str, public_id: object) -> int | None:
    """Give the number of the claim that a live row points to."""
    table = METADATA.tables[entity].c if entity in METADATA.tables else None
    if table is None or "claim_id" not in table or not isinstance(public_id, str) or not public_id.isprintable():
        return None
    query = select(_CLAIM.number).join_from(_CLAIM.id.table, table.id.table, _CLAIM.id == table.claim_id)
    found = connection.execute(query.where(table.public_id == public_id)).scalar()
    return found if isinstance(found, int) else None

"""What of a claim went out and stands, as other reads select it."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, null, select

from claims_db.rows import GoneOutRow
from claims_db.views.columns import CLAIM, CORRECTION, FINDING, PUBLICATION, REVIEWER, VERDICT, T
from claims_db.vocabulary import Severity

_AT_ONCE = 500
"""How many claims are asked for by their numbers at once; databases take only so many."""

_FINDING, _PUBLICATION = T["finding"].alias("its_finding"), T["publication"].alias("its_publication")
_WITHDRAWN = (
    select(CORRECTION.id)
    .where(CORRECTION.publication_id == _PUBLICATION.c.id, CORRECTION.severity == Severity.WITHDRAWN)
    .correlate(_PUBLICATION)
    .exists()
)


def _latest(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return (
        select(case((_WITHDRAWN, null()), else_=column))
        .join(_FINDING, _FINDING.c.id == _PUBLICATION.c.finding_id)
        .where(_FINDING.c.claim_id == CLAIM.id)
        .order_by(_PUBLICATION.c.id.desc())
        .limit(1)
        .correlate(T["claim"])
        .scalar_subquery()
    )


PUBLISHED: ColumnElement[int] = _latest(_PUBLICATION.c.number)
"""Selects the number of the publication that stands for the claim of the outer query, NULL where none does.

One of a claim that was reopened stands until a correction replaces it.
"""

PUBLISHED_AT: ColumnElement[int] = _latest(_PUBLICATION.c.published_at)
"""Selects when that went out."""


def published_claims(connection: Connection, numbers: Sequence[int] | None = None) -> Sequence[int]:
    """Give the numbers of the claims whose finding ever went out, of all or of some; in their order."""
    query = select(CLAIM.number).join(T["finding"], FINDING.claim_id == CLAIM.id)
    gone_out = select(PUBLICATION.id).where(PUBLICATION.finding_id == FINDING.id).exists()
    return [row[0] for row in _of(connection, query.where(gone_out), numbers)]


def publication_contents(connection: Connection, number: int) -> Sequence[str]:
    """Give the frozen revisions of a claim as they are kept, the first one first."""
    query = (
        select(PUBLICATION.content)
        .join(T["finding"], FINDING.id == PUBLICATION.finding_id)
        .join(T["claim"], CLAIM.id == FINDING.claim_id)
        .where(CLAIM.number == number)
        .order_by(PUBLICATION.number)
    )
    return connection.execute(query).scalars().all()


def latest_publications(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Give the last frozen revision of each of some claims; one that never went out is left out."""
    query = (
        select(CLAIM.number, PUBLICATION.content)
        .join(T["finding"], FINDING.claim_id == CLAIM.id)
        .join(T["publication"], PUBLICATION.finding_id == FINDING.id)
        .where(CLAIM.number.in_(numbers))
        .order_by(PUBLICATION.number)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def gone_out(connection: Connection) -> tuple[GoneOutRow, ...]:
    """Give every revision that went out, the newest first."""
    query = (
        select(
            CLAIM.number,
            CLAIM.statement,
            PUBLICATION.number,
            REVIEWER.name,
            PUBLICATION.published_at,
            CORRECTION.severity,
            func.coalesce(CORRECTION.reason, ""),
        )
        .select_from(
            T["publication"]
            .join(T["finding"], FINDING.id == PUBLICATION.finding_id)
            .join(T["claim"], CLAIM.id == FINDING.claim_id)
            .join(T["reviewer"], REVIEWER.id == PUBLICATION.published_by_id)
            .outerjoin(T["correction"], CORRECTION.publication_id == PUBLICATION.id)
        )
        .order_by(PUBLICATION.published_at.desc(), PUBLICATION.id.desc())
    )
    return tuple(GoneOutRow(*row) for row in connection.execute(query))


def rated_claims(connection: Connection, numbers: Sequence[int] | None = None) -> dict[int, str]:
    """Give the claims that have a verdict, of all or of some: their public ids by their numbers, in their order."""
    verdict = select(VERDICT.id).where(VERDICT.claim_id == CLAIM.id, VERDICT.retracted_at.is_(None)).exists()
    rows = _of(connection, select(CLAIM.number, CLAIM.public_id).where(verdict), numbers)
    return {row.number: row.public_id for row in rows}


def _of(connection: Connection, query: Select[Any], numbers: Sequence[int] | None) -> Iterator[Row[Any]]:
    """Ask of all claims, or of some alone, in the order of their numbers; a few are not looked for among a million."""
    if numbers is None:
        yield from connection.execute(query.order_by(CLAIM.number))
        return
    wanted = sorted(set(numbers))
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        yield from connection.execute(query.where(CLAIM.number.in_(some)).order_by(CLAIM.number))

"""What of a claim went out and stands, as other reads select it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, null, select

from claims_db.views.columns import CLAIM, CORRECTION, FINDING, PUBLICATION, VERDICT, T
from claims_db.vocabulary import Severity

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
    return _among(connection.execute(query.where(gone_out).order_by(CLAIM.number)).scalars().all(), numbers)


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


def rated_claims(connection: Connection, numbers: Sequence[int] | None = None) -> dict[int, str]:
    """Give the claims that have a verdict, of all or of some: their public ids by their numbers, in their order."""
    verdict = select(VERDICT.id).where(VERDICT.claim_id == CLAIM.id, VERDICT.retracted_at.is_(None)).exists()
    rows = connection.execute(select(CLAIM.number, CLAIM.public_id).where(verdict).order_by(CLAIM.number))
    wanted = None if numbers is None else set(numbers)
    return {number: public_id for number, public_id in rows if wanted is None or number in wanted}


def _among(found: Sequence[int], numbers: Sequence[int] | None) -> Sequence[int]:
    """Give those of some numbers that were found; all of them where no numbers are named."""
    if numbers is None:
        return found
    wanted = set(numbers)
    return [number for number in found if number in wanted]

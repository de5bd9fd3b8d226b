"""What of a claim went out and stands, as other reads select it."""

from typing import Any

from sqlalchemy import ColumnElement, case, null, select

from claims_db.views.columns import CLAIM, CORRECTION, T
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

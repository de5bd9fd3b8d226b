"""Reads for matching: prior checks, claims as matches show them, and what people said of matches."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, or_, select

from claims_db.errors import NotFound
from claims_db.rows import DecisionRow, KnownClaimRow, PriorRow
from claims_db.views.columns import (
    ARTICLE,
    CLAIM,
    CLAIMER,
    FINDING,
    PUBLICATION,
    RATING,
    REVIEWER,
    VERDICT,
    T,
    date_row,
)
from claims_db.vocabulary import FINDING_STANDS

_CHECK, _MATCH = T["prior_check"].c, T["match"].c

_STANDS = and_(
    VERDICT.id == FINDING.verdict_id,
    VERDICT.round == CLAIM.round,
    CLAIM.state.in_(FINDING_STANDS),
)
"""Selects the verdict of a finding that stands: not of a claim that is looked at again, or was withdrawn."""


def prior(connection: Connection, number: int) -> PriorRow:
    """Give one prior check.

    Raises:
        NotFound: there is none with this number.

    """
    found = _priors(connection, select(T["prior_check"]).where(_CHECK.number == number))
    if not found:
        raise NotFound(f"There is no prior check P-{number}.", "'workbench priors list' lists them.")
    return found[0]


def prior_rows(connection: Connection, limit: int, outlet: str = "") -> tuple[PriorRow, ...]:
    """List prior checks, the last that came in first; of one outlet where one is named."""
    query = select(T["prior_check"]).order_by(_CHECK.number.desc()).limit(limit)
    return _priors(connection, query.where(_CHECK.outlet == outlet) if outlet else query)


def prior_count(connection: Connection) -> int:
    """Count the prior checks."""
    return int(connection.execute(select(func.count()).select_from(T["prior_check"])).scalar_one())


def priors_named(connection: Connection, public_ids: Sequence[str]) -> tuple[PriorRow, ...]:
    """Give prior checks by their public ids; one that is not there is left out."""
    return _priors(connection, select(T["prior_check"]).where(_CHECK.public_id.in_(public_ids)))


def priors_after(connection: Connection, number: int, limit: int) -> tuple[PriorRow, ...]:
    """Give the next prior checks by number, no more than ``limit``."""
    return _priors(
        connection, select(T["prior_check"]).where(_CHECK.number > number).order_by(_CHECK.number).limit(limit)
    )


def priors_numbered(connection: Connection, numbers: Sequence[int]) -> tuple[PriorRow, ...]:
    """Give prior checks by their numbers; one that is not there is left out."""
    return _priors(connection, select(T["prior_check"]).where(_CHECK.number.in_(numbers)).order_by(_CHECK.number))


def claims_named(connection: Connection, public_ids: Sequence[str]) -> tuple[KnownClaimRow, ...]:
    """Give claims by their public ids as matches show them; one that is not there is left out."""
    return _claims(connection, _known_claims().where(CLAIM.public_id.in_(public_ids)))


def claim_known(connection: Connection, number: int) -> KnownClaimRow:
    """Give one claim as matches show it.

    Raises:
        NotFound: there is none with this number.

    """
    found = claims_known(connection, [number])
    if not found:
        raise NotFound(f"There is no claim C-{number}.", "List the claims to see their numbers.")
    return found[0]


def claims_known(connection: Connection, numbers: Sequence[int]) -> tuple[KnownClaimRow, ...]:
    """Give claims by their numbers as matches show them; one that is not there is left out."""
    return _claims(connection, _known_claims().where(CLAIM.number.in_(numbers)))


def decisions(connection: Connection, number: int) -> tuple[DecisionRow, ...]:
    """Give what was said last of each match of a claim, from whichever side, the latest first."""
    mine = select(CLAIM.id).where(CLAIM.number == number).scalar_subquery()
    one, other = T["claim"].alias("one"), T["claim"].alias("other")
    query = (
        select(
            _MATCH.public_id,
            one.c.number.label("one"),
            other.c.number.label("other"),
            _CHECK.number.label("prior"),
            _MATCH.relation,
            _MATCH.decision,
            REVIEWER.name,
            _MATCH.decided_at,
        )
        .join(one, one.c.id == _MATCH.claim_id)
        .outerjoin(other, other.c.id == _MATCH.other_claim_id)
        .outerjoin(T["prior_check"], _CHECK.id == _MATCH.prior_check_id)
        .join(T["reviewer"], REVIEWER.id == _MATCH.reviewer_id)
        .where(or_(_MATCH.claim_id == mine, _MATCH.other_claim_id == mine), _MATCH.retracted_at.is_(None))
        .order_by(_MATCH.id.desc())
    )
    found: dict[tuple[int | None, int | None], DecisionRow] = {}
    for row in connection.execute(query):
        claim = row.one if row.other == number else row.other
        told = DecisionRow(row.public_id, claim, row.prior, row.relation, row.decision, row.name, row.decided_at)
        found.setdefault((told.claim, told.prior), told)
    return tuple(found.values())


def _priors(connection: Connection, query: Select[Any]) -> tuple[PriorRow, ...]:
    return tuple(_prior(row) for row in connection.execute(query))


def _prior(row: Row[Any]) -> PriorRow:
    return PriorRow(
        row.number,
        row.public_id,
        row.claim_text,
        row.claimer,
        date_row(row.said_on, row.said_on_precision, row.said_on_zone),
        row.rating,
        row.rating_name,
        row.worst,
        row.best,
        row.outlet,
        row.url,
        row.title,
        date_row(row.reviewed, row.reviewed_precision, row.reviewed_zone),
        row.language,
        row.feed,
        row.imported_at,
    )


def _known_claims() -> Select[Any]:
    same = T["claim"].alias("same")
    published = (
        select(func.max(PUBLICATION.published_at))
        .where(PUBLICATION.finding_id == FINDING.id)
        .correlate(T["finding"])
        .scalar_subquery()
    )
    return (
        select(
            CLAIM.number,
            CLAIM.public_id,
            CLAIM.statement,
            func.coalesce(CLAIMER.name, "").label("claimer"),
            CLAIM.said_on,
            CLAIM.said_on_precision,
            CLAIM.said_on_zone,
            CLAIM.state,
            same.c.number.label("duplicate_of"),
            func.coalesce(RATING.label, "").label("rating"),
            published.label("published_at"),
            ARTICLE.number.label("article"),
        )
        .select_from(
            T["claim"]
            .outerjoin(T["claimer"], CLAIMER.id == CLAIM.claimer_id)
            .outerjoin(T["article"], ARTICLE.id == CLAIM.article_id)
            .outerjoin(same, same.c.id == CLAIM.duplicate_of_id)
            .outerjoin(T["finding"], FINDING.claim_id == CLAIM.id)
            .outerjoin(T["verdict"], _STANDS)
            .outerjoin(T["rating"], RATING.id == VERDICT.rating_id)
        )
        .order_by(CLAIM.number)
    )


def _claims(connection: Connection, query: Select[Any]) -> tuple[KnownClaimRow, ...]:
    return tuple(
        KnownClaimRow(
            row.number,
            row.public_id,
            row.statement,
            row.claimer,
            date_row(row.said_on, row.said_on_precision, row.said_on_zone),
            row.state,
            row.duplicate_of,
            row.rating,
            row.published_at if row.rating else None,
            row.article,
        )
        for row in connection.execute(query)
    )

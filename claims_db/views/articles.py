"""Reads of articles."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, select

from claims_db.columns import LARGEST, refused_stretches
from claims_db.errors import NotFound
from claims_db.rows import (
    ArticleRow,
    ArticleSheet,
    ClaimOfRevision,
    ClaimThatLeft,
    PlacedClaim,
    RefusedRow,
    RevisionText,
    SpanRow,
)
from claims_db.views.columns import (
    APPEARANCE,
    ARTICLE,
    CLAIM,
    CLAIMER,
    FINDING,
    OUTLET,
    RATING,
    REVISION,
    STANDING_VERDICT,
    VERDICT,
    T,
    date_row,
)
from claims_db.views.publications import PUBLISHED
from claims_db.vocabulary import ClaimState

_EARLIER = T["appearance"].alias("earlier")
_FIRST: ColumnElement[int] = (
    select(func.min(_EARLIER.c.id)).where(_EARLIER.c.claim_id == APPEARANCE.claim_id).scalar_subquery()
)
_OPEN = (ClaimState.PROPOSED, ClaimState.QUEUED, ClaimState.SECOND_REVIEW, ClaimState.ADJUDICATION)


def article_rows(connection: Connection) -> tuple[ArticleRow, ...]:
    """List the articles, the newest first."""
    return tuple(article_row(tuple(row)) for row in connection.execute(_articles().order_by(ARTICLE.number.desc())))


def article_sheet(connection: Connection, number: int, viewer: str = "") -> ArticleSheet:
    """Give an article's latest text and where its claims stand, as a viewer (public id of a reviewer) may see it.

    Raises:
        NotFound: there is no such article.

    """
    row = connection.execute(_articles().where(ARTICLE.number == number)).first()
    if row is None:
        raise _no_article(number)
    revision = connection.execute(
        select(REVISION.id, REVISION.number, REVISION.text, ARTICLE.byline)
        .join(T["article"], ARTICLE.id == REVISION.article_id)
        .where(ARTICLE.number == number)
        .order_by(REVISION.number.desc())
        .limit(1)
    ).one()
    claims = connection.execute(
        select(
            CLAIM.number,
            CLAIM.state,
            func.coalesce(RATING.label, ""),
            APPEARANCE.start,
            APPEARANCE.end,
            APPEARANCE.source_start,
            APPEARANCE.source_end,
            (APPEARANCE.id == _FIRST).label("met_here"),
        )
        .select_from(
            T["appearance"]
            .join(T["claim"], CLAIM.id == APPEARANCE.claim_id)
            .outerjoin(T["verdict"], VERDICT.id == STANDING_VERDICT)
            .outerjoin(T["rating"], RATING.id == VERDICT.rating_id)
        )
        .where(and_(APPEARANCE.revision_id == revision.id, APPEARANCE.start.is_not(None)))
        .order_by(APPEARANCE.start, APPEARANCE.end, CLAIM.number),
        {"viewer": viewer},
    )
    placed = tuple(PlacedClaim(claim[0], SpanRow(*claim[3:7]), claim[1], claim[2], bool(claim[7])) for claim in claims)
    return ArticleSheet(article_row(tuple(row)), revision.byline, revision.number, revision.text, placed)


def revision_text(connection: Connection, number: int, revision: int | None = None) -> RevisionText:
    """Give a text of an article, the latest or a revision of it, with what its claims are made from and what was refused.

    Raises:
        NotFound: there is no such article.

    """
    wanted = ARTICLE.number == number
    row = connection.execute(
        select(
            T["revision"],
            ARTICLE.language,
            ARTICLE.published,
            ARTICLE.published_precision,
            ARTICLE.published_zone,
        )
        .join(T["article"], ARTICLE.id == REVISION.article_id)
        .where(wanted if revision is None else and_(wanted, REVISION.number == min(revision, LARGEST)))
        .order_by(REVISION.number.desc())
        .limit(1)
    ).first()
    if row is None and revision is not None:
        # An article that is not there at all is said to be missing.
        latest = revision_text(connection, number).number
        raise NotFound(f"A-{number} has no revision {revision}.", f"Its latest is {latest}.")
    if row is None:
        raise _no_article(number)
    published = date_row(row.published, row.published_precision, row.published_zone)
    refused = None if row.refused is None else tuple(RefusedRow(*one) for one in refused_stretches(row.refused))
    return RevisionText(number, row.number, row.text, row.source_map, row.language, published, refused, row.origin)


def article_at(connection: Connection, url: str) -> int | None:
    """Give the number of the article that stands at an address, None where there is none."""
    found = connection.execute(select(ARTICLE.number).where(ARTICLE.url == url).order_by(ARTICLE.id).limit(1)).scalar()
    return None if found is None else int(found)


def claims_of_revision(connection: Connection, number: int, revision: int) -> tuple[ClaimOfRevision, ...]:
    """Give the claims that stand in one text of an article, in its order, with what was signed off and went out."""
    rows = connection.execute(
        select(
            CLAIM.number,
            APPEARANCE.start,
            APPEARANCE.end,
            CLAIM.statement,
            CLAIM.state,
            select(FINDING.id).where(FINDING.claim_id == CLAIM.id).correlate(T["claim"]).exists(),
            PUBLISHED,
            func.coalesce(CLAIMER.name, ""),
        )
        .select_from(
            T["appearance"]
            .join(T["claim"], CLAIM.id == APPEARANCE.claim_id)
            .join(T["revision"], REVISION.id == APPEARANCE.revision_id)
            .join(T["article"], ARTICLE.id == REVISION.article_id)
            .outerjoin(T["claimer"], CLAIMER.id == CLAIM.claimer_id)
        )
        .where(ARTICLE.number == number, REVISION.number == revision, APPEARANCE.start.is_not(None))
        .order_by(APPEARANCE.start, APPEARANCE.end, CLAIM.number)
    )
    return tuple(ClaimOfRevision(row[0], row[1], row[2], row[3], row[4], bool(row[5]), *row[6:]) for row in rows)


def claims_that_left(connection: Connection, number: int, newest: int) -> tuple[ClaimThatLeft, ...]:
    """Give the claims that stand in texts of an article but not in its newest one, each in the last that had it."""
    standing = (
        select(APPEARANCE.claim_id, REVISION.number, APPEARANCE.start, APPEARANCE.end, APPEARANCE.exact)
        .select_from(
            T["appearance"]
            .join(T["revision"], REVISION.id == APPEARANCE.revision_id)
            .join(T["article"], ARTICLE.id == REVISION.article_id)
        )
        .where(ARTICLE.number == number, APPEARANCE.start.is_not(None))
        .subquery()
        .c
    )
    stands = select(standing.claim_id).where(standing.number == newest)
    rows = connection.execute(
        select(CLAIM.number, standing.number, standing.start, standing.end, standing.exact)
        .where(CLAIM.id == standing.claim_id, CLAIM.id.not_in(stands))
        .order_by(CLAIM.number, standing.number)
    )
    return tuple({row[0]: ClaimThatLeft(*row) for row in rows}.values())


def _no_article(number: int) -> NotFound:
    return NotFound(f"There is no article A-{number}.", "List the articles with 'workbench list --articles'.")


def article_row(row: Sequence[Any]) -> ArticleRow:
    """Put an article's row together."""
    number, public_id, title, outlet, url, value, precision, zone, language, taken_in_at, claims, waiting = row
    published = date_row(value, precision, zone)
    return ArticleRow(number, public_id, title, outlet, url, published, language, taken_in_at, claims, waiting)


def articles_by_key(connection: Connection, keys: Sequence[int]) -> dict[int, ArticleRow]:
    """Give articles by their local keys."""
    query = _articles().where(ARTICLE.id.in_(keys)).add_columns(ARTICLE.id)
    return {row[-1]: article_row(tuple(row)[:-1]) for row in connection.execute(query)}


def _articles() -> Select[tuple[object, ...]]:
    def count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
        return (
            select(func.count())
            .select_from(T["claim"])
            .where(CLAIM.article_id == ARTICLE.id, *conditions)
            .correlate(T["article"])
            .scalar_subquery()
        )

    return select(
        ARTICLE.number,
        ARTICLE.public_id,
        ARTICLE.title,
        func.coalesce(OUTLET.name, ""),
        ARTICLE.url,
        ARTICLE.published,
        ARTICLE.published_precision,
        ARTICLE.published_zone,
        ARTICLE.language,
        ARTICLE.taken_in_at,
        count(),
        count(CLAIM.state.in_(_OPEN)),
    ).select_from(T["article"].outerjoin(T["outlet"], OUTLET.id == ARTICLE.outlet_id))

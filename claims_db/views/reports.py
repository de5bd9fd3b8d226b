"""Reads for exports: articles with their claims in the order of the text."""

from itertools import groupby

from sqlalchemy import Connection, select

from claims_db.errors import NotFound
from claims_db.rows import ArticleReport, ClaimReport, CorrectionRow
from claims_db.views.articles import articles_by_key
from claims_db.views.columns import ARTICLE, CLAIM, CORRECTION, FINDING, PUBLICATION, REVIEWER, T
from claims_db.views.desks import desk
from claims_db.views.sheets import claim_sheet


def reports(
    connection: Connection, *, article: int | None = None, claim: int | None = None
) -> tuple[ArticleReport, ...]:
    """Give one report for each article that has claims, and one for the claims with no article.

    Raises:
        NotFound: there is no such article or claim.

    """
    query = select(CLAIM.number, CLAIM.article_id)
    if article is not None:
        query = query.join(T["article"], ARTICLE.id == CLAIM.article_id).where(ARTICLE.number == article)
    if claim is not None:
        query = query.where(CLAIM.number == claim)
    rows = connection.execute(query).all()
    if claim is not None and not rows:
        raise NotFound(f"There is no claim C-{claim}.", "List the claims to see their numbers.")
    rows = sorted(rows, key=lambda row: (row.article_id is None, row.article_id or 0))
    keys = [key for key in {row.article_id for row in rows} if key is not None]
    articles = articles_by_key(connection, keys)
    bylines = {
        row[0]: row[1] for row in connection.execute(select(ARTICLE.id, ARTICLE.byline).where(ARTICLE.id.in_(keys)))
    }
    if article is not None and not rows:
        _check_article(connection, article)
    owner = desk(connection)
    return tuple(
        ArticleReport(
            owner,
            articles.get(key) if key is not None else None,
            bylines.get(key, "") if key is not None else "",
            _in_order(tuple(_claim(connection, row.number) for row in group)),
        )
        for key, group in groupby(rows, key=lambda row: row.article_id)
    )


def _in_order(claims: tuple[ClaimReport, ...]) -> tuple[ClaimReport, ...]:
    def place(report: ClaimReport) -> tuple[int, int, int]:
        span = report.sheet.appearances[0].span if report.sheet.appearances else None
        return (span.start, span.end, report.sheet.number) if span else (0, 0, report.sheet.number)

    return tuple(sorted(claims, key=place))


def _claim(connection: Connection, number: int) -> ClaimReport:
    sheet = claim_sheet(connection, number, "", 0)
    published = connection.execute(
        select(PUBLICATION.id, PUBLICATION.number)
        .join(T["finding"], FINDING.id == PUBLICATION.finding_id)
        .join(T["claim"], CLAIM.id == FINDING.claim_id)
        .where(CLAIM.number == number)
        .order_by(PUBLICATION.number)
    ).all()
    corrections = connection.execute(
        select(CORRECTION.severity, CORRECTION.reason, REVIEWER.name, CORRECTION.corrected_at)
        .join(T["reviewer"], REVIEWER.id == CORRECTION.corrected_by_id)
        .where(CORRECTION.publication_id.in_([row.id for row in published]))
        .order_by(CORRECTION.corrected_at, CORRECTION.id)
    )
    return ClaimReport(
        sheet._replace(lease=None, drafts=(), history=()),
        tuple(CorrectionRow(*row) for row in corrections),
        published[-1].number if published else None,
    )


def _check_article(connection: Connection, number: int) -> None:
    if connection.execute(select(ARTICLE.id).where(ARTICLE.number == number)).first() is None:
        raise NotFound(f"There is no article A-{number}.", "List the articles with 'workbench list --articles'.")

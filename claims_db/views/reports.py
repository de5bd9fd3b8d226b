"""Reads for exports: articles with their claims in the order of the text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Connection, select

from claims_db.errors import NotFound
from claims_db.rows import ArticleReport, ClaimReport, CorrectionRow
from claims_db.views.articles import articles_by_key
from claims_db.views.columns import ARTICLE, CLAIM, CORRECTION, FINDING, PUBLICATION, REVIEWER, T
from claims_db.views.desks import desk
from claims_db.views.linting import waivers
from claims_db.views.reviews import findings
from claims_db.views.sheets import plain_sheets

Item = TypeVar("Item")

_AT_ONCE = 500
"""How many rows are asked for by their keys at once; databases take only so many."""


def reports(
    connection: Connection, *, article: int | None = None, claims: Sequence[int] | None = None
) -> tuple[ArticleReport, ...]:
    """Give one report for each article that has claims, and one for the claims with no article.

    Of ``claims`` alone the reports hold nothing else.
    An article that is asked for gets its report even where no claim was found in it.

    Raises:
        NotFound: there is no such article or claim.

    """
    asked = None if article is None else _article_key(connection, article)
    query = select(CLAIM.id, CLAIM.number, CLAIM.article_id)
    if asked is not None:
        query = query.where(CLAIM.article_id == asked)
    queries = [query] if claims is None else [query.where(CLAIM.number.in_(some)) for some in _parts(claims)]
    rows = sorted(
        (row for one in queries for row in connection.execute(one)),
        key=lambda row: (row.article_id is None, row.article_id or 0, row.number),
    )
    missing = sorted(set(claims or ()) - {row.number for row in rows})
    if missing:
        raise NotFound(f"There is no claim C-{missing[0]}.", "List the claims to see their numbers.")
    reported = _claims(connection, [(row.id, row.number) for row in rows])
    groups: dict[int | None, list[ClaimReport]] = {} if asked is None else {asked: []}
    for row in rows:
        groups.setdefault(row.article_id, []).append(reported[row.id])
    keys = [key for key in groups if key is not None]
    articles = {key: row for some in _parts(keys) for key, row in articles_by_key(connection, some).items()}
    bylines = {key: byline for some in _parts(keys) for key, byline in _bylines(connection, some)}
    owner = desk(connection)
    return tuple(
        ArticleReport(
            owner,
            None if key is None else articles[key],
            "" if key is None else bylines[key],
            tuple(sorted(group, key=_place)),
        )
        for key, group in groups.items()
    )


def _place(report: ClaimReport) -> tuple[int, int, int]:
    span = report.sheet.appearances[0].span if report.sheet.appearances else None
    return (span.start, span.end, report.sheet.number) if span else (0, 0, report.sheet.number)


def _claims(connection: Connection, wanted: Sequence[tuple[int, int]]) -> dict[int, ClaimReport]:
    """Give claims by their local keys, from keys and numbers."""
    found = {}
    for some in _parts(wanted):
        keys = {number: key for key, number in some}
        published = _published(connection, list(keys.values()))
        signed_off = findings(connection, list(keys.values()))
        waived = waivers(connection, list(keys.values()))
        for sheet in plain_sheets(connection, list(keys.values())):
            key = keys[sheet.number]
            signed = sheet._replace(finding=signed_off.get(key))
            corrections, publication, times = published.get(key, ((), None, ()))
            found[key] = ClaimReport(signed, corrections, publication, times, waived.get(key, ()))
    return found


def _published(
    connection: Connection, claims: Sequence[int]
) -> dict[int, tuple[tuple[CorrectionRow, ...], int, tuple[int, ...]]]:
    """Give every correction of the claims that were published, the number of the latest publication, and when each was."""
    rows = connection.execute(
        select(FINDING.claim_id, PUBLICATION.number, PUBLICATION.published_at)
        .join(T["finding"], FINDING.id == PUBLICATION.finding_id)
        .where(FINDING.claim_id.in_(claims))
        .order_by(PUBLICATION.number)
    ).all()
    corrections: defaultdict[int, list[CorrectionRow]] = defaultdict(list)
    corrected = connection.execute(
        select(FINDING.claim_id, CORRECTION.severity, CORRECTION.reason, REVIEWER.name, CORRECTION.corrected_at)
        .select_from(
            T["correction"]
            .join(T["publication"], PUBLICATION.id == CORRECTION.publication_id)
            .join(T["finding"], FINDING.id == PUBLICATION.finding_id)
            .join(T["reviewer"], REVIEWER.id == CORRECTION.corrected_by_id)
        )
        .where(FINDING.claim_id.in_(claims))
        .order_by(CORRECTION.corrected_at, CORRECTION.id)
    )
    for row in corrected:
        corrections[row[0]].append(CorrectionRow(*row[1:]))
    times: defaultdict[int, list[int]] = defaultdict(list)
    for claim, _, at in rows:
        times[claim].append(at)
    return {claim: (tuple(corrections[claim]), number, tuple(times[claim])) for claim, number, _ in rows}


def _bylines(connection: Connection, keys: Sequence[int]) -> list[tuple[int, str]]:
    rows = connection.execute(select(ARTICLE.id, ARTICLE.byline).where(ARTICLE.id.in_(keys)))
    return [(row[0], row[1]) for row in rows]


def _parts(wanted: Sequence[Item]) -> Iterator[Sequence[Item]]:
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]


def _article_key(connection: Connection, number: int) -> int:
    key = connection.execute(select(ARTICLE.id).where(ARTICLE.number == number)).scalar()
    if key is None:
        raise NotFound(f"There is no article A-{number}.", "List the articles with 'workbench list --articles'.")
    return int(key)

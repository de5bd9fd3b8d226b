"""Reads of what changed of findings since a point of the journal, so that an export need not look at all of them."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, FromClause, Select, func, select

from claims_db.journal.chain import hash_at
from claims_db.rows import JournalPoint, TouchedFindings
from claims_db.views.columns import (
    APPEARANCE,
    ARTICLE,
    CLAIM,
    CORRECTION,
    EVIDENCE,
    FINDING,
    JOURNAL,
    PUBLICATION,
    REVISION,
    SOURCE,
    T,
)
from claims_db.views.searching import written_since

_SHARED = ("claimer", "desk", "outlet", "rating", "reviewer", "scale")
"""What many findings name: after a change of one everything is looked at again."""
_NOT_TOLD = ("comment", "draft", "lease", "match", "mention", "place")
"""What stands in no finding."""
_CAPTURE, _RECHECK = T["capture"].c, T["recheck"].c


def touched_findings(connection: Connection, since: JournalPoint) -> TouchedFindings:
    """Say of which claims something was written since a point of the journal that their findings tell."""
    now, later = written_since(connection, since)
    if later is None:
        return TouchedFindings(now, everything=since != now, known=since == now)
    shared = select(JOURNAL.sequence).where(
        later, JOURNAL.entity.in_(_SHARED), JOURNAL.before.is_not(None), JOURNAL.after.is_not(None)
    )
    if connection.execute(shared.limit(1)).first() is not None:
        return TouchedFindings(now, everything=True)
    own = select(JOURNAL.claim).where(later, JOURNAL.claim != "", JOURNAL.entity.not_in(_NOT_TOLD)).distinct()
    found = set(connection.execute(own).scalars())
    for query in _through(later):
        found.update(connection.execute(query).scalars())
    return TouchedFindings(now, frozenset(found))


def journal_point_before(connection: Connection, instant: int) -> JournalPoint:
    """Give the point of the journal behind which everything lies that was written from an instant on."""
    first, last = connection.execute(
        select(
            select(func.min(JOURNAL.sequence)).where(JOURNAL.at >= instant).scalar_subquery(),
            select(func.max(JOURNAL.sequence)).scalar_subquery(),
        )
    ).one()
    sequence = (last or 0) if first is None else first - 1
    known = hash_at(connection, sequence)
    return JournalPoint() if known is None else JournalPoint(sequence, known.hex())


def _through(later: ColumnElement[bool]) -> Iterator[Select[str]]:
    """Select the claims that hang on rows which belong to no claim by themselves."""
    published = T["claim"].join(T["finding"], FINDING.claim_id == CLAIM.id)
    published = published.join(T["publication"], PUBLICATION.finding_id == FINDING.id)
    corrected = published.join(T["correction"], CORRECTION.publication_id == PUBLICATION.id)
    evident = T["claim"].join(T["evidence"], EVIDENCE.claim_id == CLAIM.id)
    looked = evident.join(T["recheck"], _RECHECK.evidence_id == EVIDENCE.id)
    sourced = evident.join(T["source"], SOURCE.id == EVIDENCE.source_id)
    captured = sourced.join(T["capture"], _CAPTURE.source_id == SOURCE.id)
    placed = T["claim"].join(T["appearance"], APPEARANCE.claim_id == CLAIM.id)
    placed = placed.join(T["revision"], REVISION.id == APPEARANCE.revision_id)
    placed = placed.join(T["article"], ARTICLE.id == REVISION.article_id)
    ways: tuple[tuple[str, FromClause, ColumnElement[str]], ...] = (
        ("publication", published, PUBLICATION.public_id),
        ("correction", corrected, CORRECTION.public_id),
        ("recheck", looked, _RECHECK.public_id),
        ("source", sourced, SOURCE.public_id),
        ("capture", captured, _CAPTURE.public_id),
        ("article", placed, ARTICLE.public_id),
    )
    for entity, joined, public_id in ways:
        changed = select(JOURNAL.public_id).where(later, JOURNAL.entity == entity)
        yield select(CLAIM.public_id).select_from(joined).where(public_id.in_(changed)).distinct()

"""Rows as documents of the index. A document has no text to give back: what is shown is read from the database."""

from collections.abc import Iterator, Sequence

import tantivy

from claims_db.rows import DateRow, PriorRow, SearchedArticle, SearchedClaim
from workbench.domain.dates import first_day, last_day
from workbench.domain.evidence.compared_text import compared
from workbench.domain.searched_parts import (
    article_parts,
    claim_parts,
    day_of,
    evidence_parts,
    prior_parts,
    verdict_parts,
)
from workbench.domain.searching import HitKind, Part
from workbench.index.schema import EXACT, PRINTS, STEMS

WORTH = 10_000
"""A check-worthiness of 1 as the index has it."""


def claim_documents(searched: SearchedClaim) -> Iterator[tantivy.Document]:
    """Give a claim, its evidence and its verdicts; what is confidential or kept back is left out."""
    sheet = searched.sheet
    said = sheet.said_on or searched.published
    days = _days(said) if said else (day_of(searched.added_at),) * 2
    yield _of_claim(searched, HitKind.CLAIM, days, claim_parts(sheet))
    for evidence in sheet.evidence:
        if parts := evidence_parts(evidence):
            document = _of_claim(searched, HitKind.EVIDENCE, (day_of(evidence.attached_at),) * 2, parts)
            document.add_unsigned("evidence", evidence.number)
            yield document
    for verdict in sheet.verdicts:
        document = _of_claim(searched, HitKind.VERDICT, (day_of(verdict.recorded_at),) * 2, verdict_parts(verdict))
        document.add_text("verdict", verdict.public_id)
        yield document


def article_document(article: SearchedArticle) -> tantivy.Document:
    """Give an article."""
    days = _days(article.published) if article.published else (day_of(article.taken_in_at),) * 2
    document = _document(HitKind.ARTICLE, article.public_id, days, article_parts(article))
    document.add_unsigned("article", article.number)
    for one in compared(article.text).all_prints:
        document.add_unsigned(PRINTS, one)
    return document


def prior_document(check: PriorRow) -> tantivy.Document:
    """Give a prior check."""
    days = _days(check.reviewed) if check.reviewed else (day_of(check.imported_at),) * 2
    document = _document(HitKind.PRIOR_CHECK, check.public_id, days, prior_parts(check))
    document.add_unsigned("prior", check.number)
    document.add_text("claimer", one_line(check.claimer))
    return document


def one_line(name: str) -> str:
    """Give a name as it stands in the index: patterns do not reach over the end of a line."""
    return name.casefold().replace("\n", " ")


def _of_claim(searched: SearchedClaim, kind: HitKind, days: tuple[int, int], parts: Sequence[Part]) -> tantivy.Document:
    sheet = searched.sheet
    document = _document(kind, sheet.public_id, days, parts)
    document.add_unsigned("claim", sheet.number)
    for number in {place.article for place in sheet.appearances[:1] if place.article is not None}:
        document.add_unsigned("article", number)
    document.add_unsigned("worth", round(sheet.check_worthiness * WORTH))
    document.add_text("state", sheet.state.value)
    document.add_text("kind", sheet.kind.value)
    if sheet.assigned_to:
        document.add_text("assigned", sheet.assigned_to)
    for queue in searched.queues:
        document.add_text("queue", queue)
    document.add_text("claimer", one_line(sheet.claimer))
    for name in sheet.via:
        document.add_text("via", one_line(name))
    return document


def _document(kind: HitKind, owner: str, days: tuple[int, int], parts: Sequence[Part]) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("what", kind.value)
    document.add_text("owner", owner)
    document.add_unsigned("first", days[0])
    document.add_unsigned("last", days[1])
    for part in parts:
        document.add_text(EXACT, part.text)
        document.add_text(STEMS, part.text)
    return document


def _days(when: DateRow) -> tuple[int, int]:
    return first_day(when).toordinal(), last_day(when).toordinal()

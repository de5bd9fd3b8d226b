"""The texts in which a claim, its evidence, its verdicts, an article and a prior check are looked for."""

from datetime import UTC, datetime

from claims_db.rows import ClaimSheet, EvidenceRow, PriorRow, SearchedArticle, VerdictRow
from workbench.domain.searching import Part


def claim_parts(sheet: ClaimSheet) -> tuple[Part, ...]:
    """Give the texts of a claim itself."""
    quotes = [place.quote.exact for place in sheet.appearances if place.quote and place.quote.exact != sheet.statement]
    return _filled(
        Part("statement", sheet.statement),
        *(Part("quote", quote) for quote in quotes),
        Part("claimer", sheet.claimer),
        *(Part("via", name) for name in sheet.via),
    )


def evidence_parts(evidence: EvidenceRow) -> tuple[Part, ...]:
    """Give the texts of evidence; what rests on a confidential source has none to be searched."""
    source = evidence.source
    own = (Part("excerpt", evidence.excerpt), Part("note", evidence.note), Part("locator", evidence.locator))
    if source is None:
        return _filled(*own)
    if source.confidential:
        return ()
    return _filled(
        *own,
        Part("title", source.title),
        Part("author", source.author),
        Part("publisher", source.publisher),
        Part("address", source.url),
    )


def verdict_parts(verdict: VerdictRow) -> tuple[Part, ...]:
    """Give the texts of a verdict."""
    return _filled(Part("rationale", verdict.rationale), Part("rating", verdict.rating.label))


def article_parts(article: SearchedArticle) -> tuple[Part, ...]:
    """Give the texts of an article."""
    return _filled(
        Part("title", article.title),
        Part("text", article.text),
        Part("byline", article.byline),
        Part("outlet", article.outlet),
        Part("address", article.url),
    )


def prior_parts(check: PriorRow) -> tuple[Part, ...]:
    """Give the texts of a prior check."""
    return _filled(
        Part("claim", check.claim),
        Part("claimer", check.claimer),
        Part("title", check.title),
        Part("outlet", check.outlet),
        Part("rating", check.rating_name),
        Part("address", check.url),
    )


def day_of(micros: int) -> int:
    """Give the day of an instant in UTC, counted from the year 1."""
    return datetime.fromtimestamp(micros // 1_000_000, UTC).date().toordinal()


def _filled(*parts: Part) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.text)

"""One claim or one article in full, for reading."""

from collections.abc import Iterator, Sequence

from claims_db.rows import AppearanceRow, ArticleSheet, ClaimRow, ClaimSheet, EvidenceRow
from workbench.cli.claim_table import write_claims
from workbench.cli.claim_team import decided, said, waiting
from workbench.cli.output import write_line, write_lines
from workbench.desk.cluster_words import ratings_words, same_as_words
from workbench.domain.evidence.check_words import check_words, look_words
from workbench.domain.evidence.log_words import (
    answer_words,
    correction_request_words,
    outcome_words,
    request_words,
    search_words,
)
from workbench.domain.evidence.source_count import count_words, one_source_words
from workbench.domain.evidence.source_words import confidential_words
from workbench.domain.media import medium_words
from workbench.domain.newest_text import words_that_left
from workbench.domain.reasons import weighed_words
from workbench.domain.references import article_reference, claim_reference, evidence_reference
from workbench.domain.states import state_words

_LABEL = 10


def write_claim(claim: ClaimSheet, now: int) -> None:
    """Write one claim with where it stands, its evidence and its verdict, as of an instant."""
    write_line(f"{claim_reference(claim.number)}  {claim.statement}")
    for name, value in _facts(claim, now):
        if value:
            write_line(f"  {name:<{_LABEL}}{value}")


def write_article(article: ArticleSheet, claims: Sequence[ClaimRow]) -> None:
    """Write one article with its text and its claims."""
    row = article.row
    write_line(f"{article_reference(row.number)}  {row.title}")
    published = row.published.value if row.published else ""
    for name, value in (("outlet", row.outlet), ("by", article.byline), ("published", published), ("address", row.url)):
        if value:
            write_line(f"  {name:<{_LABEL}}{value}")
    write_line("")
    write_lines(article.text)
    write_line("")
    write_claims(claims)


def said_by(claim: ClaimSheet) -> str:
    """Name who asserts a claim, and through whom it came."""
    chain = "".join(f", through {name}" for name in reversed(claim.via))
    in_article = any(appearance.article is not None for appearance in claim.appearances)
    return f"{claim.claimer or ('the article itself' if in_article else 'not known')}{chain}"


def _facts(claim: ClaimSheet, now: int) -> Iterator[tuple[str, str]]:
    for appearance in claim.appearances:
        yield from _appearance(appearance)
    for words in words_that_left(claim):
        yield "text", words
    yield "said by", said_by(claim)
    yield "said on", claim.said_on.value if claim.said_on else ""
    yield "kind", claim.kind.value
    yield "state", state_words(claim.state)
    same = (*(() if claim.duplicate_of is None else (claim.duplicate_of,)), *claim.duplicates)
    yield "same as", ", ".join(map(claim_reference, same))
    if claim.same_as is not None:
        yield "cluster", f"{same_as_words(claim.same_as)}. {ratings_words(claim.same_as)}".rstrip()
    reasons = ", ".join(weighed_words(reason) for reason in claim.reasons)
    yield "worth", f"{claim.check_worthiness:.2f}  {reasons}".rstrip()
    for assumption in claim.assumptions:
        yield "assumed", assumption
    yield from waiting(claim)
    if claim.skip is not None:
        note = f": {claim.skip.note}" if claim.skip.note else ""
        yield "set aside", f"{claim.skip.reason.replace('_', ' ')}{note}, by {claim.skip.reviewer}"
    for media in claim.media:
        yield "media", f"{media.number}, {medium_words(media.medium)}"
    for evidence in claim.evidence:
        yield "evidence", _evidence(evidence)
    if claim.sources is not None:
        yield "sources", " ".join((f"{count_words(claim.sources)}.", *one_source_words(claim.sources)))
    for entry in claim.search_log:
        yield "looked", search_words(entry)
    for reply in claim.replies:
        yield "reply", f"{reply.number}, {request_words(reply)}. {answer_words(reply, now)} {reply.answer}".rstrip()
    for request in claim.correction_requests:
        told = f"{correction_request_words(request)}. {outcome_words(request, now)}"
        yield "request", f"{request.number}, {told} {request.note}".rstrip()
    yield from decided(claim)
    yield from said(claim)


def _appearance(appearance: AppearanceRow) -> Iterator[tuple[str, str]]:
    if appearance.quote is not None:
        quote = appearance.quote
        yield "quote", f"{quote.prefix}[{quote.exact}]{quote.suffix}"
    if appearance.article is not None:
        span = appearance.span
        place = f", characters {span.source_start} to {span.source_end} of its source" if span else ""
        yield "article", f"{article_reference(appearance.article)} {appearance.article_title}{place}"
    else:
        met = (appearance.form.value, appearance.locator, appearance.url)
        yield "met in", ", ".join(part for part in met if part)


def _evidence(evidence: EvidenceRow) -> str:
    source = evidence.source
    about = (source.title, source.publisher, source.url) if source and not source.confidential else ()
    compared = check_words(evidence.check) if evidence.excerpt else ""
    retracted = f"RETRACTED: {source.retraction}" if source and source.retraction else ""
    marks = (confidential_words(source) if source else "", retracted)
    parts = (evidence.excerpt, compared, look_words(evidence), evidence.note, *about, evidence.locator, *marks)
    return f"{evidence_reference(evidence.number)} {evidence.stance.value}: {'; '.join(part for part in parts if part)}"

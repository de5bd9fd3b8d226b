"""Articles and claims as they are written: texts that can be stored, words with the places where they stand."""

from pathlib import Path, PurePath

from claims_db.repositories.intake import NewArticle
from claims_db.repositories.new_claims import NewClaim
from claims_db.rows import QuoteRow, RefusedRow, SpanRow
from claims_db.vocabulary import AppearanceForm
from workbench.desk.entries import ArticleEntry, ClaimEntry
from workbench.desk.proposing import Proposal
from workbench.domain.normalising import NormalisedText
from workbench.domain.spans import quote_at
from workbench.domain.text import storable
from workbench.errors import BadInput
from workbench.extraction.candidate import Candidate
from workbench.sources.addresses import is_address
from workbench.sources.document import Document


def article_of(entry: ArticleEntry, proposal: Proposal) -> NewArticle:
    """Give an article as it is written."""
    document = proposal.document
    return NewArticle(
        title=storable(entry.title or document.title or _title(document)),
        outlet=storable(entry.outlet or document.outlet),
        url=storable(entry.url or document.url),
        byline=storable(document.byline),
        published=proposal.published,
        language=document.language or proposal.extraction.language,
        source_text=document.text,
        text=proposal.normalised.text,
        source_map=proposal.normalised.source_map.encode(),
        media_type=document.media_type,
        encoding=document.encoding,
        origin=storable(_origin(document)),
        sha256=document.sha256,
        refused=tuple(RefusedRow(one.start, one.end, one.reason) for one in proposal.extraction.refusals),
    )


def _origin(document: Document) -> str:
    """Say where it was read so that it is found again: a path as it is seen from any folder."""
    named = document.origin
    return named if named == "-" or is_address(named) else str(Path(named).absolute())


def _title(document: Document) -> str:
    return "Standard input" if document.origin == "-" else PurePath(document.origin).name or document.origin


def anchored(candidate: Candidate, normalised: NormalisedText, language: str) -> NewClaim:
    """Give a candidate as a claim of its text, with its exact words and where they stand."""
    source = normalised.source_map.to_source(candidate.start, candidate.end)
    return NewClaim(
        statement=candidate.statement,
        kind=candidate.kind,
        claimer=candidate.claimer,
        via=candidate.via,
        language=language,
        check_worthiness=candidate.check_worthiness,
        reasons=candidate.reasons,
        assumptions=candidate.assumptions,
        form=AppearanceForm.ARTICLE,
        span=SpanRow(candidate.start, candidate.end, *source),
        quote=quote_at(normalised.text, candidate.start, candidate.end),
    )


def hand_claim(entry: ClaimEntry) -> NewClaim:
    """Give a claim that was entered by hand.

    Raises:
        BadInput: it states nothing.

    """
    statement = " ".join(storable(entry.statement).split())
    if not statement:
        raise BadInput("A claim needs a statement.", "Say in one sentence what is claimed.")
    exact = storable(entry.exact).strip()
    return NewClaim(
        statement=statement,
        kind=entry.kind,
        claimer=storable(entry.claimer).strip(),
        via=tuple(storable(name).strip() for name in entry.via if name.strip()),
        language="und",
        check_worthiness=0.5,
        reasons=(),
        assumptions=(),
        form=entry.form,
        quote=QuoteRow(exact, "", "") if exact else None,
        locator=storable(entry.locator).strip(),
        url=storable(entry.url).strip(),
        said_on=entry.said_on,
    )

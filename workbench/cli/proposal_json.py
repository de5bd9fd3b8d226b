"""What ``workbench extract --format json`` prints.

Offsets are code points, half-open, in the source text as it was decoded (without a byte-order mark; of a
page the extracted text). Every ``text`` is exactly that slice.
"""

from typing import NamedTuple

from claims_db.rows import ReasonRow
from claims_db.vocabulary import ClaimKind
from workbench.desk.proposing import Proposal
from workbench.export.averitec import AveritecType, averitec_types
from workbench.extraction.candidate import Candidate


class ProposedArticle(NamedTuple):
    """What a text says of itself; empty where it says nothing."""

    origin: str
    title: str
    outlet: str
    byline: str
    url: str
    published: str
    language: str
    media_type: str
    encoding: str
    characters: int
    sha256: str


class ProposedAmount(NamedTuple):
    """A number in a claim: its value as digits, without its unit."""

    start: int
    end: int
    text: str
    value: str
    unit: str


class ProposedDate(NamedTuple):
    """Words that name a time, and the time they were read as; empty where that stays open."""

    start: int
    end: int
    text: str
    value: str


class ProposedClaim(NamedTuple):
    """A claim that was found; ``via`` names the nearest to the reader first, ``averitec`` AVeriTeC's claim types."""

    start: int
    end: int
    text: str
    claimer: str
    via: tuple[str, ...]
    kind: ClaimKind
    score: float
    reasons: tuple[ReasonRow, ...]
    statement: str
    amounts: tuple[ProposedAmount, ...]
    dates: tuple[ProposedDate, ...]
    assumptions: tuple[str, ...]
    averitec: tuple[AveritecType, ...]


class RefusedText(NamedTuple):
    """A stretch of the text that is no claim, and why."""

    start: int
    end: int
    text: str
    reason: str


class ProposedClaims(NamedTuple):
    """All that was found in a text."""

    article: ProposedArticle
    claims: tuple[ProposedClaim, ...]
    refused: tuple[RefusedText, ...]


class Slice(NamedTuple):
    """A stretch of the source text."""

    start: int
    end: int
    text: str


def proposed_claims(proposal: Proposal) -> ProposedClaims:
    """Put what was found in a text into the shape that is printed."""
    document, found = proposal.document, proposal.extraction
    return ProposedClaims(
        ProposedArticle(
            origin=document.origin,
            title=document.title,
            outlet=document.outlet,
            byline=document.byline,
            url=document.url,
            published=proposal.published.value if proposal.published else "",
            language=document.language or found.language,
            media_type=document.media_type,
            encoding=document.encoding,
            characters=len(document.text),
            sha256=document.sha256,
        ),
        tuple(_claim(candidate, proposal) for candidate in found.candidates),
        tuple(RefusedText(*_slice(proposal, one.start, one.end), one.reason) for one in found.refusals),
    )


def _claim(candidate: Candidate, proposal: Proposal) -> ProposedClaim:
    start, end, text = _slice(proposal, candidate.start, candidate.end)
    return ProposedClaim(
        start=start,
        end=end,
        text=text,
        claimer=candidate.claimer,
        via=candidate.via,
        kind=candidate.kind,
        score=candidate.check_worthiness,
        reasons=candidate.reasons,
        statement=candidate.statement,
        amounts=tuple(
            ProposedAmount(*_slice(proposal, one.start, one.end), format(one.value, "f"), one.unit)
            for one in candidate.amounts
        ),
        dates=tuple(ProposedDate(*_slice(proposal, one.start, one.end), one.value) for one in candidate.dates),
        assumptions=candidate.assumptions,
        averitec=averitec_types(candidate.kind, text, numbers=_counts(candidate)),
    )


def _counts(candidate: Candidate) -> bool:
    """Say whether a claim names a number that has to be right: no bare ``two``, no part of a time such as a year."""
    times = [range(date.start, date.end) for date in candidate.dates]
    return any(
        (one.unit or one.value > 2) and not any(one.start in time for time in times) for one in candidate.amounts
    )


def _slice(proposal: Proposal, start: int, end: int) -> Slice:
    at, until = proposal.normalised.source_map.to_source(start, end)
    return Slice(at, until, proposal.document.text[at:until])

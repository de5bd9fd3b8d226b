"""What ``workbench extract --format json`` prints."""

from claims_db.rows import ReasonRow
from workbench.cli.output import json_text
from workbench.desk.intake import Proposal
from workbench.extraction.candidate import Candidate, Refusal


def extraction_json(proposal: Proposal) -> str:
    """Give an article and its claims as JSON.

    ``start`` and ``end`` are code points in the source text as it was decoded (without a byte-order mark; of
    a page the extracted text), and ``text`` is that slice.
    """
    document = proposal.document
    return json_text(
        {
            "article": {
                "origin": document.origin,
                "title": document.title,
                "outlet": document.outlet,
                "byline": document.byline,
                "url": document.url,
                "published": document.published.value if document.published else None,
                "language": document.language or proposal.extraction.language,
                "media_type": document.media_type,
                "encoding": document.encoding,
                "characters": len(document.text),
                "sha256": document.sha256,
            },
            "claims": [_claim(candidate, proposal) for candidate in proposal.extraction.candidates],
            "refused": [_refused(refusal, proposal) for refusal in proposal.extraction.refusals],
        }
    )


def _claim(candidate: Candidate, proposal: Proposal) -> dict[str, object]:
    to_source = proposal.normalised.source_map.to_source
    start, end = to_source(candidate.start, candidate.end)
    return {
        "start": start,
        "end": end,
        "text": proposal.document.text[start:end],
        "statement": candidate.statement,
        "claimer": candidate.claimer or None,
        "via": list(candidate.via),
        "kind": candidate.kind,
        "score": candidate.check_worthiness,
        "reasons": [_reason(reason) for reason in candidate.reasons],
        "amounts": [
            {
                "text": _slice(proposal, amount.start, amount.end),
                "value": format(amount.value, "f"),
                "unit": amount.unit,
            }
            for amount in candidate.amounts
        ],
        "dates": [
            {"text": _slice(proposal, date.start, date.end), "value": date.value or None} for date in candidate.dates
        ],
        "assumptions": list(candidate.assumptions),
    }


def _refused(refusal: Refusal, proposal: Proposal) -> dict[str, object]:
    start, end = proposal.normalised.source_map.to_source(refusal.start, refusal.end)
    return {"start": start, "end": end, "text": proposal.document.text[start:end], "reason": refusal.reason}


def _reason(reason: ReasonRow) -> dict[str, object]:
    return {"name": reason.name, "weight": reason.weight}


def _slice(proposal: Proposal, start: int, end: int) -> str:
    return proposal.normalised.text[start:end]

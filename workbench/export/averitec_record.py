"""Findings in the shape of AVeriTeC (Schlichtkrull et al., 2023; fields of the data set's README).

The set asks questions and answers them. A desk gathers evidence for and against, so there is one question for each
side, whose answers are the pieces of evidence, and one for each person who was asked.
"""

import json
from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from claims_db.vocabulary import Stance
from workbench.domain.amounts import amounts_in
from workbench.export.averitec import averitec_types
from workbench.export.finding import Asked, CitedSource, Finding, Piece

Json = dict[str, Any]

_QUESTIONS = MappingProxyType(
    {
        Stance.SUPPORTS: "What supports the claim?",
        Stance.REFUTES: "What speaks against the claim?",
        Stance.CONTEXT: "What else has to be known about the claim?",
    }
)
_NOBODY_ANSWERED = "No answer could be found."


def averitec_records(findings: Iterable[Finding], page: str = "") -> tuple[Json, ...]:
    """Give findings as records; a rating that the scale gives no label of AVeriTeC has none.

    Args:
        findings: what to write.
        page: the pattern of the pages' addresses, as ``publisher.pages``.

    """
    return tuple(averitec_record(one, page) for one in findings if one.rating.averitec)


def averitec_record(finding: Finding, page: str = "") -> Json:
    """Give one finding as a record; what is not known is null, as in the set."""
    place = finding.first_place
    said = finding.said_on or (place.published if place else "")
    words = finding.statement
    return {
        "claim": words,
        "required_reannotation": False,
        "label": finding.rating.averitec,
        "justification": finding.rationale,
        "claim_date": _day_first(said),
        "speaker": finding.claimer or None,
        "original_claim_url": (place.url if place else "") or None,
        "cached_original_claim_url": None,
        "fact_checking_article": page.replace("{slug}", finding.slug) or None,
        "reporting_source": (place.outlet if place else "") or None,
        "location_ISO_code": None,
        "claim_types": [str(one) for one in averitec_types(finding.kind, words, numbers=bool(amounts_in(words)))],
        "fact_checking_strategies": ["Written Evidence"] if finding.evidence else [],
        "questions": [*_questions(finding), *map(_question, finding.asked)],
    }


def averitec_json(records: Iterable[Json]) -> bytes:
    """Write records as a file."""
    return (json.dumps(list(records), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _questions(finding: Finding) -> list[Json]:
    sources = {one.number: one for one in finding.sources}
    found = []
    for stance, question in _QUESTIONS.items():
        pieces = [one for one in finding.evidence if one.stance is stance and (one.excerpt.strip() or one.note.strip())]
        if pieces:
            answers = [_answer(one, sources.get(one.source or 0)) for one in pieces]
            found.append({"question": question, "answers": answers})
    return found


def _answer(piece: Piece, source: CitedSource | None) -> Json:
    named = source if source is not None and not source.confidential else None
    extractive = bool(piece.excerpt.strip())
    return {
        "answer": piece.excerpt if extractive else piece.note,
        "answer_type": "Extractive" if extractive else "Abstractive",
        "source_url": (named.url if named else "") or None,
        "cached_source_url": (named.archived_url if named else "") or None,
        "source_medium": "Web text" if named and named.url else "Other",
    }


def _question(asked: Asked) -> Json:
    answered = bool(asked.answer.strip())
    answer = {
        "answer": asked.answer if answered else _NOBODY_ANSWERED,
        "answer_type": "Extractive" if answered else "Unanswerable",
        "source_url": None,
        "cached_source_url": None,
        "source_medium": "Other",
    }
    return {"question": asked.question or f"What does {asked.whom} say of the claim?", "answers": [answer]}


def _day_first(date: str) -> str | None:
    """Write a date as the set does, day first, as far as it is known."""
    return "-".join(reversed(date[:10].split("-"))) or None

"""Rules on what the evidence rests on: how many sources, how near they are, and whether what was captured is whole."""

from collections.abc import Iterator

from claims_db.capture_vocabulary import CaptureMode
from claims_db.rows import EvidenceRow, RatingRow, SourceCount
from claims_db.vocabulary import EvidenceForm, SourceKind
from workbench.domain.dates import instant_words
from workbench.domain.days import DAY
from workbench.domain.evidence.check_words import check_words, look_words
from workbench.domain.evidence.source_count import evidence_words, one_source_words
from workbench.domain.lint.case import Case, says_both, says_false, says_true
from workbench.domain.references import evidence_reference

RECHECK_DAYS = 90
"""After so many days a page is looked at again before anybody signs off by it."""


def one_source_only(case: Case) -> Iterator[str]:
    """Look for a verdict that rests on one source, which does not stand nearest to what it tells of itself."""
    if not any(_decides(verdict.rating) for verdict in case.verdicts):
        return
    counted = case.sheet.sources
    if counted is None:
        yield "No evidence rests on a source that anybody could look up."
    elif counted.independent == 1 and SourceKind.PRIMARY not in _kinds(case):
        yield from _one(counted)


def secondary_only(case: Case) -> Iterator[str]:
    """Look for evidence of which none is said to be primary, and some to be secondary."""
    kinds = _kinds(case)
    if kinds and SourceKind.PRIMARY not in kinds:
        told = [one.number for one in case.sheet.evidence if one.source is not None and one.source.kind is not None]
        yield f"{evidence_words(told)} {'rests' if len(told) == 1 else 'rest'} on what others told; no source is primary."


def excerpt_not_found(case: Case) -> Iterator[str]:
    """Look for excerpts that are not the words of what was captured."""
    for evidence in case.sheet.evidence:
        if evidence.check is not None and not evidence.check.verdict.stands:
            yield f"{evidence_reference(evidence.number)}: {check_words(evidence.check)}."


def not_captured(case: Case) -> Iterator[str]:
    """Look for links and files of which the desk has no bytes."""
    missing = [one.number for one in case.sheet.evidence if _is_document(one) and one.number not in case.captures]
    if missing:
        yield f"Of {evidence_words(missing)} nothing is captured: the source can change or go."


def rotten_capture(case: Case) -> Iterator[str]:
    """Look for captures whose files are not as they were kept."""
    for number, fault in case.faults.items():
        yield f"{evidence_reference(number)}: {fault}"


def source_changed(case: Case) -> Iterator[str]:
    """Look for sources that were not as before when they were looked at again."""
    for evidence in case.sheet.evidence:
        if evidence.look is not None and not evidence.look.outcome.as_it_was:
            yield f"{evidence_reference(evidence.number)}: {look_words(evidence)}."


def recheck_due(case: Case) -> Iterator[str]:
    """Look for pages that nobody has looked at for long."""
    for evidence in case.sheet.evidence:
        capture = case.captures.get(evidence.number)
        if capture is None or capture.mode is not CaptureMode.LIVE:
            continue
        seen = max(capture.captured_at, evidence.look.at if evidence.look is not None else 0)
        if case.now - seen > RECHECK_DAYS * DAY:
            yield f"{evidence_reference(evidence.number)}: its page was looked at last on {instant_words(seen)[:10]}."


def _one(counted: SourceCount) -> Iterator[str]:
    if counted.named == 1:
        yield f"{evidence_words(counted.groups[0])} {'is' if len(counted.groups[0]) == 1 else 'are'} from the only source."
    else:
        yield from one_source_words(counted)


def _decides(rating: RatingRow) -> bool:
    return says_true(rating) or says_false(rating) or says_both(rating)


def _kinds(case: Case) -> frozenset[SourceKind]:
    """Give the kinds of the sources of which somebody has said it."""
    found = (one.source.kind for one in case.sheet.evidence if one.source is not None)
    return frozenset(kind for kind in found if kind is not None)


def _is_document(evidence: EvidenceRow) -> bool:
    has_bytes = evidence.form in {EvidenceForm.LINK, EvidenceForm.FILE}
    return has_bytes and evidence.source is not None and evidence.source.erased_at is None

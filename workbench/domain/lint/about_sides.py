"""Rules on what the evidence does to the claim, beside what the verdict says."""

from collections.abc import Iterator

from claims_db.rows import VerdictRow
from claims_db.vocabulary import Stance
from workbench.domain.dates import first_day, last_day
from workbench.domain.lint.case import Case, says_both, says_false, says_true, verdict_name
from workbench.domain.references import evidence_reference


def false_without_refuting(case: Case) -> Iterator[str]:
    """Look for a rating that says false where no evidence refutes."""
    for verdict in case.verdicts:
        if says_false(verdict.rating) and not _has(case, Stance.REFUTES):
            yield f"{verdict_name(verdict)}: no evidence refutes the claim."


def true_without_supporting(case: Case) -> Iterator[str]:
    """Look for a rating that says true where no evidence supports."""
    for verdict in case.verdicts:
        if says_true(verdict.rating) and not _has(case, Stance.SUPPORTS):
            yield f"{verdict_name(verdict)}: no evidence supports the claim."


def no_other_side(case: Case) -> Iterator[str]:
    """Look for a verdict for whose other side there is no evidence."""
    missing = dict.fromkeys(side for verdict in case.verdicts for side in _other_sides(verdict) if not _has(case, side))
    for side in missing:
        yield f"No evidence {side.value} the claim, which is the other side of the verdict."


def newer_than_the_claim(case: Case) -> Iterator[str]:
    """Look for a claim that is refuted only by what was published after it was made."""
    if case.said is None or not any(says_false(verdict.rating) for verdict in case.verdicts):
        return
    newer = []
    for evidence in case.sheet.evidence:
        if evidence.stance is not Stance.REFUTES or evidence.source is None or evidence.source.published is None:
            continue
        if first_day(evidence.source.published) <= last_day(case.said):
            return
        newer.append((evidence.number, evidence.source.published.value))
    for number, published in newer:
        yield (
            f"{evidence_reference(number)} was published on {published}, after the claim was made ({case.said.value}):"
            " was it false when it was said?"
        )


def _has(case: Case, stance: Stance) -> bool:
    return any(evidence.stance is stance for evidence in case.sheet.evidence)


def _other_sides(verdict: VerdictRow) -> tuple[Stance, ...]:
    """Give the sides whose evidence a verdict does not rest on, which should have been looked for all the same."""
    if says_false(verdict.rating):
        return (Stance.SUPPORTS,)
    if says_true(verdict.rating):
        return (Stance.REFUTES,)
    return (Stance.SUPPORTS, Stance.REFUTES) if says_both(verdict.rating) else ()

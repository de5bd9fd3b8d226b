"""What becomes of a verdict: sign-off, publication, correction, withdrawal."""

import json
from collections.abc import Mapping

from claims_db.rows import ClaimSheet, EvidenceRow
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, ClaimState, Role, Severity
from workbench.desk import linting
from workbench.desk.discussing import write_comment
from workbench.desk.linting import LookedAt
from workbench.desk.permission import require
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.states import Step, after, state_words
from workbench.domain.text import storable
from workbench.errors import BadInput, Refused


def sign_off(place: Workplace, number: int, note: str) -> ClaimSheet:
    """Let the recorded verdict stand; nobody signs off their own, nor past a rule that blocks."""
    looked = linting.look(place, [number])
    with place.work(Action.FINDING_SIGNED_OFF) as work:
        require(work, Role.EDITOR, "sign off")
        check_sign_off(work, number, looked)
        write_sign_off(work, number, storable(note).strip())
    return sheet(place, number)


def check_sign_off(work: UnitOfWork, number: int, looked: Mapping[int, LookedAt]) -> None:
    """See that an editor can let the recorded verdict of a claim stand; ``looked`` is what lint found before.

    Raises:
        Conflict: it is the editor's own, or agrees with it, or the claim was changed since lint looked at it.
        LeaseLost: somebody else is working on the claim.
        Refused: the claim's state does not allow it, or a rule blocks.

    """
    state = work.queues.state(number)
    if state is ClaimState.ADJUDICATION:
        raise Refused(f"C-{number} has verdicts that disagree.", "Say which one stands: adjudicate it.")
    after(state, Step.SIGN_OFF)
    work.leases.check(number, None)
    work.findings.check_sign_off(number, None)
    linting.check(work, number, looked, "signed off")


def write_sign_off(work: UnitOfWork, number: int, note: str) -> None:
    """Write that the recorded verdict of a claim stands."""
    following = after(work.queues.state(number), Step.SIGN_OFF)
    work.findings.sign_off(number, None, note)
    work.queues.set_state(number, following)
    work.leases.end(number)


def publish(place: Workplace, number: int) -> ClaimSheet:
    """Freeze a signed-off finding as it goes out for the first time."""
    looked = linting.look(place, [number])
    with place.work(Action.FINDING_PUBLISHED) as work:
        require(work, Role.EDITOR, "publish")
        following = after(work.queues.state(number), Step.PUBLISH)
        if work.findings.published(number):
            raise Refused(f"C-{number} was published before.", "Publish it as a correction, with severity and reason.")
        linting.check(work, number, looked, "published")
        work.findings.publish(number, frozen(work.sheet(number)))
        work.queues.set_state(number, following)
    return sheet(place, number)


def correct(place: Workplace, number: int, severity: Severity, reason: str) -> ClaimSheet:
    """Publish a new revision of a finding that went out, with severity and reason."""
    if severity is Severity.WITHDRAWN:
        return withdraw(place, number, reason)
    with place.work(Action.FINDING_CORRECTED) as work:
        state = _check_published(work, number, "correct")
        if severity is Severity.RATING_CHANGED and state is not ClaimState.SIGNED_OFF:
            raise Refused(
                f"C-{number} is {state_words(state)} with the rating it had.",
                "Reopen it, record the new verdict, and have it signed off first.",
            )
        following = after(state, Step.CORRECT)
        _publish_again(work, number, severity, reason)
        work.queues.set_state(number, following)
    return sheet(place, number)


def withdraw(place: Workplace, number: int, reason: str) -> ClaimSheet:
    """Withdraw a finding that went out; what was published stays on record."""
    with place.work(Action.FINDING_WITHDRAWN) as work:
        state = _check_published(work, number, "withdraw")
        following = after(state, Step.WITHDRAW)
        _publish_again(work, number, Severity.WITHDRAWN, reason)
        work.queues.set_state(number, following)
    return sheet(place, number)


def reopen(place: Workplace, number: int, reason: str) -> ClaimSheet:
    """Put a published finding back to work; its publication stands until a correction replaces it."""
    words = _reason(reason)
    with place.work(Action.CLAIM_REOPENED) as work:
        state = _check_published(work, number, "reopen")
        following = after(state, Step.REOPEN)
        write_comment(work, number, words)
        work.queues.begin_round(number)
        work.queues.set_state(number, following)
    return sheet(place, number)


def frozen(claim: ClaimSheet) -> str:
    """Give a claim with its verdict and evidence as JSON, as a publication keeps it."""
    verdict = next(verdict for verdict in claim.verdicts if verdict.stands)
    evidence = [
        {
            "public_id": item.public_id,
            "form": item.form,
            "stance": item.stance,
            **_words(item),
            "quote": item.check.verdict if item.check else None,
            "source": item.source.public_id if item.source else None,
        }
        for item in claim.evidence
    ]
    content = {
        "claim": claim.public_id,
        "statement": claim.statement,
        "claimer": claim.claimer,
        "via": claim.via,
        "verdict": verdict.public_id,
        "scale": verdict.scale,
        "rating": verdict.rating.slug,
        "rationale": verdict.rationale,
        "evidence": evidence,
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _words(item: EvidenceRow) -> dict[str, str]:
    """Give the words of evidence; those of a confidential source are never published."""
    if item.source is not None and item.source.confidential:
        return dict.fromkeys(("excerpt", "locator", "note"), "")
    return {"excerpt": item.excerpt, "locator": item.locator, "note": item.note}


def _check_published(work: UnitOfWork, number: int, deed: str) -> ClaimState:
    require(work, Role.EDITOR, deed)
    state = work.queues.state(number)
    if not work.findings.published(number):
        raise Refused(f"C-{number} was never published.", "There is nothing to do about it; return it if it is wrong.")
    return state


def _publish_again(work: UnitOfWork, number: int, severity: Severity, reason: str) -> None:
    work.findings.publish(number, frozen(work.sheet(number)), (severity, _reason(reason)))


def _reason(reason: str) -> str:
    words = storable(reason).strip()
    if not words:
        raise BadInput("A reason is needed.", "Say what was wrong, in words that readers will see.")
    return words

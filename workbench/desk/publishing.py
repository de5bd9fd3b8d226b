"""What becomes of a verdict before and after it goes out: sign-off, and another look."""

from collections.abc import Mapping

from claims_db.rows import ClaimSheet
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, ClaimState, Role
from workbench.desk import linting
from workbench.desk.discussing import write_comment
from workbench.desk.linting import LookedAt
from workbench.desk.permission import require
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.states import Step, after
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


def reopen(place: Workplace, number: int, reason: str) -> ClaimSheet:
    """Put a published finding back to work; its publication stands until a correction replaces it."""
    words = public_reason(reason)
    with place.work(Action.CLAIM_REOPENED) as work:
        state = check_published(work, number, "reopen")
        following = after(state, Step.REOPEN)
        write_comment(work, number, words)
        work.queues.begin_round(number)
        work.queues.set_state(number, following)
    return sheet(place, number)


def check_published(work: UnitOfWork, number: int, deed: str) -> ClaimState:
    """Give the state of a claim whose finding went out.

    Raises:
        Refused: it never did, or who asks is no editor.

    """
    require(work, Role.EDITOR, deed)
    state = work.queues.state(number)
    if not work.findings.published(number):
        raise Refused(f"C-{number} was never published.", "There is nothing to do about it; return it if it is wrong.")
    return state


def check_not_out(work: UnitOfWork, number: int) -> None:
    """See that readers hold no finding of a claim that is to be put aside.

    Raises:
        Refused: it went out; that it was reopened takes nothing back, and what was withdrawn is not.

    """
    if work.findings.published(number):
        raise Refused(
            f"The finding of C-{number} went out and stands.",
            "Record a verdict anew and publish the correction; that can be withdrawn.",
        )


def public_reason(reason: str) -> str:
    """Give the reason for a correction as readers will see it.

    Raises:
        BadInput: there is none.

    """
    words = storable(reason).strip()
    if not words:
        raise BadInput("A reason is needed.", "Say what was wrong, in words that readers will see.")
    return words

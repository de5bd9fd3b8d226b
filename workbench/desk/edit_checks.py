"""Who may edit what of a claim, and in which of its states."""

from types import MappingProxyType

from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import STANDING, Action, Role
from workbench.desk.permission import require
from workbench.domain.states import JUDGED, check_editable


def check_edit(work: UnitOfWork, number: int, token: int | None) -> None:
    """See that the reviewer may edit a claim: nothing stands that others decided, and nobody else holds it.

    Raises:
        LeaseLost: somebody else holds it, or it is not held with this token any more.
        Refused: it is in a state in which its words stand, or others decided on it and the reviewer is no editor.

    """
    state = work.queues.state(number)
    check_editable(number, state)
    if state in JUDGED and not (work.reviews.is_author(number) and not work.reviews.others_ratings(number)):
        require(work, Role.EDITOR, "edit a claim on which others have decided")
    work.leases.check(number, token)


def check_recheck_date(work: UnitOfWork, number: int, token: int | None) -> None:
    """See that the reviewer may say from which day a claim is to be checked again; for a finding that stands editors do.

    Raises:
        LeaseLost: somebody else holds it, or it is not held with this token any more.
        Refused: its state does not allow it, or others decided on it and the reviewer is no editor.

    """
    if work.queues.state(number) not in STANDING:
        check_edit(work, number, token)
        return
    require(work, Role.EDITOR, "say when a finding that stands is to be checked again")
    work.leases.check(number, token)


CHECKS = MappingProxyType(
    {
        Action.CLAIM_RESTATED: check_edit,
        Action.CLAIM_REATTRIBUTED: check_edit,
        Action.CLAIM_SPAN_CHANGED: check_edit,
        Action.CLAIM_SPLIT: check_edit,
        Action.CLAIM_RECHECK_SET: check_recheck_date,
    }
)
"""What is seen to before each of the actions that edit a claim."""

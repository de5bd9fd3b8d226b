"""What has to fit together again after a claim's row was edited or brought back."""

from sqlalchemy import bindparam, select

from claims_db.errors import Conflict
from claims_db.repositories.writing import Writing, key
from claims_db.tables import METADATA, Appearance, Claim, Claimer, fold
from claims_db.vocabulary import ClaimState

_APPEARANCE, _CLAIM = METADATA.tables["appearance"].c, METADATA.tables["claim"].c
_FIRST = select(Appearance).where(_APPEARANCE.claim_id == bindparam("claim")).order_by(_APPEARANCE.id).limit(1)
_POINTING = select(_CLAIM.number).where(_CLAIM.duplicate_of_id == bindparam("claim")).order_by(_CLAIM.number).limit(1)


def first_appearance(writing: Writing, claim: Claim) -> Appearance:
    """Give where a claim was met."""
    appearance: Appearance = writing.session.scalars(_FIRST, {"claim": claim.id}).one()
    writing.recorder.learn("appearance", key(appearance), appearance.public_id)
    return appearance


def fold_anew(writing: Writing, claim: Claim) -> None:
    """Make anew what filters look in, which no image holds."""
    claimer = writing.session.get(Claimer, claim.claimer_id) if claim.claimer_id is not None else None
    exact = first_appearance(writing, claim).exact
    claim.fold = fold(claim.statement, exact, claimer.name if claimer else "", claim.via)


def told_apart(writing: Writing, claim: Claim) -> None:
    """See that the claim which a claim is the same as is the same as no third, and nothing points to the claim itself.

    Raises:
        Conflict: there would be a chain, or a circle; the message names the claim.

    """
    if claim.duplicate_of_id is None:
        return
    other = writing.session.get_one(Claim, claim.duplicate_of_id)
    if other.id == claim.id or other.state is ClaimState.DUPLICATE:
        raise Conflict(
            f"C-{other.number} is itself a duplicate by now.",
            f"'workbench show C-{other.number}' says of which claim; name that one.",
        )
    pointing = writing.session.execute(_POINTING, {"claim": claim.id}).scalar()
    if pointing is not None:
        raise Conflict(f"C-{pointing} is a duplicate of C-{claim.number} by now.", "Put that one into a queue first.")

"""Why a claim is check-worthy, in a few words."""

from collections.abc import Sequence

from claims_db.rows import ReasonRow

MOST = 4
"""How many reasons are named where there is little room."""


COMMON = "makes_a_statement"
"""The reason that every claim has."""

TAKEN_IN = "taken_in_by_a_reviewer"
"""The reason of a claim that a person took in from its article; it has no weight, and is named all the same."""


def strongest(reasons: Sequence[ReasonRow], most: int = MOST) -> tuple[ReasonRow, ...]:
    """Give the reasons that weigh most, for or against, in their order; what every claim has tells nothing.

    A reason without weight comes first: it says where the claim came from, which nobody may miss.
    """
    telling = [reason for reason in reasons if reason.name != COMMON]
    kept = sorted(range(len(telling)), key=lambda at: (telling[at].weight != 0, -abs(telling[at].weight), at))[:most]
    return tuple(telling[at] for at in sorted(kept))


def proposed_by(model: str) -> str:
    """Name the reason that a claim has because a model proposed it."""
    return f"proposed by {model}"


def reason_words(reason: ReasonRow) -> str:
    """Name a reason as people read it."""
    return reason.name.replace("_", " ")


def weighed_words(reason: ReasonRow) -> str:
    """Name a reason with its weight, where it has one."""
    return f"{reason_words(reason)} {reason.weight:+.2f}" if reason.weight else reason_words(reason)

"""Why a claim is check-worthy, in a few words."""

from collections.abc import Sequence

from claims_db.rows import ReasonRow

MOST = 4
"""How many reasons are named where there is little room."""


COMMON = "makes_a_statement"
"""The reason that every claim has."""


def strongest(reasons: Sequence[ReasonRow], most: int = MOST) -> tuple[ReasonRow, ...]:
    """Give the reasons that weigh most, for or against, in their order; what every claim has tells nothing."""
    telling = [reason for reason in reasons if reason.name != COMMON]
    kept = sorted(range(len(telling)), key=lambda at: (-abs(telling[at].weight), at))[:most]
    return tuple(telling[at] for at in sorted(kept))


def reason_words(reason: ReasonRow) -> str:
    """Name a reason as people read it."""
    return reason.name.replace("_", " ")

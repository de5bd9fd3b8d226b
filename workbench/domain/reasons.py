"""Why a claim is check-worthy, in a few words."""

from collections.abc import Sequence

from claims_db.rows import ReasonRow

MOST = 5
"""How many reasons are named where there is little room."""


def strongest(reasons: Sequence[ReasonRow], most: int = MOST) -> tuple[ReasonRow, ...]:
    """Give the reasons that weigh most, for or against, in their order."""
    kept = sorted(range(len(reasons)), key=lambda at: (-abs(reasons[at].weight), at))[:most]
    return tuple(reasons[at] for at in sorted(kept))


def reason_words(reason: ReasonRow) -> str:
    """Name a reason as people read it."""
    return reason.name.replace("_", " ")

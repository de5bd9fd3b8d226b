"""Point out claims that the desk has nearly word for word already."""

from collections.abc import Iterable

from claims_db.rows import NearPair
from workbench.cli.complaints import say
from workbench.domain.references import claim_reference


def point_out(pairs: Iterable[NearPair]) -> None:
    """Say which new claims are near to which old ones, and how they differ; nothing is joined."""
    for pair in pairs:
        near = pair.near
        differences = f" ({'; '.join(near.differences)})" if near.differences else ""
        what = f"{claim_reference(pair.claim)} is nearly {claim_reference(near.number)}"
        say(f"  {what}, {near.relation.value}{differences}: {near.statement}")

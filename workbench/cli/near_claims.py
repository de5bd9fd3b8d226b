"""Point out claims that the desk has nearly word for word already."""

from collections.abc import Iterable

from claims_db.rows import NearPair
from workbench.cli.complaints import say
from workbench.domain.near_words import near_words


def point_out(pairs: Iterable[NearPair]) -> None:
    """Say which new claims are near to which old ones, and how they differ; nothing is joined."""
    for pair in pairs:
        near = pair.near
        differences = f" ({'; '.join(near.differences)})" if near.differences else ""
        say(f"  {near_words(pair)}{differences}: {near.statement}")

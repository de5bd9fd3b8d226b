"""Say of a claim that came in what it is to one that is there, in the same words wherever it is said."""

from claims_db.rows import NearPair
from workbench.domain.references import claim_reference


def near_words(pair: NearPair) -> str:
    """Write a pair of claims, such as ``C-7 is nearly C-4, variant``."""
    return f"{claim_reference(pair.claim)} is nearly {claim_reference(pair.near.number)}, {pair.near.relation.value}"

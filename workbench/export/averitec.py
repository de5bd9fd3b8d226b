"""The claim types of AVeriTeC (Schlichtkrull et al., 2023), for the kinds of this desk.

The types say how a claim is checked, our kinds what it states, so that a claim may be of several types.
"""

import re
from enum import StrEnum
from types import MappingProxyType

from claims_db.vocabulary import ClaimKind


class AveritecType(StrEnum):
    """A claim type, spelt as AVeriTeC's files spell it."""

    POSITION = "Position Statement"
    NUMERICAL = "Numerical Claim"
    EVENT = "Event/Property Claim"
    QUOTE = "Quote Verification"
    CAUSAL = "Causal Claim"


_TYPES = MappingProxyType(
    {
        ClaimKind.QUANTITY: AveritecType.NUMERICAL,
        ClaimKind.SUPERLATIVE: AveritecType.EVENT,
        ClaimKind.COMPARISON: AveritecType.NUMERICAL,
        ClaimKind.TREND: AveritecType.NUMERICAL,
        ClaimKind.EVENT: AveritecType.EVENT,
        ClaimKind.CAUSAL: AveritecType.CAUSAL,
        ClaimKind.QUOTATION: AveritecType.QUOTE,
        ClaimKind.PREDICTION: AveritecType.EVENT,
        ClaimKind.RULE: AveritecType.EVENT,
        ClaimKind.OTHER: AveritecType.EVENT,
    }
)
_RANKED = re.compile(
    r"\b(?:most|fewest|least|(?:larg|bigg|great|high|low|small|long|short|old|young|fast|slow|rich|poor|cheap)i?est)\b",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"\b(?:supports?|supported|oppos(?:es?|ed)|endors(?:es?|ed)|favou?rs|favou?red|in favou?r of|rejects|rejected|"
    r"(?:calls|called) for|(?:is|are|was|were|voted) against|backs|backed)\b",
    re.IGNORECASE,
)
_ORDER = tuple(AveritecType)


def averitec_types(kind: ClaimKind, words: str, *, numbers: bool) -> tuple[AveritecType, ...]:
    """Give the types of a claim, in AVeriTeC's order.

    Args:
        kind: what the desk says it states.
        words: its words, which show a position or a ranking by size.
        numbers: whether it names a number that has to be right.

    """
    found = {_TYPES[kind]}
    if numbers or (kind is ClaimKind.SUPERLATIVE and _RANKED.search(words)):
        found.add(AveritecType.NUMERICAL)
    if _POSITION.search(words):
        found.add(AveritecType.POSITION)
    return tuple(one for one in _ORDER if one in found)

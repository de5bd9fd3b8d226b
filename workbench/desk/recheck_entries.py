"""What is looked at again, and what was found."""

from dataclasses import dataclass
from typing import NamedTuple

from claims_db.capture_vocabulary import RecheckOutcome
from claims_db.rows import QuoteRow, RestingRow


@dataclass(frozen=True)
class RecheckChoice:
    """Which evidence is looked at again.

    Attributes:
        numbers: these pieces.
        claims: what was captured for these claims.
        older_than_days: without numbers and claims, what nobody has looked at for so many days; 0 for all of it.

    """

    numbers: tuple[int, ...] = ()
    claims: tuple[int, ...] = ()
    older_than_days: int = 0


class Rechecked(NamedTuple):
    """What was found of one piece of evidence.

    ``became`` says it in words; ``quote`` are the source's words now, ``capture`` the new capture's id.
    """

    evidence: int
    claim: int
    url: str
    outcome: RecheckOutcome
    became: str
    excerpt: str
    quote: QuoteRow | None
    remarks: tuple[str, ...]
    capture: str


class RecheckReport(NamedTuple):
    """What was found, in the order of the evidence; what rests on sources that are not as they were; what was left out.

    ``confidential`` are the numbers of evidence from confidential sources, which are asked only by name.
    """

    found: tuple[Rechecked, ...]
    resting: tuple[RestingRow, ...]
    confidential: tuple[int, ...]

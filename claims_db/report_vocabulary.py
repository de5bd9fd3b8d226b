"""The words of reports on what a desk selects and brings about; on disk they are spelled as here."""

from enum import StrEnum


class RequestOutcome(StrEnum):
    """What came of a request to somebody else to correct what they published."""

    CORRECTED = "corrected"
    PARTLY = "partly"
    CLARIFIED = "clarified"
    REFUSED = "refused"
    NO_ANSWER = "no_answer"
    DELETED = "deleted"


class BalanceAxis(StrEnum):
    """By what the claims that came in are told apart."""

    CLAIMER = "claimer"
    PARTY = "party"
    OUTLET = "outlet"
    TOPIC = "topic"

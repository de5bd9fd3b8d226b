"""Rows of what a desk did to find out: where it looked, and whom it asked."""

from typing import NamedTuple

from claims_db.report_vocabulary import RequestOutcome


class SearchEntryRow(NamedTuple):
    """A line of the search log of a claim; ``found`` is empty where nothing was found. ``number`` counts from 1."""

    number: int
    public_id: str
    place: str
    words: str
    found: str
    reviewer: str
    searched_at: int


class ReplyRow(NamedTuple):
    """A line of the right-of-reply log of a claim; without ``answered_at`` there is no answer. ``number`` counts from 1."""

    number: int
    public_id: str
    asked: str
    channel: str
    question: str
    asked_at: int
    deadline: int | None
    answer: str
    answered_at: int | None
    reviewer: str


class CorrectionRequestRow(NamedTuple):
    """A request to somebody else to correct what they published; without ``outcome`` it is open.

    ``url`` says where it stands, ``outcome_url`` where the correction does; ``printed`` whether reports tell of it.
    ``number`` counts the claim's requests from 1.
    """

    claim: int
    number: int
    public_id: str
    asked: str
    outlet: str
    url: str
    channel: str
    request: str
    asked_at: int
    deadline: int | None
    outcome: RequestOutcome | None
    outcome_at: int | None
    outcome_url: str
    note: str
    printed: bool
    reviewer: str

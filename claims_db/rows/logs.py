"""Rows of what a desk did to find out: where it looked, and whom it asked."""

from typing import NamedTuple


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

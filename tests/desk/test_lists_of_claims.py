"""Lists of claims: how one begins, however many claims there are."""

from unittest import mock

import pytest

from claims_db.rows import ClaimFilter
from claims_db.views import claims
from claims_db.vocabulary import ClaimState, SkipReason
from workbench.desk.desk import Desk
from workbench.desk.entries import ClaimEntry
from workbench.domain.search_words import parse_filter

FILTERS = (
    *(
        "",
        "bridge",
        "town:",
        "kind:quantity",
        "worth:0.1",
        "nothing of this",
        "-bridge",
        "order:newest",
        "order:article",
    ),
    *(
        "state:queued",
        "state:skipped",
        "state:skipped,queued",
        "state:published",
        "state:skipped bridge",
        "-state:queued",
    ),
)


@pytest.fixture
def worked_on(desk: Desk) -> Desk:
    """Give a desk with claims that wait and some that were set aside."""
    for number in range(24):
        what = ("bridge", "ferry", "mill")[number % 3]
        desk.add_claim(
            ClaimEntry(f"The {what} of town: {number} cost {number * 7 % 11} million euros in {1990 + number}.")
        )
    for number in range(1, 24, 4):
        desk.skip(number, SkipReason.OTHER, "Not ours.")
    return desk


def test_a_list_begins_as_the_whole_of_it_does(worked_on: Desk) -> None:
    for words in FILTERS:
        wanted = parse_filter(words)
        assert worked_on.first_numbers(wanted) == worked_on.claim_numbers(wanted), words


def test_of_a_long_list_only_the_first_claims_are_looked_at(worked_on: Desk) -> None:
    for words in FILTERS:
        wanted = parse_filter(words)
        everything = list(worked_on.claim_numbers(ClaimFilter(_asked_at_all(wanted), order=wanted.order)))
        through = set(worked_on.claim_numbers(wanted))
        for looked_at in ((4, 10), (20,), (22, 23), (1, 24), (7, 18, 30)):
            with mock.patch.object(claims, "_FIRST", 3), mock.patch.object(claims, "_LOOKED_AT", looked_at):
                begun = list(worked_on.first_numbers(wanted))
            ways = [[one for one in everything[:most] if one in through][:3] for most in looked_at]
            assert begun == next((way for way in ways if len(way) == 3), ways[-1]), (words, looked_at)


def _asked_at_all(wanted: ClaimFilter) -> tuple[ClaimState, ...]:
    """Give the states that a list is made of: those that wait, the others, or both."""
    parts = ((ClaimState.QUEUED,), tuple(state for state in ClaimState if state is not ClaimState.QUEUED))
    return tuple(state for part in parts if wanted.states and set(part) & set(wanted.states) for state in part)

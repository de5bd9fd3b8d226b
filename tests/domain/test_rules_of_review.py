"""Pure rules of queues and second review: what enters, what is selected, what is merged, how it is said."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.ranking import DEFAULT_ORDERS, Pressing, rank
from claims_db.rows import QueueSummary, SecondReviewRule
from claims_db.vocabulary import ClaimKind, ClaimState, Priority
from tests.conftest import MINUTE, START
from workbench.domain.differences import verdict_difference
from workbench.domain.filling import ClaimFacts, parse_rule, takes
from workbench.domain.merging import merge
from workbench.domain.second_review import selects, state_after_verdict
from workbench.domain.waiting import why_nothing_is_free
from workbench.errors import Refused

DAY = 24 * 60 * MINUTE
FACTS = ClaimFacts("The ferry sank 3 times.", "Inga Holm", ("Reuters", "Harbour News"), ClaimKind.QUANTITY, 0.6)


@pytest.mark.parametrize(
    ("rule", "taken"),
    [
        ("", True),
        ("ferry", True),
        ("FERRY sank", True),
        ("tram", False),
        ('claimer:"inga holm"', True),
        ("claimer:moe", False),
        ("via:reuters", True),
        ("via:afp", False),
        ("kind:quantity,trend", True),
        ("kind:event", False),
        ("worth:0.6", True),
        ("worth:0.61", False),
        ("ferry via:harbour worth:0.5 kind:quantity", True),
    ],
)
def test_a_queues_rule_takes_what_it_says(rule: str, taken: bool) -> None:
    assert takes(parse_rule(rule), FACTS) is taken


PRESSING = st.builds(
    Pressing,
    st.integers(0, 10_000),
    st.sampled_from(Priority),
    st.none() | st.integers(START, START + 3000 * DAY),
    st.integers(0, 900),
)


def key(claim: Pressing) -> tuple[object, ...]:
    minute = float("inf") if claim.deadline is None else claim.deadline // MINUTE
    return list(Priority).index(claim.priority), minute, -claim.demand, -claim.worth


@given(PRESSING, PRESSING)
def test_a_rank_orders_as_the_four_keys_in_turn_would(one: Pressing, other: Pressing) -> None:
    ranks = rank(DEFAULT_ORDERS, one), rank(DEFAULT_ORDERS, other)
    assert (ranks[0] < ranks[1]) is (key(one) < key(other))
    assert 0 <= max(ranks) < 2**53, "a rank is a number that canonical JSON holds exactly"


@given(PRESSING, PRESSING)
def test_one_key_alone_decides_where_a_queue_asks_for_one(one: Pressing, other: Pressing) -> None:
    assert (rank(["demand"], one) < rank(["demand"], other)) is (one.demand > other.demand)


@pytest.mark.parametrize(
    ("state", "rating", "others", "selected", "following"),
    [
        (ClaimState.QUEUED, "false", [], False, ClaimState.RECORDED),
        (ClaimState.QUEUED, "false", [], True, ClaimState.SECOND_REVIEW),
        (ClaimState.SKIPPED, "false", [], True, ClaimState.SECOND_REVIEW),
        (ClaimState.SECOND_REVIEW, "false", ["false"], True, ClaimState.RECORDED),
        (ClaimState.SECOND_REVIEW, "true", ["false"], True, ClaimState.ADJUDICATION),
        (ClaimState.RECORDED, "true", ["false"], False, ClaimState.ADJUDICATION),
        (ClaimState.ADJUDICATION, "true", ["false", "true"], True, ClaimState.RECORDED),
    ],
)
def test_where_a_verdict_leads(
    state: ClaimState, rating: str, others: list[str], selected: bool, following: ClaimState
) -> None:
    given = [("desk", other) for other in others]
    assert state_after_verdict(state, ("desk", rating), given, selected=selected) is following


def test_ratings_of_two_scales_never_agree() -> None:
    given = [("politifact", "false")]
    following = state_after_verdict(ClaimState.SECOND_REVIEW, ("desk", "false"), given, selected=True)
    assert following is ClaimState.ADJUDICATION


@pytest.mark.parametrize("state", [ClaimState.SIGNED_OFF, ClaimState.PUBLISHED, ClaimState.WITHDRAWN])
def test_what_was_signed_off_takes_no_verdict(state: ClaimState) -> None:
    with pytest.raises(Refused):
        state_after_verdict(state, ("desk", "true"), [], selected=False)


@given(st.integers(0, 10_000), st.lists(st.uuids().map(str), min_size=1, max_size=50, unique=True))
def test_a_share_is_drawn_alike_by_everybody_and_grows_with_the_share(share: int, ids: list[str]) -> None:
    def drawn(of: int) -> set[str]:
        return {one for one in ids if selects(SecondReviewRule(share=of), "true", one, "words", legal=False)}

    assert drawn(share) == drawn(share)
    assert drawn(0) == set()
    assert drawn(10_000) == set(ids)
    assert drawn(share // 2) <= drawn(share)


class Marks(NamedTuple):
    one: int
    other: int


@given(*[st.builds(Marks, st.integers(0, 2), st.integers(0, 2))] * 3)
def test_a_merge_takes_each_sides_change_and_names_what_both_changed(base: Marks, mine: Marks, theirs: Marks) -> None:
    merged, conflicts = merge(base, mine, theirs)
    for name, was, own, other, came in zip(Marks._fields, base, mine, theirs, merged, strict=True):
        clash = own not in {was, other} and other != was
        assert (name in {conflict.name for conflict in conflicts}) is clash
        assert came == (own if other == was else other)


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        (QueueSummary("desk", 0, 0, 0, 4, None, None), "Nothing to take: 0 free, 4 done."),
        (
            QueueSummary("desk", 0, 7, 3, 0, START + 12 * MINUTE, START + 3 * DAY),
            "Nothing to take: 0 free, 7 leased (the oldest for 12 minutes more), 3 postponed until Friday, 0 done.",
        ),
        (
            QueueSummary("desk", 0, 1, 1, 0, START + 1, START + 9 * DAY, 2, 1),
            "Nothing to take: 0 free, 1 leased (the oldest for 1 minute more), 1 postponed until 2023-11-23, "  # noqa: ISC004
            "2 assigned to others, 1 for somebody who did not write the verdict, 0 done.",
        ),
    ],
)
def test_an_empty_queue_is_explained_in_one_sentence(summary: QueueSummary, words: str) -> None:
    assert why_nothing_is_free(summary, START) == words


def test_two_verdicts_are_set_against_each_other() -> None:
    lines = verdict_difference(("true", "It sank.\nTwice."), ("false", "It sank.\nOnce."), "ben")
    assert lines == ("rating: false (ben), yours true", "  It sank.", "- Once.", "+ Twice.")
    assert verdict_difference(("true", "It sank."), ("true", "It sank."), "ben")[1] == "  the rationales are the same"
    assert verdict_difference(("true", "It sank."), None, "") == ("yours, not recorded: true", "+ It sank.")

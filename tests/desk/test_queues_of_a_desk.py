"""Queues with rules, places in them, assignments, postponements, and why there is nothing to take."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims_db.errors import Conflict, LeaseLost, NotFound
from claims_db.repositories.queues import Spot
from claims_db.rows import ClaimFilter, ClaimSheet, QueueRules, SecondReviewRule
from claims_db.vocabulary import ClaimState, Priority, SkipReason
from tests.conftest import MINUTE, Clock, OpenDesk
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEntry, NothingFree, QueueEntry
from workbench.errors import BadInput, Refused

DAY = 24 * 60 * MINUTE


@pytest.fixture
def ana(open_as: OpenDesk) -> Desk:
    desk = open_as("ana")
    for number in range(3, 7):
        desk.add_claim(ClaimEntry(f"The ferry sank {number} times in nine years.", claimer="Inga Holm"))
    return desk


@pytest.fixture
def ben(ana: Desk, open_as: OpenDesk) -> Desk:
    del ana
    return open_as("ben")


def order(desk: Desk, queue: str = "desk") -> list[int]:
    return list(desk.queue_numbers(queue))


def taken(desk: Desk, queue: str = "desk") -> int:
    turn = desk.take_next(queue)
    assert isinstance(turn, ClaimSheet), turn
    return turn.number


def test_new_claims_enter_the_queues_whose_rules_take_them(ana: Desk) -> None:
    ana.open_queue(QueueEntry("transport", takes="ferry carried"))
    ana.open_queue(QueueEntry("health", takes='claimer:"Dr Moe"'))
    ana.add_claim(ClaimEntry("The ferry carried 48,000 people."))
    ana.add_claim(ClaimEntry("Masks stop 95% of it.", claimer="Dr Moe"))
    assert ana.claim(5).queues == ("desk", "transport")
    assert ana.claim(6).queues == ("desk", "health")
    assert [(row.name, row.waiting) for row in ana.queues()] == [("desk", 6), ("transport", 1), ("health", 1)]


def test_a_claim_that_no_rule_takes_is_proposed_and_can_be_queued(ana: Desk, article: object) -> None:
    ana.change_queue(QueueEntry("desk", takes="worth:1"))
    intake = ana.add_article(ArticleEntry(str(article)))
    number = intake.claims[0]
    assert ana.claim(number).state is ClaimState.PROPOSED
    assert ana.claim(number).queues == ()
    ana.put([number])
    assert ana.claim(number).state is ClaimState.QUEUED
    assert ana.claim(number).queues == ("desk",)
    ana.undo()
    assert ana.claim(number).state is ClaimState.PROPOSED


@pytest.mark.parametrize("takes", ["state:queued", "article:A-1", "holder:ben", "rating:false", "kind:nonsense"])
def test_a_rule_that_a_new_claim_can_not_meet_is_refused(ana: Desk, takes: str) -> None:
    with pytest.raises(BadInput):
        ana.open_queue(QueueEntry("odd", takes=takes))
    assert len(ana.queues()) == 1


@pytest.mark.parametrize(
    "entry", [QueueEntry("  "), QueueEntry("x", orders=("colour",)), QueueEntry("x", orders=("demand", "demand"))]
)
def test_a_queue_needs_a_name_and_orders_that_exist(ana: Desk, entry: QueueEntry) -> None:
    with pytest.raises(BadInput):
        ana.open_queue(entry)


def test_a_name_is_given_once_and_only_editors_make_queues(ana: Desk, ben: Desk) -> None:
    ana.open_queue(QueueEntry("health"))
    with pytest.raises(Conflict, match="already"):
        ana.open_queue(QueueEntry("health"))
    with pytest.raises(Refused, match="Only an editor can make a queue"):
        ben.open_queue(QueueEntry("sports"))
    with pytest.raises(NotFound, match="no queue 'sports'"):
        ben.take_next("sports")


def test_a_queue_is_ordered_by_priority_deadline_demand_and_worth(ana: Desk, clock: Clock) -> None:
    assert order(ana) == [1, 2, 3, 4]
    marks = ana.claim(1).marks()
    ana.mark(2, marks, marks._replace(demand=12))
    assert order(ana) == [2, 1, 3, 4]
    ana.mark(3, marks, marks._replace(deadline=clock.now + DAY))
    assert order(ana) == [3, 2, 1, 4]
    ana.mark(4, marks, marks._replace(priority=Priority.URGENT))
    assert order(ana) == [4, 3, 2, 1]
    ana.change_queue(QueueEntry("desk", orders=("demand", "check_worthiness")))
    assert order(ana) == [2, 1, 3, 4]
    ana.undo()
    assert order(ana) == [4, 3, 2, 1]
    ana.undo()
    assert ana.claim(4).priority is Priority.NORMAL
    assert order(ana) == [3, 2, 1, 4]
    ana.redo()
    assert order(ana) == [4, 3, 2, 1]


def test_queues_come_and_go_and_come_back(ana: Desk) -> None:
    ana.open_queue(QueueEntry("health"))
    ana.undo()
    assert [row.name for row in ana.queues()] == ["desk"]
    ana.redo()
    ana.put([1, 2], "health")
    ana.move(2, "health", Spot.FIRST)
    ana.remove_queue("health")
    assert [row.name for row in ana.queues()] == ["desk"]
    ana.undo()
    assert order(ana, "health") == [2, 1]


def test_a_queue_that_others_use_meanwhile_is_not_taken_back(ana: Desk, ben: Desk) -> None:
    ana.open_queue(QueueEntry("health"))
    ben.put([1], "health")
    with pytest.raises(Conflict, match="rests on the queue"):
        ana.undo()
    assert order(ben, "health") == [1]


def test_claims_are_moved_by_hand(ana: Desk) -> None:
    ana.move(3, "desk", Spot.FIRST)
    assert order(ana) == [3, 1, 2, 4]
    ana.move(1, "desk", Spot.LAST)
    assert order(ana) == [3, 2, 4, 1]
    ana.move(1, "desk", Spot.BEFORE, 2)
    assert order(ana) == [3, 1, 2, 4]
    ana.move(3, "desk", Spot.AFTER, 2)
    assert order(ana) == [1, 2, 3, 4]
    ana.move(4, "desk", Spot.FIRST)
    assert taken(ana) == 4
    ana.undo()
    assert order(ana) == [1, 2, 3, 4]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves=st.lists(st.tuples(st.integers(1, 4), st.sampled_from(Spot), st.integers(1, 4)), max_size=30))
def test_any_moves_give_the_order_that_a_list_would_have(open_as: OpenDesk, moves: list[tuple[int, Spot, int]]) -> None:
    desk = open_as("ana")
    while len(desk.claim_numbers(ClaimFilter())) < 4:
        desk.add_claim(ClaimEntry(f"Ferry {len(desk.claim_numbers(ClaimFilter()))} sank 3 times in nine years."))
    expected = order(desk)
    for number, spot, other in moves:
        if number == other:
            continue
        beside = spot in {Spot.BEFORE, Spot.AFTER}
        desk.move(number, "desk", spot, other if beside else None)
        expected.remove(number)
        at = {Spot.FIRST: 0, Spot.LAST: len(expected)}.get(spot)
        if at is None:
            at = expected.index(other) + (spot is Spot.AFTER)
        expected.insert(at, number)
        assert order(desk) == expected
    desk.close()


@pytest.mark.parametrize(("spot", "other"), [(Spot.BEFORE, None), (Spot.FIRST, 2), (Spot.AFTER, 1)])
def test_a_move_says_where_to(ana: Desk, spot: Spot, other: int | None) -> None:
    with pytest.raises(BadInput):
        ana.move(1, "desk", spot, other)


def test_an_assigned_claim_waits_for_its_person_and_comes_first_for_them(ana: Desk, ben: Desk) -> None:
    ana.assign([4], "ben", "You know ferries.")
    assert [(notice.kind, notice.claim, notice.who, notice.words) for notice in ben.notices()] == [
        ("assigned", 4, "ana", "You know ferries.")
    ]
    assert taken(ana) == 1
    assert taken(ben) == 4
    for number in (1, 2, 3):
        ana.skip(number, SkipReason.TRIVIAL)
    turn = ana.take_next()
    assert isinstance(turn, NothingFree)
    with pytest.raises(Refused, match="Only an editor can assign"):
        ben.assign([2], "ana")
    ana.assign([4], None)
    assert ben.claim(4).assigned_to == ""


def test_a_reviewer_may_take_what_is_nobodys_for_themselves(ana: Desk, ben: Desk) -> None:
    del ana
    ben.assign([2], "ben", "I was there.")
    assert taken(ben) == 2
    with pytest.raises(NotFound, match="zoe"):
        ben.assign([3], "zoe")


def test_what_is_postponed_comes_back_when_its_time_has_come(ana: Desk, clock: Clock) -> None:
    taken(ana)
    ana.postpone([1, 2], clock.now + 3 * DAY)
    assert ana.claim(1).lease is None
    assert taken(ana) == 3
    assert ana.claim(1).postponed_until is not None
    clock.pass_minutes(3 * 24 * 60 + 1)
    assert ana.claim(1).postponed_until is None
    ana.hand_back(3)
    assert taken(ana) == 1
    with pytest.raises(BadInput, match="passed"):
        ana.postpone([2], clock.now - MINUTE)


def test_nobody_postpones_what_somebody_else_works_on(ana: Desk, ben: Desk, clock: Clock) -> None:
    number = taken(ana)
    with pytest.raises(LeaseLost):
        ben.postpone([number], clock.now + DAY)


def test_an_empty_queue_says_why(ana: Desk, ben: Desk, clock: Clock) -> None:
    assert taken(ana) == 1
    ana.postpone([2], clock.now + 3 * DAY)
    ana.assign([3], "ana")
    ben.skip(4, SkipReason.TRIVIAL)
    clock.pass_minutes(18)
    turn = ben.take_next()
    assert isinstance(turn, NothingFree)
    assert turn.reason == (
        "Nothing to take: 0 free, 1 leased (the oldest for 12 minutes more), 1 postponed until Friday, "
        "1 assigned to others, 1 done."
    )


def test_a_queue_is_removed_while_somebody_works_from_it(ana: Desk, ben: Desk) -> None:
    ana.open_queue(QueueEntry("health", takes="masks"))
    ana.add_claim(ClaimEntry("Masks stop 95% of it."))
    ana.take_out([5], "desk")
    assert ana.claim(5).queues == ("health",)
    assert taken(ben, "health") == 5
    token = ben.claim(5).lease
    assert ana.remove_queue("health") == 1
    assert token is not None
    assert ben.record(5, "true", "It does.", token.token).state is ClaimState.RECORDED
    assert ana.claim(5).state is ClaimState.RECORDED
    with pytest.raises(Conflict, match="can't be removed"):
        ana.remove_queue("desk")


def test_a_claim_of_a_removed_queue_goes_to_the_desks_own(ana: Desk) -> None:
    ana.open_queue(QueueEntry("health", takes="masks"))
    ana.add_claim(ClaimEntry("Masks stop 95% of it."))
    ana.take_out([5], "desk")
    ana.remove_queue("health")
    assert 5 in order(ana)


def test_a_deadline_that_has_passed_is_noticed(ana: Desk, clock: Clock) -> None:
    marks = ana.claim(1).marks()
    ana.mark(1, marks, marks._replace(deadline=clock.now + MINUTE))
    assert ana.notices() == ()
    clock.pass_minutes(2)
    assert [(notice.kind, notice.claim) for notice in ana.notices()] == [("deadline", 1)]


def test_queues_share_their_claims_and_none_is_held_twice(ana: Desk, ben: Desk) -> None:
    ana.open_queue(QueueEntry("second"))
    ana.put([1, 2], "second")
    assert taken(ana) == 1
    assert taken(ben, "second") == 2
    assert {taken(ana), taken(ben, "second")} == {1, 2}


def test_returned_work_is_not_handed_straight_back(ana: Desk, ben: Desk) -> None:
    ben.record(1, "true", "It did.")
    outcome = ana.send_back(1, "Which register?")
    assert isinstance(outcome.next, ClaimSheet)
    assert outcome.next.number != 1
    assert order(ana)[0] == 1


def test_rules_that_two_editors_change_are_merged_or_shown(ana: Desk) -> None:
    base = ana.queues()[0].rules()
    ana.change_queue(QueueEntry("desk", takes="ferry", orders=base.orders), base)
    ana.change_queue(QueueEntry("desk", orders=("demand",)), base)
    assert ana.queues()[0].rules() == QueueRules("ferry", ("demand",))
    with pytest.raises(Refused, match="takes was ; yours tram, theirs ferry"):
        ana.change_queue(QueueEntry("desk", takes="tram", orders=base.orders), base)
    rule = ana.second_review_rule()
    ana.set_second_review_rule(rule._replace(legal=True), rule)
    ana.set_second_review_rule(rule._replace(share=500), rule)
    assert ana.second_review_rule() == SecondReviewRule(legal=True, share=500)
    with pytest.raises(Refused, match="share was 0; yours 100, theirs 500"):
        ana.set_second_review_rule(rule._replace(share=100), rule)

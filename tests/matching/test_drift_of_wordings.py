"""How the wording of a claim drifted: numbers, hedges, negations, directions and attributions, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.match_vocabulary import Relation
from workbench.matching.drift import LONGEST, DriftKind, Wording, drift, wording_key


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ("Prices could rise in May.", "Prices will rise in May.", {DriftKind.HEDGE}),
        ("The ship may sink.", "The ship sank.", {DriftKind.HEDGE}),
        ("The firm plans to cut jobs.", "The firm cut jobs.", {DriftKind.HEDGE}),
        ("About 300 people came.", "300 people came.", {DriftKind.HEDGE}),
        ("Prices rose by 5 percent.", "Prices rose by 6 percent.", {DriftKind.NUMBER}),
        ("Prices rose in March.", "Prices fell in March.", {DriftKind.DIRECTION}),
        ("The talks will not be held.", "The talks will be held.", {DriftKind.NEGATION}),
        ("Prices rose in March, the ministry said.", "Prices rose in March.", {DriftKind.ATTRIBUTION}),
        ("According to the ministry, prices rose.", "Prices rose.", {DriftKind.ATTRIBUTION}),
        ("Prices rose in Gent.", "Prices rose in Lille.", {DriftKind.NAME}),
        ("The ferry was painted green.", "The ferry was painted grey-blue.", {DriftKind.WORDS}),
    ],
)
def test_what_a_change_of_words_does_is_named(before: str, after: str, kinds: set[DriftKind]) -> None:
    found = drift(Wording(before), Wording(after))
    assert {kind for one in found.changes for kind in one.kinds} == kinds


def test_changes_say_where_they_stand_on_both_sides() -> None:
    before, after = "Prices could rise to 5%.", "Prices will rise to 6%."
    hedge, number = drift(Wording(before), Wording(after)).changes
    assert (before[slice(*hedge.here)], after[slice(*hedge.there)]) == ("could", "will")
    assert (before[slice(*number.here)], after[slice(*number.there)]) == ("5", "6")
    assert number.words == "“5” became “6”."


def test_what_turns_a_claim_round_is_told_from_what_does_not() -> None:
    assert [one.reverses for one in drift(Wording("Prices rose."), Wording("Prices fell.")).changes] == [True]
    assert [one.reverses for one in drift(Wording("It has 5 boats."), Wording("It has 6 boats.")).changes] == [False]


def test_the_guard_says_what_it_would_take_the_later_wording_for() -> None:
    assert drift(Wording("Prices rose by 5%."), Wording("Prices fell by 5%.")).relation is Relation.OPPOSITE
    assert drift(Wording("Prices rose by 5%."), Wording("“Prices rose by 5%”")).relation is Relation.SAME


def test_names_that_are_named_no_more_are_lost() -> None:
    told = Wording("Prices rose.", ("Ministry of Trade", "Reuters"), "Reuters")
    assert drift(told, Wording("Prices rose.", (), "Post")).lost == ("Ministry of Trade", "Reuters")
    assert drift(told, Wording("Prices rose, the Ministry of Trade told Reuters.", (), "Post")).lost == ()
    assert drift(told, Wording("Prices rose.", ("Ministry of Trade", "Reuters"), "Post")).lost == ()


def test_typesetting_is_no_drift() -> None:
    one, other = "“The ‘Aurora’ sank – twice.”", "\"The 'Aurora' sank - twice\""
    assert wording_key(one) == wording_key(other)
    assert drift(Wording(one), Wording(other)).changes == ()
    assert wording_key("It cost $40.") != wording_key("It cost €40.")
    assert wording_key("🚢🚢") != wording_key("🔥🔥")


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_set_beside_each_other(one: str, other: str) -> None:
    for change in drift(Wording(one, (one,)), Wording(other, (other,))).changes:
        assert 0 <= change.here.start <= change.here.end <= len(one)
        assert 0 <= change.there.start <= change.there.end <= len(other)
        assert change.kinds


def test_long_wordings_are_compared_by_their_beginnings() -> None:
    words = "The ministry said that prices could rise. " * 1_000
    assert drift(Wording(words + "It rose."), Wording(words + "It fell.")).changes == ()
    found = drift(Wording(words), Wording(words.replace("could", "will"))).changes
    assert found
    assert all(one.here.end <= LONGEST for one in found)

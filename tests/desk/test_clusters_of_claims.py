"""Claims that people joined as the same are one cluster, which undo takes apart; nothing else is ever in it."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from claims_db.errors import NotFound
from claims_db.match_vocabulary import MatchDecision, Relation
from claims_db.rows import MatchWith, SecondReviewRule
from claims_db.vocabulary import AppearanceForm
from tests.claim_reviews import review
from tests.conftest import OpenDesk
from workbench.desk import clusters, same_claims
from workbench.desk.cluster_rows import Cluster
from workbench.desk.cluster_words import first_words, head_words, place_words, same_as_words, warnings
from workbench.desk.desk import Desk
from workbench.desk.entries import ArticleEntry, ClaimEdit, ClaimEntry
from workbench.domain.clusters import CameFrom
from workbench.domain.dates import parse_date

COULD = "The ministry could raise ferry prices by 5 percent next winter."
WILL = "The ministry will raise ferry prices by 6 percent next winter."


def add(desk: Desk, statement: str, claimer: str = "", said_on: str = "", locator: str = "") -> int:
    when = parse_date(said_on) if said_on else None
    entry = ClaimEntry(statement, claimer, form=AppearanceForm.SPEECH, said_on=when, locator=locator)
    return desk.add_claim(entry).claim


def several(desk: Desk, count: int) -> list[int]:
    return [add(desk, f"The ferry Aurora carried {number} boats.") for number in range(1, count + 1)]


def join(desk: Desk, one: int, other: int, relation: Relation = Relation.SAME) -> None:
    desk.accept_match(one, MatchWith(claim=other), relation)


def members(desk: Desk, number: int) -> list[int]:
    return sorted(desk.cluster(number).claims)


def told(found: Cluster) -> str:
    return " ".join(warnings(found))


def take_in(desk: Desk, folder: Path, words: str, published: str, outlet: str) -> int:
    path = folder / f"{outlet}.txt"
    path.write_text(f"{outlet} on prices\n\n{words}\n")
    entry = ArticleEntry(str(path), outlet=outlet, published=parse_date(published), link=False)
    return desk.add_article(entry).claims[0]


def test_joined_claims_are_one_cluster_whichever_one_asks_of(desk: Desk) -> None:
    first, second, third, fourth, other = several(desk, 5)
    join(desk, second, first)
    join(desk, second, third)
    desk.mark_duplicate(fourth, third)
    for number in (first, second, third, fourth):
        assert members(desk, number) == [first, second, third, fourth]
    assert members(desk, other) == [other]
    assert head_words(desk.cluster(other)) == f"C-{other} is joined with no other claim; it stands in 1 place."
    assert desk.claim(first).duplicate_of is None


def test_undo_takes_it_apart_and_redo_joins_it_again(desk: Desk) -> None:
    first, second, third = several(desk, 3)
    join(desk, first, second)
    desk.mark_duplicate(third, first)
    for _ in range(2):
        assert members(desk, first) == [first, second, third]
        desk.undo()
        assert members(desk, first) == [first, second]
        desk.undo()
        assert members(desk, first) == [first]
        assert desk.claim(first).same_as is None
        desk.redo()
        desk.redo()


def test_a_later_decision_counts_from_whichever_side_it_is_taken(desk: Desk, open_as: OpenDesk) -> None:
    first, second = several(desk, 2)
    join(desk, first, second)
    ben = open_as("ben")
    ben.reject_match(second, MatchWith(claim=first))
    assert members(desk, first) == [first]
    ben.undo()
    assert members(desk, first) == [first, second]


def test_variants_and_opposites_stand_beside_it_and_never_in_it(desk: Desk) -> None:
    first, second, variant, opposite, rejected = several(desk, 5)
    join(desk, first, second)
    join(desk, variant, second, Relation.VARIANT)
    join(desk, first, opposite, Relation.OPPOSITE)
    desk.reject_match(first, MatchWith(claim=rejected))
    found = desk.cluster(second)
    assert members(desk, second) == [first, second]
    assert [(one.claim.number, one.said.one, one.said.relation) for one in found.beside] == [
        (variant, second, Relation.VARIANT),
        (opposite, first, Relation.OPPOSITE),
    ]
    assert members(desk, variant) == [variant]
    assert told(found) == ""


def test_people_who_contradict_each_other_are_named(desk: Desk, open_as: OpenDesk) -> None:
    first, second, third = several(desk, 3)
    join(desk, first, second)
    join(desk, second, third)
    join(open_as("ben"), first, third, Relation.OPPOSITE)
    desk.mark_duplicate(second, first)
    desk.reject_match(second, MatchWith(claim=first))
    found = desk.cluster(third)
    assert [(one.one, one.other, one.decision) for one in found.disputed] == [
        (first, second, MatchDecision.REJECTED),
        (first, third, MatchDecision.ACCEPTED),
    ]
    assert f"C-{first} was rejected as a match of C-{second} by ana, and both are joined all the same" in told(found)
    assert f"C-{first} was said to be the opposite of C-{third} by ben" in told(found)


def test_prior_checks_join_nothing(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "feed.json").write_text(json.dumps([review(1, claimReviewed=COULD)]))
    desk.import_priors(str(tmp_path / "feed.json"))
    first, second = several(desk, 2)
    for number in (first, second):
        desk.accept_match(number, MatchWith(prior=1), Relation.SAME)
    assert members(desk, first) == [first]
    assert desk.claim(first).same_as is None


def test_articles_stand_in_order_and_the_wording_beside_the_one_it_came_from(desk: Desk, tmp_path: Path) -> None:
    later = take_in(desk, tmp_path, WILL, "2021-11-24", "Post")
    copied = take_in(desk, tmp_path, WILL, "2021-11-25", "Sun")
    early = take_in(desk, tmp_path, COULD, "2021-11-23", "Reuters")
    speech = add(desk, "We could raise ferry prices by 5%.", "Inga Holm", "2021-11-22")
    for one in (copied, early, speech):
        join(desk, later, one)
    found = desk.cluster(later)
    assert found.claims == (speech, early, later, copied)
    assert [place.outlet for place in found.places] == ["", "Reuters", "Post", "Sun"]
    assert first_words(found) == f"First in speech (2021-11-22; C-{speech})."
    assert place_words(found.places[1]) == "A-3 Reuters on prices, Reuters"
    said, wire, copies = found.wordings
    assert (said.places, wire.places, copies.places) == ((0,), (1,), (2, 3))
    assert said.origin is None
    assert copies.origin is not None
    assert (copies.origin.wording, copies.origin.how, copies.origin.sure) == (1, CameFrom.LIKENESS, True)
    assert [(one.kinds, one.words) for one in copies.origin.changes] == [
        (("hedge",), "“could” became “will”."),
        (("number",), "“5” became “6”."),
    ]
    assert wire.origin is not None
    assert wire.origin.lost == ("Inga Holm",)


def test_the_chain_says_through_whom_a_wording_came(desk: Desk, tmp_path: Path) -> None:
    wire = take_in(desk, tmp_path, COULD, "2021-11-23", "Press Trust of India")
    other = take_in(desk, tmp_path, WILL.replace("6", "7"), "2021-11-23", "Echo")
    told_on = take_in(desk, tmp_path, WILL, "2021-11-24", "Post")
    desk.edit(told_on, ClaimEdit(via=("PTI",)))
    join(desk, wire, told_on)
    join(desk, other, told_on)
    found = desk.cluster(wire)
    (origin,) = [one.origin for one in found.wordings if one.origin and one.origin.how == CameFrom.CHAIN]
    assert found.places[found.wordings[origin.wording].places[0]].claim == wire


def test_linked_copies_are_places_of_one_claim_until_undone(desk: Desk, tmp_path: Path) -> None:
    words = (
        f"{COULD} The council met on Tuesday and spoke for hours about boats, winters, fuel and the old harbour wall."
    )
    claim = take_in(desk, tmp_path, words, "2021-11-23", "Reuters")
    path = tmp_path / "copy.txt"
    path.write_text(f"Prices\n\n{words}\n")
    linked = desk.add_article(ArticleEntry(str(path), outlet="Post", published=parse_date("2021-11-24"))).copied.linked
    assert claim in linked
    found = desk.cluster(claim)
    assert found.claims == (claim,)
    assert [place.article for place in found.places] == [1, 2]
    assert len(found.wordings) == 1
    assert first_words(found) == f"First in A-1 (Reuters, 2021-11-23; C-{claim})."
    desk.undo()
    assert [place.article for place in desk.cluster(claim).places] == [1]


def test_ratings_that_differ_are_a_contradiction_of_the_desk(desk: Desk) -> None:
    first, second, third = several(desk, 3)
    join(desk, first, second)
    join(desk, first, third)
    desk.record(first, "false", "The log says so.", queue=None)
    assert told(desk.cluster(first)) == ""
    desk.record(second, "true", "The other log says so.", queue=None)
    found = desk.cluster(third)
    assert "The desk contradicts itself, the ratings of one claim differ." in told(found)
    assert {one.rating: one.claims for one in found.contradiction} == {"False": (first,), "True": (second,)}
    same = desk.claim(third).same_as
    assert same is not None
    assert set(same.ratings) == {"False", "True"}


def test_a_verdict_that_must_stay_blind_is_not_told(desk: Desk, open_as: OpenDesk) -> None:
    ben = open_as("ben")
    desk.set_second_review_rule(SecondReviewRule(ratings=("false",)))
    first, second = several(desk, 2)
    join(desk, first, second)
    desk.record(first, "false", "The log says so.", queue=None)
    desk.record(second, "true", "The other log says so.", queue=None)
    assert [place.rating for place in ben.cluster(first).places if place.claim == first] == [""]
    assert ben.cluster(first).contradiction == ()


def test_the_card_says_in_short_of_which_cluster_a_claim_is(desk: Desk, tmp_path: Path) -> None:
    early = take_in(desk, tmp_path, COULD, "2021-11-23", "Reuters")
    later = take_in(desk, tmp_path, WILL, "2021-11-24", "Post")
    join(desk, early, later)
    same = desk.claim(later).same_as
    assert same is not None
    assert same_as_words(same) == "1 other, first in A-1 (Reuters, 2021-11-23)"


def test_a_very_large_cluster_says_where_it_stops(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first, *others = several(desk, 8)
    for other in others:
        desk.mark_duplicate(other, first)
    assert desk.cluster(first).whole
    monkeypatch.setattr(clusters, "MOST", 5)
    monkeypatch.setattr(same_claims, "_AT_A_GLANCE", 3)
    for number in (first, others[-1]):
        found = desk.cluster(number)
        assert (len(found.claims), found.whole) == (5, False)
        assert number in found.claims
        assert "There are more claims than these 5; the others were not followed." in told(found)
    same = desk.claim(first).same_as
    assert same is not None
    assert same_as_words(same).startswith("2 and more others, ")


def test_a_claim_that_is_not_there_has_no_cluster(desk: Desk) -> None:
    with pytest.raises(NotFound, match="There is no claim C-7"):
        desk.cluster(7)


def test_the_card_does_not_follow_a_long_chain_of_decisions(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    chain = several(desk, 5)
    for one, other in pairwise(chain):
        join(desk, one, other)
    monkeypatch.setattr(same_claims, "_STEPS", 2)
    same = desk.claim(chain[0]).same_as
    assert same is not None
    assert (same.others, same.whole) == (2, False)
    assert desk.cluster(chain[0]).whole
    assert members(desk, chain[0]) == chain

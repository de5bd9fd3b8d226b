"""The places of a cluster stand in order of time, and which is first is said only where it is known."""

from hypothesis import example, given
from hypothesis import strategies as st

from claims_db.match_vocabulary import KnownFirst
from claims_db.rows import ClusterMember, ClusterPlace, DateRow
from claims_db.vocabulary import AppearanceForm, ClaimState
from workbench.domain.clusters import InOrder, contradiction, in_order
from workbench.domain.dates import parse_date


def place(
    article: int, outlet: str = "", published: str = "", revision: int = 1, words: str = "It rose."
) -> ClusterPlace:
    return ClusterPlace(
        AppearanceForm.ARTICLE, article, "", outlet, date(published), revision, words, locator="", url=""
    )


def speech() -> ClusterPlace:
    return ClusterPlace(AppearanceForm.SPEECH, None, "", "", None, None, "", "3:20", "")


def claim(
    number: int, *places: ClusterPlace, claimer: str = "", via: tuple[str, ...] = (), said: str = ""
) -> ClusterMember:
    return ClusterMember(number, "", "It rose.", claimer, via, date(said), ClaimState.QUEUED, "", None, places)


def date(words: str) -> DateRow | None:
    return parse_date(words) if words else None


def numbers(found: InOrder) -> list[int]:
    return [one.member.number for one in found.stands]


def first(found: InOrder) -> tuple[KnownFirst, list[int]]:
    return found.first.known, [found.stands[at].member.number for at in found.first.stands]


def test_the_earliest_day_is_first() -> None:
    found = in_order([claim(1, place(1, "Post", "2021-11-24")), claim(2, place(2, "Sun", "2021-11-23"))])
    assert numbers(found) == [2, 1]
    assert first(found) == (KnownFirst.FIRST, [2])


def test_of_one_day_nobody_knows_which_is_first() -> None:
    found = in_order([claim(1, place(1, "Post", "2021-11-23")), claim(2, place(2, "Sun", "2021-11-23"))])
    assert first(found) == (KnownFirst.SEVERAL, [1, 2])


def test_of_one_day_the_chain_tells_what_came_through_what() -> None:
    copy = claim(1, place(1, "Post", "2021-11-23"), via=("Press Trust of India",))
    found = in_order([copy, claim(2, place(2, "PTI", "2021-11-23"))])
    assert numbers(found) == [2, 1]
    assert found.sources == {1: 0}
    assert first(found) == (KnownFirst.FIRST, [2])


def test_instants_are_compared_across_zones() -> None:
    later = claim(1, place(1, "Post", "2021-11-23T01:00+05:00"))
    found = in_order([later, claim(2, place(2, "Sun", "2021-11-22T23:00Z"))])
    assert first(found) == (KnownFirst.FIRST, [1])


def test_a_year_alone_may_be_before_or_behind_a_day_in_it() -> None:
    found = in_order([claim(1, place(1, published="2021")), claim(2, place(2, published="2021-11-23"))])
    assert numbers(found) == [2, 1]
    assert first(found) == (KnownFirst.SEVERAL, [2, 1])
    sure = in_order([claim(1, place(1, published="2021")), claim(2, place(2, published="2020-12-31"))])
    assert first(sure) == (KnownFirst.FIRST, [2])


def test_what_has_no_date_may_be_earlier_and_is_counted() -> None:
    found = in_order([claim(1, place(1)), claim(2, place(2, published="2021-11-23"))])
    assert numbers(found) == [2, 1]
    assert first(found) == (KnownFirst.FIRST_DATED, [2])
    assert found.first.undated == 1
    assert first(in_order([claim(1, place(1)), claim(2, place(2))]))[0] is KnownFirst.UNDATED


def test_what_came_through_an_undated_place_is_not_first() -> None:
    members = [claim(1, place(1, "Post", "2021-11-20"), via=("Sun",)), claim(2, place(2, "Sun"))]
    assert first(in_order([*members, claim(3, place(3, "Echo", "2021-11-21"))])) == (KnownFirst.FIRST, [2])


def test_a_speech_by_hand_comes_before_the_article_that_tells_of_it() -> None:
    told = claim(1, place(1, "Post", "2021-11-24"), claimer="ministry")
    found = in_order([told, claim(2, speech(), claimer="The ministry", said="2021-11-24")])
    assert found.sources == {1: 0}
    assert first(found) == (KnownFirst.FIRST, [2])


def test_texts_of_an_article_are_one_place_as_long_as_the_words_are_the_same() -> None:
    again = claim(1, place(1, published="2021"), place(1, published="2021", revision=2))
    assert [one.revisions for one in in_order([again]).stands] == [(1, 2)]
    reworded = claim(1, place(1, published="2021", revision=2, words="It fell."), place(1, published="2021"))
    found = in_order([reworded])
    assert [one.revisions for one in found.stands] == [(1,), (2,)]
    assert found.first.known is KnownFirst.FIRST


def test_chains_in_a_circle_tell_nothing() -> None:
    members = [
        claim(1, place(1, "Post", "2021-11-23"), via=("Sun",)),
        claim(2, place(2, "Sun", "2021-11-23"), via=("Post",)),
    ]
    assert first(in_order(members)) == (KnownFirst.SEVERAL, [1, 2])


def test_a_chain_that_goes_back_in_time_is_none() -> None:
    members = [claim(1, place(1, "Post", "2021-11-22"), via=("Sun",)), claim(2, place(2, "Sun", "2021-11-23"))]
    found = in_order(members)
    assert found.sources == {}
    assert first(found) == (KnownFirst.FIRST, [1])


def test_only_ratings_that_stand_contradict_each_other() -> None:
    rated = [
        claim(number, place(number))._replace(state=state, rating=rating)
        for number, (state, rating) in enumerate(
            [
                (ClaimState.RECORDED, "False"),
                (ClaimState.PUBLISHED, "True"),
                (ClaimState.WITHDRAWN, "Outdated"),
                (ClaimState.DUPLICATE, "Misleading"),
                (ClaimState.CORRECTED, "True"),
            ],
            1,
        )
    ]
    assert contradiction(rated) == {"False": (1,), "True": (2, 5)}
    assert contradiction(rated[1:]) == {}


OUTLETS = st.sampled_from(["", "Post", "Sun", "Echo"])
DATES = st.sampled_from(
    ["", "2021", "2021-11", "2021-11-22", "2021-11-23", "2021-11-23T10:00Z", "2021-11-23T09:00+02:00"]
)
PLACES = st.tuples(OUTLETS, DATES, st.lists(OUTLETS, max_size=2))


@given(st.lists(PLACES, min_size=1, max_size=8))
@example([("Post", "", ["Sun"]), ("Sun", "2021-11-23", []), ("", "2021-11-22", ["Post"])])
def test_nothing_known_to_be_later_is_first(drawn: list[tuple[str, str, list[str]]]) -> None:
    members = [claim(at, place(at, outlet, when), via=tuple(via)) for at, (outlet, when, via) in enumerate(drawn, 1)]
    found = in_order(members)
    assert sorted(numbers(found)) == list(range(1, len(members) + 1))
    assert found.first.stands
    for at in found.first.stands:
        among = found.stands if found.first.known is KnownFirst.FIRST else [one for one in found.stands if one.time]
        assert not any(other.is_before(found.stands[at]) for other in among)
    assert in_order(reversed(members)) == found

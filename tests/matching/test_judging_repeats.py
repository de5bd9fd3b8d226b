"""What may be a repeat is told apart from what only looks like it, and what differs is marked on both sides."""

from collections.abc import Sequence
from datetime import date

import pytest

from claims_db.match_vocabulary import Relation
from tests.matching.test_finding_repeats import PRIORS, others
from workbench.domain.priors import Prior, Repeat
from workbench.index.priors import PriorIndex
from workbench.matching.guard import DifferenceKind, Said
from workbench.matching.judged import LEAST, Judged, answer, judged
from workbench.matching.ranking import Matcher


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    pool = PriorIndex()
    pool.fill((*PRIORS, *others()))
    return Matcher(pool)


def best(matcher: Matcher, statement: str) -> Judged:
    return answer(matcher, Said(statement)).matches[0]


@pytest.mark.parametrize(
    ("statement", "relation", "kind", "mine", "theirs"),
    [
        ("Unemployment fell to 5.2% in March.", Relation.OPPOSITE, DifferenceKind.OPPOSITE, ["fell"], ["rose"]),
        ("Unemployment rose to 52% in March.", Relation.VARIANT, DifferenceKind.NUMBER, ["52%"], ["5.2%"]),
        ("Unemployment did not rise to 5.2% in March.", Relation.OPPOSITE, DifferenceKind.NEGATION, ["not"], []),
        (
            "The city of Utrecht closed seven bridges in 2021.",
            Relation.VARIANT,
            DifferenceKind.TIME,
            ["2021"],
            ["2019"],
        ),
    ],
)
def test_what_looks_like_it_is_not_already_checked(
    matcher: Matcher, statement: str, relation: Relation, kind: DifferenceKind, mine: list[str], theirs: list[str]
) -> None:
    found = answer(matcher, Said(statement))
    assert found.repeat is Repeat.MAYBE
    one = found.matches[0]
    assert one.relation is relation
    told = next(difference for difference in one.differences if difference.kind is kind)
    assert [statement[start:end] for start, end in told.first] == mine
    assert [one.prior.claim[start:end] for start, end in told.second] == theirs


def test_other_words_for_the_same_are_already_checked(matcher: Matcher) -> None:
    found = answer(matcher, Said("7 bridges were closed by Utrecht in 2019"))
    assert found.repeat is Repeat.CHECKED
    assert found.matches[0].relation is Relation.SAME
    assert found.matches[0].why == ("the same number: 2019, 7", "words in both: bridges, closed, utrecht")


def test_what_is_the_same_stands_before_its_opposite() -> None:
    pool = PriorIndex()
    rose, fell = "Unemployment rose to 5.2% in March.", "Unemployment fell to 5.2% in March."
    pool.fill([Prior("rose", rose), Prior("fell", fell)])
    for statement, one in ((rose, "rose"), (fell, "fell")):
        found = answer(Matcher(pool), Said(statement))
        assert found.matches[0].prior.id == one
        assert {match.prior.id: match.relation for match in found.matches}[one] is Relation.SAME
        assert found.repeat is not Repeat.NOTHING


def test_words_are_marked_where_they_stand_behind_an_address(matcher: Matcher) -> None:
    post = "https://example.org/a/long/one Unemployment fell to 5.2% in March. — Jo (@jo) August 28, 2017"
    one = best(matcher, post)
    marked = [post[start:end] for difference in one.differences for start, end in difference.first]
    assert marked == ["fell"]


def test_the_same_words_of_another_speaker_are_a_variant(matcher: Matcher) -> None:
    claim = PRIORS[0].claim
    assert answer(matcher, Said(claim, "Mayor")).matches[0].relation is Relation.SAME
    other = answer(matcher, Said(claim, "Inga Holm")).matches[0]
    assert other.relation is Relation.VARIANT
    assert "Inga Holm" in other.differences[0].words


def test_what_is_known_of_a_prior_goes_before_what_the_pool_has(matcher: Matcher) -> None:
    statement = Said("Unemployment rose to 5.2% last year.", "", date(2024, 5, 1))
    known = {"unemployment": Said("Unemployment rose to 5.2% in 2023.", "", date(2024, 5, 1))}
    suggested = matcher.ranking(statement.statement, 1).suggested
    assert judged(matcher, statement, suggested, known).matches[0].relation is Relation.SAME


def test_what_is_too_unlikely_is_left_out(matcher: Matcher) -> None:
    statement = Said("Unemployment rose to 5.2% in March.")
    assert len(answer(matcher, statement).matches) > 1
    assert [one.prior.id for one in answer(matcher, statement, least=LEAST).matches] == ["unemployment"]


@pytest.mark.parametrize("statement", ["The", "", "😀🎉", "\ud800 \0", "Ὁμολογία 日本", "— (@x)"])
def test_nothing_is_judged_where_nothing_is_asked(matcher: Matcher, statement: str) -> None:
    assert answer(matcher, Said(statement)).repeat is Repeat.NOTHING


def test_long_claims_are_judged_by_their_beginning(matcher: Matcher) -> None:
    long = f"{PRIORS[2].claim} " + "It is said again and again, by whoever says it. " * 250
    found = answer(matcher, Said(long))
    assert len(found.matches) == 5


class ByTopic:
    """Takes texts for the same that have a word of one list in them."""

    def likeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
        return tuple(1.0 if _topic(text) and _topic(text) == _topic(one) else 0.0 for one in others)


def _topic(text: str) -> int:
    known = (("jobless", "work", "unemployment"), ("bridge",))
    return next((at for at, words in enumerate(known, 1) if any(word in text.lower() for word in words)), 0)


def test_what_says_the_same_in_other_words_comes_first_with_an_encoder(matcher: Matcher) -> None:
    pool = PriorIndex()
    pool.fill((*PRIORS, *others()))
    statement = Said("In March the share of those out of work went to 5.2%, and Gent opened parks within months.")
    with_encoder, without = (answer(one, statement).matches for one in (Matcher(pool, ByTopic()), matcher))
    (likely, also) = (next(one for one in found if one.prior.id == "unemployment") for found in (with_encoder, without))
    assert with_encoder[0] is likely
    assert likely.probability > also.probability
    assert likely.why[-1] == "near in meaning"
    assert "near in meaning" not in also.why


def test_an_encoder_that_finds_nothing_alike_makes_the_very_words_no_less_certain() -> None:
    pool = PriorIndex()
    pool.fill((*PRIORS, *others()))

    class Nothing:
        def likeness(self, text: str, others: Sequence[str]) -> tuple[float, ...]:
            return (0.0,) * (len(others) + len(text) * 0)

    found = answer(Matcher(pool, Nothing()), Said(PRIORS[2].claim))
    assert found.repeat is Repeat.CHECKED
    assert found.matches[0].prior == PRIORS[2]
    assert found.matches[0].why == ("the same words",)

"""What is more worth a check than what, and why."""

import pytest

from workbench.domain.amounts import amounts_in
from workbench.extraction.marks import REASONS
from workbench.extraction.reading import Reading
from workbench.extraction.word_classes import entries
from workbench.extraction.worth import WEIGHTS, Statement, check_worthiness, reasons
from workbench.syntax.parser import ShippedParser

_PARSER = ShippedParser()


def stated(words: str, claimer: str = "", *, quoted: bool = False) -> Statement:
    (tree,) = _PARSER.parse(words, [(0, len(words))])
    return Statement(words, amounts_in(words), claimer, utterance=False, quoted=quoted, tags=tree.tags)


def worth(words: str, claimer: str = "", *, quoted: bool = False) -> float:
    return check_worthiness(reasons(stated(words, claimer, quoted=quoted)))


@pytest.mark.parametrize(
    ("above", "below", "why"),
    [
        ("Unemployment fell to 4 percent last year.", "Unemployment is a hard question.", "a number against talk"),
        ("We have cut taxes for 3 million families.", "We will cut taxes for families.", "done against promised"),
        ("He voted against the sanctions.", "He is a good man.", "a vote against a judgement"),
        ("The crime rate has doubled since 1990.", "I think crime is a terrible thing.", "a trend against a feeling"),
        ("This is the largest deficit in history.", "This is about our values.", "a record against ideals"),
        ("The senator opposed the treaty.", "What would the senator do about it?", "a position against a question"),
        (
            "Russia has more missiles than we do.",
            "If Russia had more missiles, we would act.",
            "stated against supposed",
        ),
        ("A report shows that wages dropped.", "Let me talk about wages.", "evidence against an opening"),
        ("The company laid off 2,400 workers.", "The company has some things to do.", "exact against vague"),
    ],
)
def test_what_people_would_check_stands_above_what_they_would_not(above: str, below: str, why: str) -> None:
    assert worth(above, quoted=True) > worth(below, quoted=True), why
    assert worth(above) > worth(below), f"{why}, told by an article"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (
            "Inflation rose by 8% to its highest level since 1982.",
            {"number", "measure", "trend", "first_or_most", "time"},
        ),
        (
            "We don't have a single hospital in this state.",
            {"state_of_things", "says_flatly", "public_matter", "institution"},
        ),
        (
            "We don’t have a single hospital in this state.",
            {"state_of_things", "says_flatly", "public_matter", "institution"},
        ),
        ("I'll make it right, if you let me.", {"first_person", "to_come", "condition", "opinion_words"}),
        ("And he's against the ban.", {"about_others", "vote_or_position", "crime_or_law"}),
        ("Why did they do that?", {"question"}),
        ("A study found that he had a friend in the bank.", {"evidence", "tells_a_story", "public_matter"}),
        ("It was the second-highest total.", {"first_or_most", "measure"}),
    ],
)
def test_a_reason_is_named_for_what_stands_in_the_words(words: str, named: set[str]) -> None:
    assert named <= {one.name for one in reasons(stated(words, quoted=True))}


def test_people_read_a_handful_of_reasons_and_their_sum_is_the_score() -> None:
    words = (
        "In the last four years they have cut 12 percent from the budget of our schools, the largest cut since the war."
    )
    found = reasons(stated(words, "Ana Reyes", quoted=True))
    assert len({one.name for one in found}) == len(found) <= 14
    assert all(one.weight and round(one.weight, 2) == one.weight for one in found)
    more = tuple(one._replace(weight=one.weight + 0.1) for one in found[:1]) + found[1:]
    assert check_worthiness(found) < check_worthiness(more) < 1


def test_in_an_article_the_past_names_and_plans_tell_nothing() -> None:
    words = "Lena Brandt met Otto Falk in Bremen and will go to Ulm."
    of_speech = {"past_or_done", "names_somebody", "to_come"}
    assert of_speech <= {one.name for one in reasons(stated(words, quoted=True))}
    assert of_speech.isdisjoint(one.name for one in reasons(stated(words)))


def test_what_somebody_says_stands_above_what_the_article_tells() -> None:
    words = "The water of the river is safe to drink."
    assert worth(words, "Ministry of Health") > worth(words)


def test_without_grammar_the_words_still_speak() -> None:
    known = Statement("taxes rose by 20 percent", (), "", utterance=False)
    assert {"number", "measure", "trend", "public_matter"} <= {one.name for one in reasons(known)}


@pytest.mark.parametrize("words", ["", "?", "-", "'", "n't", "a-" * 5000, "we " * 5000, "\ud800 ’ve", "İ" * 100])
def test_any_text_has_a_worth(words: str) -> None:
    assert 0 < check_worthiness(reasons(Statement(words, (), "", utterance=False))) < 1


def test_every_mark_has_a_weight_and_every_class_is_looked_for() -> None:
    names = [name for tests in REASONS.values() for name in tests]
    assert sorted(names) == sorted(WEIGHTS)
    assert len(names) < 100, "few enough for people to look through"
    for entry, name in entries():
        words = entry.rstrip("*").removeprefix("^ ")
        assert name in Reading(words, ()).classes, f"{entry} of {name} is never found"

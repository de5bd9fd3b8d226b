"""The numbers of a claim are set beside those of a source that are of the same; of others nothing is claimed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims_db.rows import NumberTolerance
from claims_db.vocabulary import NumberOutcome
from workbench.domain.evidence.figures import figures_in
from workbench.domain.evidence.number_check import NumberCheck
from workbench.domain.evidence.number_pairs import Told, number_checks
from workbench.domain.evidence.number_words import Compared, figure_facts, notes, number_line, number_rows

AGREES, WITHIN, DIFFERS = NumberOutcome.AGREES, NumberOutcome.WITHIN_TOLERANCE, NumberOutcome.DIFFERS
UNLIKE, NONE = NumberOutcome.NOT_COMPARABLE, NumberOutcome.NONE_THERE
JUDGED = {AGREES, WITHIN, DIFFERS}


def outcomes(claim: str, source: str) -> list[NumberOutcome]:
    return [check.outcome for check in number_checks(Told(claim), Told(source))]


@pytest.mark.parametrize(
    ("claim", "source", "outcome"),
    [
        ("Ferry prices rose by 12 percent.", "Ferry prices are up from 4 to 4.48 euros.", AGREES),
        ("Ferry prices rose by 15 percent.", "Ferry prices are up from 4 to 4.48 euros.", DIFFERS),
        ("Ferry prices rose by 0.48 euros.", "Ferry prices are up from 4 to 4.48 euros.", AGREES),
        ("Ferry prices rose by 12 percent.", "by 12 percent", AGREES),
        ("Ferry prices rose by 12 percent.", "Bus fares rose by 12 percent in the capital.", UNLIKE),
        ("Prices rose by 12 percent.", "Prices did not rise by 12 percent.", UNLIKE),
        ("The defence budget is $40bn.", "The defence budget stands at $400bn.", DIFFERS),
        ("One in five adults smoke.", "Some 20 percent of adults smoke.", AGREES),
        ("Two thirds of voters agree.", "66.7 percent of voters agree.", AGREES),
        ("Turnout rose by 12 percent.", "Turnout rose by 12 percentage points.", UNLIKE),
        ("Turnout rose by 12 percentage points.", "Turnout rose from 50% to 62%.", AGREES),
        ("Turnout rose by 12 percent.", "Turnout rose from 50% to 62%.", UNLIKE),
        ("Unemployment was 5% in 2020.", "Unemployment was 5% in 2021.", UNLIKE),
        ("Unemployment was 6.3% in 2021.", "Unemployment was 5.1% in 2019 and 6.3% in 2021.", AGREES),
        ("Unemployment was 6.3% in 2021.", "In 2019 unemployment was 5.1%, and in 2021 6.3%.", UNLIKE),
        ("More than 40 people died in the flood.", "The flood killed 43 people.", AGREES),
        ("More than 40 people died in the flood.", "The flood killed 31 people.", DIFFERS),
        ("40 people died in the fire.", "40 people were hurt in the fire and 12 died.", DIFFERS),
        ("40 people died in the fire.", "In the north a storm left 40 people without power.", UNLIKE),
        ("Between 10 and 15 people were arrested.", "Police arrested 12 people.", AGREES),
        ("The ship carried 40 lorries.", "The ship carried 12 lorries and 40 cars.", DIFFERS),
        ("The ship carried 40 lorries.", "The ship carried 40 vans.", UNLIKE),
        ("58,000 cases were counted.", "The ministry counted 58,213 infections.", WITHIN),
        ("The road is 40 miles long.", "The road is 64.4 km long.", AGREES),
        ("Growth was 0.3% in 2020.", "Growth was -0.3% in 2020.", DIFFERS),
        ("He earns $75 an hour.", "He earns $75 a day.", UNLIKE),
        ("Three times as many people vote.", "Twice as many people vote.", DIFFERS),
        ("Inflation was 5.4%.", "Inflation was 5%.", WITHIN),
        ("Inflation was 3.2 percent.", "Die Inflation lag bei 3,2 Prozent.", AGREES),
        ("The arena cost 1,234,567 euros.", "Die Arena kostete 1.234.567 euros.", AGREES),
        ("The tour drew 300,000 fans.", "Hotels were full: 40,000 rooms.", UNLIKE),
        ("The port lost 7,000 jobs.", "The port lost 200 jobs, and Lorena moved away.", DIFFERS),
        ("7,000 children were killed by guns.", "Lorena and her 2 children waited at the border.", UNLIKE),
        ("The army has 13 angry generals.", "The army has several million men.", None),
        ("Half of adults smoke.", "Less than half the adults smoke.", WITHIN),
        ("The arena cost 40 million euros.", "40 people saw the arena.", NONE),
        ("12 percent of adults smoke.", "12 adults smoke.", NONE),
    ],
)
def test_what_a_claimed_number_comes_to(claim: str, source: str, outcome: NumberOutcome | None) -> None:
    assert outcomes(claim, source) == ([] if outcome is None else [outcome])


@pytest.mark.parametrize(
    "words",
    [
        "On 3 May 2021 at 12:30, and again at 10 p.m. on May 4, 2021, the council met.",
        "In the 1990s, the 21st century and the first half of 2021.",
        "They won 3-1 and 3:1 on 03/05/2021, the third time since 9/11, and are open 24/7.",
        "On July 19th, 1993, the day before; •2017: nothing; in the year 2022.",
        "H.B. 1369 and Public Law 107-296 bind several million and hundreds of thousands.",
        "COVID-19, the G20, an F-16, Boeing 737, Article 5, Route 66 and World War 2.",
        "Ms Lee, 45, called it off [12].",
        "40 Milliarden Euro, 12 lakh people and 3 crore.",
        "1.234 Euro and 12,5 of them.",
    ],
)
def test_dates_ordinals_labels_and_what_can_be_read_in_two_ways_are_no_numbers(words: str) -> None:
    assert figures_in(words) == ()
    assert number_checks(Told("In all 40 people came."), Told(words)) == ()


def only(claim: Told, source: Told, quoted: Told | None = None) -> NumberCheck:
    (check,) = number_checks(claim, source, quoted=quoted)
    return check


def test_each_number_of_a_claim_has_its_own() -> None:
    claim = "Exports rose 12% and imports fell 5%."
    assert outcomes(claim, "Exports were up 12% while imports dropped 7 percent.") == [AGREES, DIFFERS]
    assert outcomes(claim, "Exports were up 12%.") == [AGREES, NONE]
    assert outcomes("Unemployment rose from 5.1% to 6.3%.", "Unemployment rose from 4.1% to 6.3%.") == [AGREES, DIFFERS]
    both = "Unemployment was 5.1% in 2019 and 6.3% in 2021."
    assert outcomes("Unemployment rose from 5.1% to 6.3%.", both) == [AGREES, AGREES]


def test_where_several_could_be_meant_that_is_said() -> None:
    check = only(Told("Unemployment was 6.3%."), Told("Unemployment was 5.1% in 2019 and 6.3% in 2021."))
    assert check.outcome is UNLIKE
    assert check.reason == "It does not say which is meant: 5.1% in 2019; 6.3% in 2021."

    first, second = number_checks(Told("It sold 40 lorries or 50 lorries."), Told("It sold 45 lorries in all."))
    assert first.reason == second.reason == "It may belong to another number of the claim: 45."


def test_what_was_worked_out_is_said_to_be() -> None:
    check = only(Told("Prices rose by 12 percent."), Told("Prices are up from 4 to 4.48 euros."))
    assert check.remarks[0] == "Worked out from 4 to 4.48 euros."


def test_the_date_of_telling_says_which_year_is_meant() -> None:
    told = Told("Unemployment was 5% last year.", date="2021-11-23")
    assert only(told, Told("Unemployment was 5% in 2020.")).outcome is AGREES
    assert only(told, Told("Unemployment was 5% in 2021.")).reason == "Other period: 2020 against 2021."
    spring = Told("Prices rose 9% in December.", date="2021-11-23")
    assert only(spring, Told("Prices rose 9% in December 2021.")).reason == "Other period: 2020-12 against 2021-12."
    assert only(Told("Prices rose 9% in December."), Told("Prices rose 9% in December 2021.")).outcome is AGREES


def test_the_sentence_of_the_article_tells_more() -> None:
    quoted = Told("Unemployment stood at 5%", behind=" in 2020, and nobody cared.")
    check = only(Told("Unemployment was 5%."), Told("Unemployment was 5% in 2021."), quoted)
    assert check.reason == "Other period: 2020 against 2021."


def test_words_around_an_excerpt_say_what_it_is_about_but_lend_it_no_number() -> None:
    source = Told("by 12 percent", "Bus fares in the capital rose ", " and by 15 percent elsewhere.")
    (check,) = number_checks(Told("Ferry prices rose by 15 percent."), source)
    assert (check.outcome, str(check.source)) == (UNLIKE, "12%")


SENTENCES = st.lists(
    st.sampled_from(
        "prices rose fell by to from 12 percent points 4.48 $40bn people 43 one in five more than between and , . not 2020 "
        "in last year ferry 1.234 3,5 - % €".split()
    ),
    max_size=14,
).map(" ".join)


@given(SENTENCES, SENTENCES)
def test_nothing_is_judged_that_is_not_comparable(claim: str, source: str) -> None:
    for check in number_checks(Told(claim), Told(source)):
        assert (check.source is None) is (check.outcome is NONE)
        assert check.reason or check.outcome is not UNLIKE
        if check.outcome in JUDGED:
            assert check.source is not None
            assert check.difference is not None
            assert {check.claimed.unit, check.source.unit} != {"%", "pp"}
            assert "%" not in {check.claimed.unit, check.source.unit} or check.claimed.unit == check.source.unit


@given(SENTENCES)
def test_nothing_differs_from_itself(words: str) -> None:
    assert DIFFERS not in outcomes(words, words)


@given(st.one_of(st.text(max_size=120), SENTENCES), st.one_of(st.text(max_size=200), SENTENCES))
@example("999999999999999 trillion people.", "0.000000001 people.")
@example(
    "Up from 0.000000001 to 3 euros.", "Up from 999999999999999 trillion to 999999999999999.999999999 trillion euros."
)
def test_any_words_can_be_compared_and_told(claim: str, source: str) -> None:
    for row in number_rows(Compared(Told(claim), Told(claim), Told(source)), NumberTolerance()):
        assert number_line(row)
        assert figure_facts(row.claimed)
        assert all(notes(row))


def test_a_long_excerpt_takes_little_time() -> None:
    number_checks(
        Told("Prices rose by 12 percent. " * 200), Told("Prices rose from 4 to 4.48 euros, 12 of them. " * 2_000)
    )

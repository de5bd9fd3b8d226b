"""A claimed number is set beside the source's: comparable or not, how far apart, tolerated or not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.vocabulary import NumberOutcome
from workbench.domain.evidence.figure import Bound, Figure
from workbench.domain.evidence.figures import figure_in, figures_in
from workbench.domain.evidence.number_check import NumberCheck, Tolerance, check_number


def checked(claim: str, source: str, tolerance: Tolerance | None = None) -> NumberCheck:
    claimed, given_there = figure_in(claim), figure_in(source)
    assert claimed is not None
    assert given_there is not None
    return check_number(claimed, given_there, tolerance)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Unemployment rose from 5.1% to 6.3% between 2019 and 2021", "6.3% in 2019/2021"),
        ("about 40 billion dollars in the third quarter of 2021", "about 40,000,000,000 USD in 2021-Q3"),
        ("more than 3,000 people", "more than 3,000"),
        ("10 to 15% of adults in March 2020", "10 to 15% of adults in 2020-03"),
        ("between 10 and 15 million people", "10,000,000 to 15,000,000"),
        ("10–15 people", "10 to 15"),
        ("$40 a month per person", "40 USD per person per month"),
        ("12 deaths per 100,000 people in 2020", "12 per 100000 people in 2020"),
        ("on 14 May 2020 he paid £30,000", "30,000 GBP in 2020-05"),
        ("half a million people", "500,000"),
        ("one in five adults", "20% of adults"),
        ("nearly a third of adults", "about 33.3333% of adults"),
        ("up to 60 tonnes", "at most 60 t"),
        ("40 or more lorries", "at least 40"),
        ("2019–20 saw 5,000 cases", "5,000 in 2019-20"),
        ("Gasoline was at $2.50 a gallon", "2.5 USD per gallon"),
        ("The wage is $75 an hour", "75 USD per hour"),
        ("In 2012, there were nearly 12.2 million arrests", "about 12,200,000 in 2012"),
        ("a half-million-dollar check", "500,000"),
        ("the No. 1 job creator, with 5.9 percent more jobs", "5.9%"),
        ("an increase of 67 percent since 2014", "67% in 2014"),
        ("a budget of $40 million over 10 years", "40,000,000 USD"),
        ("4 percent of all health care spending", "4% of health care spending"),
        ("14 percent of Catholics agree with him", "14% of catholics"),
        ("prices rose by 3.5 percentage points", "3.5 pp"),
    ],
)
def test_how_a_number_is_read(words: str, read: str) -> None:
    found = figure_in(words)
    assert str(found) == read


def test_years_and_days_are_no_figures() -> None:
    assert figures_in("On 3 May 2021, in 1998 and since 2003, nothing was counted.") == ()
    assert figure_in("The board met.") is None


@pytest.mark.parametrize(
    ("claim", "source", "outcome"),
    [
        ("40 people", "40 people", NumberOutcome.AGREES),
        ("40.2 million", "40.24 million", NumberOutcome.AGREES),
        ("40.2 million", "40.26 million", NumberOutcome.WITHIN_TOLERANCE),
        ("5%", "5.4%", NumberOutcome.AGREES),
        ("5.0%", "5.4%", NumberOutcome.DIFFERS),
        ("about 40 people", "43 people", NumberOutcome.AGREES),
        ("40 people", "43 people", NumberOutcome.DIFFERS),
        ("about 40 people", "47 people", NumberOutcome.DIFFERS),
        ("58,000 people", "58,213 people", NumberOutcome.WITHIN_TOLERANCE),
        ("5 percent", "5%", NumberOutcome.AGREES),
        ("40 million dollars", "$40 million", NumberOutcome.AGREES),
        ("$40 million", "$40 billion", NumberOutcome.DIFFERS),
        ("half of adults", "50% of adults", NumberOutcome.AGREES),
        ("one in five adults", "20.3% of adults", NumberOutcome.AGREES),
        ("more than 40", "41", NumberOutcome.AGREES),
        ("more than 40", "40", NumberOutcome.WITHIN_TOLERANCE),
        ("more than 40", "31", NumberOutcome.DIFFERS),
        ("at least 40", "40", NumberOutcome.AGREES),
        ("fewer than 40", "39", NumberOutcome.AGREES),
        ("fewer than 40", "90", NumberOutcome.DIFFERS),
        ("up to 40", "40", NumberOutcome.AGREES),
        ("40", "at least 40", NumberOutcome.WITHIN_TOLERANCE),
        ("30", "at least 40", NumberOutcome.DIFFERS),
        ("60", "at least 40", NumberOutcome.NOT_COMPARABLE),
        ("more than 40", "more than 40", NumberOutcome.AGREES),
        ("10 to 15 people", "12 people", NumberOutcome.AGREES),
        ("10 to 15 people", "19 people", NumberOutcome.DIFFERS),
        ("10 to 15 people", "10 to 15 people", NumberOutcome.AGREES),
        ("40 miles", "64.4 km", NumberOutcome.AGREES),
        ("fell by 5%", "rose by 5%", NumberOutcome.DIFFERS),
        ("9% in March", "9% in March 2021", NumberOutcome.AGREES),
        ("0", "0", NumberOutcome.AGREES),
        ("5", "0", NumberOutcome.DIFFERS),
    ],
)
def test_how_two_numbers_compare(claim: str, source: str, outcome: NumberOutcome) -> None:
    assert checked(claim, source).outcome is outcome


@pytest.mark.parametrize(
    ("claim", "source", "reason"),
    [
        ("rose by 5%", "rose by 5 percentage points", "Other unit: percent against percentage points."),
        ("$5 million", "£5 million", "Other unit: USD against GBP."),
        ("5% in 2020", "5% in 2021", "Other period: 2020 against 2021."),
        ("5% in 2020", "5% in March 2020", "Other period: 2020 against 2020-03."),
        ("9% in March", "9% in April 2021", "Other period: --03 against 2021-04."),
        ("$40 a month", "$40 a year", "Other period: per month against per year."),
        ("$40 a month", "$40", "Other period: per month against in all."),
        ("$40 per capita", "$40", "Other base: per person against in all."),
        ("12 deaths per 100,000", "12 deaths per million", "Other base: per 100000 against per million."),
        ("5% of adults", "5% of children", "Other base: of adults against of children."),
        ("rose to 5%", "rose by 5%", "Other base: a change against a level."),
        (
            "up 5% from a year earlier",
            "up 5% from the previous month",
            "Other base: against the year before, and against the month before.",
        ),
        ("60", "at least 40", "The source says only at least 40."),
    ],
)
def test_why_two_numbers_are_not_comparable(claim: str, source: str, reason: str) -> None:
    found = checked(claim, source)
    assert (found.outcome, found.reason) == (NumberOutcome.NOT_COMPARABLE, reason)
    assert found.difference is None


def test_the_difference_is_absolute_and_relative() -> None:
    found = checked("44 lorries", "40 lorries")
    assert (found.difference, found.share) == (Decimal(4), Decimal("0.1"))
    assert checked("5", "0").share is None
    assert checked("fell by 5%", "rose by 5%").difference == -10


def test_the_desk_says_what_it_tolerates() -> None:
    assert checked("42", "40", Tolerance(share=Decimal("0.05"))).outcome is NumberOutcome.WITHIN_TOLERANCE
    assert checked("42", "40", Tolerance(share=Decimal(0))).outcome is NumberOutcome.DIFFERS
    assert checked("about 40", "43", Tolerance(about=Decimal("0.01"))).outcome is NumberOutcome.DIFFERS


def test_what_to_look_at_is_remarked() -> None:
    assert checked("$40 million", "$40 billion").remarks == (
        "The claim is 1,000 times too small: was a scale or a digit mistaken?",
    )
    assert checked("more than 40", "400").remarks == ("True, but the source's is 10.0 times as much.",)
    assert checked("40 lorries", "40 vans").remarks == ("The claim counts lorries, the source vans.",)
    assert "names no period" in checked("5%", "5% in 2021").remarks[0]
    assert "turned from km into mi" in checked("40 miles", "64.4 km").remarks[0]


FIGURES = st.builds(
    lambda low, more, unit, bound, step, way: Figure(
        low, low + more if bound is Bound.RANGE else low, unit, bound, step, way=way
    ),
    st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=3),
    st.decimals(0, 10**6, allow_nan=False, places=2),
    st.sampled_from(["", "%", "pp", "USD", "km", "mi"]),
    st.sampled_from(Bound),
    st.sampled_from([Decimal(1), Decimal("0.1"), Decimal(1_000_000)]),
    st.sampled_from(["", "up", "down"]),
)


@given(FIGURES, FIGURES)
def test_any_two_numbers_come_to_an_outcome(claimed: Figure, source: Figure) -> None:
    found = check_number(claimed, source)
    assert (found.outcome is NumberOutcome.NOT_COMPARABLE) is (found.difference is None)
    assert found.reason or found.outcome in {NumberOutcome.AGREES, NumberOutcome.WITHIN_TOLERANCE}
    if {claimed.unit, source.unit} in ({"%", "pp"}, {"USD", "%"}):
        assert found.outcome is NumberOutcome.NOT_COMPARABLE


@given(FIGURES)
def test_a_number_agrees_with_itself(figure: Figure) -> None:
    assert check_number(figure, figure).outcome is NumberOutcome.AGREES


@given(st.text(alphabet="0123456789.,%$ -–toandbyinpermillion", max_size=80))
def test_any_words_can_be_read(words: str) -> None:
    for figure in figures_in(words):
        assert figure.low <= figure.high
        assert str(figure)

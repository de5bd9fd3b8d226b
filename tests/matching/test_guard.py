"""The guard never takes "fell" for "rose", whatever it is given, and knows a claim in other words where it can."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims_db.match_vocabulary import Relation
from workbench.matching.guard import DifferenceKind, Said, judge

PAIRS = Path(__file__).with_name("claim_pairs.jsonl")
TUNING = [row for row in map(json.loads, PAIRS.read_text("utf-8").splitlines()) if row["part"] == "tuning"]
CLAIMS = sorted({row[side]["claim"] for row in TUNING for side in ("first", "second")})
SUBJECTS = (
    "Unemployment",
    "The price of bread",
    "Rail traffic in Norden",
    "Support for the mayor",
    "The level of Lake Orm",
)
HOSTILE = (
    "", " ", "The", "🙂🙂🙂", "\x00\ud7ff", "不是真的。", "не правда, что 5 % населения", "لا", "١٢٣", "½ ² Ⅷ", "a" * 10_000,
    "not " * 2_500, "12 million euros and " * 500, "1/0", "0/0 of 1 in 0", "99999999999999999999 km", "31 February 2021",
    "half past an", "10.000.000,00", "İstanbul ẞ ﬁ", "\u202enever\u202c", "'" * 300, "İ" * 50 + " rose by 5%", "no one of of of to to",
)  # fmt: skip


def said(row: dict[str, str]) -> Said:
    day = row.get("said_on")
    return Said(row["claim"], row.get("claimer", ""), date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("She waited for 90 minutes.", "She waited for one and a half hours.", Relation.SAME),
        ("A quarter of the shops are closed.", "25 per cent of the shops are closed.", Relation.SAME),
        ("The WHO has approved the vaccine.", "The World Health Organization has approved the vaccine.", Relation.SAME),
        ("The council banned the march.", "The march was banned by the council.", Relation.SAME),
        ("Beijing bought Finnish steel.", "China bought steel from Finland.", Relation.SAME),
        ("The UNHCR closed its camp.", "The UN refugee agency closed its camp.", Relation.SAME),
        ("No more than 5 grams are safe.", "Not more than five grams are safe.", Relation.SAME),
        ("The tower is 10 feet taller.", "The tower is three metres taller.", Relation.SAME),
        ("About 20,000 cars were stolen.", "19,960 cars were stolen.", Relation.SAME),
        ("Rents rose in the first quarter of 2020.", "Rents rose in the first three months of 2020.", Relation.SAME),
        ("The spy was executed.", "The spy was put to death.", Relation.SAME),
        ("Turnout fell in 2021.", "Turnout rose in 2021.", Relation.OPPOSITE),
        ("The company paid the fine.", "The company has not paid the fine.", Relation.OPPOSITE),
        ("The drug is safe.", "The drug is unsafe.", Relation.OPPOSITE),
        ("The dam leaks.", "It is false that the dam leaks.", Relation.OPPOSITE),
        ("Prices went UP by 3 per cent.", "Prices have come down by 3 per cent.", Relation.OPPOSITE),
        ("Everybody but Norway signed it.", "Norway signed it.", Relation.OPPOSITE),
        ("The lake lost 40 fish.", "The lake lost 400 fish.", Relation.VARIANT),
        ("Rates rose by 2 per cent.", "Rates rose by 2 percentage points.", Relation.VARIANT),
        ("The well is 30 feet deep.", "The well is 30 metres deep.", Relation.VARIANT),
        ("Rates rose by 2 per cent.", "Rates rose to 2 per cent.", Relation.VARIANT),
        ("At least 9 ships sank.", "At most 9 ships sank.", Relation.VARIANT),
        ("Dozens of seals died.", "Hundreds of seals died.", Relation.VARIANT),
        ("Port Sable came in fourth.", "Port Sable came in second.", Relation.VARIANT),
        ("The bus burnt out in Kolm.", "The bus burnt out in Halden.", Relation.VARIANT),
        ("A dog bit a postman.", "A postman bit a dog.", Relation.VARIANT),
    ],
)
def test_what_two_claims_are_to_each_other(one: str, other: str, relation: Relation) -> None:
    assert judge(Said(one), Said(other)).relation is relation


def test_a_relative_day_is_read_from_the_day_on_which_it_was_said() -> None:
    yesterday = Said("The tower fell yesterday.", said_on=date(2024, 3, 2))
    assert judge(yesterday, Said("The tower fell on 1 March 2024.")).relation is Relation.SAME
    assert judge(yesterday, yesterday._replace(said_on=date(2024, 3, 9))).relation is not Relation.SAME


@pytest.mark.parametrize(
    ("one", "other", "kind", "first", "second"),
    [
        (
            "Rents rose by 4 per cent.",
            "Rents rose by 14 per cent.",
            DifferenceKind.NUMBER,
            ["4 per cent"],
            ["14 per cent"],
        ),
        ("Rents rose by 4%.", "Rents rose by 4 points.", DifferenceKind.PERCENT_POINTS, ["4%"], ["4 points"]),
        ("Rents rose in May.", "Rents fell in May.", DifferenceKind.OPPOSITE, ["rose"], ["fell"]),
        ("Rents rose in 2019.", "Rents rose in 2020.", DifferenceKind.TIME, ["2019"], ["2020"]),
        ("The A9 is closed.", "The A8 is closed.", DifferenceKind.NUMBER, ["9"], ["8"]),
        ("Ida Falk sold it.", "Nils Falk sold it.", DifferenceKind.NAME, ["Ida"], ["Nils"]),
        ("The bridge is open.", "The bridge is not open.", DifferenceKind.NEGATION, [], ["not"]),
    ],
)
def test_differences_are_shown_where_they_stand(
    one: str, other: str, kind: DifferenceKind, first: list[str], second: list[str]
) -> None:
    found = next(each for each in judge(Said(one), Said(other)).differences if each.kind is kind)
    assert [one[start:end] for start, end in found.first] == first
    assert [other[start:end] for start, end in found.second] == second


@pytest.mark.parametrize("row", TUNING[::7], ids=lambda row: str(row["id"]))
def test_the_order_of_two_claims_makes_no_difference(row: dict[str, dict[str, str]]) -> None:
    one, other = said(row["first"]), said(row["second"])
    there, back = judge(one, other), judge(other, one)
    assert there[:4] == back[:4]
    assert [(each.first, each.second) for each in there.differences] == [
        (each.second, each.first) for each in back.differences
    ]


def test_a_claim_is_the_same_as_itself() -> None:
    assert all(judge(Said(claim), Said(f" {claim}")).relation is Relation.SAME for claim in (*CLAIMS, *HOSTILE))


def test_a_claim_with_another_number_is_never_the_same() -> None:
    changed = [(claim, re.sub(r"\d+", lambda match: str(int(match[0]) + 7), claim, count=1)) for claim in CLAIMS]
    assert [
        one for one, other in changed if one != other and judge(Said(one), Said(other)).relation is Relation.SAME
    ] == []


def test_a_claim_with_a_negation_put_in_is_never_the_same() -> None:
    pattern = re.compile(r"\b(is|are|was|were|has|have|had|will|can|may|does|did)\b(?!['’]| not\b)")
    changed = [(claim, pattern.sub(r"\1 not", claim, count=1)) for claim in CLAIMS]
    assert [
        one for one, other in changed if one != other and judge(Said(one), Said(other)).relation is Relation.SAME
    ] == []


@given(
    subject=st.sampled_from(SUBJECTS),
    verbs=st.sampled_from([("rose", "fell"), ("has risen", "has fallen"), ("is rising", "is falling")]),
    share=st.integers(1, 99),
    year=st.integers(1950, 2030),
)
@settings(max_examples=60, deadline=None)
def test_rose_is_never_fell(subject: str, verbs: tuple[str, str], share: int, year: int) -> None:
    one, other = (Said(f"{subject} {verb} by {share} per cent in {year}.") for verb in verbs)
    assert judge(one, other).relation is Relation.OPPOSITE
    assert judge(one, Said(one.statement.replace(f"{share} per", f"{share + 1} per"))).relation is Relation.VARIANT


@given(one=st.text(max_size=80), other=st.text(max_size=80))
@example(HOSTILE[-1], HOSTILE[-2])
@settings(max_examples=80, deadline=None)
def test_no_text_stops_the_guard(one: str, other: str) -> None:
    there, back = judge(Said(one), Said(other)), judge(Said(other), Said(one))
    assert there[:4] == back[:4]
    assert all(0 <= start < end <= len(one) for each in there.differences for start, end in each.first)
    assert all(0 <= start < end <= len(other) for each in there.differences for start, end in each.second)


def test_hostile_texts_do_not_stop_it_either() -> None:
    for one in HOSTILE:
        for other in (*HOSTILE[:12], "The dam leaks 5 litres a day."):
            judge(Said(one), Said(other))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("The ferry sank seven times in nine years.", "The ferry sank seven times in five years.", Relation.VARIANT),
        ("The ferry sank seven times within nine years.", "The ferry sank 7 times in nine years.", Relation.SAME),
        ("Lille opened four parks in two years.", "Lille opened four parks in ten years.", Relation.VARIANT),
        ("She won 12 seats in 3 counties.", "She won 12 seats in 5 counties.", Relation.VARIANT),
    ],
)
def test_both_numbers_of_so_many_in_so_long_count(one: str, other: str, relation: Relation) -> None:
    assert judge(Said(one), Said(other)).relation is relation

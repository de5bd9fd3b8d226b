"""How check-worthy a statement is, as a sum of named reasons."""

import math
import re
from types import MappingProxyType
from typing import NamedTuple

from claims_db.rows import ReasonRow
from workbench.domain.amounts import Amount
from workbench.domain.dates import MONTHS
from workbench.domain.reasons import COMMON
from workbench.extraction.lexicon import ACCUSATION, CAUSAL, COMPARISON, INSTITUTION, RULE, SUPERLATIVE, TREND
from workbench.extraction.marks import marks

BASE = 0.2
"""What every statement in somebody's own words starts from."""

TOLD = 0.4
"""What a statement starts from that an article tells: there nearly all is past and names somebody, so that this tells nothing."""

_OF_SPEECH = frozenset({"past_or_done", "about_others", "names_somebody", "to_come"})
"""Reasons that count in speech alone: a promise is less than a deed there, but a plan that is in the news was announced."""

_ABSOLUTE = re.compile(r"\b(?:no|never|none|nobody|all|every|always)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<=\w )[A-Z][\w'’-]+")
STEEP = 5.0
"""How steeply the sum of the weights turns into check-worthiness."""

_MIDDLE = 0.6
_LAST_DAY = 31
_MONTH_NAME = 12
_MONTHS = "|".join(f"{month.capitalize()}|{month[:3].capitalize()}" for month in MONTHS)
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})\b")
_MONTH_BEFORE = re.compile(rf"\b(?:{_MONTHS})\.? $")
_WHEN = re.compile(r"\b(?:last|this) (?:year|month|week)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d{2}\b")


WEIGHTS = MappingProxyType(
    {
        "digit": 0.21,
        "counts": 0.19,
        "thousands": 0.21,
        "times": 0.15,
        "number_and_names": -0.10,
        "percent": 0.34,
        "money": 0.11,
        "millions": 0.24,
        "share": 0.13,
        "rate": 0.11,
        "record": 0.10,
        "record_of_all": 0.21,
        "superlative": 0.10,
        "compares": 0.11,
        "going_up": 0.07,
        "going_down": 0.11,
        "long_about_going_down": -0.13,
        "under_way": 0.08,
        "tax": 0.09,
        "economy": 0.11,
        "work": 0.11,
        "budget": 0.12,
        "health": 0.08,
        "welfare": 0.09,
        "energy": 0.08,
        "private": 0.12,
        "migration": 0.22,
        "tax_to_come": -0.18,
        "war": 0.08,
        "abroad": 0.15,
        "abroad_supposed": -0.17,
        "crime": 0.21,
        "law": 0.09,
        "body": 0.06,
        "votes": 0.18,
        "for_or_against": 0.19,
        "program_that_was": 0.13,
        "evidence": 0.09,
        "factive": 0.10,
        "stress": 0.10,
        "since_when": 0.15,
        "now": 0.10,
        "have": 0.06,
        "lacks": 0.07,
        "past": 0.19,
        "more_past": 0.15,
        "done": 0.21,
        "past_and_done": -0.13,
        "somebody_did": 0.07,
        "starts_others": 0.11,
        "he_or_she_does": 0.07,
        "they_do": 0.11,
        "name": 0.08,
        "two_names": 0.06,
        "three_names": 0.07,
        "three_things": 0.09,
        "many_of_a_kind": 0.05,
        "thing_of_a_thing": 0.07,
        "thing_and": -0.07,
        "the_things": -0.06,
        "starts_the": 0.05,
        "i": -0.11,
        "me": -0.08,
        "starts_we": 0.07,
        "own_life": -0.14,
        "had": -0.09,
        "came": -0.09,
        "came_and_number": -0.14,
        "will": -0.14,
        "plans_of_ours": -0.10,
        "opens_with_may": -0.12,
        "be": -0.07,
        "if": -0.12,
        "thinks": -0.14,
        "i_think": -0.08,
        "wants": -0.12,
        "got": -0.10,
        "we_want": -0.19,
        "opinion": -0.13,
        "ideals": -0.12,
        "just": -0.05,
        "perhaps": -0.10,
        "asked": -0.30,
        "asks": -0.07,
        "talk": -0.10,
        "here": -0.13,
        "demands": -0.12,
        "vague": -0.06,
        "daily": -0.12,
        "nation": -0.08,
    }
)
"""What each mark adds, as ``tests/benchmarks/fit_check_worthiness.py`` fits it.

The sentences are those of political debates, judged by people, of ClaimBuster (Arslan et al., 2020) and of task 1 of the
CheckThat! lab of 2024; nothing but these few numbers comes from them. In news, who says it and where it stands count
as well: those weights, below, are set by hand. ``MODEL_CARD.md`` has figures and limits.
"""


class Statement(NamedTuple):
    """What is judged: its words with their parts of speech, its numbers, who says it, and whether it is quoted."""

    words: str
    amounts: tuple[Amount, ...]
    claimer: str
    utterance: bool
    early: bool = False
    english: bool = True
    quoted: bool = False
    tags: tuple[str, ...] = ()


def reasons(statement: Statement) -> tuple[ReasonRow, ...]:
    """List what makes a statement more or less check-worthy, with the weights."""
    found = [
        ReasonRow(COMMON, BASE if statement.quoted else TOLD),
        *_fitted(statement),
        ReasonRow("somebody_says_so", 0.2 if statement.claimer else 0.0),
        ReasonRow("notable_utterance", 0.24 if statement.utterance else 0.0),
        ReasonRow("early_in_the_article", 0.06 if statement.early else 0.0),
        ReasonRow("language_not_supported", 0.0 if statement.english else -0.3),
    ]
    return tuple(reason for reason in found if reason.weight)


def _fitted(statement: Statement) -> list[ReasonRow]:
    """Sum the weights of the marks by reason."""
    sums: dict[str, float] = {}
    for reason, mark in marks(statement.words, statement.tags):
        if statement.quoted or reason not in _OF_SPEECH:
            sums[reason] = sums.get(reason, 0.0) + WEIGHTS[mark]
    return [ReasonRow(reason, round(weight, 2)) for reason, weight in sums.items()]


def check_worthiness(found: tuple[ReasonRow, ...]) -> float:
    """Add the weights up and bring the sum between 0 and 1, to four places.

    The curve is the logistic one: a sum of 0.6 is in the middle, and no number of reasons reaches 1.
    """
    return round(1 / (1 + math.exp(STEEP * (_MIDDLE - sum(reason.weight for reason in found)))), 4)


def anchors(statement: Statement) -> int:
    """Count what a checker could hold on to: numbers, years, names, bodies, harm, rules, trends, records, absolutes."""
    words = statement.words
    marks = (SUPERLATIVE, TREND, RULE, ACCUSATION, INSTITUTION, CAUSAL, COMPARISON, _YEAR, _NAMED, _ABSOLUTE)
    return (
        len(countable(statement))
        + (_WHEN.search(words) is not None)
        + sum(mark.search(words) is not None for mark in marks)
    )


def countable(statement: Statement) -> list[Amount]:
    """Give the numbers that count something: no bare year, no day of a month, no bare ``two``."""
    return [
        amount
        for amount in statement.amounts
        if amount.unit or (amount.value > 2 and not _is_year(amount) and not _is_day(statement.words, amount))
    ]


def _is_day(words: str, amount: Amount) -> bool:
    after, before = (
        words[amount.end : amount.end + _MONTH_NAME],
        words[max(0, amount.start - _MONTH_NAME) : amount.start],
    )
    return amount.value <= _LAST_DAY and bool(_MONTH_AFTER.match(after) or _MONTH_BEFORE.search(before))


def _is_year(amount: Amount) -> bool:
    return 1500 <= amount.value <= 2100 and amount.value == int(amount.value)

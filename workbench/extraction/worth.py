"""How check-worthy a statement is, as a sum of named reasons."""

import math
import re
from typing import NamedTuple

from claims_db.rows import ReasonRow
from workbench.domain.amounts import Amount
from workbench.extraction.lexicon import (
    ACCUSATION,
    CAUSAL,
    COMPARISON,
    FIRST_PERSON,
    INSTITUTION,
    NAME,
    OPINION,
    PREDICTION,
    RULE,
    SUPERLATIVE,
    TREND,
)

BASE = 0.2
"""What every statement with a verb starts from."""

VAGUE = re.compile(
    r"\b(?:many|some|several|various|a number of|things|stuff|in recent years|long|often|sometimes|generally|strong ties|all kinds|"
    r"ever more|more and more|partners|important)\b",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(r"\b(?:no|never|none|nobody|all|every|always)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<=\w )[A-Z][\w'’-]+")
_FEW_WORDS = 8
_MANY_WORDS = 15
_STEEP = 5.0
_MIDDLE = 0.42
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d{2}\b")


class Statement(NamedTuple):
    """What is judged: its words, its numbers, who says it, and whether it is an utterance in quotation marks."""

    words: str
    amounts: tuple[Amount, ...]
    claimer: str
    utterance: bool
    early: bool = False
    english: bool = True
    quoted: bool = False


def reasons(statement: Statement) -> tuple[ReasonRow, ...]:
    """List what makes a statement more or less check-worthy, with the weights."""
    words = statement.words
    numbers, length = countable(statement), len(words.split())
    found = [
        ReasonRow("makes_a_statement", BASE),
        ReasonRow("number", 0.28 if numbers else 0.0),
        ReasonRow("several_numbers", 0.08 if len(numbers) > 1 else 0.0),
        ReasonRow("dated", 0.04 if _YEAR.search(words) else 0.0),
        ReasonRow("first_or_most", 0.16 if SUPERLATIVE.search(words) else 0.0),
        ReasonRow("comparison", 0.1 if COMPARISON.search(words) else 0.0),
        ReasonRow("trend", 0.1 if TREND.search(words) else 0.0),
        ReasonRow("cause", 0.08 if CAUSAL.search(words) else 0.0),
        ReasonRow("rule_or_law", 0.06 if RULE.search(words) else 0.0),
        ReasonRow("accusation_or_harm", 0.12 if ACCUSATION.search(words) else 0.0),
        ReasonRow("public_matter", 0.06 if INSTITUTION.search(words) else 0.0),
        ReasonRow("names_somebody", 0.04 if len(NAME.findall(words)) > 1 else 0.0),
        ReasonRow("somebody_says_so", 0.1 if statement.claimer else 0.0),
        ReasonRow("notable_utterance", 0.24 if statement.utterance else 0.0),
        ReasonRow("announced_or_foretold", 0.06 if PREDICTION.search(words) else 0.0),
        ReasonRow("says_much", 0.08 if length >= _MANY_WORDS else 0.0),
        ReasonRow("says_little", -0.1 if length < _FEW_WORDS else 0.0),
        ReasonRow("nothing_to_hold_on_to", 0.0 if anchors(statement) else -0.1),
        ReasonRow("opinion_words", -0.18 if OPINION.search(words) else 0.0),
        ReasonRow("first_person", -0.08 if FIRST_PERSON.search(words) else 0.0),
        ReasonRow("vague", -0.08 if VAGUE.search(words) and not numbers else 0.0),
        ReasonRow("early_in_the_article", 0.06 if statement.early else 0.0),
        ReasonRow("language_not_supported", 0.0 if statement.english else -0.3),
    ]
    return tuple(reason for reason in found if reason.weight)


def check_worthiness(found: tuple[ReasonRow, ...]) -> float:
    """Add the weights up and bring the sum between 0 and 1, to four places.

    The curve is the logistic one: a sum of 0.42 is in the middle, and no number of reasons reaches 1.
    """
    return round(1 / (1 + math.exp(_STEEP * (_MIDDLE - sum(reason.weight for reason in found)))), 4)


def anchors(statement: Statement) -> int:
    """Count what a checker could hold on to: numbers, years, names, bodies, harm, rules, trends, records, absolutes."""
    words = statement.words
    marks = (SUPERLATIVE, TREND, RULE, ACCUSATION, INSTITUTION, CAUSAL, COMPARISON, _YEAR, _NAMED, _ABSOLUTE)
    return len(countable(statement)) + sum(mark.search(words) is not None for mark in marks)


def countable(statement: Statement) -> list[Amount]:
    """Give the numbers that count something: no bare year, no bare ``two``."""
    return [amount for amount in statement.amounts if amount.unit or (amount.value > 2 and not _is_year(amount))]


def _is_year(amount: Amount) -> bool:
    return 1500 <= amount.value <= 2100 and amount.value == int(amount.value)

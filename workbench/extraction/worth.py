"""How check-worthy a statement is, as a sum of named reasons; what kind it is; what is refused."""

import re
from typing import NamedTuple

from claims_db.rows import ReasonRow
from claims_db.vocabulary import ClaimKind
from workbench.domain.amounts import Amount
from workbench.extraction.lexicon import (
    ACCUSATION,
    CAUSAL,
    COMPARISON,
    FINITE,
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

_VAGUE = re.compile(
    r"\b(?:many|some|several|various|a number of|things|stuff|in recent years|long|often|sometimes|generally|strong ties|all kinds|"
    r"ever more|more and more|partners|important)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d{2}\b")


class Statement(NamedTuple):
    """What is judged: its words, its numbers, who says it, and whether it is an utterance in quotation marks."""

    words: str
    amounts: tuple[Amount, ...]
    claimer: str
    utterance: bool
    early: bool = False
    english: bool = True


def reasons(statement: Statement) -> tuple[ReasonRow, ...]:
    """List what makes a statement more or less check-worthy, with the weights."""
    words = statement.words
    years = len(_YEAR.findall(words))
    numbers = countable(statement)
    found = [
        ReasonRow("makes_a_statement", BASE),
        ReasonRow("number", 0.25 if numbers else 0.0),
        ReasonRow("several_numbers", 0.05 if len(numbers) > 1 else 0.0),
        ReasonRow("dated", 0.04 if years else 0.0),
        ReasonRow("first_or_most", 0.2 if SUPERLATIVE.search(words) else 0.0),
        ReasonRow("comparison", 0.1 if COMPARISON.search(words) else 0.0),
        ReasonRow("trend", 0.1 if TREND.search(words) else 0.0),
        ReasonRow("cause", 0.06 if CAUSAL.search(words) else 0.0),
        ReasonRow("rule_or_law", 0.05 if RULE.search(words) else 0.0),
        ReasonRow("accusation_or_harm", 0.12 if ACCUSATION.search(words) else 0.0),
        ReasonRow("public_matter", 0.08 if INSTITUTION.search(words) else 0.0),
        ReasonRow("names_somebody", 0.05 if len(NAME.findall(words)) > 1 else 0.0),
        ReasonRow("somebody_says_so", 0.14 if statement.claimer else 0.0),
        ReasonRow("notable_utterance", 0.2 if statement.utterance else 0.0),
        ReasonRow("prediction", -0.06 if PREDICTION.search(words) else 0.0),
        ReasonRow("opinion_words", -0.18 if OPINION.search(words) else 0.0),
        ReasonRow("first_person", -0.08 if FIRST_PERSON.search(words) else 0.0),
        ReasonRow("vague", -0.08 if _VAGUE.search(words) and not numbers else 0.0),
        ReasonRow("short", -0.1 if len(words.split()) < 6 else 0.0),
        ReasonRow("early_in_the_article", 0.06 if statement.early else 0.0),
        ReasonRow("language_not_supported", 0.0 if statement.english else -0.3),
    ]
    return tuple(reason for reason in found if reason.weight)


def check_worthiness(found: tuple[ReasonRow, ...]) -> float:
    """Add the weights up, kept between 0 and 1, to four places."""
    return round(min(1.0, max(0.0, sum(reason.weight for reason in found))), 4)


def kind_of(statement: Statement) -> ClaimKind:
    """Say what sort of statement it is; the most telling mark counts."""
    words = statement.words
    numbers = countable(statement)
    marks = (
        (statement.utterance, ClaimKind.QUOTATION),
        (SUPERLATIVE.search(words), ClaimKind.SUPERLATIVE),
        (PREDICTION.search(words), ClaimKind.PREDICTION),
        (COMPARISON.search(words), ClaimKind.COMPARISON),
        (numbers, ClaimKind.QUANTITY),
        (TREND.search(words), ClaimKind.TREND),
        (CAUSAL.search(words), ClaimKind.CAUSAL),
        (RULE.search(words), ClaimKind.RULE),
        (re.search(r"\w{2,}ed\b", words) or FINITE.search(words), ClaimKind.EVENT),
    )
    return next((kind for mark, kind in marks if mark), ClaimKind.OTHER)


def countable(statement: Statement) -> list[Amount]:
    """Give the numbers that count something: no bare year, no bare ``two``."""
    return [amount for amount in statement.amounts if amount.unit or (amount.value > 2 and not _is_year(amount))]


def _is_year(amount: Amount) -> bool:
    return 1500 <= amount.value <= 2100 and amount.value == int(amount.value)

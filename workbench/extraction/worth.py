"""How check-worthy a statement is, as a sum of named reasons."""

import math
import re
from types import MappingProxyType
from typing import NamedTuple

from claims_db.rows import ReasonRow
from workbench.domain.amounts import Amount
from workbench.domain.reasons import COMMON
from workbench.extraction.lexicon import ACCUSATION, CAUSAL, COMPARISON, INSTITUTION, RULE, SUPERLATIVE, TREND
from workbench.extraction.marks import marks

BASE = 0.2
"""What every statement with a verb starts from."""

VAGUE = re.compile(
    r"\b(?:many|some|several|various|a number of|things|stuff|in recent years|long|often|sometimes|generally|strong ties|all kinds|"
    r"ever more|more and more|partners|important)\b",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(r"\b(?:no|never|none|nobody|all|every|always)\b", re.IGNORECASE)
_NAMED = re.compile(r"(?<=\w )[A-Z][\w'’-]+")
STEEP = 5.0
"""How steeply the sum of the weights turns into check-worthiness."""

_MIDDLE = 0.66
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d{2}\b")


WEIGHTS = MappingProxyType(
    {
        "number": 0.24,
        "measure": 0.21,
        "first_or_most": 0.12,
        "comparison": 0.09,
        "trend": 0.08,
        "cause": 0.05,
        "rule_or_law": 0.03,
        "accusation_or_harm": 0.07,
        "institution": 0.04,
        "public_matter": 0.10,
        "deed_in_office": 0.14,
        "time": 0.05,
        "about_others": 0.05,
        "people_at_large": -0.07,
        "first_person": -0.15,
        "addressed": -0.08,
        "to_come": -0.13,
        "condition": -0.12,
        "thinks_or_wants": -0.19,
        "opinion_words": -0.07,
        "judgement_words": -0.14,
        "question": -0.32,
        "opens_talk": -0.06,
        "there_is": -0.07,
        "says_little": -0.04,
        "says_much": -0.04,
        "runs_on": -0.04,
        "past": 0.18,
        "done": 0.12,
        "may_or_must": -0.13,
        "counts": 0.11,
        "several_numbers": 0.09,
        "names_somebody": 0.12,
        "several_names": 0.08,
        "things": 0.06,
        "many_things": 0.10,
        "compares": 0.09,
        "no_verb": -0.16,
    }
)
"""What each mark adds, as ``tests/benchmarks/fit_check_worthiness.py`` fits it.

The sentences are those of political debates, judged by people, of ClaimBuster (Arslan et al., 2020) and of task 1 of the
CheckThat! lab of 2024; nothing but these few numbers comes from them. In news, who says it and where it stands count
as well: those weights, below, are set by hand.
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
        ReasonRow(COMMON, BASE),
        *(ReasonRow(name, WEIGHTS[name]) for name in marks(statement.words, statement.tags)),
        ReasonRow("somebody_says_so", 0.1 if statement.claimer else 0.0),
        ReasonRow("notable_utterance", 0.24 if statement.utterance else 0.0),
        ReasonRow("early_in_the_article", 0.06 if statement.early else 0.0),
        ReasonRow("nothing_to_hold_on_to", 0.0 if anchors(statement) else -0.1),
        ReasonRow("vague", -0.08 if VAGUE.search(statement.words) and not countable(statement) else 0.0),
        ReasonRow("language_not_supported", 0.0 if statement.english else -0.3),
    ]
    return tuple(reason for reason in found if reason.weight)


def check_worthiness(found: tuple[ReasonRow, ...]) -> float:
    """Add the weights up and bring the sum between 0 and 1, to four places.

    The curve is the logistic one: a sum of 0.66 is in the middle, and no number of reasons reaches 1.
    """
    return round(1 / (1 + math.exp(STEEP * (_MIDDLE - sum(reason.weight for reason in found)))), 4)


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

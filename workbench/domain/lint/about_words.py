"""Rules on what is written: the statement, and the numbers of the rationale."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claims_db.vocabulary import NumberOutcome
from workbench.domain.evidence.figure import Figure
from workbench.domain.evidence.number_check import Tolerance, check_number
from workbench.domain.evidence.number_words import tolerance_of
from workbench.domain.evidence.told_numbers import told_numbers, with_changes
from workbench.domain.lint.case import Case

ADVISED = 75
"""So many characters ClaimReview advises for a claim at most."""

_VERDICT_WORDS = re.compile(
    r"\b(?:false|falsely|untrue|fake|hoax|debunk(?:s|ed)?|misleading|unproven|unfounded|baseless|disproved|disproven|refuted"
    r"|fact[- ]check(?:ed)?|pants on fire)\b",
    re.IGNORECASE,
)
_SMALL = 12
"""Counts up to this are mostly of what the desk did: two logs, three experts."""

_FOUND = frozenset({NumberOutcome.AGREES, NumberOutcome.WITHIN_TOLERANCE})


def verdict_in_statement(case: Case) -> Iterator[str]:
    """Look for words of a verdict in the statement, which are not the claimer's own."""
    quoted = " ".join(one.quote.exact for one in case.sheet.appearances if one.quote is not None).casefold()
    for word in verdict_words(case.sheet.statement):
        if word not in quoted:
            yield f"The statement says “{word}”, which is what a verdict says."


def verdict_words(statement: str) -> tuple[str, ...]:
    """Give the words of a statement that tell what came out, each once."""
    return tuple(dict.fromkeys(match.group().casefold() for match in _VERDICT_WORDS.finditer(statement)))


def long_statement(case: Case) -> Iterator[str]:
    """Look for a statement that is longer than ClaimReview advises."""
    length = len(case.sheet.statement)
    if length > ADVISED:
        yield f"The statement has {length} characters."


def number_in_no_evidence(case: Case) -> Iterator[str]:
    """Look for numbers of the rationale that neither the claim nor its evidence has."""
    wanted = dict.fromkeys(figure for verdict in case.verdicts for figure in _figures([verdict.rationale]))
    if not wanted:
        return
    allowed, known = tolerance_of(case.tolerance), _figures(_words_of(case))
    for figure in wanted:
        if not _is_small(figure) and not _stands_among(figure, known, allowed):
            yield f"The rationale says {figure.words}, which stands in no words that the evidence quotes or tells."


def _words_of(case: Case) -> Iterator[str]:
    """Give what is written of the claim and its evidence."""
    yield case.sheet.statement
    for place in case.sheet.appearances:
        if place.quote is not None:
            yield place.quote.prefix + place.quote.exact + place.quote.suffix
    for evidence in case.sheet.evidence:
        yield from (evidence.excerpt, evidence.note, evidence.locator)
        if evidence.check is not None and evidence.check.quote is not None:
            quote = evidence.check.quote
            yield quote.prefix + quote.exact + quote.suffix
    for reply in case.sheet.replies:
        yield reply.answer


def _figures(texts: Iterable[str]) -> list[Figure]:
    """Read numbers, of which here only value and unit count."""
    return [
        replace(told.figure, period="", rate="", base="", against="", way="", changed=None, counted="", earlier=None)
        for text in texts
        for told in with_changes(told_numbers(text))
    ]


def _is_small(figure: Figure) -> bool:
    return not figure.unit and figure.high <= _SMALL


def _stands_among(figure: Figure, known: Iterable[Figure], allowed: Tolerance) -> bool:
    return any(check_number(figure, other, allowed).outcome in _FOUND for other in known)

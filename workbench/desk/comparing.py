"""What the desk works out of claims beside what it stores: how many sources they have, and how their numbers compare."""

from collections.abc import Sequence
from functools import lru_cache

from claims_db import views
from claims_db.rows import ArticleReport, ClaimSheet, EvidenceRow, NumberRow, NumberTolerance
from claims_db.vocabulary import Action, Role
from workbench.desk.counting import captured, with_count
from workbench.desk.permission import require
from workbench.desk.workplace import Workplace
from workbench.domain.evidence.number_words import Compared, compared, number_rows
from workbench.domain.evidence.tolerance import WHOLE
from workbench.domain.merging import merged
from workbench.errors import BadInput

_KEPT = 1024


def worked_out(place: Workplace, sheet: ClaimSheet) -> ClaimSheet:
    """Give a claim with the number of its sources, and its numbers beside theirs."""
    numbered = with_numbers(sheet, tolerance(place) if _has_words(sheet) else NumberTolerance())
    return with_count(place, numbered, captured(place, (sheet,)))


def all_worked_out(place: Workplace, reports: Sequence[ArticleReport]) -> tuple[ArticleReport, ...]:
    """Give reports whose claims have the number of their sources, and their numbers beside theirs."""
    allowed = tolerance(place)
    texts = captured(place, (one.sheet for report in reports for one in report.claims))
    return tuple(
        report._replace(
            claims=tuple(
                one._replace(sheet=with_count(place, with_numbers(one.sheet, allowed), texts)) for one in report.claims
            )
        )
        for report in reports
    )


def with_numbers(sheet: ClaimSheet, allowed: NumberTolerance) -> ClaimSheet:
    """Give a claim whose numbers stand beside those of each piece of its evidence."""
    if not _has_words(sheet):
        return sheet
    return sheet._replace(evidence=tuple(beside(sheet, one, allowed) for one in sheet.evidence))


def beside(sheet: ClaimSheet, evidence: EvidenceRow, allowed: NumberTolerance) -> EvidenceRow:
    """Give a piece of evidence with the numbers of its claim beside its own."""
    words = compared(sheet, evidence)
    return evidence if words is None else evidence._replace(numbers=_compared(words, allowed))


def tolerance(place: Workplace) -> NumberTolerance:
    """Give how far a claimed number may be from the source's."""
    with place.read() as connection:
        return views.number_tolerance(connection)


def set_tolerance(place: Workplace, wanted: NumberTolerance, base: NumberTolerance | None) -> None:
    """Say how far a claimed number may be from the source's; what somebody else changed since ``base`` stays."""
    if not all(0 <= part <= WHOLE for part in wanted):
        raise BadInput("That is no tolerance.", "Give a percentage from 0 to 100.")
    with place.work(Action.RULES_CHANGED) as work:
        require(work, Role.EDITOR, "change the rules of the desk")
        theirs = work.people.tolerance()
        work.people.set_tolerance(merged("the tolerance of numbers", base or theirs, wanted, theirs))


def _has_words(sheet: ClaimSheet) -> bool:
    return any(one.excerpt for one in sheet.evidence)


@lru_cache(maxsize=_KEPT)
def _compared(words: Compared, allowed: NumberTolerance) -> tuple[NumberRow, ...]:
    """Compare once for the same words: a claim is looked at often."""
    return number_rows(words, allowed)

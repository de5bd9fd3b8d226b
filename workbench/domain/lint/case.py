"""A claim with its verdict as the rules look at it."""

from collections.abc import Mapping
from typing import NamedTuple

from claims_db.rows import CaptureRow, ClaimSheet, DateRow, NumberTolerance, OpenComment, RatingRow, VerdictRow
from claims_db.vocabulary import ClaimState
from workbench.domain.scales import MIXED, REFUTED, SUPPORTED
from workbench.domain.states import JUDGED

_FALSE, _TRUE = 1, 5


class Case(NamedTuple):
    """All that the rules look at; nothing of it is looked up or worked out by a rule.

    Attributes:
        sheet: the claim with verdicts, evidence, the count of its sources, logs and requests for a reply.
        verdicts: those that may be signed off: the one that stands, or where verdicts disagree each that counts.
        said: when the claim was made, else when its article came out, as well as it is known.
        open_comments: what of the discussion is not dealt with.
        captures: what was captured of each piece of evidence, by its number.
        faults: what is wrong with the files of a capture, by the number of its evidence.
        signer: whoever looks, if they may sign off at all, else empty.
        tolerance: how far a number may be from the source's.
        now: the present instant.

    """

    sheet: ClaimSheet
    verdicts: tuple[VerdictRow, ...]
    said: DateRow | None = None
    open_comments: tuple[OpenComment, ...] = ()
    captures: Mapping[int, CaptureRow] = {}
    faults: Mapping[int, str] = {}
    signer: str = ""
    tolerance: NumberTolerance = NumberTolerance()
    now: int = 0


def may_stand(sheet: ClaimSheet, verdict: str | None = None) -> tuple[VerdictRow, ...]:
    """Give the verdicts of a claim that may be signed off; of those that disagree the one named by its public id."""
    if sheet.state is not ClaimState.ADJUDICATION:
        return tuple(one for one in sheet.verdicts if one.stands)
    return tuple(one for one in sheet.verdicts if one.counts and verdict in {None, one.public_id})


def waits_for_sign_off(case: Case) -> bool:
    """Say whether the claim has verdicts of which none was signed off."""
    return case.sheet.state in JUDGED


def says_false(rating: RatingRow) -> bool:
    """Say whether a rating says that the claim is wrong."""
    return rating.value == _FALSE or rating.averitec == REFUTED


def says_true(rating: RatingRow) -> bool:
    """Say whether a rating says that the claim is right."""
    return rating.value == _TRUE or rating.averitec == SUPPORTED


def says_both(rating: RatingRow) -> bool:
    """Say whether a rating says that some of it is right and some is not."""
    return rating.averitec == MIXED


def verdict_name(verdict: VerdictRow) -> str:
    """Name a verdict, such as ``False, by ben``."""
    return f"{verdict.rating.label}, by {verdict.reviewer}"

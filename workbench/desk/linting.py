"""Lint: claims are looked at by the desk's rules, and nobody signs off or publishes past one that blocks.

What is looked at is read, files included, before the transaction that depends on it; that one sees whether anything
of the claim was written since.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claims_db import views
from claims_db.errors import Conflict
from claims_db.rows import CaptureRow, LintedClaim, NumberTolerance
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, ClaimState, LintLevel, Role
from workbench.desk.counting import Captured, captured, with_count
from workbench.desk.permission import require
from workbench.desk.workplace import Workplace
from workbench.domain.lint.case import Case, may_stand
from workbench.domain.lint.outcome import Linted, RuleLevel, look_through, rule_levels
from workbench.domain.lint.rules import rule_named
from workbench.domain.progress import Progress, unheard
from workbench.domain.references import claim_reference
from workbench.domain.text import storable
from workbench.errors import BadInput, Refused, WorkbenchError
from workbench.sources.capture.store import ContentStore

AT_ONCE = 100
"""So many claims are read together."""

VERDICTS = (
    ClaimState.RECORDED,
    ClaimState.SECOND_REVIEW,
    ClaimState.ADJUDICATION,
    ClaimState.SIGNED_OFF,
    ClaimState.PUBLISHED,
    ClaimState.CORRECTED,
)
"""The states in which claims have a verdict to look at."""


class LookedAt(NamedTuple):
    """What lint found of a claim, and the latest entry of the journal that it knew of."""

    linted: Linted
    written: int


def look(
    place: Workplace, numbers: Sequence[int], verdict: str | None = None, progress: Progress = unheard
) -> dict[int, LookedAt]:
    """Look at claims by the rules, where verdicts disagree at the one named; a number that is not there is left out."""
    return {one.linted.claim: one for one in _looks(place, numbers, progress, verdict)}


def lint(place: Workplace, numbers: Sequence[int], progress: Progress = unheard) -> Iterator[Linted]:
    """Give what rules each claim does not meet, as it is found; a number that is not there is left out."""
    return (one.linted for one in _looks(place, numbers, progress))


def lint_one(place: Workplace, number: int) -> Linted:
    """Give what rules a claim does not meet.

    Raises:
        NotFound: there is no such claim.

    """
    for one in lint(place, [number]):
        return one
    with place.read() as connection:
        views.claim_sheet(connection, number, place.reviewer.public_id, place.clock())
    return Linted(number, ())


def check(work: UnitOfWork, number: int, looked: Mapping[int, LookedAt], deed: str) -> None:
    """See inside a transaction that no rule blocks.

    Raises:
        Conflict: something of the claim was written since it was looked at.
        Refused: a rule blocks; the message names each.

    """
    found, name = looked.get(number), claim_reference(number)
    if found is None or work.linting.written(number) != found.written:
        raise Conflict(f"{name} was changed while the rules were looked at.", "Look at it again, and decide anew.")
    if found.linted.blocking:
        raise Refused(
            f"{name} can't be {deed}: {', '.join(found.linted.blocking)}.",
            f"'workbench lint {name}' says what is amiss; mend it, or waive the rule with a reason.",
        )


def levels(place: Workplace) -> tuple[RuleLevel, ...]:
    """Give every rule with what it means at this desk."""
    with place.read() as connection:
        return rule_levels(views.lint_levels(connection))


def set_level(place: Workplace, rule: str, level: LintLevel) -> None:
    """Say what a rule means at this desk from now on."""
    known = rule_named(rule)
    with place.work(Action.RULES_CHANGED) as work:
        require(work, Role.EDITOR, "change the rules of the desk")
        work.linting.set_level(known.name, level)


def waive(place: Workplace, number: int, rule: str, reason: str) -> Linted:
    """Do without a rule for a claim, as long as its round lasts."""
    known, words = rule_named(rule), storable(reason).strip()
    if not words:
        raise BadInput("A rule is waived with a reason.", "Say why, in words that readers will see.")
    if not known.waivable:
        raise Refused(f"The rule {known.name} can't be waived.", known.explanation)
    with place.work(Action.RULE_WAIVED) as work:
        require(work, Role.EDITOR, "waive a rule")
        if not work.linting.waive(number, known.name, words):
            raise Conflict(
                f"The rule {known.name} is waived for {claim_reference(number)} already.",
                "Undo takes a waiver back; then it can be given another reason.",
            )
    return lint_one(place, number)


def _looks(
    place: Workplace, numbers: Sequence[int], progress: Progress, verdict: str | None = None
) -> Iterator[LookedAt]:
    for start in range(0, len(numbers), AT_ONCE):
        progress("Looking at claims", start, len(numbers))
        with place.read() as connection:
            known = views.lint_levels(connection)
            tolerance = views.number_tolerance(connection)
            claims = views.linted_claims(connection, numbers[start : start + AT_ONCE], place.reviewer.public_id)
        texts = captured(place, (claim.sheet for claim in claims))
        for claim in claims:
            case = _case(place, claim, tolerance, texts, verdict)
            yield LookedAt(look_through(case, known, claim.waivers), claim.written)
    progress("Looking at claims", len(numbers), len(numbers))


def _case(
    place: Workplace, claim: LintedClaim, tolerance: NumberTolerance, texts: Captured, verdict: str | None
) -> Case:
    sheet = with_count(place, claim.sheet, texts)
    captures = dict(claim.captures)
    return Case(
        sheet,
        may_stand(sheet, verdict),
        sheet.said_on or claim.published,
        claim.open_comments,
        captures,
        _faults(place, captures) if captures else {},
        "" if place.reviewer.role is Role.REVIEWER else place.reviewer.name,
        tolerance,
        place.clock(),
    )


def _faults(place: Workplace, captures: Mapping[int, CaptureRow]) -> dict[int, str]:
    """Say what is wrong with the files of captures, as far as that is seen without reading them."""
    store = place.capturer().store
    # What a team captured lies on the machine of whoever captured it.
    elsewhere = place.engine.dialect.name != "sqlite"
    found = {number: _fault(store, capture, elsewhere=elsewhere) for number, capture in captures.items()}
    return {number: fault for number, fault in found.items() if fault}


def _fault(store: ContentStore, capture: CaptureRow, *, elsewhere: bool) -> str:
    for kind, sha256 in (("bytes", capture.sha256), ("WARC", capture.warc), ("text", capture.text_sha256)):
        if not sha256:
            continue
        try:
            if store.has(sha256):
                continue
        except WorkbenchError as problem:
            return problem.message
        if store.aside(sha256) is not None:
            return f"the file of its {kind} was changed, and is in quarantine."
        if not elsewhere:
            return f"the file of its {kind} is gone."
    return "the file of its bytes is not as large as it was." if _has_other_size(store, capture) else ""


def _has_other_size(store: ContentStore, capture: CaptureRow) -> bool:
    try:
        return bool(capture.sha256) and store.path(capture.sha256).stat().st_size != capture.size
    except OSError:
        return False

"""Drafts: on this machine at once, in the database when it can be reached, offered again from either."""

from contextlib import suppress

from claims_db import views
from claims_db.errors import StoreError
from claims_db.rows import ClaimSheet, DraftRow
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, DraftField
from workbench.desk.entries import UNBORN
from workbench.desk.workplace import Workplace
from workbench.domain.draft_parts import with_part
from workbench.errors import WorkbenchError


def save(place: Workplace, number: int, field: DraftField, body: str, part: str = "") -> None:
    """Keep what is being typed, beside other parts of the draft.

    Raises:
        WorkbenchError: neither this machine nor the database could keep it.

    """
    kept = with_part(place.drafts.body(number, field), part, body)
    draft = DraftRow(number, field, kept, place.clock())
    local = _keep_locally(place, draft)
    if number == UNBORN and local is None:
        return
    try:
        with place.work(Action.CLAIM_TAKEN) as work:
            stored = with_part(work.reviews.draft(number, field), part, body)
            work.reviews.save_draft(number, field, stored, draft.saved_at)
    except StoreError as problem:
        if local is not None:
            raise WorkbenchError(
                f"What you type can't be kept: {local}; {problem.message}", "Copy it elsewhere before you go on."
            ) from None


def drop(place: Workplace, number: int, field: DraftField, part: str | None = None) -> None:
    """Forget a draft, or one part of it, here and in the database.

    Raises:
        WorkbenchError: the draft on this machine can't be removed.

    """
    try:
        _drop_locally(place, number, field, part)
    except OSError as problem:
        raise WorkbenchError(
            f"The draft can't be thrown away: {problem.strerror}.", "Check the permissions of the data folder."
        ) from None
    if number == UNBORN:
        return
    with place.work(Action.CLAIM_TAKEN) as work:
        drop_within(work, number, field, part)


def drop_within(work: UnitOfWork, number: int, field: DraftField, part: str | None) -> None:
    """Forget a draft, or one part of it, in the transaction that stores its words."""
    rest = "" if part is None else with_part(work.reviews.draft(number, field), part, "")
    if rest:
        work.reviews.save_draft(number, field, rest, work.now)
    else:
        work.reviews.drop_draft(number, field)


def settle(place: Workplace, number: int, field: DraftField, part: str | None = None) -> None:
    """Forget a draft on this machine after its words were stored; one that stays is no failure of what was stored."""
    with suppress(OSError):
        _drop_locally(place, number, field, part)


def _drop_locally(place: Workplace, number: int, field: DraftField, part: str | None) -> None:
    rest = "" if part is None else with_part(place.drafts.body(number, field), part, "")
    if rest:
        place.drafts.save(DraftRow(number, field, rest, place.clock()))
    else:
        place.drafts.drop(number, field)


def drafts(place: Workplace) -> tuple[DraftRow, ...]:
    """List the reviewer's drafts, the newest first; of two for one place the newer counts."""
    try:
        with place.read() as connection:
            stored = views.drafts(connection, place.reviewer.public_id)
    except StoreError:
        stored = ()
    return _merged((*place.drafts.all(), *stored))


def with_local_drafts(place: Workplace, sheet: ClaimSheet) -> ClaimSheet:
    """Give a claim's sheet with the drafts of this machine among its drafts."""
    local = (draft for draft in place.drafts.all() if draft.claim == sheet.number)
    return sheet._replace(drafts=_merged((*local, *sheet.drafts)))


def _merged(found: tuple[DraftRow, ...]) -> tuple[DraftRow, ...]:
    # Of two of one moment the database's counts: another machine may have written other parts of it.
    newest: dict[tuple[int, DraftField], DraftRow] = {}
    for draft in sorted(found, key=lambda draft: draft.saved_at):
        newest[draft.claim, draft.field] = draft
    return tuple(sorted(newest.values(), key=lambda draft: (-draft.saved_at, draft.claim)))


def _keep_locally(place: Workplace, draft: DraftRow) -> str | None:
    """Keep a draft on this machine; give what went wrong, or None."""
    try:
        place.drafts.save(draft)
    except OSError as problem:
        return problem.strerror or "the folder of drafts can't be written"
    return None

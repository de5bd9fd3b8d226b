"""Editing claims: their statement, claimer and chain, the words they stand on; split them, mark what is the same.

Parsing happens before the transaction, never inside it.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from claims_db import views
from claims_db.errors import LeaseLost
from claims_db.repositories.new_claims import NewClaim
from claims_db.rows import ClaimSheet, ClaimWording, ReasonRow, RevisionText, SpanRow
from claims_db.unit_of_work import UnitOfWork
from claims_db.vocabulary import Action, DraftField
from workbench.desk import drafting
from workbench.desk.as_written import anchored
from workbench.desk.chosen_words import chosen
from workbench.desk.edit_checks import CHECKS, check_edit
from workbench.desk.entries import BETWEEN_NAMES, LONGEST_NAME, ChosenWords, ClaimEdit, SplitClaim
from workbench.desk.intake import LONGEST, queued, stretch_of
from workbench.desk.publishing import check_not_out
from workbench.desk.queueing import sheet
from workbench.desk.workplace import Workplace
from workbench.domain.differences import wording_difference
from workbench.domain.merging import merged
from workbench.domain.normalising import NormalisedText
from workbench.domain.reasons import TAKEN_IN
from workbench.domain.recheck_dates import recheck_date
from workbench.domain.references import claim_reference
from workbench.domain.source_map import SourceMap
from workbench.domain.states import Step, after
from workbench.domain.text import storable
from workbench.errors import BadInput, Overtaken, Refused
from workbench.extraction.speakers import is_about


class Text(NamedTuple):
    """The text in which a claim stands, and where in it."""

    revision: RevisionText
    normalised: NormalisedText
    span: SpanRow


def edit(place: Workplace, number: int, change: ClaimEdit, token: int | None) -> ClaimSheet:
    """Change a claim's statement, claimer, chain, span or recheck date."""
    wanted = _checked(change)
    now = sheet(place, number)
    moved = None if wanted.span is None else _words(place, now, wanted.span)
    try:
        _edit(place, now, wanted, moved, token)
    except LeaseLost as lost:
        raise _overtaken(place, number, wanted, lost) from None
    drafting.settle(place, number, DraftField.WORDING)
    return sheet(place, number)


def split(place: Workplace, number: int, spans: Sequence[tuple[int, int]], token: int | None) -> SplitClaim:
    """Split a claim: the first span keeps its number, evidence and history, the others become claims of their own."""
    if len(spans) < 2:
        raise BadInput("A split needs two spans or more.", "Name the words of each part, as 120:180.")
    now = sheet(place, number)
    first, *others = (_words(place, now, span) for span in spans)
    for one, other in combinations([first, *others], 2):
        _check_apart(one, other)
    new = queued(place, [_part(now, other) for other in others])
    with place.work(Action.CLAIM_SPLIT) as work:
        _begin(work, now, token, Action.CLAIM_SPLIT)
        if _place_of(first) != _standing(now):
            _respan(work, now, first)
        for other in new:
            _check_free(work, number, other)
        numbers = work.articles.add_claims(new, work.editing.where(number))
    return SplitClaim(sheet(place, number), numbers)


def mark_duplicate(place: Workplace, number: int, of: int, token: int | None) -> ClaimSheet:
    """Mark a claim as the same as another one; evidence stays with its claim."""
    if number == of:
        raise BadInput("A claim is always the same as itself.", "Name another claim.")
    with place.work(Action.CLAIM_MARKED_DUPLICATE) as work:
        work.editing.begin(number, of)
        check_duplicate(work, number, of, token)
        check_original(work, of)
        write_duplicate(work, number, of)
    return sheet(place, number)


def check_duplicate(work: UnitOfWork, number: int, of: int, token: int | None) -> None:
    """See that the reviewer may mark a claim as the same as another one.

    Raises:
        LeaseLost: somebody else holds it, or it is not held with this token any more.
        Refused: its state does not allow it, or others decided on it and the reviewer is no editor.

    """
    if number == of:
        raise Refused(f"C-{number} is always the same as itself.", "Name another claim.")
    after(work.queues.state(number), Step.MARK_DUPLICATE)
    check_not_out(work, number)
    check_edit(work, number, token)


def check_original(work: UnitOfWork, of: int) -> None:
    """See that other claims can be duplicates of a claim.

    Raises:
        Refused: it is itself one.

    """
    known = work.editing.duplicate_of(of)
    if known is not None:
        raise Refused(f"C-{of} is itself a duplicate of C-{known}.", f"Name C-{known}.")


def write_duplicate(work: UnitOfWork, number: int, of: int) -> None:
    """Write that a claim is the same as another one."""
    following = after(work.queues.state(number), Step.MARK_DUPLICATE)
    work.editing.mark_duplicate(number, of)
    work.queues.set_state(number, following)
    work.leases.end(number)


def _edit(place: Workplace, now: ClaimSheet, wanted: ClaimEdit, moved: NewClaim | None, token: int | None) -> None:
    number = now.number
    action = _action(wanted)
    with place.work(action) as work:
        _begin(work, now, token, action)
        theirs = work.editing.wording(number)
        mine = _mine(wanted, theirs)
        try:
            wording = merged(claim_reference(number), wanted.base or theirs, mine, theirs)
        except Refused as conflict:
            raise LeaseLost(conflict.message, conflict.hint) from None
        assumptions = now.assumptions
        if moved is not None:
            _respan(work, now, moved)
            assumptions = moved.assumptions
            if wanted.statement is None:
                wording = wording._replace(statement=moved.statement)
        if wording.claimer != theirs.claimer:
            assumptions = tuple(one for one in assumptions if not is_about(one, theirs.claimer))
        work.editing.reword(number, wording, assumptions)
        work.reviews.drop_draft(number, DraftField.WORDING)


def _begin(work: UnitOfWork, now: ClaimSheet, token: int | None, action: Action) -> None:
    """Begin an edit; the words the claim stands on have to be those that were looked at."""
    work.editing.begin(now.number)
    CHECKS[action](work, now.number, token)
    if work.editing.words(now.number) != (_standing(now) or (None, None)):
        raise Refused(
            f"Somebody else changed the span of C-{now.number} meanwhile.", "Nothing was overwritten; look at it again."
        )


def _respan(work: UnitOfWork, now: ClaimSheet, moved: NewClaim) -> None:
    _check_free(work, now.number, moved)
    work.editing.respan(now.number, moved)
    work.queues.rank_anew(now.number)


def _check_free(work: UnitOfWork, number: int, new: NewClaim) -> None:
    known = work.editing.claim_at(number, *_place_of(new))
    if known is not None:
        raise Refused(f"These words are C-{known} already.", f"Mark one as the duplicate of the other: C-{known}.")


def _check_apart(one: NewClaim, other: NewClaim) -> None:
    (start, end), (begins, ends) = _place_of(one), _place_of(other)
    if start < ends and begins < end:
        raise BadInput(
            f"The spans {start}:{end} and {begins}:{ends} overlap.", "Each word belongs to one part of a split."
        )


def _action(wanted: ClaimEdit) -> Action:
    if wanted.span is not None:
        return Action.CLAIM_SPAN_CHANGED
    if wanted.statement is not None:
        return Action.CLAIM_RESTATED
    dates_alone = wanted.claimer is None and wanted.via is None
    return Action.CLAIM_RECHECK_SET if dates_alone else Action.CLAIM_REATTRIBUTED


def _checked(change: ClaimEdit) -> ClaimEdit:
    """Give an edit with its words as they are stored."""
    statement = None if change.statement is None else _one_line(change.statement)
    claimer = None if change.claimer is None else _one_line(change.claimer)
    via = None if change.via is None else tuple(name for name in map(_one_line, change.via) if name)
    recheck = None if change.recheck is None else recheck_date(*change.recheck)
    if {statement, claimer, via, change.span, recheck} == {None}:
        raise BadInput("There is nothing to change.", "Give a statement, a claimer, a chain, a span or a recheck date.")
    if statement == "":
        raise BadInput("A claim needs a statement.", "Say in one sentence what is claimed.")
    if statement is not None and len(statement) > LONGEST:
        raise BadInput(f"{len(statement)} characters are too many for a statement.", f"Use at most {LONGEST}.")
    if any(len(name) > LONGEST_NAME for name in (claimer or "", *(via or ()))):
        raise BadInput("The name of a claimer is too long.", f"Use at most {LONGEST_NAME} characters.")
    return replace(change, statement=statement, claimer=claimer, via=via, recheck=recheck)


def _one_line(words: str) -> str:
    return " ".join(storable(words).split())


def _mine(wanted: ClaimEdit, theirs: ClaimWording) -> ClaimWording:
    """Give the wording that is wanted: what stays as it is stays as it was when editing began."""
    base = wanted.base or theirs
    return ClaimWording(
        base.statement if wanted.statement is None else wanted.statement,
        base.claimer if wanted.claimer is None else wanted.claimer,
        base.via if wanted.via is None else wanted.via,
        base.recheck if wanted.recheck is None else wanted.recheck,
    )


def _overtaken(place: Workplace, number: int, wanted: ClaimEdit, lost: LeaseLost) -> LeaseLost:
    """Keep what was typed as a draft, and set it against what stands."""
    theirs = sheet(place, number).wording()
    mine = _mine(replace(wanted, base=None), theirs)
    if {wanted.statement, wanted.claimer, wanted.via, wanted.recheck} == {None}:
        return lost
    typed = {
        "statement": mine.statement,
        "claimer": mine.claimer,
        "via": BETWEEN_NAMES.join(mine.via),
        "recheck_on": mine.recheck.on,
        "recheck_reason": mine.recheck.reason,
    }
    drafting.save(place, number, DraftField.WORDING, json.dumps(typed, sort_keys=True))
    hint = f"What you typed is kept as a draft. {lost.hint}"
    return Overtaken(lost.message, hint, wording_difference(mine, theirs))


def _text(place: Workplace, now: ClaimSheet) -> Text:
    for appearance in now.appearances:
        if appearance.article is not None and appearance.span is not None:
            with place.read() as connection:
                revision = views.revision_text(connection, appearance.article, appearance.revision)
            normalised = NormalisedText(revision.text, SourceMap.decode(revision.source_map))
            return Text(revision, normalised, appearance.span)
    raise Refused(f"C-{now.number} stands in no article.", "Change its statement instead.")


def _words(place: Workplace, now: ClaimSheet, span: tuple[int, int]) -> NewClaim:
    """Give the claim that other words of a claim's text make, as extraction would; claimer and chain stay."""
    text = _text(place, now)
    revision = text.revision
    start, end = stretch_of(revision, ChosenWords(revision.article, *span))
    candidate = chosen(revision.text, start, end, revision.published, place.parser)
    assumptions = candidate.assumptions
    if candidate.claimer != now.claimer:
        assumptions = tuple(one for one in assumptions if not is_about(one, candidate.claimer))
    origin = [reason for reason in now.reasons if not reason.weight]
    weighed = [reason for reason in candidate.reasons if reason.weight]
    return replace(
        anchored(candidate, text.normalised, revision.language),
        claimer=now.claimer,
        via=now.via,
        assumptions=assumptions,
        reasons=(*weighed, *origin),
    )


def _part(now: ClaimSheet, words: NewClaim) -> NewClaim:
    """Give a part of a split claim as a claim of its own, which is as pressing as the whole was."""
    reasons = (*(reason for reason in words.reasons if reason.name != TAKEN_IN), ReasonRow(TAKEN_IN, 0.0))
    return replace(words, reasons=reasons, priority=now.priority, deadline=now.deadline, legal=now.legal)


def _place_of(new: NewClaim) -> tuple[int, int]:
    if new.span is None:
        raise ValueError("the claim stands in no text")
    return new.span.start, new.span.end


def _standing(now: ClaimSheet) -> tuple[int, int] | None:
    spans = [one.span for one in now.appearances[:1] if one.span is not None]
    return (spans[0].start, spans[0].end) if spans else None

"""What comes next: the claim that was taken with its token, or why there is none."""

from typing import NamedTuple

from claims_db.rows import ClaimSheet, QueueSummary
from claims_db.vocabulary import ClaimState
from workbench.cli.claim_card import write_claim
from workbench.cli.complaints import say
from workbench.cli.output import write_json, write_line
from workbench.desk.entries import NothingFree, Recorded, Turn
from workbench.domain.dates import instant_words
from workbench.domain.newest_text import words_that_left
from workbench.domain.references import claim_reference
from workbench.domain.states import state_words


class TakenClaim(NamedTuple):
    """A turn as JSON: the claim with token and end of the hold, or the reason and the queue's counts."""

    claim: ClaimSheet | None
    token: int | None
    expires_at: int | None
    reason: str
    queue: QueueSummary | None


class DecidedClaim(NamedTuple):
    """A decision as JSON: where the claim stands now, and the next one where it was asked for."""

    claim: int
    state: ClaimState
    next: TakenClaim | None


def taken_claim(turn: Turn) -> TakenClaim:
    """Give a turn in the one shape that scripts read."""
    if isinstance(turn, NothingFree):
        return TakenClaim(None, None, None, turn.reason, turn.summary)
    lease = turn.lease
    return TakenClaim(turn, lease.token if lease else None, lease.expires_at if lease else None, "", None)


def write_turn(turn: Turn, now: int, *, as_json: bool) -> None:
    """Write the claim that was taken, with its token; or say why there is none."""
    if as_json:
        write_json(taken_claim(turn))
    elif not isinstance(turn, NothingFree):
        _write_held(turn, now)
    if isinstance(turn, NothingFree):
        say(turn.reason)


def write_recorded(recorded: Recorded, now: int, *, as_json: bool) -> None:
    """Write where a claim stands after a decision, and the next claim where it was asked for."""
    following = recorded.next
    if as_json:
        shown = None if following is None else taken_claim(following)
        write_json(DecidedClaim(recorded.claim, recorded.state, shown))
    else:
        write_line(f"{claim_reference(recorded.claim)} is {state_words(recorded.state)}.")
        if isinstance(following, ClaimSheet):
            _write_held(following, now)
    if isinstance(following, NothingFree):
        say(following.reason)


def write_standing(sheet: ClaimSheet, words: str = "", *, as_json: bool) -> None:
    """Write a claim after something was done to it: all of it as JSON, else one line."""
    if as_json:
        write_json(sheet)
    else:
        write_line(f"{claim_reference(sheet.number)} {words or f'is {state_words(sheet.state)}'}.")
    for left in words_that_left(sheet) if not words else ():
        say(left)


def _write_held(sheet: ClaimSheet, now: int) -> None:
    write_claim(sheet, now)
    if sheet.lease is not None:
        write_line(f"  {'token':<10}{sheet.lease.token}, until {instant_words(sheet.lease.expires_at)}")

"""How one claim of a list looks: the pieces of its one or two lines, each with the part it plays."""

from typing import NamedTuple

from claims_db.rows import ClaimRow
from claims_db.vocabulary import ClaimState
from workbench.domain.references import claim_reference
from workbench.domain.text import printable
from workbench.tui.marks import HELD_BY_ME, plain, state_mark, worth_bar
from workbench.tui.widgets.fitting import cells, fit

TALL_BELOW = 84
"""A list narrower than this takes two lines a claim."""

_REFERENCE = 7


class Piece(NamedTuple):
    """A bit of a line and the part it plays: ``mark``, ``held``, ``reference``, ``worth``, ``dim``, ``rating``, ``text``."""

    text: str
    part: str


def short_lines(number: int, row: ClaimRow | None, width: int, me: str) -> list[Piece]:
    """Draw a claim in one line."""
    if row is None:
        return _placeholder(number, width)
    rating, claimer = _rating_words(row), printable(row.claimer) or "—"
    rest = width - 3 - _REFERENCE - 7
    rating_width = 14 if rest >= 44 else 0
    claimer_width = min(22, rest // 4) if rest >= 60 else 0
    statement = rest - (rating_width + 1 if rating_width else 0) - (claimer_width + 1 if claimer_width else 0)
    pieces = [*_beginning(row, me), Piece(worth_bar(row.check_worthiness) + "  ", "worth")]
    if rating_width:
        pieces.append(Piece(fit(rating, rating_width) + " ", "rating"))
    if claimer_width:
        pieces.append(Piece(fit(claimer, claimer_width) + " ", "dim"))
    pieces.append(Piece(fit(printable(row.statement), statement), _statement_part(row)))
    return pieces


def tall_lines(number: int, row: ClaimRow | None, width: int, me: str) -> tuple[list[Piece], list[Piece]]:
    """Draw a claim in two lines: what is known about it, and the statement."""
    if row is None:
        return _placeholder(number, width), [Piece(" " * width, "dim")]
    rating = _rating_words(row)
    claimer = printable(row.claimer) or "—"
    space = width - 3 - _REFERENCE - 7
    rating_width = min(cells(rating), max(0, space // 2)) if rating else 0
    above = [
        *_beginning(row, me),
        Piece(worth_bar(row.check_worthiness) + "  ", "worth"),
        Piece(fit(claimer, space - rating_width - 1) + " ", "dim"),
        Piece(fit(rating, rating_width), "rating"),
    ]
    below = [Piece("   ", "dim"), Piece(fit(printable(row.statement), width - 3), _statement_part(row))]
    return above, below


def _beginning(row: ClaimRow, me: str) -> list[Piece]:
    mark = state_mark(row, me)
    return [
        Piece(f" {mark} ", "held" if mark == HELD_BY_ME else "mark"),
        Piece(fit(claim_reference(row.number), _REFERENCE), "reference"),
    ]


def _rating_words(row: ClaimRow) -> str:
    """Give the rating, or the word of a state that needs saying."""
    if row.rating:
        return printable(plain(row.rating)).capitalize()
    return "" if row.state in {ClaimState.QUEUED, ClaimState.PROPOSED} else plain(row.state)


def _statement_part(row: ClaimRow) -> str:
    return "done" if row.state in {ClaimState.SKIPPED, ClaimState.DUPLICATE, ClaimState.WITHDRAWN} else "text"


def _placeholder(number: int, width: int) -> list[Piece]:
    return [
        Piece("   ", "mark"),
        Piece(fit(claim_reference(number), _REFERENCE), "reference"),
        Piece(fit("…", width - 10), "dim"),
    ]

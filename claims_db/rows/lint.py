"""Rows of what is looked at before a verdict is signed off."""

from typing import NamedTuple

from claims_db.rows.claims import ClaimSheet
from claims_db.rows.evidence import CaptureRow
from claims_db.rows.values import DateRow, WaiverRow


class OpenComment(NamedTuple):
    """A comment that nobody has marked as dealt with; ``number`` counts the comments of the claim from 1."""

    number: int
    author: str


class LintedClaim(NamedTuple):
    """A claim with what lint looks at besides its sheet, which is without what only its screen shows.

    ``published`` says when its article came out. ``captures`` are those of its evidence, each with the evidence's
    number. ``waivers`` are those of the round under way. ``written`` is the sequence of the claim's latest entry in
    the journal.
    """

    sheet: ClaimSheet
    published: DateRow | None
    open_comments: tuple[OpenComment, ...]
    captures: tuple[tuple[int, CaptureRow], ...]
    waivers: tuple[WaiverRow, ...]
    written: int

"""Rows of articles, of what an intake did, and of reports."""

from typing import NamedTuple

from claims_db.rows.claims import ClaimSheet, CorrectionRow
from claims_db.rows.desks import DeskRow
from claims_db.rows.values import DateRow, RefusedRow, SpanRow, WaiverRow
from claims_db.vocabulary import ClaimState


class ArticleRow(NamedTuple):
    """An article in a list."""

    number: int
    public_id: str
    title: str
    outlet: str
    url: str
    published: DateRow | None
    language: str
    taken_in_at: int
    claims: int
    open_claims: int


class PlacedClaim(NamedTuple):
    """A claim of an article: where it stands in the text and how far it is; ``met_here`` unless an earlier text had it."""

    number: int
    span: SpanRow
    state: ClaimState
    rating: str
    met_here: bool = True


class ArticleSheet(NamedTuple):
    """One article with its text and where its claims stand, in the order of the text."""

    row: ArticleRow
    byline: str
    revision: int
    text: str
    claims: tuple[PlacedClaim, ...]


class ClaimOfRevision(NamedTuple):
    """A claim as it stands in one text of its article.

    ``finding`` is true where its verdict was signed off, ``published`` the number of what went out, if that stands.
    ``claimer`` is empty where nobody is named.
    """

    number: int
    start: int
    end: int
    statement: str
    state: ClaimState
    finding: bool
    published: int | None
    claimer: str = ""


class ClaimThatLeft(NamedTuple):
    """A claim whose words left its article, as it stood in the last text that had them."""

    number: int
    revision: int
    start: int
    end: int
    exact: str


class RevisionText(NamedTuple):
    """The latest text of an article, with what a claim of it is made from.

    ``source_map`` is the way back to the source as it was stored; ``refused`` is None where what was refused was not
    kept for this revision. ``origin`` is where it was read: a path, an address, or ``-``.
    """

    article: int
    number: int
    text: str
    source_map: bytes
    language: str
    published: DateRow | None
    refused: tuple[RefusedRow, ...] | None
    origin: str = ""


class ClaimReport(NamedTuple):
    """One claim as an export needs it.

    Attributes:
        publication: the number of the latest publication; ``published_at`` has the instant of each.
        waivers: the rules that were not asked for before its sign-off.

    """

    sheet: ClaimSheet
    corrections: tuple[CorrectionRow, ...]
    publication: int | None
    published_at: tuple[int, ...] = ()
    waivers: tuple[WaiverRow, ...] = ()


class ArticleReport(NamedTuple):
    """An article (None for claims entered by hand) and its claims as an export needs them."""

    desk: DeskRow
    article: ArticleRow | None
    byline: str
    claims: tuple[ClaimReport, ...]

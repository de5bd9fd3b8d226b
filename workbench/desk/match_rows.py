"""What matching shows of a claim or a statement: the rows of a panel and of the shell."""

from enum import StrEnum
from typing import NamedTuple

from claims_db.match_vocabulary import Relation
from claims_db.rows import DateRow, DecisionRow, KnownClaimRow, MatchWith, PriorRow
from workbench.domain.priors import Repeat
from workbench.domain.searching import Mark


class MatchKind(StrEnum):
    """What a statement is matched with."""

    CLAIM = "claim"
    FINDING = "finding"
    PRIOR_CHECK = "prior check"


class DifferenceRow(NamedTuple):
    """A difference in words, and where it stands on both sides: code points, half-open, to be highlighted.

    ``reverses`` is set where it makes the one the opposite of the other.
    """

    kind: str
    words: str
    reverses: bool
    here: tuple[Mark, ...]
    there: tuple[Mark, ...]


class MatchRow(NamedTuple):
    """Something that was said or checked before, beside a statement.

    Attributes:
        kind: what it is.
        claim, prior: the number of the claim, or of the prior check; the other one is None.
        words, claimer, said_on: what was said there, by whom and when.
        relation: what it is to the statement: as somebody of the desk said, else as the guard proposes.
        probability: how likely it answers the statement, from 0 to 1.
        differences: in what both differ, what reverses the statement first.
        why: why it is suggested; empty where somebody of the desk put it there.
        rating: of the finding, or as the outlet of a prior check wrote it; empty where there is none.
        outlet, title, url, reviewed: who published the prior check, under what title, where and when.
        published_at: when the finding went out last.
        decision: what somebody of the desk said of it.

    """

    kind: MatchKind
    claim: int | None
    prior: int | None
    words: str
    claimer: str
    said_on: DateRow | None
    relation: Relation
    probability: float
    differences: tuple[DifferenceRow, ...]
    why: tuple[str, ...]
    rating: str
    outlet: str
    title: str
    url: str
    reviewed: DateRow | None
    published_at: int | None
    decision: DecisionRow | None

    @property
    def other(self) -> MatchWith:
        """What it is, as decisions name it."""
        return MatchWith(self.claim, self.prior)


class Matches(NamedTuple):
    """What a statement may repeat.

    Attributes:
        statement, claimer: what was asked about.
        repeat: what to say of it: already checked, known and not checked yet, maybe, or nothing like it.
        matches: what is like it, what somebody accepted first, then the likeliest.
        rejected: how many matches somebody rejected; they are not among ``matches`` unless they were asked for.
        behind: whether the pool is still to be filled, and this answer may lack what came in last.

    """

    statement: str
    claimer: str
    repeat: Repeat
    matches: tuple[MatchRow, ...]
    rejected: int
    behind: bool


class NewMatch(NamedTuple):
    """A claim that just came in, by its number, and what it is likeliest to repeat."""

    claim: int
    match: MatchRow


class NewMatches(NamedTuple):
    """What claims that just came in may repeat; ``unseen`` says what could not be looked at, empty where all could."""

    found: tuple[NewMatch, ...] = ()
    unseen: str = ""


class Known(NamedTuple):
    """A claim of the desk or a prior check, as the database has it."""

    claim: KnownClaimRow | None = None
    prior: PriorRow | None = None

    @property
    def checked(self) -> bool:
        """Say whether it has been checked: it is a prior check, or there is a finding."""
        return self.claim is None or bool(self.claim.rating)


def prior_facts(check: PriorRow) -> tuple[tuple[str, str], ...]:
    """Give what is known of a prior check beside the claim, each with what it is."""
    every = (
        ("said by", check.claimer),
        ("said on", check.said_on.value if check.said_on else ""),
        ("rating", rating_words(check)),
        ("outlet", check.outlet),
        ("title", check.title),
        ("reviewed", check.reviewed.value if check.reviewed else ""),
        ("url", check.url),
        ("language", "" if check.language == "und" else check.language),
        ("feed", check.feed),
    )
    return tuple((label, value) for label, value in every if value)


def rating_words(check: PriorRow) -> str:
    """Write a rating as its outlet wrote it: its name, and the number with its scale where there is one."""
    scale = f" ({check.worst}–{check.best})" if check.worst and check.best else ""
    number = f"{check.rating}{scale}" if check.rating else ""
    return f"{check.rating_name}, {number}" if check.rating_name and number else check.rating_name or number

"""What a person hands to the desk, and what the desk hands back."""

from dataclasses import dataclass, field
from typing import NamedTuple

from claims_db.rows import ArticleRow, ClaimSheet, ClaimWording, DateRow, QueueSummary, RecheckDate
from claims_db.vocabulary import ClaimState, EvidenceForm, Role, Stance
from workbench.desk.copy_entries import Copied
from workbench.desk.match_rows import NewMatches
from workbench.domain.claim_entry import ClaimEntry, RejectedRow
from workbench.domain.proposer import Dropped

__all__ = [
    "BETWEEN_NAMES",
    "LONGEST_NAME",
    "UNBORN",
    "ArticleEntry",
    "ChosenWords",
    "ClaimAdded",
    "ClaimEdit",
    "ClaimEntry",
    "EvidenceEntry",
    "ImportedClaims",
    "Intake",
    "NothingFree",
    "PersonEntry",
    "QueueEntry",
    "Recorded",
    "RejectedRow",
    "SplitClaim",
    "Turn",
    "Undone",
]


UNBORN = 0
"""Stands for a claim or article that is being typed and has no number yet; its draft is kept on this machine alone."""


LONGEST_NAME = 500
"""How many characters the name of a claimer can have."""

BETWEEN_NAMES = "; "
"""What stands between the names of a chain where it is typed as one text."""


@dataclass(frozen=True)
class ArticleEntry:
    """An article to take in; what is left empty is taken from the page where it says so.

    Attributes:
        location: a path, ``-`` for standard input, or a web address.
        published: when it was published.
        outlet: who published it.
        url: where it stands, for a text that came as a file.
        title: its headline.
        speaker: whose words the whole text is, as of a speech; empty for an article.
        model: whether the model that the settings name is asked as well.
        link: whether what a wire copy has of its original is linked to the claims of that. Where not, all its claims
            are its own, also those of a text that the desk has already.

    """

    location: str
    published: DateRow | None = None
    outlet: str = ""
    url: str = ""
    title: str = ""
    speaker: str = ""
    model: bool = False
    link: bool = True


@dataclass(frozen=True)
class ChosenWords:
    """Words of an article that a person takes in as a claim.

    Attributes:
        article: the article's number.
        start, end: half-open, code points in its normalised text.
        revision: the revision that was looked at, None for whichever is the latest.

    """

    article: int
    start: int
    end: int
    revision: int | None = None


@dataclass(frozen=True)
class ClaimEdit:
    """What is changed of a claim; what is None stays as it is.

    Attributes:
        statement: the claim in self-contained words.
        claimer: who asserts it; empty for the article itself, or nobody known.
        via: through whom it came, the nearest to the reader first.
        span: the words of its text that it stands on from now on: half-open, code points in the normalised text.
        recheck: the day from which its finding is to be checked again, and why; both empty take it away.
        base: what was there when editing began, None where that is what is there now.

    """

    statement: str | None = None
    claimer: str | None = None
    via: tuple[str, ...] | None = None
    span: tuple[int, int] | None = None
    recheck: RecheckDate | None = None
    base: ClaimWording | None = None


@dataclass(frozen=True)
class EvidenceEntry:
    """A piece of evidence to attach; what is not known stays empty and is left out of reports.

    Attributes:
        form: a link, a file, a quotation or a note.
        stance: what it does to the claim.
        excerpt: the words of the source that matter, verbatim.
        locator: page, paragraph or time in the source.
        note: what the reviewer adds.
        url: where the source stands.
        title: the source's title.
        author: who wrote it.
        publisher: who published it.
        published: when it was published.
        archived_url: an archived copy.
        archived_at: when that copy was made, in microseconds UTC.
        retrieved_at: when the reviewer saw the source, in microseconds UTC.
        path: a local file, for the form ``file``.
        confidential: whether nobody outside of the desk may learn of it.
        part: the part of the draft in which it was typed, None for all of it.

    """

    form: EvidenceForm
    stance: Stance
    excerpt: str = ""
    locator: str = ""
    note: str = ""
    url: str = ""
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: DateRow | None = None
    archived_url: str = ""
    archived_at: int | None = None
    retrieved_at: int | None = None
    path: str = ""
    confidential: bool = False
    part: str | None = None


@dataclass(frozen=True)
class QueueEntry:
    """A queue to make or change.

    Attributes:
        name: what it is called.
        takes: which new claims enter, in the language of filters; empty for all.
        orders: what its claims are ordered by, the first deciding most; empty for the usual order.

    """

    name: str
    takes: str = ""
    orders: tuple[str, ...] = ()


@dataclass(frozen=True)
class NothingFree:
    """There is no claim to take, and why."""

    summary: QueueSummary
    reason: str


Turn = ClaimSheet | NothingFree
"""What a reviewer sees next."""


class Recorded(NamedTuple):
    """A claim is decided; ``next`` is what comes after it if it was asked for, ``state`` where the claim stands now."""

    claim: int
    next: Turn | None
    state: ClaimState


class Undone(NamedTuple):
    """What was taken back or done again, and on which claim."""

    summary: str
    claim: int | None


class ClaimAdded(NamedTuple):
    """A claim entered by hand; ``known`` where the desk had the very same one."""

    claim: int
    known: bool
    matches: NewMatches = NewMatches()


class SplitClaim(NamedTuple):
    """A claim that was split: the part that keeps its number, and the numbers of the new claims."""

    claim: ClaimSheet
    new: tuple[int, ...]


class Intake(NamedTuple):
    """What taking in an article did.

    Attributes:
        article: the article as it stands in the desk.
        known: whether the desk had the article already.
        claims: the numbers of the new claims.
        matches: what they may repeat.
        language: in which language the text was read, whatever it says of itself.
        dropped: what a model proposed that can't be a claim, and why; empty where none was asked.
        unread: how many characters at the end the model was not given.
        copied: what was made of it as a wire copy.

    """

    article: ArticleRow
    known: bool
    claims: tuple[int, ...]
    matches: NewMatches
    language: str
    dropped: tuple[Dropped, ...] = ()
    unread: int = 0
    copied: Copied = Copied()


class ImportedClaims(NamedTuple):
    """What an import did; good rows are kept whatever the bad ones are."""

    added: tuple[int, ...]
    known: tuple[int, ...]
    matches: NewMatches
    rejected: tuple[RejectedRow, ...]


@dataclass(frozen=True)
class PersonEntry:
    """A person to bring to the desk.

    Attributes:
        name: what the desk calls them.
        role: what they may do.
        login: how a server knows them; the name where it is empty.
        password: the new password of the login on a server, none where it is empty.
    """

    name: str
    role: Role
    login: str = ""
    password: str = field(default="", repr=False)
